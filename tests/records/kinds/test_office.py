import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.claim import Party, Person
from communique.model.plain import plain
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.shaped import shaped
from communique.records.kinds.office import OfficeMatcher, OfficeProfile
from factory import OMAN, PERU, office


@pytest.fixture(scope="module")
def matcher(lore):
    return OfficeMatcher(lore)


def held(matcher, name, post="President", party=OMAN, document="doc"):
    claim = office(person=Person(name), post=post, party=party)
    (found,) = matcher.profiles(Node(ClaimRef(document, "c"), claim, DocumentFacts(document)))
    return found


def test_documents_that_name_a_holder_alike_are_one_profile(matcher):
    one = held(matcher, "Ali Rahimov", document="a")
    assert one == held(matcher, "ALI RAHIMOV", document="b")


TENURES = [
    pytest.param(("Ali Rahimov",), ("Rahimov",), id="surname"),
    pytest.param(("Ali Rahimov",), ("Ali Rakhimov",), id="spelling"),
    pytest.param(("Ali Rahimov",), ("Ali Rahimov", "President", None), id="party-unknown"),
    pytest.param(
        ("Ana Vega", "Foreign Minister"), ("Ana Vega", "Minister of Foreign Affairs"), id="post"
    ),
    pytest.param(
        ("Ana Vega", "Secretary"), ("Ana Vega", "Secretary of State"), id="post-in-short"
    ),
    pytest.param(
        ("Ana Vega", "Deputy Prime Minister – Minister of Foreign Affairs"),
        ("Vega", "Foreign Minister"),
        id="two-posts-in-one",
    ),
    pytest.param(
        ("Ana Vega", "President", Party("European Commission")),
        ("Ana Vega", "President", Party("European Union", "EU")),
        id="union-for-its-commission",
    ),
    pytest.param(
        ("Ana Vega", "Foreign Minister", OMAN), ("Ana Vega", "Foreign Minister", PERU),
        id="tied-to-the-other-side",
    ),
    pytest.param(
        ("Ana Vega", "Minister", OMAN), ("Ana Vega", "Minister of Health", PERU),
        id="in-short-and-tied-to-the-other-side",
    ),
    pytest.param(
        ("Ana Vega", "Cabinet Secretary"),
        ("Ana Vega", "Cabinet Secretary for Foreign and Diaspora Affairs"),
        id="a-cabinet-secretary",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TENURES)
def test_one_tenure(matcher, one, other):
    first, second = held(matcher, *one), held(matcher, *other)
    match = matcher.compare(first, second)
    assert match is not None
    assert match.reasons
    assert {*matcher.blocks(first)} & {*matcher.blocks(second)}


TWO = [
    pytest.param(("Ana Vega",), ("Rosa Vega",), "the persons differ", id="sisters"),
    pytest.param(
        ("Ana Vega", "President"), ("Ana Vega", "Prime Minister"), "the posts differ", id="post"
    ),
    pytest.param(
        ("Ana Vega", "Secretary of Labor"), ("Ana Vega", "Acting Secretary of Labor"),
        "the posts differ", id="acting",
    ),
    pytest.param(
        ("Ana Vega", "Minister"), ("Ana Vega", "Deputy Minister"), "the posts differ", id="deputy"
    ),
    pytest.param(
        ("Ana Vega", "Director", Party("Oman Air")), ("Ana Vega", "Director", Party("Peru Rail")),
        "the parties differ", id="companies",
    ),
    pytest.param(
        ("Vega", "Minister", OMAN), ("Ana Vega", "Minister of Health", PERU),
        "the parties differ", id="a-surname-for-the-other-side",
    ),
    pytest.param(
        ("Ana Vega", "Cabinet Secretary"), ("Ana Vega", "Deputy Minister of Foreign Affairs"),
        "the posts differ", id="a-deputy-is-no-cabinet-secretary",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "reason"), TWO)
def test_two_tenures_contradict(matcher, one, other, reason):
    first, second = held(matcher, *one), held(matcher, *other)
    assert matcher.contradict(first, second) == matcher.contradict(second, first) == reason
    assert matcher.compare(first, second) is None


UNSURE = [
    pytest.param(("Rahimov", "President", None), ("Ali Rahimov",), id="surname-without-party"),
    pytest.param(("Vega", "Mayor"), ("Ana Vega", "Mayor"), id="one-of-many-mayors"),
    pytest.param(
        ("Vega", "Minister"), ("Ana Vega", "Minister of Health"), id="surname-and-short-post"
    ),
]


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_what_is_unsure_is_not_linked(matcher, one, other):
    first, second = held(matcher, *one), held(matcher, *other)
    assert matcher.contradict(first, second) is None
    assert matcher.compare(first, second) is None


def test_of_two_full_names_the_surer_is_the_better_match(matcher):
    bare = held(matcher, "Vega")
    formal = matcher.compare(bare, held(matcher, "Ana R. Vega"))
    odd = matcher.compare(bare, held(matcher, "Harmful Vega"))
    assert formal.score > odd.score


profiles = st.builds(
    OfficeProfile,
    name=st.sampled_from(["Ana Vega", "Vega", "A R Vega", "Rosa Vega", "Xi Jinping"]),
    posts=st.sampled_from([
        ("president",), ("secretary",), ("secretary of state",), ("minister of trade", "president"),
        ("director (port)",), ("mayor",),
    ]),
    party=st.sampled_from(["", "OM", "EU", "European Commission"]),
)  # fmt: skip


@given(one=profiles, other=profiles)
def test_comparing_is_symmetric(matcher, one, other):
    one = replace(one, side="EU" if one.party == "European Commission" else one.party)
    other = replace(other, side="EU" if other.party == "European Commission" else other.party)
    assert matcher.compare(one, other) == matcher.compare(other, one)
    assert matcher.contradict(one, other) == matcher.contradict(other, one)


@given(one=profiles)
def test_profiles_survive_json(one):
    assert shaped(json.loads(json.dumps(plain(one))), OfficeProfile) == one

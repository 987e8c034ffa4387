import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.claim import Actor, Person
from communique.model.plain import plain
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.shaped import shaped
from communique.model.terms import ActorRole
from communique.records.kinds.person import PersonMatcher, PersonProfile
from factory import OMAN, PERU, event, office


@pytest.fixture(scope="module")
def matcher(lore):
    return PersonMatcher(lore)


def node(claim):
    return Node(ClaimRef("doc", "c"), claim, DocumentFacts("doc"))


def test_offices_and_events_tell_of_persons(matcher):
    (holder,) = matcher.profiles(node(office()))
    assert holder == PersonProfile("Ali Rahimov", "OM", ("president",))
    actors = (
        Actor(ActorRole.HOST, OMAN, Person("Ali Rahimov")),
        Actor(ActorRole.PARTICIPANT, PERU),
        Actor(ActorRole.PARTICIPANT, None, Person("Ana Vega")),
    )
    found = list(matcher.profiles(node(event(actors=actors))))
    assert found == [PersonProfile("Ali Rahimov", "OM"), PersonProfile("Ana Vega")]


ONE = [
    pytest.param(("Ana Vega", "PE"), ("Ana Vega", ""), id="name"),
    pytest.param(("Ana Vega", "PE"), ("Ana Vega", "OM"), id="name-on-another-side"),
    pytest.param(("Murat Nurtleu", "KZ"), ("Murat Nurtileu", "KZ"), id="spelling-and-side"),
    pytest.param(
        ("Ana Vega", "", ("minister of trade",)),
        ("Ana R Vega", "", ("minister of trade",)),
        id="form-and-post",
    ),
    pytest.param(
        ("Vega", "PE", ("president",)), ("Ana Vega", "PE", ("president",)), id="surname-post-side"
    ),
    pytest.param(
        ("Ana Vega", "PE", ("president",)), ("Ana Vega", "PE", ("mayor",)), id="two-posts"
    ),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person(matcher, one, other):
    first, second = PersonProfile(*one), PersonProfile(*other)
    assert matcher.compare(first, second) is not None
    assert {*matcher.blocks(first)} & {*matcher.blocks(second)}


UNSURE = [
    pytest.param(("Vega", "PE"), ("Ana Vega", "PE"), id="surname-and-side"),
    pytest.param(("Ana Vega", "PE"), ("A Vega", "OM"), id="initial-on-another-side"),
    pytest.param(("Vega", "PE", ("president",)), ("Vega", "PE"), id="surnames"),
]


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_what_is_unsure_is_not_linked(matcher, one, other):
    first, second = PersonProfile(*one), PersonProfile(*other)
    assert matcher.compare(first, second) is None
    assert matcher.contradict(first, second) is None


def test_other_names_contradict(matcher):
    one, other = PersonProfile("Ana Vega", "PE"), PersonProfile("Rosa Vega", "PE")
    assert matcher.contradict(one, other) == "the names differ"


profiles = st.builds(
    PersonProfile,
    name=st.sampled_from(["Ana Vega", "Vega", "A R Vega", "Rosa Vega", "Xi Jinping", "Xi"]),
    side=st.sampled_from(["", "PE", "CN"]),
    posts=st.sampled_from([(), ("president",), ("mayor", "president")]),
)


@given(one=profiles, other=profiles)
def test_comparing_is_symmetric(matcher, one, other):
    assert matcher.compare(one, other) == matcher.compare(other, one)
    assert matcher.contradict(one, other) == matcher.contradict(other, one)


@given(one=profiles)
def test_profiles_survive_json(one):
    assert shaped(json.loads(json.dumps(plain(one))), PersonProfile) == one

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.claim import Amount, Party, Quantity
from communique.model.mention import Bound
from communique.model.plain import plain
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.shaped import shaped
from communique.model.terms import Finance, Grade
from communique.records.comparing.labels import stem
from communique.records.kinds.commitment.matcher import CommitmentMatcher
from communique.records.kinds.commitment.profile import CommitmentProfile
from communique.records.matching import ENOUGH
from factory import OMAN, PERU, UNION, commitment, day

COMMISSION = Party("European Commission")
BANK = Party("European Investment Bank", "EIB")
ASIA = Party("Central Asia")
KENYA = Party("Kenya", "KE")


@pytest.fixture(scope="module")
def matcher(lore):
    return CommitmentMatcher(lore)


def profile(matcher, published="2024-01-30", about=(), exact=None, **slots):
    claim = commitment(exact or slots.get("action", "give 5 million euros"), **slots)
    facts = DocumentFacts("doc", date.fromisoformat(published), subjects=about)
    (found,) = matcher.profiles(Node(ClaimRef("doc", "c"), claim, facts))
    return found


def corridor(matcher, **slots):
    told = {
        "by": (UNION,),
        "to": (ASIA,),
        "action": "invest 10 billion euros in sustainable transport connectivity",
        "amount": Amount(10_000_000_000, "EUR"),
        **slots,
    }
    return profile(matcher, **told)


def grant(matcher, **slots):
    told = {
        "amount": Amount(1_000_000, "USD"),
        "action": "provide a grant of 1 million dollars for desalination in coastal villages",
        **slots,
    }
    return profile(matcher, **told)


LINKED = [
    pytest.param({"by": (COMMISSION,), "amount": Amount(10e9, "EUR", Bound.ABOUT)}, id="about"),
    pytest.param({"by": (Party("Team Europe"),)}, id="an-initiative-of-the-giver"),
    pytest.param({"by": (BANK,)}, id="a-bank-of-the-giver"),
    pytest.param({"by": ()}, id="giver-unsaid"),
    pytest.param({"to": ()}, id="receiver-unsaid"),
    pytest.param({"grade": Grade.INTENDED}, id="readiness"),
    pytest.param({"grade": Grade.DELIVERED, "published": "2025-05-01"}, id="delivered"),
    pytest.param({"action": "spend €10 billion on the transport corridor"}, id="other-words"),
    pytest.param({"amount": Amount(10_040_000_000, "EUR")}, id="more-digits"),
]


@pytest.mark.parametrize("slots", LINKED)
def test_one_pledge(matcher, slots):
    match = matcher.compare(corridor(matcher), corridor(matcher, **slots))
    assert match is not None
    assert match.score >= ENOUGH
    assert any("same sum" in reason for reason in match.reasons)


APART = [
    pytest.param({"amount": Amount(10_000_000_000, "USD")}, "the sums differ", id="converted"),
    pytest.param({"amount": Amount(12_000_000_000, "EUR")}, "the sums differ", id="restated"),
    pytest.param({"to": (PERU,)}, "the receivers differ", id="other-receiver"),
    pytest.param({"by": (OMAN,)}, "the givers differ", id="other-giver"),
    pytest.param({"by": (Party("Germany", "DE"),)}, "the givers differ", id="a-member-gives"),
]


@pytest.mark.parametrize(("slots", "reason"), APART)
def test_pledges_that_contradict(matcher, slots, reason):
    one, other = corridor(matcher), corridor(matcher, **slots)
    assert matcher.contradict(one, other) == matcher.contradict(other, one) == reason
    assert matcher.compare(one, other) is None


def test_a_grant_is_no_loan(matcher):
    one = corridor(matcher, finance=Finance.GRANT)
    assert matcher.contradict(one, corridor(matcher, finance=Finance.LOAN))
    assert not matcher.contradict(one, corridor(matcher, finance=Finance.INVESTMENT))


PURPOSES = [
    "provide a grant of 1 million dollars for a museum of modern painting",
    "provide a grant of 1 million dollars for the training of customs officers",
    "award 1 million dollars to teachers of mathematics in rural schools",
]


@pytest.mark.parametrize("action", PURPOSES)
def test_a_round_sum_for_another_purpose(matcher, action):
    assert matcher.compare(grant(matcher), grant(matcher, action=action)) is None


@pytest.mark.parametrize("action", PURPOSES)
def test_a_round_sum_for_another_purpose_on_one_day_without_parties(matcher, action):
    one = grant(matcher, by=(), to=())
    assert matcher.compare(one, grant(matcher, by=(), to=(), action=action)) is None


def test_an_amount_alone_is_never_enough(matcher):
    one = profile(
        matcher,
        by=(),
        to=(),
        action="provide 307.4 million euros",
        amount=Amount(307_400_000, "EUR"),
    )
    other = replace(one, told=date(2025, 8, 1))
    assert matcher.compare(one, other) is None


def test_a_purpose_hardly_told_is_no_obstacle_within_a_week(matcher):
    short = {"action": "pay 1 million dollars", "published": "2024-02-02"}
    assert matcher.compare(grant(matcher), grant(matcher, **short)) is not None
    assert matcher.compare(grant(matcher), grant(matcher, by=(), **short)) is None
    assert (
        matcher.compare(grant(matcher), grant(matcher, **{**short, "published": "2024-05-02"}))
        is None
    )


def test_a_bare_dollar_sign_may_be_the_givers_dollar(matcher):
    told = {"by": (Party("Canada", "CA"),), "to": (KENYA,)}
    one = profile(
        matcher,
        action="give C$7.5 million for clinics in Lamu",
        amount=Amount(7_500_000, "CAD"),
        **told,
    )
    other = profile(
        matcher,
        action="give $7.5 million for clinics in Lamu",
        amount=Amount(7_500_000, "USD"),
        **told,
    )
    assert matcher.compare(one, other) is not None
    other = profile(
        matcher,
        action="give US$7.5 million for clinics in Lamu",
        amount=Amount(7_500_000, "USD"),
        **told,
    )
    assert matcher.contradict(one, other) == "the sums differ"


def test_a_member_of_the_region_neither_agrees_nor_contradicts(matcher):
    one = corridor(matcher)
    other = corridor(matcher, to=(Party("Kazakhstan", "KZ"),))
    assert matcher.contradict(one, other) is None


def test_a_receiver_that_is_no_known_party_tells_the_purpose(matcher):
    one = grant(matcher, to=(PERU,))
    other = grant(matcher, to=(Party("Centre for Desalination"),))
    assert other.to == ()
    assert matcher.contradict(one, other) is None


def test_the_giver_is_no_receiver(matcher):
    assert grant(matcher, by=(OMAN,), to=(OMAN,)).to == ()


def bare(matcher, exact, amount, **slots):
    """What a later text of Oman and Peru tells: a sum, and hardly more."""
    told = {"by": (), "to": (), "about": (OMAN, PERU), "published": "2025-03-10", **slots}
    return profile(matcher, exact=exact, amount=amount, **{"action": exact, **told})


def harbour(matcher, millions=37.5, **slots):
    told = {
        "by": (OMAN,),
        "to": (PERU,),
        "about": (OMAN, PERU),
        "action": f"lend {millions} million euros for a fishing harbour in Ilo",
        "amount": Amount(millions * 1_000_000, "EUR"),
        "finance": Finance.LOAN,
        **slots,
    }
    return profile(matcher, **told)


LOAN = "The Omani loan is worth 37.5 million euros."
SUM = Amount(37_500_000, "EUR")
RETOLD = [
    pytest.param({}, id="sides-of-the-document"),
    pytest.param({"by": (OMAN,), "about": (PERU,)}, id="a-stated-giver"),
    pytest.param({"to": (OMAN,), "finance": Finance.LOAN}, id="the-loan-from-the-other-end"),
    pytest.param({"amount": Amount(37_480_000, "EUR"), "finance": Finance.LOAN}, id="more-digits"),
]


@pytest.mark.parametrize("slots", RETOLD)
def test_an_odd_sum_between_two_sides_is_told_again(matcher, slots):
    one, other = harbour(matcher), bare(matcher, **{"exact": LOAN, "amount": SUM, **slots})
    assert matcher.compare(one, other) is not None
    assert {*matcher.blocks(one)} & {*matcher.blocks(other)}


OTHERWISE = [
    pytest.param({"about": (OMAN,)}, id="one-side-only"),
    pytest.param({"about": (OMAN, KENYA)}, id="another-relationship"),
    pytest.param({"about": ()}, id="unknown-what-it-is-about"),
    pytest.param({"published": "2027-03-10"}, id="years-later"),
    pytest.param({"finance": Finance.GRANT}, id="another-kind-of-money"),
    pytest.param({"by": (KENYA,), "exact": "Kenya gives 37.5 million euros."}, id="another-giver"),
    pytest.param({"action": "train nurses in the hospitals of Cusco"}, id="another-purpose"),
]


@pytest.mark.parametrize("slots", OTHERWISE)
def test_an_odd_sum_is_not_told_again(matcher, slots):
    other = bare(matcher, **{"exact": LOAN, "amount": SUM, **slots})
    assert matcher.compare(harbour(matcher), other) is None


def test_the_rounder_the_sum_the_more_is_wanted(matcher):
    for millions, purpose, linked in (
        (40, "The 40 million euros have been paid.", False),
        (40, "The 40 million euros for the fishing harbour have been paid.", True),
        (42, "They spoke of 42 million euros.", False),
        (42, "The 42 million euros for the harbour have been paid.", True),
    ):
        other = bare(matcher, purpose, Amount(millions * 1_000_000, "EUR"))
        assert (matcher.compare(harbour(matcher, millions), other) is not None) is linked, purpose


def test_another_round_sum_for_another_purpose_between_the_same_sides(matcher):
    other = bare(
        matcher,
        "In March it promised another 40 million euros, this time for laboratories.",
        Amount(40_000_000, "EUR"),
        by=(OMAN,),
        to=(PERU,),
        published="2024-02-01",
    )
    assert other.further
    assert matcher.compare(harbour(matcher, 40), other) is None


def test_a_loan_told_from_the_other_end(matcher):
    one = harbour(matcher, finance=Finance.LOAN)
    borrowed = {"by": (PERU,), "to": (OMAN,)}
    assert matcher.contradict(one, harbour(matcher, finance=Finance.LOAN, **borrowed)) is None
    grants = [harbour(matcher, finance=Finance.GRANT, **told) for told in ({}, borrowed)]
    assert matcher.contradict(*grants) == "the receivers differ"


def test_a_party_read_from_afar_sets_nothing_apart(matcher):
    far = {"to": (KENYA,), "exact": "Oman lends 37.5 million euros for the harbour in Ilo."}
    assert harbour(matcher, **far).to == ()
    assert harbour(matcher, **{**far, "exact": "Oman lends Kenya the sum."}).to == ("KE",)
    assert harbour(matcher, **{**far, "about": ()}).to == ("KE",)


def test_a_region_without_bounds_sets_nothing_apart(matcher):
    vague = {"to": (Party("Africa"),), "exact": "It is for Africa."}
    assert matcher.contradict(harbour(matcher), harbour(matcher, **vague)) is None


def test_a_bank_of_the_state_gives_for_it(matcher):
    bank = {"by": (Party("Türk Eximbank"),)}
    state = {"by": (Party("Türkiye", "TR"),)}
    one, other = corridor(matcher, **bank), corridor(matcher, **state)
    assert matcher.contradict(one, other) is None
    assert matcher.contradict(one, corridor(matcher, by=(OMAN,))) == "the givers differ"


def test_the_sentence_tells_the_purpose_where_the_undertaking_does_not(matcher):
    found = profile(
        matcher,
        action="was committed in May",
        exact="The Omani contribution to the harbour in Ilo was committed in May.",
    )
    assert found.purpose == ()
    assert {stem("harbour"), "ilo"} <= {*found.beside}


def test_a_season_that_holds_the_day_is_near(matcher):
    season = {"when": day("2023-12-01"), "published": "2024-01-30"}
    one = harbour(matcher, 40, action="lend 40 million euros for the harbour", **season)
    winter = replace(one, since=date(2023, 10, 1), told=date(2023, 12, 31))
    year = replace(one, since=date(2023, 1, 1), told=date(2023, 12, 31))
    assert "told of one time" in matcher.compare(one, winter).reasons
    assert not any(reason.startswith("told of") for reason in matcher.compare(one, year).reasons)


COUNTED = {"amount": None, "quantity": Quantity(40, "ambulances"), "by": (OMAN,), "to": (PERU,)}


def test_quantities(matcher):
    one = profile(matcher, action="send 40 ambulances to hospitals in Lima", **COUNTED)
    other = profile(matcher, action="deliver 40 ambulances to the hospitals of Lima", **COUNTED)
    assert matcher.compare(one, other) is not None


@pytest.mark.parametrize(
    ("quantity", "contradict"),
    [(Quantity(60, "ambulances"), True), (Quantity(40, "teachers"), False)],
)
def test_other_quantities(matcher, quantity, contradict):
    one = profile(matcher, action="send 40 ambulances to hospitals in Lima", **COUNTED)
    other = profile(
        matcher, action="send them to hospitals in Lima", **{**COUNTED, "quantity": quantity}
    )
    assert matcher.compare(one, other) is None
    assert bool(matcher.contradict(one, other)) is contradict


BY_DAY = {"amount": None, "by": (OMAN,), "to": (PERU,), "deadline": day("2027-06-30")}


def test_deadlines(matcher):
    one = profile(matcher, action="open a consulate with a visa section in Arequipa", **BY_DAY)
    other = profile(
        matcher,
        action="open the consulate in Arequipa, with a visa section",
        published="2025-02-01",
        **BY_DAY,
    )
    assert matcher.compare(one, other) is not None


@pytest.mark.parametrize(
    "action",
    ["publish a report on fisheries", "open a consulate and a school of music in Tacna"],
)
def test_a_deadline_for_something_else(matcher, action):
    one = profile(matcher, action="open a consulate with a visa section in Arequipa", **BY_DAY)
    assert matcher.compare(one, profile(matcher, action=action, **BY_DAY)) is None


def test_a_sum_is_no_deadline(matcher):
    one = profile(matcher, action="open a consulate in Arequipa", **BY_DAY)
    other = profile(matcher, action="open a consulate in Arequipa for 5 million euros")
    assert matcher.compare(one, other) is None


@pytest.mark.parametrize("slots", LINKED)
def test_linked_pledges_share_a_block(matcher, slots):
    one, other = corridor(matcher), corridor(matcher, **slots)
    assert {*matcher.blocks(one)} & {*matcher.blocks(other)}


def test_other_claims_are_left_alone(matcher, claim_of_each_kind):
    found = [
        profile
        for claim in claim_of_each_kind
        for profile in matcher.profiles(Node(ClaimRef("d", claim.kind), claim, DocumentFacts("d")))
    ]
    assert len(found) == 1


sides = st.lists(st.sampled_from(["EU", "EIB", "KZ", "PE"]), max_size=2, unique=True)
words = st.lists(st.sampled_from(["rail", "port", "clinic", "@KZ"]), max_size=3, unique=True)
profiles = st.builds(
    CommitmentProfile,
    by=sides.map(lambda found: tuple(sorted(found))),
    to=sides.map(lambda found: tuple(sorted(found))),
    purpose=words.map(lambda found: tuple(sorted(found))),
    beside=words.map(lambda found: tuple(sorted(found))),
    names=st.sampled_from([(), ("rail",)]),
    finance=st.none() | st.sampled_from(Finance),
    value=st.none() | st.sampled_from([1_000_000, 1_040_000, 307_000_000, 2.5]),
    currency=st.sampled_from(["EUR", "USD", "CAD"]),
    loose=st.booleans(),
    further=st.booleans(),
    bound=st.none() | st.sampled_from(Bound),
    quantity=st.none() | st.sampled_from([4, 40, 1250]),
    unit=st.sampled_from([(), ("bus",), ("bus", "electric")]),
    deadline=st.none() | st.just(date(2030, 12, 31)),
    since=st.none() | st.dates(date(2023, 12, 1), date(2024, 2, 1)),
    told=st.none() | st.dates(date(2024, 1, 1), date(2024, 3, 1)),
    about=sides.map(lambda found: tuple(sorted(found))),
)


@given(one=profiles, other=profiles)
def test_comparing_is_symmetric(matcher, one, other):
    assert matcher.compare(one, other) == matcher.compare(other, one)
    assert matcher.contradict(one, other) == matcher.contradict(other, one)


@given(one=profiles)
def test_profiles_survive_json(one):
    assert shaped(json.loads(json.dumps(plain(one))), CommitmentProfile) == one

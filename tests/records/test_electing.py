"""Which value is elected, and who is behind it."""

import pytest

from communique.model.claim import Amount
from communique.model.record import ClaimRef, Directness
from communique.model.terms import Finance
from communique.records.electing import Voter, elect
from factory import OMAN, PERU, UNION, commitment, day, facts, node


def voter(
    key, directness=Directness.OUTSIDER, *, story=0, published="2024-03-05", ruled=(), **slots
):
    document = facts(key, published, story=story)
    return Voter(node(commitment(**slots), document, ruled=ruled), directness)


def finance(kin, *voters):
    return [tally.value for tally in elect("finance", voters, kin)]


LOAN, GRANT = {"finance": Finance.LOAN}, {"finance": Finance.GRANT}


@pytest.mark.parametrize(
    "voters",
    [
        pytest.param(
            (
                voter("a", ruled=("finance",), **LOAN),
                voter("b", Directness.OWN_ACT, **GRANT),
            ),
            id="a-persons-decision",
        ),
        pytest.param(
            (
                voter("a", Directness.OWN_ACT, **LOAN),
                voter("b", Directness.OTHER_SIDE, **GRANT),
                voter("c", Directness.OTHER_SIDE, **GRANT),
            ),
            id="the-closest",
        ),
        pytest.param(
            (voter("a", **LOAN), voter("b", **LOAN), voter("c", **GRANT)), id="most-stories"
        ),
        pytest.param(
            (
                voter("a", **LOAN),
                voter("b", **LOAN),
                *(voter(f"copy{n}", story=7, **GRANT) for n in range(9)),
            ),
            id="copies-are-one-voice",
        ),
        pytest.param(
            (voter("a", published="2024-03-06", **LOAN), voter("b", **GRANT)), id="told-last"
        ),
        pytest.param(
            (voter("a", **LOAN), voter("b", published=None, **GRANT)), id="undated-told-first"
        ),
    ],
)
def test_the_elected_value_stands_first(kin, voters):
    assert finance(kin, *voters) == [Finance.LOAN, Finance.GRANT]
    assert finance(kin, *reversed(voters)) == [Finance.LOAN, Finance.GRANT]


def test_what_is_left_open_has_no_say(kin):
    assert finance(kin, voter("a", **LOAN), voter("b"), voter("c")) == [Finance.LOAN]
    assert finance(kin, voter("a")) == []


def test_a_person_can_leave_a_slot_open(kin):
    open_, told = voter("a", ruled=("by",), by=()), voter("b", Directness.OWN_ACT)
    assert elect("by", [open_, told], kin)[0].value == ()


def test_two_decisions_may_differ_in_whether_a_slot_is_open(kin):
    open_, told = voter("a", ruled=("when",)), voter("b", ruled=("when",), when=day("2024-02-02"))
    assert {tally.value for tally in elect("when", [open_, told], kin)} == {None, day("2024-02-02")}


def test_an_accepted_claim_outranks_others_in_what_it_tells(kin):
    accepted = voter("a", ruled=("*",), **LOAN)
    assert finance(kin, accepted, voter("b", Directness.OWN_ACT, **GRANT))[0] is Finance.LOAN
    assert finance(kin, voter("a", ruled=("*",)), voter("b", **GRANT)) == [Finance.GRANT]


def test_the_more_precise_value_is_shown_and_told_by_all_that_agree(kin):
    sums = [voter("a", amount=Amount(18_470, "EUR")), voter("b", amount=Amount(18_500, "EUR"))]
    (only,) = elect("amount", sums, kin)
    assert (only.value.value, only.stories) == (18_470, 2)


def test_a_vague_value_belongs_to_the_best_of_the_precise_ones(kin):
    told = [
        voter("a", when=day("2023-06-02")),
        voter("b", when=day("2023-06-02")),
        voter("c", when=day("2023-06-03")),
        voter(
            "d",
            when=type(day("2023-06-02"))(day("2023-06-01").first, day("2023-06-30").last, "June"),
        ),
    ]
    first, second = elect("when", told, kin)
    assert (first.value.first.day, first.stories) == (2, 3)
    assert (second.value.first.day, second.stories) == (3, 1)


def test_a_persons_value_stands_though_others_tell_it_more_precisely(kin):
    ruled = voter("a", ruled=("amount",), amount=Amount(18_500, "EUR"))
    (only,) = elect("amount", [ruled, voter("b", amount=Amount(18_470, "EUR"))], kin)
    assert (only.value.value, only.directness) == (18_500, Directness.DECISION)


def test_a_telling_lists_its_claims_and_stories(kin):
    voters = [voter("b", by=(OMAN,)), voter("a", by=(OMAN,)), voter("c", by=(UNION, PERU))]
    telling = elect("by", voters, kin)[0].telling()
    assert telling.value == [{"name": "Oman", "code": "OM"}]
    assert telling.claims == (ClaimRef("a", "commitment-c1"), ClaimRef("b", "commitment-c1"))
    assert telling.stories == 2

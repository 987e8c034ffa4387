"""Repetition never makes a promise firmer; deeds count from who knows of them."""

import pytest

from communique.model.record import Directness
from communique.model.terms import Grade, InstrumentAction
from communique.records.electing import Voter, tallied
from communique.records.firmness import LADDERS, firmest, furthest
from factory import commitment, day, facts, instrument, node

OWN, OTHER, OUT = Directness.OWN_ACT, Directness.OTHER_SIDE, Directness.OUTSIDER
CONSIDERED, INTENDED, PLEDGED = Grade.CONSIDERED, Grade.INTENDED, Grade.PLEDGED
CONTRACTED, DELIVERED = Grade.CONTRACTED, Grade.DELIVERED


def judged(*told):
    """The grade that is believed, and the firmer ones that are not.

    Args:
        told: Grades with the closeness of who tells them, and the day that the text gives.
    """
    votes = []
    for number, (directness, grade, *dated) in enumerate(told):
        document = facts(f"d{number}", f"2024-03-{number + 1:02}")
        claim = commitment(grade=grade, when=day(dated[0]) if dated else None)
        votes.append((grade, Voter(node(claim, document), directness)))
    chosen, beyond = firmest(tallied(votes))
    return chosen.value, [tally.value for tally in beyond]


@pytest.mark.parametrize(
    ("told", "grade", "beyond"),
    [
        pytest.param([(OUT, INTENDED)] + [(OUT, PLEDGED)] * 30, INTENDED, [PLEDGED], id="repeated"),
        pytest.param([(OWN, INTENDED)] + [(OUT, PLEDGED)] * 3, INTENDED, [PLEDGED], id="hardened"),
        pytest.param(
            [(OWN, INTENDED), (OTHER, PLEDGED)], INTENDED, [PLEDGED], id="by-the-receiver"
        ),
        pytest.param([(OWN, INTENDED), (OWN, PLEDGED)], PLEDGED, [], id="by-the-giver-later"),
        pytest.param(
            [(OWN, PLEDGED), (OWN, INTENDED)], PLEDGED, [], id="softer-words-take-nothing"
        ),
        pytest.param(
            [(OUT, INTENDED, "2024-01-30"), (OUT, PLEDGED, "2024-02-20")],
            PLEDGED,
            [],
            id="a-later-act",
        ),
        pytest.param(
            [(OUT, INTENDED, "2024-01-30"), (OUT, PLEDGED, "2024-01-30")],
            INTENDED,
            [PLEDGED],
            id="the-same-day-in-firmer-words",
        ),
        pytest.param(
            [(OUT, CONSIDERED, "2024-01-01"), (OUT, PLEDGED), (OUT, INTENDED, "2024-02-01")],
            INTENDED,
            [PLEDGED],
            id="step-by-step",
        ),
        pytest.param([(OWN, PLEDGED), (OTHER, DELIVERED)], DELIVERED, [], id="the-receiver-got-it"),
        pytest.param(
            [(OWN, PLEDGED), (OUT, DELIVERED)], PLEDGED, [DELIVERED], id="outsider-of-a-deed"
        ),
        pytest.param(
            [(OUT, PLEDGED), (OUT, CONTRACTED)], CONTRACTED, [], id="deed-among-outsiders"
        ),
        pytest.param(
            [(OTHER, PLEDGED), (OUT, CONTRACTED)], PLEDGED, [CONTRACTED], id="other-side-speaks"
        ),
        pytest.param([(OWN, DELIVERED), (OUT, PLEDGED)], DELIVERED, [], id="only-the-deed-is-own"),
    ],
)
def test_how_firm_a_commitment_is(told, grade, beyond):
    assert judged(*told) == (grade, beyond)


def test_an_instrument_is_as_far_as_anybody_tells():
    told = [
        (action, Voter(node(instrument(action=action), facts(action.value)), directness))
        for action, directness in (
            (InstrumentAction.IN_FORCE, OUT),
            (InstrumentAction.SIGNED, OWN),
            (InstrumentAction.MENTIONED, OWN),
        )
    ]
    chosen, beyond = furthest(tallied(told))
    assert (chosen.value, beyond) == (InstrumentAction.IN_FORCE, ())


def test_every_term_has_its_rung():
    assert set(LADDERS["instrument"].rungs) == set(InstrumentAction)
    assert LADDERS["commitment"].rungs == tuple(Grade)

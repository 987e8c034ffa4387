"""Steps of instruments and commitments."""

from datetime import date

import pytest

from communique.model.claim import When
from communique.model.record import Delivery, Directness
from communique.model.terms import Grade, InstrumentAction, Modality
from communique.records.electing import Voter
from communique.records.firmness import LADDERS
from communique.records.history import history
from factory import commitment, day, facts, instrument, node

SIGNED, RATIFIED = InstrumentAction.SIGNED, InstrumentAction.RATIFIED
JUNE = When(date(2023, 6, 1), date(2023, 6, 30), "in June")


def step(action, when=None, published="2024-03-05", modality=Modality.ASSERTED):
    return instrument(action=action, when=when, modality=modality), published


def told(kin, *steps, kind="instrument", deliveries=()):
    voters = [
        Voter(node(claim, facts(f"d{number}", published)), Directness.OUTSIDER)
        for number, (claim, published) in enumerate(steps)
    ]
    found = history(LADDERS[kind], voters, deliveries, kin)
    assert history(LADDERS[kind], voters[::-1], deliveries, kin) == found
    return [
        (s.term, s.first and s.first.isoformat(), s.dated, s.planned, len(s.claims)) for s in found
    ]


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        pytest.param(
            [step(RATIFIED, day("2023-09-01")), step(SIGNED, day("2023-06-02"))],
            [(SIGNED, "2023-06-02", True, False, 1), (RATIFIED, "2023-09-01", True, False, 1)],
            id="in-order",
        ),
        pytest.param(
            [step(SIGNED, day("2023-06-02")), step(SIGNED, JUNE), step(SIGNED)],
            [(SIGNED, "2023-06-02", True, False, 3)],
            id="one-step-told-by-three",
        ),
        pytest.param(
            [step(SIGNED, day("2023-06-02")), step(SIGNED, day("2023-06-03"))],
            [(SIGNED, "2023-06-02", True, False, 1), (SIGNED, "2023-06-03", True, False, 1)],
            id="two-days",
        ),
        pytest.param(
            [step(SIGNED, published="2023-06-09"), step(SIGNED, published="2023-06-04")],
            [(SIGNED, "2023-06-04", False, False, 2)],
            id="told-first",
        ),
        pytest.param(
            [step(SIGNED, published=None)], [(SIGNED, None, False, False, 1)], id="no-day-at-all"
        ),
        pytest.param(
            [
                step(SIGNED, day("2020-01-01")),
                step(SIGNED, day("2023-06-02")),
                step(SIGNED, published="2021-05-05"),
            ],
            [(SIGNED, "2020-01-01", True, False, 2), (SIGNED, "2023-06-02", True, False, 1)],
            id="undated-goes-to-the-last-before",
        ),
        pytest.param(
            [step(SIGNED, day("2024-06-02"), modality=Modality.PLANNED), step(SIGNED, JUNE)],
            [(SIGNED, "2023-06-01", True, False, 1), (SIGNED, "2024-06-02", True, True, 1)],
            id="planned",
        ),
        pytest.param([step(SIGNED, modality=Modality.DENIED)], [], id="denied"),
        pytest.param([step(InstrumentAction.MENTIONED)], [], id="mentioned"),
    ],
)
def test_steps_of_an_instrument(kin, steps, found):
    assert told(kin, *steps) == found


def test_a_marked_delivery_is_a_step(kin):
    claim = commitment(when=day("2023-06-02"))
    marked = (Delivery("decision-1", date(2024, 1, 1), "seen"),)
    assert told(kin, (claim, "2023-06-03"), kind="commitment", deliveries=marked) == [
        (Grade.PLEDGED, "2023-06-02", True, False, 1),
        (Grade.DELIVERED, "2024-01-01", True, False, 0),
    ]

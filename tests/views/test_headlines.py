import pytest

from communique.claims.shapes import SHAPES
from communique.cli.printing.colours import COLOURS
from communique.model.claim import Change, Quantity
from communique.model.mention import Bound
from communique.model.terms import (
    Direction,
    EventMode,
    EventStatus,
    EventType,
    Finance,
    Grade,
    InstrumentAction,
    Modality,
)
from communique.views.headlines import counted_kinds, headline, most_telling
from factory import OMAN, commitment, day, event, figure, instrument, office


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        pytest.param(event(), "meeting or talks · Oman, Peru", id="event"),
        pytest.param(
            event(mode=EventMode.SUMMIT, place="Lima", when=day("2024-05-02")),
            "summit · Oman, Peru · Lima · 2 May 2024",
            id="event-form",
        ),
        pytest.param(
            event(title="Port Forum", status=EventStatus.PLANNED, modality=Modality.PLANNED),
            "Port Forum · Oman, Peru · planned",
            id="event-planned",
        ),
        pytest.param(event(type=EventType.REJECT), "refusal · Oman, Peru", id="event-type"),
        pytest.param(instrument(), "treaty · signed · Oman, Peru", id="instrument"),
        pytest.param(
            instrument(name=None, count=4, parties=()), "4 × agreement · signed", id="several"
        ),
        pytest.param(commitment(), "Oman → Peru · 5 million EUR · promised", id="commitment"),
        pytest.param(
            commitment(
                by=(),
                amount=None,
                quantity=Quantity(12, "buses"),
                finance=Finance.GRANT,
                grade=Grade.DELIVERED,
            ),
            "unsaid who → Peru · 12 buses · grant · paid or done",
            id="commitment-unsaid",
        ),
        pytest.param(
            commitment(amount=None, deadline=day("2030-01-01")),
            "Oman → Peru · give 5 million euros · promised · 1 January 2030",
            id="commitment-deadline",
        ),
        pytest.param(
            figure(about=(OMAN,), bound=Bound.ABOUT, change=Change(3, "percent", Direction.UP)),
            "exports · Oman · about 3 billion EUR · up 3 percent",
            id="figure",
        ),
        pytest.param(office(), "Ali Rahimov · President of Oman", id="office"),
        pytest.param(office(party=None), "Ali Rahimov · President", id="office-alone"),
    ],
)
def test_a_claim_in_one_line(wording, claim, told):
    assert headline(claim, wording) == told


def test_kinds_are_counted_in_their_order(wording):
    claims = [office(), office(start=50), event()]
    assert counted_kinds(claims, wording) == "1 event, 2 offices"
    assert counted_kinds([], wording) == ""


def test_each_kind_has_its_turn_and_the_fullest_comes_first():
    weak = instrument(action=InstrumentAction.MENTIONED)
    claims = [event(), event(place="Lima"), weak, instrument(), commitment(), office()]
    chosen = most_telling(claims, 3)
    assert [c.kind for c in chosen] == ["event", "instrument", "commitment"]
    assert chosen[0].place == "Lima"
    assert chosen[1].action is InstrumentAction.SIGNED
    assert most_telling([], 3) == []


def test_every_kind_has_a_colour():
    assert set(COLOURS) == {shape.kind for shape in SHAPES}

import pytest

from communique.model.terms import Grade
from communique.pipeline.evaluate.measure import Counts, scored, summed
from communique.pipeline.evaluate.mistakes import Difference, Fault
from factory import OMAN, UNION, commitment, event, office


def test_counts():
    counts = Counts(right=6, made_up=2, missed=4)
    assert counts.precision == 0.75
    assert counts.recall == 0.6
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert Counts().f1 == 0.0


def test_a_document_is_counted_by_kind_and_slot():
    gold = (event(), commitment("z" * 30, 50))
    document = scored("d", (event(), office(start=100)), gold)
    assert document.found["event"] == Counts(1, 0, 0)
    assert document.found["commitment"] == Counts(0, 0, 1)
    assert document.found["office"] == Counts(0, 1, 0)
    assert document.by_slot["actor"] == Counts(2, 0, 0)
    assert document.by_slot["person"] == Counts(0, 1, 0)
    assert document.by_slot["by"] == Counts(0, 0, 1)


def test_slots_of_a_claim_with_a_wrong_key_still_count():
    document = scored("d", (commitment(grade=Grade.AGREED),), (commitment(),))
    assert document.found["commitment"] == Counts(0, 1, 1)
    assert document.by_slot["grade"] == Counts(0, 1, 1)
    assert document.by_slot["by"] == Counts(1, 0, 0)


def test_mistakes_are_told_with_what_was_expected_and_what_came():
    gold = (event(), commitment("z" * 30, 50), office(start=100))
    found = (
        event(place="Lima"),
        commitment("z" * 30, 50, grade=Grade.AGREED),
        office(start=200),
    )
    mistakes = scored("d", found, gold).mistakes
    assert [(m.kind, m.fault, m.start) for m in mistakes] == [
        ("event", Fault.SLOTS, 0),
        ("commitment", Fault.KEY, 50),
        ("office", Fault.MISSED, 100),
        ("office", Fault.MADE_UP, 200),
    ]
    assert mistakes[0].differences == (Difference("place", None, "Lima"),)
    assert mistakes[1].differences == (Difference("grade", Grade.PLEDGED, Grade.AGREED),)


def test_values_of_one_slot_stand_side_by_side():
    (mistake,) = scored("d", (commitment(by=(UNION,)),), (commitment(by=(OMAN,)),)).mistakes
    assert mistake.differences == (Difference("by", OMAN, UNION),)


def test_sums_and_intervals():
    documents = [scored(str(n), (event(),) if n % 2 else (), (event(),)) for n in range(20)]
    evaluation = summed(documents, (), {})
    measure = evaluation.found["event"]
    assert measure.counts == Counts(10, 0, 10)
    low, high = measure.interval
    assert 0.3 < low < measure.counts.f1 < high < 1
    assert summed(documents, (), {}) == evaluation


def test_no_document_has_no_measure():
    assert summed([], (), {}).found["all"].interval == (0.0, 0.0)

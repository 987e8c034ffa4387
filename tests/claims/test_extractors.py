"""Any extractor passes the gate: what the text does not bear out is counted, never published."""

from dataclasses import dataclass
from datetime import date

import pytest

from communique.claims.extractor import Proposed, checked
from communique.claims.extractors import EXTRACTORS, load_extractor
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.errors import UnknownExtractor
from communique.mentions.finder import Named
from communique.model.claim import Amount, Evidence, Person, When
from communique.model.terms import EventType, Grade
from communique.plugins import Offer

TEXT = "President Ali Rahimov said on 3 May 2023 that his country would give 5 million euros."


@dataclass(frozen=True)
class Inventive:
    """Claims what it is told to claim."""

    claims: tuple

    def propose(self, named: Named) -> Proposed:
        return Proposed(self.claims)


def quote(exact, start=None):
    start = TEXT.index(exact) if start is None else start
    return (Evidence(start, start + len(exact), exact),)


def office(exact, start=None):
    return Office(evidence=quote(exact, start), person=Person("Ali Rahimov"), post="President")


def gift(value, currency="EUR", exact="give 5 million euros"):
    return Commitment(
        evidence=quote(exact),
        action=exact,
        amount=Amount(value, currency),
        grade=Grade.PLEDGED,
    )


def said(day, words="on 3 May 2023"):
    when = When(day, day, words)
    return Event(evidence=quote(TEXT), type=EventType.CONSULT, when=when)


@pytest.mark.model
class TestGate:
    @pytest.mark.parametrize(
        ("claim", "reason"),
        [
            pytest.param(office("President Ali Rahmon", 0), "quote not in the text", id="quote"),
            pytest.param(office("Ali Rahimov", 3), "quote not in the text", id="place-of-quote"),
            pytest.param(gift(6_000_000), "sum not in the quote", id="amount"),
            pytest.param(gift(5_000_000, "USD"), "sum not in the quote", id="currency"),
            pytest.param(
                gift(5_000_000, exact="his country"), "sum not in the quote", id="amount-elsewhere"
            ),
            pytest.param(said(date(2023, 5, 12)), "date not in the text", id="day"),
            pytest.param(
                said(date(2023, 5, 3), "on 4 May 2023"), "date not in the text", id="words-of-date"
            ),
        ],
    )
    def test_what_the_text_does_not_bear_out_is_refused_and_counted(self, readers, claim, reason):
        found = checked(Inventive((claim, office("President Ali Rahimov"))), readers.named(TEXT))
        assert [c.kind for c in found.claims] == ["office"]
        assert found.refused == {reason: 1}

    def test_what_it_bears_out_is_published_with_an_id(self, readers):
        claims = (office("President Ali Rahimov"), said(date(2023, 5, 3)))
        found = checked(Inventive(claims), readers.named(TEXT))
        assert [c.kind for c in found.claims] == ["office", "event"]
        assert all(c.id for c in found.claims)
        assert not found.refused

    def test_remarks_pass_the_gate_too(self, readers):
        class Praising(Inventive):
            def propose(self, named):
                return Proposed((), self.claims)

        wrong = office("President Ali Rahmon", 0)
        found = checked(Praising((wrong, said(date(2023, 5, 3)))), readers.named(TEXT))
        assert found.claims == ()
        assert [c.kind for c in found.remarks] == ["event"]
        assert sum(found.refused.values()) == 1


def test_an_extractor_is_had_by_its_name():
    made = Inventive(())
    assert load_extractor("mine", (*EXTRACTORS, Offer("mine", lambda: made))) is made


def test_an_unknown_one_is_told_in_one_line_with_those_there_are():
    with pytest.raises(UnknownExtractor, match="known: grammar") as told:
        load_extractor("oracle", EXTRACTORS)
    assert "\n" not in str(told.value)

"""Dates that acts have from what is told just before: a report goes on about the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.kinds.event.inherit import speaks_jointly
from communique.claims.reading import Reading
from communique.claims.slots.event import Event
from communique.model.claim import When
from communique.model.terms import EventMode, EventStatus, EventType

# Acts of a moment; help, forces and trade go on.
_OF_A_MOMENT = frozenset(
    {
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.AGREE,
        EventType.CONCEDE,
        EventType.SANCTION,
    }
)
# Meetings that a report tells one after the other, and how many sentences apart.
_MET = frozenset({EventMode.MEETING})
_MET_BACK = 3
_PRESENT = frozenset({"is", "are", "am", "has", "have", "will", "do", "does"})
_PAST = frozenset({"was", "were", "had", "did"})
# Sentences back, and days that the event told before may last.
_BACK = 4
_DAYS = 3


def narrated(reading: Reading, index: int) -> bool:
    """Whether the clause of a word is in the past tense: a report, no speech of the document's own.

    Args:
        reading: The document.
        index: A verb or noun.
    """
    tree = reading.tree
    for current in (index, *tree.ancestors(index)):
        token = tree[current]
        if token.tag in {"VBZ", "VBP"} or not _PRESENT.isdisjoint(tree.auxiliaries(current)):
            return False
        if current == index and "had" in tree.auxiliaries(current):
            # What had been done was done before.
            return False
        if token.tag == "VBD" or not _PAST.isdisjoint(tree.auxiliaries(current)):
            return True
    return False


def with_days_told_before(
    reading: Reading, events: list[Event], past: list[bool]
) -> Iterator[Event]:
    """The events, with the day of the one told just before by the same side where they have none.

    What a document says in its own voice has no day but that of its publication.

    Args:
        reading: The document.
        events: In text order.
        past: For each, whether it is narrated.
    """
    joint = speaks_jointly(reading)
    for event, told in zip(events, past, strict=True):
        goes_on = event.when is None and event.type in _OF_A_MOMENT and told and not joint
        over = event.status is EventStatus.OCCURRED
        if event.when is None and told and event.mode in _MET and not joint and over:
            yield _met_then(reading, event, events)
        elif goes_on and over:
            when = _before(reading, event, events)
            yield event if when is None else replace(event, when=when)
        else:
            yield event


def _met_then(reading: Reading, event: Event, events: list[Event]) -> Event:
    """A meeting with the day and place of the one told just before, of the same visitor.

    "He called on the president. Then he sat down with the prime minister."
    """
    here, people = _sentence(reading, event), _people(event)
    for other in sorted(events, key=lambda e: -e.evidence[0].start):
        back = here - _sentence(reading, other)
        short = other.when is not None and _short(other.when)
        if other is event or not short or not 0 <= back <= _MET_BACK:
            continue
        talks = other.type is EventType.CONSULT and other.status is EventStatus.OCCURRED
        if talks and people & _people(other) and _parties(event) == _parties(other):
            place = event.place or (other.place if other.mode is not EventMode.CALL else None)
            return replace(event, when=other.when, place=place)
    return event


def _people(event: Event) -> set[str]:
    return {a.person.name for a in event.actors if a.person is not None}


def _before(reading: Reading, event: Event, events: list[Event]) -> When | None:
    here = _sentence(reading, event)
    best: tuple[int, When] | None = None
    for other in events:
        there = _sentence(reading, other)
        if other is event or other.when is None or not 0 <= here - there <= _BACK:
            continue
        short = _short(other.when) and other.status is EventStatus.OCCURRED
        if short and _parties(event) & _parties(other) and (best is None or there >= best[0]):
            best = there, other.when
    return best[1] if best is not None else None


def _short(when: When) -> bool:
    if when.first is None or when.last is None:
        return False
    return (when.last - when.first).days < _DAYS


def _sentence(reading: Reading, event: Event) -> int:
    index = reading.tree.at(event.evidence[0].start)
    return reading.tree.sentence_number(index if index is not None else 0)


def _parties(event: Event) -> set[str]:
    return {a.party.name for a in event.actors if a.party is not None}

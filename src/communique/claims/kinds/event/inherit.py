"""Dates that an event has from the one it belongs to: a trip, or the meeting told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.reading import Reading
from communique.claims.slots.event import Event
from communique.model.claim import When
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType

# What is said at a meeting has its date.
_SAID = frozenset(
    {
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.AGREE,
        EventType.SUPPORT,
        EventType.COOPERATE,
        EventType.REJECT,
        EventType.THREATEN,
    }
)
# Persons of the talks that suffice where others join them, as at a signing.
_SOME = 2
# Who telephones need not be there.
_NOT_ON_TRIPS = frozenset({EventMode.VISIT, EventMode.CALL})
_TALKS = frozenset({EventMode.MEETING, EventMode.CALL, EventMode.NEGOTIATION, EventMode.SUMMIT})
# Where both sides agree on something.
_AGREED_AT = _TALKS | {EventMode.VISIT, EventMode.CONSULTATION}


def with_inherited_dates(
    reading: Reading, events: list[Event], verbal: list[bool]
) -> Iterator[Event]:
    """The events, with a date for those that happen during another one that has it.

    Args:
        reading: The document.
        events: In text order.
        verbal: For each, whether a verb tells it; "their application" is none of the meeting's.
    """
    joint = speaks_jointly(reading)
    for event, by_verb in zip(events, verbal, strict=True):
        when = event.when
        if event.type is EventType.CONSULT:
            trip = _trip(event, events)
            if trip is not None:
                yield replace(event, when=when or trip.when, place=event.place or trip.place)
                continue
        elif when is None and event.type in _SAID and by_verb and not joint:
            when = _of_talks(event, events)
        yield event if when == event.when else replace(event, when=when)


def speaks_jointly(reading: Reading) -> bool:
    """Whether a document speaks itself for several, so that what it says has no day of its own.

    A joint readout tells of talks as any other report of them does.
    """
    title = (reading.document.title or "").lower()
    return "joint" in title and "readout" not in title


def _trip(event: Event, events: list[Event]) -> Event | None:
    """The dated trip during which a meeting takes place; it gives its days and its place."""
    if event.mode in _NOT_ON_TRIPS:
        return None
    people, parties = _people(event), _parties(event)
    for trip in events:
        if trip.mode is not EventMode.VISIT or trip.when is None or trip.status != event.status:
            continue
        if event.when is not None and not _within(event.when, trip.when):
            continue
        travellers = {
            a.person.name
            for a in trip.actors
            if a.role is ActorRole.SOURCE and a.person is not None
        }
        hosts = {
            a.party.name for a in trip.actors if a.role is ActorRole.HOST and a.party is not None
        }
        if travellers & people and (hosts & parties or _of_nobody_else(event, trip)):
            return trip
        if not travellers and hosts & parties and _sent(trip) & parties:
            return trip
    return None


def _within(when: When, days: When) -> bool:
    """Whether some days are among those of a trip."""
    told = (when.first, when.last, days.first, days.last)
    if None in told:
        return False
    return days.first <= when.first and when.last <= days.last  # type: ignore[operator]


def _sent(trip: Event) -> set[str]:
    """The parties whose delegation travels."""
    return {a.party.name for a in trip.actors if a.role is ActorRole.SOURCE and a.party is not None}


def _of_nobody_else(event: Event, trip: Event) -> bool:
    """Whether an event told after a trip has nobody in it but those who travel: its host is out."""
    told_after = trip.evidence[0].start <= event.evidence[0].start
    return told_after and _parties(event) <= _sent(trip)


def _of_talks(event: Event, events: list[Event]) -> When | None:
    """The date of the talks, told before, at which somebody says something."""
    if event.status is not EventStatus.OCCURRED:
        return None
    best = None
    for talks in events:
        told_before = talks.evidence[0].start <= event.evidence[0].start
        modes = _AGREED_AT if event.type is EventType.AGREE else _TALKS
        held = talks.type is EventType.CONSULT and talks.mode in modes and told_before
        if (
            held
            and talks.when is not None
            and talks.status is event.status
            and _there(event, talks)
        ):
            best = _later(best, talks.when)
    return best


def _later(one: When | None, other: When) -> When:
    """The later of two dates: a document's own talks rather than earlier ones it recalls."""
    if one is None or one.first is None or (other.first is not None and other.first >= one.first):
        return other
    return one


def _there(event: Event, talks: Event) -> bool:
    """Whether those who say something are those who talk."""
    people, talking = _people(event), _people(talks)
    if people & talking and _parties_acting(event) <= _parties(talks):
        return True
    if people:
        return people <= talking or len(people & talking) >= _SOME
    return event.type is EventType.AGREE and _parties(event) == _parties(talks)


def _parties_acting(event: Event) -> set[str]:
    """The parties that say something."""
    told = (a.party for a in event.actors if a.role in _ACTING)
    return {party.name for party in told if party is not None}


def _people(event: Event) -> set[str]:
    return {a.person.name for a in event.actors if a.person is not None and a.role in _ACTING}


def _parties(event: Event) -> set[str]:
    return {a.party.name for a in event.actors if a.party is not None}


_ACTING = frozenset({ActorRole.SOURCE, ActorRole.PARTICIPANT, ActorRole.HOST})

"""Dates that an event has from the one it belongs to: a trip, or the meeting told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.reading import Reading
from communique.claims.slots.event import Event
from communique.model.claim import When
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType

# What is said at a meeting has its date.
_SAID = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.AGREE, EventType.SUPPORT})
_TALKS = frozenset({EventMode.MEETING, EventMode.CALL, EventMode.NEGOTIATION, EventMode.SUMMIT})


def with_inherited_dates(reading: Reading, events: list[Event]) -> Iterator[Event]:
    """The events, with a date for those that happen during another one that has it."""
    joint = "joint" in (reading.document.title or "").lower()
    for event in events:
        when = event.when
        if when is None and event.type is EventType.CONSULT:
            when = _of_trip(event, events)
        elif when is None and event.type in _SAID and not joint:
            when = _of_talks(event, events)
        yield event if when == event.when else replace(event, when=when)


def _of_trip(event: Event, events: list[Event]) -> When | None:
    """The date of the trip during which a meeting takes place."""
    if event.mode is EventMode.VISIT:
        return None
    people, parties = _people(event), _parties(event)
    for trip in events:
        if trip.mode is not EventMode.VISIT or trip.when is None or trip.status != event.status:
            continue
        travellers = {
            a.person.name
            for a in trip.actors
            if a.role is ActorRole.SOURCE and a.person is not None
        }
        hosts = {
            a.party.name for a in trip.actors if a.role is ActorRole.HOST and a.party is not None
        }
        if travellers & people and hosts & parties:
            return trip.when
    return None


def _of_talks(event: Event, events: list[Event]) -> When | None:
    """The date of the talks, told before, at which somebody says something."""
    if event.status is not EventStatus.OCCURRED:
        return None
    best = None
    for talks in events:
        told_before = talks.evidence[0].start <= event.evidence[0].start
        held = talks.type is EventType.CONSULT and talks.mode in _TALKS and told_before
        if (
            held
            and talks.when is not None
            and talks.status is event.status
            and _there(event, talks)
        ):
            best = best or talks.when
    return best


def _there(event: Event, talks: Event) -> bool:
    """Whether those who say something are those who talk."""
    people = _people(event)
    if people:
        return people <= _people(talks)
    return event.type is EventType.AGREE and _parties(event) == _parties(talks)


def _people(event: Event) -> set[str]:
    return {a.person.name for a in event.actors if a.person is not None and a.role in _ACTING}


def _parties(event: Event) -> set[str]:
    return {a.party.name for a in event.actors if a.party is not None}


_ACTING = frozenset({ActorRole.SOURCE, ActorRole.PARTICIPANT, ActorRole.HOST})

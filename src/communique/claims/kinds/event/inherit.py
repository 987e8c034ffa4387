"""Dates that an event has from the one it belongs to: a trip, or the meeting told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from communique.claims.kinds.event.sites import Site
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


# Words of a title that tell of a trip as a whole.
_TRIPS = frozenset({"trip", "travel", "travels", "visit", "tour", "journey", "mission"})
# What follows upon other things tells of these: "the stop followed one in Oman, where he met".
_AFTER = frozenset({"follow", "precede"})
_SETTING_OUT = frozenset({"depart", "leave", "embark"})
_DURING = frozenset({"in", "during", "at"})
# What was done before somebody set out: "has met", "had met".
_PERFECT = frozenset({"has", "have", "had"})


class Telling(NamedTuple):
    """How the words for an event bear on its date.

    Attributes:
        by_verb: Whether a verb tells it; "their application" is none of the meeting's.
        on_trip: Whether it may be one of the acts that a report of a trip tells one by one.
        sets_out: Whether a trip is told by its first step, whose day is not that of what is done:
            "will depart on Monday", "will travel tonight".
    """

    by_verb: bool
    on_trip: bool
    sets_out: bool


def telling(reading: Reading, site: Site) -> Telling:
    """How the words of an act bear on its date.

    Args:
        reading: The document.
        site: The act.
    """
    tree, verb = reading.tree, site.verb
    by_verb = not site.act.nouns
    above = tree[site.head].head
    if verb is None and tree[site.head].dep == "pobj" and tree.lower(above) in _DURING:
        # "During meetings with the king she offered help".
        verb = next((i for i in tree.ancestors(above) if tree.is_verb(i)), None)
    if verb is None:
        return Telling(by_verb, on_trip=False, sets_out=False)
    told = _PERFECT.isdisjoint(tree.auxiliaries(verb))
    told = told and not any(tree[i].lemma in _AFTER for i in tree.ancestors(verb))
    night = any(tree.lower(i) == "tonight" for i in range(*tree.sentence(verb)))
    return Telling(by_verb, told, night or tree[verb].lemma in _SETTING_OUT)


def with_inherited_dates(
    reading: Reading, events: list[Event], tellings: list[Telling]
) -> Iterator[Event]:
    """The events, with a date for those that happen during another one that has it.

    Args:
        reading: The document.
        events: In text order.
        tellings: For each, how its words bear on its date.
    """
    titled = _TRIPS & set((reading.document.title or "").lower().split())
    joint = speaks_jointly(reading)
    trips = [
        event
        for event, told in zip(events, tellings, strict=True)
        if event.mode is EventMode.VISIT and event.when is not None and not told.sets_out
    ]
    for event, told in zip(events, tellings, strict=True):
        when = event.when
        if event.type is EventType.CONSULT:
            trip = _trip(event, trips)
            if trip is None and titled and told.on_trip and when is None:
                when = _of_whole_trip(event, trips)
            if trip is not None:
                yield replace(event, when=when or trip.when, place=event.place or trip.place)
                continue
        elif when is None and event.type in _SAID and told.by_verb and not joint:
            when = _of_talks(event, events)
        yield event if when == event.when else replace(event, when=when)


def speaks_jointly(reading: Reading) -> bool:
    """Whether a document speaks itself for several, so that what it says has no day of its own.

    A joint readout tells of talks as any other report of them does.
    """
    title = (reading.document.title or "").lower()
    return "joint" in title and "readout" not in title


def _trip(event: Event, trips: list[Event]) -> Event | None:
    """The dated trip during which a meeting takes place; it gives its days and its place."""
    if event.mode in _NOT_ON_TRIPS or event.mode is None:
        return None
    people, parties = _people(event), _parties(event)
    for trip in trips:
        if trip.when is None or trip.status != event.status:
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


def _of_whole_trip(event: Event, trips: list[Event]) -> When | None:
    """The days of the trip that the document is about, for what is done on it."""
    if event.mode is EventMode.CALL:
        return None
    for trip in trips:
        if trip is event or trip.status != event.status:
            continue
        travellers = {a.person.name for a in trip.actors if a.role is ActorRole.SOURCE and a.person}
        people = _people(event)
        delegation = not people & travellers and bool(_sent(trip) & _alone(event))
        told_after = trip.evidence[0].start <= event.evidence[0].start
        if told_after and (travellers & people or delegation):
            return trip.when
    return None


def _alone(event: Event) -> set[str]:
    """The parties that are there without a person: a delegation."""
    return {a.party.name for a in event.actors if a.party is not None and a.person is None}


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

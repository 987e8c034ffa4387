"""The PLOVER view: the events of a document, and those that its other claims imply.

Claims keep the type of an act and say that it is planned; PLOVER codes the promise instead. What is
denied, merely possible or merely considered is no event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.exports.lines import encoded, failure, head
from communique.model.claim import Actor, Claim, Party, When
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.plain import plain
from communique.model.terms import (
    ActorRole,
    EventMode,
    EventStatus,
    EventType,
    Finance,
    Grade,
    InstrumentAction,
    Modality,
)


class Mode(StrEnum):
    """The PLOVER modes that claims can tell."""

    VISIT = "visit"
    PHONE = "phone"
    MULTILATERAL = "multilateral"
    THIRD_PARTY = "third-party"
    MEET = "meet"


@dataclass(frozen=True, slots=True)
class PloverEvent:
    """An event in PLOVER's terms.

    Attributes:
        type: PLOVER type, tense reckoned in.
        mode: PLOVER mode, None where the type has none or it is not told.
        actors: Sources and targets, or participants among equals; there are no hosts.
        place: Where, as written.
        when: The days it takes.
        claim: The claim that tells or implies it.
    """

    type: EventType
    mode: Mode | None
    actors: tuple[Actor, ...]
    place: str | None
    when: When | None
    claim: Claim


# A promise of the act is coded in its place; announced harm is a threat.
_TO_COME = {
    EventType.CONSULT: EventType.AGREE,
    EventType.SUPPORT: EventType.AGREE,
    EventType.COOPERATE: EventType.AGREE,
    EventType.AID: EventType.AGREE,
    EventType.RETREAT: EventType.CONCEDE,
    EventType.PROTEST: EventType.THREATEN,
    EventType.SANCTION: EventType.THREATEN,
    EventType.MOBILIZE: EventType.THREATEN,
    EventType.COERCE: EventType.THREATEN,
    EventType.ASSAULT: EventType.THREATEN,
}
# What is called off is refused; of other acts, calling off is no event.
_REFUSED = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.AID})
_MODES = {
    EventMode.VISIT: Mode.VISIT,
    EventMode.CALL: Mode.PHONE,
    EventMode.SUMMIT: Mode.MULTILATERAL,
    EventMode.FORUM: Mode.MULTILATERAL,
    EventMode.CONFERENCE: Mode.MULTILATERAL,
}
# Steps of an instrument that are acts of its parties towards each other.
_STEPS = {
    InstrumentAction.NEGOTIATING: EventType.CONSULT,
    InstrumentAction.INITIALLED: EventType.SUPPORT,
    InstrumentAction.SIGNED: EventType.SUPPORT,
    InstrumentAction.ADOPTED: EventType.SUPPORT,
    InstrumentAction.RATIFIED: EventType.SUPPORT,
    InstrumentAction.IN_FORCE: EventType.SUPPORT,
    InstrumentAction.RENEWED: EventType.SUPPORT,
}
# One side alone can ratify or sign; talks and adoption take several, else they are its own affair.
_ALONE = frozenset({InstrumentAction.RATIFIED, InstrumentAction.SIGNED})
_PROMISED = frozenset({Grade.INTENDED, Grade.PLEDGED, Grade.AGREED})
# Money that serves both sides is an exchange, not aid.
_EXCHANGED = frozenset({Finance.INVESTMENT, Finance.PURCHASE})
_NOT_TOLD = frozenset({Modality.DENIED, Modality.POSSIBLE})


def to_line(result: Extraction | Failure) -> str:
    """One result as a line of JSON, without the line break; its claims are PLOVER events."""
    if isinstance(result, Failure):
        return encoded(failure(result))
    events = [_entry(event) for event in plover_events(result)]
    return encoded({**head(result), "claims": events})


def plover_events(result: Extraction) -> tuple[PloverEvent, ...]:
    """The events of a document in PLOVER's terms, those that are told before those implied.

    An implied event that only repeats one of the same words and parties is left out, so that a
    sentence on three sums for one receiver is one promise.
    """
    found: list[PloverEvent] = []
    for claim in (*result.claims, *result.remarks):
        if isinstance(claim, Event) and claim.modality not in _NOT_TOLD:
            found.extend(_of_event(claim))
    for claim in result.claims:
        if claim.modality not in _NOT_TOLD:
            found.extend(e for e in _implied(claim) if not any(_repeats(e, o) for o in found))
    return tuple(found)


def _entry(event: PloverEvent) -> dict[str, Any]:
    claim = event.claim
    return {
        "id": claim.id,
        "kind": Event.kind,
        "type": event.type.value,
        "mode": plain(event.mode),
        "actors": plain(event.actors),
        "place": event.place,
        "when": plain(event.when),
        "from": claim.kind,
        "attributed_to": claim.attributed_to,
        "evidence": plain(claim.evidence),
    }


def _of_event(event: Event) -> Iterator[PloverEvent]:
    """An event with its tense reckoned in, unless it was called off and nobody refused."""
    kind, actors, mode = event.type, *_sides(event)
    if event.status is EventStatus.CANCELLED:
        if kind not in _REFUSED:
            return
        kind, mode = EventType.REJECT, Mode.MEET if kind is EventType.CONSULT else None
    elif event.status is EventStatus.PLANNED or event.modality is Modality.PLANNED:
        kind, mode = _TO_COME.get(kind, kind), None
    yield PloverEvent(kind, mode, actors, event.place, event.when, event)


def _sides(event: Event) -> tuple[tuple[Actor, ...], Mode | None]:
    """The actors without hosts, and the mode.

    Who is visited is a target; who hosts a meeting with one other is a participant. Who hosts
    others is the place of their meeting, and, if no participant, a third party.
    """
    hosts = [a for a in event.actors if a.role is ActorRole.HOST]
    others = tuple(a for a in event.actors if a.role is not ActorRole.HOST)
    roles = {a.role for a in others}
    mode = _mode(event)
    if ActorRole.SOURCE in roles and ActorRole.TARGET not in roles:
        return (*others, *_as(ActorRole.TARGET, hosts)), mode
    present = {a.party or a.person for a in others}
    if len(present) < 2:
        return (*others, *_as(ActorRole.PARTICIPANT, hosts)), mode
    if mode is None and event.type is EventType.CONSULT and hosts:
        apart = all(a.party not in present for a in hosts)
        mode = Mode.THIRD_PARTY if apart else None
    return others, mode


def _mode(event: Event) -> Mode | None:
    """The PLOVER mode of a meeting, from its form; other types take none from it."""
    if event.type is not EventType.CONSULT or event.mode is None:
        return None
    return _MODES.get(event.mode)


def _as(role: ActorRole, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    return tuple(Actor(role, actor.party, actor.person) for actor in actors)


def _implied(claim: Claim) -> Iterator[PloverEvent]:
    match claim:
        case Instrument():
            yield from _of_instrument(claim)
        case Commitment():
            yield from _of_commitment(claim)


def _of_instrument(instrument: Instrument) -> Iterator[PloverEvent]:
    """Signing, adopting and the like as support between the parties; talks as talks."""
    kind = _STEPS.get(instrument.action)
    parties = instrument.parties
    if kind is None or not parties or (len(parties) < 2 and instrument.action not in _ALONE):
        return
    if instrument.modality is Modality.PLANNED:
        kind = _TO_COME[kind]
    role = ActorRole.PARTICIPANT if len(parties) > 1 else ActorRole.SOURCE
    actors = tuple(Actor(role, party) for party in parties)
    yield PloverEvent(kind, None, actors, instrument.place, instrument.when, instrument)


def _of_commitment(commitment: Commitment) -> Iterator[PloverEvent]:
    """A promise as an agreement, what was given as aid or exchange; who gives must be told."""
    by, to = commitment.by, tuple(p for p in commitment.to if p not in commitment.by)
    kind = _kind_of(commitment, to)
    if kind is None or not by:
        return
    together = len(by) > 1 and not to
    role = ActorRole.PARTICIPANT if together else ActorRole.SOURCE
    actors = (*_each(role, by), *_each(ActorRole.TARGET, to))
    yield PloverEvent(kind, None, actors, None, commitment.when, commitment)


def _kind_of(commitment: Commitment, to: tuple[Party, ...]) -> EventType | None:
    """Words against deeds: what is given needs a receiver, what is promised does not."""
    planned = commitment.modality is Modality.PLANNED
    if commitment.grade in _PROMISED or (planned and commitment.grade is not Grade.CONSIDERED):
        return EventType.AGREE
    if commitment.grade is Grade.CONTRACTED:
        lent = commitment.finance in {Finance.GRANT, Finance.LOAN}
        return EventType.AID if lent and to else EventType.AGREE
    if commitment.grade is Grade.DELIVERED and to:
        exchanged = commitment.finance in _EXCHANGED
        return EventType.COOPERATE if exchanged else EventType.AID
    return None


def _each(role: ActorRole, parties: tuple[Party, ...]) -> tuple[Actor, ...]:
    return tuple(Actor(role, party) for party in parties)


def _repeats(event: PloverEvent, other: PloverEvent) -> bool:
    """Whether an implied event has the type, a party and words of another."""
    parties = {a.party for a in event.actors if a.party is not None}
    shared = parties & {a.party for a in other.actors}
    return event.type is other.type and bool(shared) and _share_words(event.claim, other.claim)


def _share_words(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)

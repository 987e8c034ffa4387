"""What of an event claim matters for the question whether two tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.claims.slots.event import Event
from communique.model.claim import Actor
from communique.model.record import Node
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType
from communique.records.comparing.days import Days
from communique.records.comparing.lore import Lore
from communique.records.comparing.people import Attendant
from communique.records.comparing.places import Place
from communique.records.comparing.relations import supposed
from communique.records.comparing.titles import Name

#: Gatherings of many; the others are of two sides unless more are told.
WIDE = frozenset({EventMode.SUMMIT, EventMode.FORUM, EventMode.CONFERENCE, EventMode.EXHIBITION})
#: Two sides meet; three or more make a gathering of many.
_MANY = 3
# Two persons identify a meeting, as do two sides.
_PAIR = 2
# Words of a quote that are kept: long quotes have many, and the first tell what it is about.
_GIST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class EventProfile:
    """What of an event claim is compared.

    Attributes:
        type: PLOVER type.
        mode: The form that it takes.
        name: Its name.
        ordinal: Its number.
        sources: Sides that act, or travel; empty where all take part alike.
        sides: All other sides, sorted.
        supposed: Sides that take part as the document is about them and another, where the claim
            names fewer than two, sorted.
        travellers: Persons of the sources, sorted.
        people: All other persons, sorted.
        wide: Whether many take part: a summit, a grouping, three sides or more.
        place: Where.
        when: The days that the text gives.
        told: Day of publication, only where the text gives no days.
        ahead: Whether it lies ahead when it is told.
        recalled: Whether a text without a date looks back on it, so that it was published long
            after.
        tellers: Sides that tell it of themselves, only where time zones may shift the day.
        gist: Words of the quote, only where the slots do not tell one event from another.
    """

    type: EventType
    mode: EventMode | None = None
    name: Name | None = None
    ordinal: int | None = None
    sources: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    supposed: tuple[str, ...] = ()
    travellers: tuple[Attendant, ...] = ()
    people: tuple[Attendant, ...] = ()
    wide: bool = False
    place: Place | None = None
    when: Days | None = None
    told: date | None = None
    ahead: bool = False
    recalled: bool = False
    tellers: tuple[str, ...] = ()
    gist: tuple[str, ...] = ()


def profile_of(node: Node, claim: Event, lore: Lore) -> EventProfile:
    """The profile of an event claim."""
    side_of = _sides_of(claim.actors, lore)
    acting = [a for a in claim.actors if a.role is ActorRole.SOURCE]
    others = [a for a in claim.actors if a.role is not ActorRole.SOURCE]
    when = Days.of(claim.when)
    people = _people(others, side_of)
    quote = claim.evidence[0].exact
    profile = EventProfile(
        type=claim.type,
        mode=claim.mode,
        name=lore.titles.read(claim.title),
        ordinal=claim.ordinal,
        sources=_sides(acting, side_of),
        sides=_sides(others, side_of),
        supposed=_supposed(node, claim, side_of, lore),
        travellers=_people(acting, side_of),
        people=people,
        wide=_wide(claim, side_of.values(), lore),
        place=lore.places.read(claim.place),
        when=when,
        told=node.document.published if when is None else None,
        ahead=claim.status is EventStatus.PLANNED,
        recalled=_recalled(claim, quote, lore),
        tellers=_tellers(node, claim, people, side_of, lore),
    )
    if _told_apart(profile):
        return profile
    return replace(profile, gist=lore.titles.gist(quote)[:_GIST])


def _sides_of(actors: Sequence[Actor], lore: Lore) -> dict[str, str]:
    """The side of each party, by its name.

    Where all are on one side, as when a president calls on the parliament, each is its own.
    """
    parties = {a.party.name: a.party for a in actors if a.party is not None}
    found = {name: lore.sides.of_party(party) for name, party in parties.items()}
    if len(parties) > 1 and len(set(found.values())) == 1:
        return {name: party.code or name for name, party in parties.items()}
    return found


def _sides(actors: Iterable[Actor], side_of: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted({side_of[a.party.name] for a in actors if a.party is not None}))


def _supposed(node: Node, claim: Event, side_of: dict[str, str], lore: Lore) -> tuple[str, ...]:
    """Sides of a gathering that the claim leaves to its document; acts and visits have roles.

    Where it names a person, the other side may be anybody: "the President met workers".
    """
    manned = len(claim.actors) > 1 or any(a.person is not None for a in claim.actors)
    if manned or claim.type is not EventType.CONSULT or claim.mode is EventMode.VISIT:
        return ()
    return supposed(side_of.values(), node.document, lore.sides)


def _recalled(claim: Event, quote: str, lore: Lore) -> bool:
    past = claim.status is not EventStatus.PLANNED and Days.of(claim.when) is None
    return past and claim.type is EventType.CONSULT and lore.titles.looks_back(quote)


def _people(actors: Iterable[Actor], side_of: dict[str, str]) -> tuple[Attendant, ...]:
    found = {
        Attendant(a.person.name, side_of[a.party.name] if a.party is not None else "")
        for a in actors
        if a.person is not None
    }
    return tuple(sorted(found))


def _wide(claim: Event, sides: Iterable[str], lore: Lore) -> bool:
    if claim.mode is EventMode.VISIT:
        return False
    known = {side for side in sides if lore.sides.known(side)}
    grouping = any(lore.sides.plural(side) for side in known)
    return claim.mode in WIDE or len(known) >= _MANY or grouping


def _tellers(
    node: Node, claim: Event, people: Sequence[Attendant], side_of: dict[str, str], lore: Lore
) -> tuple[str, ...]:
    """Sides that tell of a call or meeting of their own: each has its own clock."""
    of_two = claim.mode in {EventMode.CALL, EventMode.MEETING} and len(people) >= _PAIR
    if not of_two or claim.when is None or claim.when.first != claim.when.last:
        return ()
    own = {lore.sides.of_party(party) for party in node.document.speaks_for}
    return tuple(sorted(own & set(side_of.values()))) if len(own) == 1 else ()


def _told_apart(profile: EventProfile) -> bool:
    """Whether the slots tell the event from another of its type."""
    if profile.type is not EventType.CONSULT:
        return False
    named = profile.name is not None and bool(profile.name.words)
    who = len(profile.people) + len(profile.travellers) >= _PAIR
    sides = len(profile.sides) + len(profile.sources) >= _PAIR
    if profile.when is not None and profile.when.short:
        return named or who or sides
    return named or who

"""A claim cut into facets, the single values that slots are compared by; empty slots give none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from communique.claims.slots.instrument import Instrument
from communique.model.claim import Actor, Amount, Change, Claim, Party, Person, Quantity, When
from communique.model.terms import ActorRole, Modality
from communique.pipeline.evaluate.alike import (
    same_number,
    same_party,
    same_person,
    same_post,
    same_unit,
    same_word,
    similar,
)

Days = tuple[date | None, date | None]
Same = Callable[[Any, Any], bool]


class Facet(NamedTuple):
    """One value of a slot.

    Attributes:
        slot: Name of the slot, with a part after a point where it has parts.
        value: What it holds.
        same: Tells whether two values of this slot count as the same.
    """

    slot: str
    value: Any
    same: Same


def days_of(when: When | None) -> Days:
    """First and last day, both None where there is no time."""
    return (None, None) if when is None else (when.first, when.last)


def facets_of(claim: Claim) -> tuple[Facet, ...]:
    """The facets of a claim."""
    found = [*_common(claim), *_words(claim), *_numbers(claim), *_times(claim)]
    found += [*_parties(claim), *_actors(claim), *_measures(claim)]
    return tuple(facet for facet in found if facet.value not in (None, "", (None, None)))


def agreeing(one: Iterable[Facet], other: Sequence[Facet]) -> list[tuple[Facet, Facet]]:
    """Facets of two claims that count as the same, each used once."""
    rest, pairs = list(other), []
    for facet in one:
        for candidate in rest:
            if candidate.slot == facet.slot and facet.same(facet.value, candidate.value):
                rest.remove(candidate)
                pairs.append((facet, candidate))
                break
    return pairs


def _common(claim: Claim) -> Iterator[Facet]:
    """Terms; what is not asserted has a modality, and its status follows from that."""
    for slot in ("type", "mode", "indicator", "grade", "finance", "bound"):
        yield Facet(slot, getattr(claim, slot, None), same_word)
    if claim.modality is not Modality.ASSERTED:
        yield Facet("modality", claim.modality, same_word)
    else:
        yield Facet("status", getattr(claim, "status", None), same_word)


def _words(claim: Claim) -> Iterator[Facet]:
    step = isinstance(claim, Instrument)
    yield Facet("action", getattr(claim, "action", None), same_word if step else similar)
    for slot in ("attributed_to", "title", "name", "label", "place"):
        yield Facet(slot, getattr(claim, slot, None), similar)
    yield Facet("post", getattr(claim, "post", None), same_post)
    yield Facet("unit", getattr(claim, "unit", None), same_unit)


def _numbers(claim: Claim) -> Iterator[Facet]:
    for slot in ("ordinal", "count", "points", "value"):
        yield Facet(slot, getattr(claim, slot, None), same_number)


def _times(claim: Claim) -> Iterator[Facet]:
    for slot in ("when", "deadline", "period"):
        yield Facet(slot, days_of(getattr(claim, slot, None)), _equal)


def _parties(claim: Claim) -> Iterator[Facet]:
    for slot in ("parties", "by", "to", "about"):
        for party in getattr(claim, slot, ()):
            yield Facet(slot, party, same_party)
    yield Facet("party", getattr(claim, "party", None), same_party)
    person: Person | None = getattr(claim, "person", None)
    yield Facet("person", person and person.name, same_person)


def _actors(claim: Claim) -> Iterator[Facet]:
    """Who takes part, and, of those who are no mere participants, in what role."""
    actors: tuple[Actor, ...] = getattr(claim, "actors", ())
    for actor in actors:
        yield Facet("actor", actor.party, same_party)
        yield Facet("actor.person", actor.person and actor.person.name, same_person)
        if actor.party is not None and actor.role is not ActorRole.PARTICIPANT:
            yield Facet("actor.role", (actor.role, actor.party), _same_role)


def _measures(claim: Claim) -> Iterator[Facet]:
    for slot in ("amount", "quantity", "change"):
        part: Amount | Quantity | Change | None = getattr(claim, slot, None)
        if part is None:
            continue
        unit = part.currency if isinstance(part, Amount) else part.unit
        yield Facet(slot, part.value, same_number)
        yield Facet(f"{slot}.unit", unit, same_unit)
        if isinstance(part, Change):
            yield Facet(f"{slot}.direction", part.direction, same_word)
            yield Facet(f"{slot}.base", days_of(part.base), _equal)
        else:
            yield Facet(f"{slot}.bound", part.bound, same_word)


def _equal(one: object, other: object) -> bool:
    return one == other


def _same_role(one: tuple[ActorRole, Party], other: tuple[ActorRole, Party]) -> bool:
    return one[0] is other[0] and same_party(one[1], other[1])

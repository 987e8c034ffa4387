"""Which claim that was found stands for which claim of the gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.claim import Claim, Party
from communique.pipeline.evaluate.alike import (
    same_number,
    same_party,
    same_person,
    same_post,
    same_unit,
    similar,
)
from communique.pipeline.evaluate.facets import agreeing, days_of, facets_of

T = TypeVar("T")
Admits = Callable[[Claim, Claim], bool]


def paired(found: Sequence[Claim], gold: Sequence[Claim], admits: Admits) -> list[tuple[int, int]]:
    """One-to-one pairs of claims of one kind that share evidence, as indices.

    As many as can be, those that agree in most facets first.

    Args:
        found: What an extractor found.
        gold: What people found.
        admits: Whether a found claim may stand for one of the gold, beyond kind and evidence.
    """
    options = _options(found, gold, admits)
    owner: dict[int, int] = {}

    def assign(index: int, tried: set[int]) -> bool:
        """Give a claim a partner, moving others where they have a second choice."""
        for _, partner in options[index]:
            if partner in tried:
                continue
            tried.add(partner)
            if partner not in owner or assign(owner[partner], tried):
                owner[partner] = index
                return True
        return False

    for index in sorted(options, key=lambda index: options[index][0]):
        assign(index, set())
    return [(index, partner) for partner, index in owner.items()]


def _options(
    found: Sequence[Claim], gold: Sequence[Claim], admits: Admits
) -> dict[int, list[tuple[int, int]]]:
    """For each found claim its possible partners, the best agreeing first."""
    told = [facets_of(claim) for claim in gold]
    options: dict[int, list[tuple[int, int]]] = {}
    for index, claim in enumerate(found):
        facets = facets_of(claim)
        partners = sorted(
            (-len(agreeing(facets, told[n])), n)
            for n, other in enumerate(gold)
            if claim.kind == other.kind and share_evidence(claim, other) and admits(claim, other)
        )
        if partners:
            options[index] = partners
    return options


def share_evidence(one: Claim, other: Claim) -> bool:
    """Whether half of the shorter of two quotes is shared."""
    for a in one.evidence:
        for b in other.evidence:
            common = min(a.end, b.end) - max(a.start, b.start)
            if common > 0 and 2 * common >= min(a.end - a.start, b.end - b.start):
                return True
    return False


def keys_agree(found: Claim, gold: Claim) -> bool:
    """Whether a found claim has the key slots of a claim of the gold."""
    match found, gold:
        case Event(), Event():
            return _same_event(found, gold)
        case Instrument(), Instrument():
            return _same_instrument(found, gold)
        case Commitment(), Commitment():
            return found.grade is gold.grade and _same_undertaking(found, gold)
        case Figure(), Figure():
            return same_number(found.value, gold.value) and same_unit(found.unit, gold.unit)
        case Office(), Office():
            same = same_person(found.person.name, gold.person.name)
            return same and same_post(found.post, gold.post)
    return False


def _same_event(found: Event, gold: Event) -> bool:
    if found.type is not gold.type or days_of(found.when) != days_of(gold.when):
        return False
    if not gold.actors:
        return True
    parties, own_parties = _parties(found), _parties(gold)
    persons, own_persons = _persons(found), _persons(gold)
    return _some_shared(parties, own_parties, same_party) or _some_shared(
        persons, own_persons, same_person
    )


def _parties(event: Event) -> list[Party]:
    return [actor.party for actor in event.actors if actor.party is not None]


def _persons(event: Event) -> list[str]:
    return [actor.person.name for actor in event.actors if actor.person is not None]


def _same_instrument(found: Instrument, gold: Instrument) -> bool:
    if found.type is not gold.type or found.action is not gold.action:
        return False
    named = bool(found.name and gold.name and similar(found.name, gold.name))
    unnamed = not gold.name and not gold.parties
    return unnamed or named or _some_shared(found.parties, gold.parties, same_party)


def _same_undertaking(found: Commitment, gold: Commitment) -> bool:
    """Whether amount, deadline or quantity agree."""
    if gold.amount is not None and found.amount is not None:
        same = same_number(found.amount.value, gold.amount.value)
        if same and found.amount.currency == gold.amount.currency:
            return True
    if days_of(found.deadline) == days_of(gold.deadline) != (None, None):
        return True
    if gold.quantity is None or found.quantity is None:
        return False
    same = same_number(found.quantity.value, gold.quantity.value)
    return same and same_unit(found.quantity.unit, gold.quantity.unit)


def _some_shared(ones: Iterable[T], others: Sequence[T], same: Callable[[T, T], bool]) -> bool:
    return any(same(one, other) for one in ones for other in others)

"""Which claim that was found tells which happening of the gold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.model.claim import Claim, Evidence
from communique.model.plain import plain
from communique.model.record import ClaimRef
from communique.pipeline.evaluate.happenings import (
    Happening,
    MergingGold,
    Passage,
    Values,
    claims_for,
)

#: The claims of each document, by its id.
Found = Mapping[str, Sequence[Claim]]


@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """A claim that tells a happening.

    Attributes:
        ref: The claim.
        happening: Id of the happening.
        quote: Its words.
    """

    ref: ClaimRef
    happening: str
    quote: str


@dataclass(frozen=True, slots=True)
class Placement:
    """The claims of one kind of record that tell its happenings.

    Attributes:
        kind: Kind of record.
        claims: The claims, each once, in the order of the documents.
        tellings: Number of tellings in the gold.
        found: Number of those that a claim was found for.
        missed: Tellings without one, as happening and quote.
    """

    kind: str
    claims: tuple[Placed, ...]
    tellings: int
    found: int
    missed: tuple[tuple[str, Passage], ...]


def placements(gold: MergingGold, found: Found) -> Mapping[str, Placement]:
    """The placement of each kind of record that the gold tells of."""
    by_kind: dict[str, list[Happening]] = defaultdict(list)
    for happening in gold.happenings:
        by_kind[happening.kind].append(happening)
    order = {document.id: number for number, document in enumerate(gold.documents)}
    return {
        kind: _placement(kind, happenings, found, order) for kind, happenings in by_kind.items()
    }


def _placement(
    kind: str, happenings: Sequence[Happening], found: Found, order: Mapping[str | None, int]
) -> Placement:
    told: dict[str, list[tuple[str, Passage]]] = defaultdict(list)
    for happening in happenings:
        for passage in happening.passages:
            told[passage.document].append((happening.id, passage))
    claims: list[Placed] = []
    missed: list[tuple[str, Passage]] = []
    for document in sorted(told, key=lambda ident: order[ident]):
        own = [claim for claim in found.get(document, ()) if claim.kind == claims_for(kind)]
        placed = _placed(told[document], own)
        for index, ident in sorted(placed.items()):
            quote = own[index].evidence[0].exact
            claims.append(Placed(ClaimRef(document, own[index].id), ident, quote))
        missed += _missed(told[document], own, placed)
    tellings = sum(map(len, told.values()))
    return Placement(kind, tuple(claims), tellings, tellings - len(missed), tuple(missed))


def _placed(told: Sequence[tuple[str, Passage]], claims: Sequence[Claim]) -> dict[int, str]:
    """Happenings by the number of the claim: one claim a telling, those that fit best first."""
    options = sorted(
        (-len(passage.slots), -_likeness(claim, passage.quote), number, index)
        for number, (_, passage) in enumerate(told)
        for index, claim in enumerate(claims)
        if tells(claim, passage)
    )
    placed: dict[int, str] = {}
    taken: set[int] = set()
    for _, _, number, index in options:
        if number not in taken and index not in placed:
            taken.add(number)
            placed[index] = told[number][0]
    return placed


def _missed(
    told: Sequence[tuple[str, Passage]], claims: Sequence[Claim], placed: Mapping[int, str]
) -> Iterator[tuple[str, Passage]]:
    """Tellings without a claim; a claim with several quotes may tell a happening twice."""
    for happening, passage in told:
        own = (claims[index] for index, other in placed.items() if other == happening)
        if not any(tells(claim, passage) for claim in own):
            yield happening, passage


def tells(claim: Claim, passage: Passage) -> bool:
    """Whether a claim can be what a passage tells.

    They share half of the shorter of two quotes, and the claim holds what the passage asks for.
    """
    if not any(_shared(quote, passage.quote) for quote in claim.evidence):
        return False
    return all(_holds(getattr(claim, slot), values) for slot, values in passage.slots.items())


def _shared(one: Evidence, other: Evidence) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common > 0 and 2 * common >= min(one.end - one.start, other.end - other.start)


def _likeness(claim: Claim, quote: Evidence) -> float:
    """Share of the words covered by either that both cover."""
    best = 0.0
    for own in claim.evidence:
        common = min(own.end, quote.end) - max(own.start, quote.start)
        best = max(best, common / (max(own.end, quote.end) - min(own.start, quote.start)))
    return best


def _holds(slot: object, values: Values) -> bool:
    """Whether a slot holds one of the values: a text within it, or an equal number."""
    told = plain(slot)
    text = json.dumps(told, ensure_ascii=False).casefold()
    numbers = set(_numbers(told))
    return any(
        value.casefold() in text if isinstance(value, str) else value in numbers for value in values
    )


def _numbers(told: object) -> Iterator[int | float]:
    if isinstance(told, Mapping):
        told = list(told.values())
    if isinstance(told, list):
        for entry in told:
            yield from _numbers(entry)
    elif isinstance(told, int | float) and not isinstance(told, bool):
        yield told

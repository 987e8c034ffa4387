"""What went wrong in a document, told so that somebody who writes rules can work from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from communique.model.claim import Claim
from communique.pipeline.evaluate.facets import Facet, agreeing, facets_of


class Fault(StrEnum):
    """What sort of mistake it is."""

    #: In the gold, and no claim that was found shares its evidence.
    MISSED = "missed"
    #: Found, and no claim of the gold shares its evidence.
    MADE_UP = "made up"
    #: Both share evidence, but not the key slots: it counts as missed and as made up.
    KEY = "wrong key"
    #: Found, with slots that differ.
    SLOTS = "slots differ"


class Difference(NamedTuple):
    """A slot in which a claim differs from the gold; values on one side only are None there."""

    slot: str
    expected: object
    got: object


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake.

    Attributes:
        document: Id of the document.
        kind: Kind of the claim.
        fault: What sort of mistake it is.
        quote: The words of the gold where it has the claim, else those that were found.
        start: Where the quote begins in the text.
        differences: The slots that differ; of what was missed or made up, all filled ones.
    """

    document: str
    kind: str
    fault: Fault
    quote: str
    start: int
    differences: tuple[Difference, ...]


def mistakes_of(
    ident: str,
    found: Sequence[Claim],
    gold: Sequence[Claim],
    hits: Sequence[tuple[int, int]],
    aligned: Mapping[int, int],
) -> tuple[Mistake, ...]:
    """The mistakes of a document, in text order.

    Args:
        ident: Id of the document.
        found: What an extractor found.
        gold: What people found.
        hits: Pairs whose key slots agree, as indices.
        aligned: Partners that share evidence, whatever their slots.
    """
    mistakes = list(_of_hits(ident, found, gold, hits))
    rest = set(range(len(found))) - {index for index, _ in hits}
    unmet = set(range(len(gold))) - {partner for _, partner in hits}
    for index in sorted(rest):
        partner = aligned.get(index)
        if partner is not None and partner in unmet:
            unmet.discard(partner)
            differences = _differences(found[index], gold[partner])
            mistakes.append(_mistake(ident, Fault.KEY, gold[partner], differences))
        else:
            told = (Difference(f.slot, None, f.value) for f in facets_of(found[index]))
            mistakes.append(_mistake(ident, Fault.MADE_UP, found[index], tuple(told)))
    for partner in sorted(unmet):
        wanted = (Difference(f.slot, f.value, None) for f in facets_of(gold[partner]))
        mistakes.append(_mistake(ident, Fault.MISSED, gold[partner], tuple(wanted)))
    return tuple(sorted(mistakes, key=lambda mistake: (mistake.start, mistake.kind)))


def _of_hits(
    ident: str, found: Sequence[Claim], gold: Sequence[Claim], hits: Sequence[tuple[int, int]]
) -> Iterator[Mistake]:
    for index, partner in hits:
        differences = _differences(found[index], gold[partner])
        if differences:
            yield _mistake(ident, Fault.SLOTS, gold[partner], differences)


def _mistake(
    ident: str, fault: Fault, claim: Claim, differences: tuple[Difference, ...]
) -> Mistake:
    quote = claim.evidence[0]
    return Mistake(ident, claim.kind, fault, quote.exact, quote.start, differences)


def _differences(found: Claim, gold: Claim) -> tuple[Difference, ...]:
    """The facets that have no equal on the other side, those of one slot side by side."""
    own, wanted = list(facets_of(found)), list(facets_of(gold))
    for facet, partner in agreeing(own, wanted):
        own.remove(facet)
        wanted.remove(partner)
    slots = dict.fromkeys(facet.slot for facet in (*wanted, *own))
    return tuple(d for slot in slots for d in _beside(slot, wanted, own))


def _beside(slot: str, wanted: Sequence[Facet], own: Sequence[Facet]) -> Iterator[Difference]:
    expected: list[object] = [f.value for f in wanted if f.slot == slot]
    got: list[object] = [f.value for f in own if f.slot == slot]
    length = max(len(expected), len(got))
    expected += [None] * (length - len(expected))
    got += [None] * (length - len(got))
    for pair in zip(expected, got, strict=True):
        yield Difference(slot, *pair)

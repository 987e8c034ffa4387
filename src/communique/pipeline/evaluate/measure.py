"""Precision, recall and F1 of what an extractor found, with intervals, and its mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.claims.shapes import SHAPES
from communique.model.claim import Claim
from communique.pipeline.evaluate.facets import agreeing, facets_of
from communique.pipeline.evaluate.mistakes import Mistake, mistakes_of
from communique.pipeline.evaluate.pairing import keys_agree, paired
from communique.pipeline.evaluate.sampling import interval, samples

#: Names of the kinds, in the order of reports.
KINDS = tuple(shape.kind for shape in SHAPES)
#: All kinds together.
ALL = "all"


class Counts(NamedTuple):
    """What was right, made up and missed."""

    right: int = 0
    made_up: int = 0
    missed: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sums of both."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.right / (self.right + self.made_up) if self.right + self.made_up else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts over all documents, with the 95 % interval of their F1."""

    counts: Counts
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scored:
    """One document, measured.

    Attributes:
        found: Counts of claims by kind.
        slots: Counts of filled slots by kind.
        by_slot: Counts of filled slots by slot.
        mistakes: What went wrong, in text order.
    """

    found: Mapping[str, Counts]
    slots: Mapping[str, Counts]
    by_slot: Mapping[str, Counts]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An extractor, measured.

    Attributes:
        documents: Number of documents.
        failed: Ids of those that could not be extracted; their claims count as missed.
        refused: Number of claims that the gate left out, by reason.
        found: Claims found, by kind and in all.
        slots: Filled slots, by kind and in all.
        by_slot: Filled slots, by slot.
        mistakes: By document, in text order.
    """

    documents: int
    failed: tuple[str, ...]
    refused: Mapping[str, int]
    found: Mapping[str, Measure]
    slots: Mapping[str, Measure]
    by_slot: Mapping[str, Counts]
    mistakes: tuple[Mistake, ...]


def scored(ident: str, found: Sequence[Claim], gold: Sequence[Claim]) -> Scored:
    """Measure one document.

    Claims are found where evidence and key slots agree, one to one. Slots are compared between
    claims that share evidence, so that a wrong key counts as one wrong slot, not as all.
    """
    hits = paired(found, gold, keys_agree)
    aligned = dict(paired(found, gold, lambda _, __: True))
    slots: dict[str, Counts] = {}
    by_slot: dict[str, Counts] = {}
    for index, claim in enumerate(found):
        own = facets_of(claim)
        partner = facets_of(gold[aligned[index]]) if index in aligned else ()
        right = Counter(facet.slot for facet, _ in agreeing(own, partner))
        told = Counter(facet.slot for facet in own)
        _add(by_slot, {s: Counts(right[s], n - right[s], -right[s]) for s, n in told.items()})
        every = right.total()
        _add(slots, {claim.kind: Counts(every, told.total() - every, -every)})
    for claim in gold:
        wanted = Counter(facet.slot for facet in facets_of(claim))
        _add(by_slot, {s: Counts(missed=n) for s, n in wanted.items()})
        _add(slots, {claim.kind: Counts(missed=wanted.total())})
    mistakes = mistakes_of(ident, found, gold, hits, aligned)
    return Scored(_found(found, gold, hits), slots, by_slot, mistakes)


def _found(
    found: Sequence[Claim], gold: Sequence[Claim], hits: Iterable[tuple[int, int]]
) -> dict[str, Counts]:
    right = Counter(found[index].kind for index, _ in hits)
    told = Counter(claim.kind for claim in found)
    wanted = Counter(claim.kind for claim in gold)
    return {k: Counts(right[k], told[k] - right[k], wanted[k] - right[k]) for k in KINDS}


def _add(table: dict[str, Counts], more: Mapping[str, Counts]) -> None:
    for key, counts in more.items():
        table[key] = table.get(key, Counts()).plus(counts)


def summed(
    documents: Sequence[Scored], failed: tuple[str, ...], refused: Mapping[str, int]
) -> Evaluation:
    """The measures over all documents."""
    by_slot: dict[str, Counts] = {}
    for document in documents:
        _add(by_slot, document.by_slot)
    return Evaluation(
        documents=len(documents),
        failed=failed,
        refused=refused,
        found=_measures([document.found for document in documents]),
        slots=_measures([document.slots for document in documents]),
        by_slot=dict(sorted(by_slot.items())),
        mistakes=tuple(m for document in documents for m in document.mistakes),
    )


def _measures(tables: Sequence[Mapping[str, Counts]]) -> dict[str, Measure]:
    drawn = list(samples(len(tables)))
    kinds = {k: [table.get(k, Counts()) for table in tables] for k in KINDS}
    kinds[ALL] = [_total(table.values()) for table in tables]
    return {k: Measure(_total(counts), _interval(counts, drawn)) for k, counts in kinds.items()}


def _total(counts: Iterable[Counts]) -> Counts:
    return Counts(*(sum(column) for column in zip(*counts, strict=True)))


def _interval(counts: Sequence[Counts], drawn: Iterable[Sequence[int]]) -> tuple[float, float]:
    """The 95 % interval of F1 over samples of documents."""
    return interval(_total(counts[n] for n in sample).f1 for sample in drawn)

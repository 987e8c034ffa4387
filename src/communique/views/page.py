"""Everything about one record, with its claims numbered so that the rest can refer to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.model.claim import Evidence
from communique.model.decision import Decision, Ruling
from communique.model.record import ClaimRef, Dispute, Record
from communique.records.rulings import in_force
from communique.store.evidence import Told
from communique.store.listing import Listed
from communique.views.findings import Kept


@dataclass(frozen=True, slots=True)
class Variant:
    """That the versions of one story tell different values: an edit that nobody announced, maybe.

    Attributes:
        slot: Name of the slot.
        story: Number of the story.
        values: The values as plain JSON holds them, each with the claims of the story that tell it,
            by day of publication.
    """

    slot: str
    story: int
    values: tuple[tuple[Any, tuple[ClaimRef, ...]], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A record with all that stands behind it.

    Attributes:
        listed: The record.
        told: Its claims by number, counted from 1; the one that lends its words to the record
            first, then the closest to what it tells.
        others: The records that it is related to, by id, as far as they are there.
        variants: Slots in which the versions of a story differ.
        decisions: What people ruled on its claims and documents, in order.
        undone: Ids of those that were undone.
        findings: What does not add up about it, or in the words that tell it.
    """

    listed: Listed
    told: Mapping[int, Told]
    others: Mapping[str, Record]
    variants: tuple[Variant, ...]
    decisions: tuple[Decision, ...] = ()
    undone: frozenset[str] = frozenset()
    findings: tuple[Kept, ...] = ()

    @property
    def numbers(self) -> Mapping[ClaimRef, int]:
        """Numbers of the claims."""
        return {told.stored.node.ref: number for number, told in self.told.items()}


def page_of(
    listed: Listed,
    told: Mapping[ClaimRef, Told],
    others: Mapping[str, Record],
    decisions: Sequence[Decision] = (),
    findings: Iterable[Kept] = (),
) -> Page:
    """The page of a record.

    Args:
        listed: The record.
        told: Its claims.
        others: The records that it is related to, by id.
        decisions: What people ruled on its claims and documents, undoings among them.
        findings: Findings on the record and on its documents; those on other words are left out.
    """
    here = [told[ref] for ref in listed.record.claims if ref in told]
    variants = tuple(v for d in listed.record.disputes for v in _variants(d, told))
    counting = {decision.id for decision in in_force(decisions)}
    undoings = {decision.id for decision in decisions if decision.ruling is Ruling.UNDO}
    told_here = tuple(decision for decision in decisions if decision.id not in undoings)
    undone = frozenset(d.id for d in told_here if d.id not in counting)
    quotes = [
        (one.stored.node.document.key, quote)
        for one in here
        for quote in one.stored.node.claim.evidence
    ]
    concerning = tuple(kept for kept in findings if _concerns(kept, listed.record, quotes))
    numbered = dict(enumerate(here, 1))
    return Page(listed, numbered, others, variants, told_here, undone, concerning)


def _concerns(kept: Kept, record: Record, quotes: Sequence[tuple[str, Evidence]]) -> bool:
    """Whether a finding is about a record, or about words that tell it: document and quote."""
    if record.id in kept.finding.records:
        return True
    return any(
        quoted.document == document and quoted.start < quote.end and quote.start < quoted.end
        for quoted in kept.finding.quotes
        for document, quote in quotes
    )


def _variants(dispute: Dispute, told: Mapping[ClaimRef, Told]) -> Iterator[Variant]:
    by_story: dict[int, list[tuple[Any, tuple[ClaimRef, ...]]]] = defaultdict(list)
    for telling in dispute.tellings:
        for story, refs in _by_story(telling.claims, told).items():
            by_story[story].append((telling.value, tuple(refs)))
    for story, values in sorted(by_story.items()):
        # One document that tells two values, and its copies, are no versions that differ.
        documents = {frozenset(ref.document for ref in refs) for _, refs in values}
        if len(documents) > 1:
            yield Variant(
                dispute.slot, story, tuple(sorted(values, key=lambda v: _day(v[1], told)))
            )


def _by_story(
    refs: Sequence[ClaimRef], told: Mapping[ClaimRef, Told]
) -> Mapping[int, list[ClaimRef]]:
    found: dict[int, list[ClaimRef]] = defaultdict(list)
    for ref in refs:
        if ref in told:
            found[told[ref].stored.node.document.story].append(ref)
    return found


def _day(refs: Sequence[ClaimRef], told: Mapping[ClaimRef, Told]) -> tuple[str, ClaimRef]:
    """By the earliest publication; what has no date comes last."""
    days = [told[ref].stored.node.document.published for ref in refs]
    return min((d.isoformat() for d in days if d is not None), default="9999"), refs[0]

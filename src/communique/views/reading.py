"""A document as people read it: its paragraphs with the claims in them, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.claims.shapes import SHAPES
from communique.model.claim import Claim
from communique.model.document import Region, RegionKind
from communique.model.finding import Quoted
from communique.model.span import Span
from communique.store.browsing import (
    KeptDocument,
    NamedParty,
    kept_document,
    parties_named,
    records_of_claims,
)
from communique.store.catalogue import DocumentRow
from communique.store.claims import StoredClaim, claims_of
from communique.store.dossier import Connection
from communique.store.story_lists import story_rows
from communique.views.findings import Kept, list_findings, standing
from communique.views.passages import Block, Highlight, Passage, blocks_of, part_at, parts_of

#: Code points of a part of a long text.
PART = 30_000


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a document is shown first.

    Attributes:
        spans: The words that are marked.
        claim: Index of the claim whose words they are; None for words, or nothing.
    """

    spans: tuple[Span, ...] = ()
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its claims and findings.

    Attributes:
        kept: The document.
        claims: Its claims that count, in text order.
        records: Ids of the records of each, by number of the claim.
        versions: The documents of its story, itself among them, the earliest first.
        parties: The parties that it names, those named most often first.
        findings: What does not add up in it.
    """

    kept: KeptDocument
    claims: tuple[StoredClaim, ...]
    records: Mapping[int, tuple[str, ...]]
    versions: tuple[DocumentRow, ...]
    parties: tuple[NamedParty, ...]
    findings: tuple[Kept, ...]

    @property
    def text(self) -> str:
        """Its text."""
        return self.kept.document.text

    @property
    def parts(self) -> tuple[Span, ...]:
        """The parts in which its text is read; a short one has one."""
        return parts_of(self.text, PART)

    @property
    def disclaimers(self) -> tuple[Region, ...]:
        """What its publisher does not answer for."""
        return tuple(
            region
            for region in self.kept.document.regions
            if region.kind is RegionKind.DISCLAIMER and region.span
        )

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Numbers of its claims by kind, in the order in which people look for them."""
        counted = Counter(one.node.claim.kind for one in self.claims)
        kinds = [shape.kind for shape in SHAPES]
        return tuple(
            (kind, counted[kind])
            for kind in (*kinds, *sorted(set(counted) - set(kinds)))
            if counted[kind]
        )

    def claim(self, index: int) -> Claim:
        """A claim."""
        return self.claims[index].node.claim

    def quotes(self, kept: Kept) -> tuple[tuple[Quoted, bool], ...]:
        """The words that a finding quotes, each with whether they stand in this document."""
        return tuple((quote, quote.document == self.kept.key) for quote in kept.finding.quotes)

    def find(self, ident: str) -> Shown | None:
        """The words of a claim; None where it is not among those that count."""
        for index, one in enumerate(self.claims):
            if one.node.ref.claim == ident:
                spans = tuple(Span(e.start, e.end) for e in one.node.claim.evidence)
                return Shown(spans, index)
        return None

    def part(self, number: int, shown: Shown) -> int:
        """Index of the part that is shown: the one asked for, else that of the words, else 0."""
        parts = self.parts
        if number:
            return min(max(number, 1), len(parts)) - 1
        return part_at(parts, shown.spans[0].start) if shown.spans else 0

    def blocks(self, part: Span, shown: Shown) -> tuple[Block, ...]:
        """The paragraphs of a part."""
        highlights = [
            Highlight(index, Span(quote.start, quote.end))
            for index, one in enumerate(self.claims)
            for quote in one.node.claim.evidence
        ]
        return blocks_of(self.text, part, self.kept.document.regions, highlights, shown.spans)

    def told_in(self, part: Span) -> tuple[int, ...]:
        """Indices of the claims with words in a part."""
        return tuple(
            index
            for index, one in enumerate(self.claims)
            if any(part.overlaps(Span(e.start, e.end)) for e in one.node.claim.evidence)
        )


def first_marked(blocks: Sequence[Block]) -> Passage | None:
    """The first of the words that are marked."""
    return next((p for block in blocks for p in block.passages if p.marked), None)


def load_reading(connection: Connection, key: str, today: date) -> Reading | None:
    """The document of a key, with what does not add up in it on a day; None where there is none."""
    kept = kept_document(connection, key)
    if kept is None:
        return None
    claims = claims_of(connection, kept.number)
    records = records_of_claims(connection, [one.number for one in claims])
    wanted = replace(standing(today), documents=frozenset({key}))
    return Reading(
        kept,
        claims,
        records,
        story_rows(connection, kept.story),
        parties_named(connection, [key]).get(key, ()),
        list_findings(connection, wanted),
    )

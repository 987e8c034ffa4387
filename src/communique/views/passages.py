"""A text cut into passages where anything begins or ends: claims, regions, words that are shown.

Claims overlap and nest, and may have evidence in several places; a passage is under all of its
claims at once. Joined, the passages are the text again, exactly. Pure: nothing is read here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.model.document import Region, RegionKind
from communique.model.span import Span

# A line with what parts it from the next one.
_LINE = re.compile(r"[^\n]*\n(?:[^\S\n]*\n)*|[^\n]+")
# Kinds of region that a whole paragraph is, the telling ones first.
_OF_BLOCKS = (
    RegionKind.DISCLAIMER,
    RegionKind.FURNITURE,
    RegionKind.HEADING,
    RegionKind.CAPTION,
    RegionKind.DATELINE,
    RegionKind.QUOTATION,
)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a text under a claim.

    Attributes:
        claim: Index of the claim.
        span: The stretch.
    """

    claim: int
    span: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text in which nothing begins or ends.

    Attributes:
        span: Where it stands.
        text: Its words.
        claims: Indices of the claims that it is evidence of, the one of the shortest evidence last.
        opens: Those of them whose evidence begins here.
        regions: What it is, beside plain text; what its paragraph is as a whole is left out.
        marked: Whether it belongs to the words that are shown.
    """

    span: Span
    text: str
    claims: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    regions: tuple[RegionKind, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with what parts it from the next one.

    Attributes:
        kind: What it is as a whole; None for plain text.
        passages: Its passages.
    """

    kind: RegionKind | None
    passages: tuple[Passage, ...]


def parts_of(text: str, most: int) -> tuple[Span, ...]:
    """Parts in which a long text is read: of about so many code points, cut between lines.

    A line that is longer than a part is cut inside. There is one part at least.
    """
    cuts = [0]
    while len(text) - cuts[-1] > most + most // 4:
        limit = cuts[-1] + most
        line = text.rfind("\n", cuts[-1] + most // 2, limit) + 1
        cuts.append(line or limit)
    return tuple(Span(a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))


def blocks_of(
    text: str,
    part: Span,
    regions: Iterable[Region],
    highlights: Iterable[Highlight],
    marked: Sequence[Span] = (),
) -> tuple[Block, ...]:
    """The paragraphs of a part of a text.

    Args:
        text: The text.
        part: What of it is shown.
        regions: What is not plain text; they may overlap.
        highlights: The evidence of claims; it may overlap.
        marked: The words that are shown.
    """
    cutter = _Cutter(
        text,
        tuple(r for r in regions if r.span and r.span.overlaps(part)),
        tuple(h for h in highlights if h.span.overlaps(part)),
        tuple(s for s in marked if s.overlaps(part)),
    )
    found = _LINE.finditer(text, part.start, part.end)
    return tuple(cutter.block(Span(*line.span())) for line in found)


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Cuts paragraphs.

    Attributes:
        text: The text.
        regions: Its regions.
        highlights: The evidence of its claims.
        marked: The words that are shown.
    """

    text: str
    regions: tuple[Region, ...]
    highlights: tuple[Highlight, ...]
    marked: tuple[Span, ...]

    def block(self, line: Span) -> Block:
        """The paragraph of a line."""
        words = self.text[line.start : line.end].rstrip()
        core = Span(line.start, line.start + len(words))
        regions = [r for r in self.regions if r.span.overlaps(line)]
        whole = {r.kind for r in regions if core and r.span.contains(core)}
        kind = next((kind for kind in _OF_BLOCKS if kind in whole), None)
        inside = tuple(r for r in regions if r.kind not in whole)
        highlights = tuple(h for h in self.highlights if h.span.overlaps(line))
        marked = tuple(s for s in self.marked if s.overlaps(line))
        narrow = _Cutter(self.text, inside, highlights, marked)
        return Block(kind, tuple(narrow.passages(line)))

    def passages(self, line: Span) -> Iterator[Passage]:
        """The passages of a line."""
        spans = [r.span for r in self.regions] + [h.span for h in self.highlights]
        edges = {edge for span in (*spans, *self.marked) for edge in (span.start, span.end)}
        cuts = sorted({line.start, line.end, *(e for e in edges if line.start < e < line.end)})
        for start, end in pairwise(cuts):
            yield self._passage(Span(start, end))

    def _passage(self, span: Span) -> Passage:
        under = sorted(
            (h for h in self.highlights if h.span.contains(span)),
            key=lambda h: (-len(h.span), h.span.start, h.claim),
        )
        return Passage(
            span,
            self.text[span.start : span.end],
            tuple(dict.fromkeys(h.claim for h in under)),
            tuple(dict.fromkeys(h.claim for h in under if h.span.start == span.start)),
            tuple(dict.fromkeys(r.kind for r in self.regions if r.span.contains(span))),
            any(s.contains(span) for s in self.marked),
        )


def part_at(parts: Sequence[Span], offset: int) -> int:
    """Index of the part in which a code point stands; the last for what lies beyond."""
    starts = [part.start for part in parts]
    return max(0, bisect_right(starts, offset) - 1)

"""Marks what is not plain article in a text: page furniture, disclaimers, headings and the like.

Nothing is cut. The article's body runs from the first line of prose to the last. Above and below it
short lines are furniture on light evidence, inside it only on unmistakable wording: to lose a part
of the article is worse than to keep a share button.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.documents.datelines import is_date_line, opening_dateline
from communique.documents.lines import Line, lines_of, sentences_of
from communique.documents.quotations import quotations
from communique.model.document import OUTSIDE_THE_ARTICLE, Region, RegionKind
from communique.model.span import Span
from communique.vocab.page_furniture import PageFurniture

# Longer lines at the edges are furniture only on strong wording.
_SHORT = 14
_LONGEST_HEADING = 16
# A notice of so many words may have a heading of its own.
_NOTICE = 6
_SEPARATOR = re.compile(r"[|\u00b7\u2022\u00bb\u203a>]|\s{2,}|\s/\s")
_STOP_INSIDE = re.compile(r"[.!?]\s+[A-Z]")


def mark(text: str, title: str | None, patterns: PageFurniture) -> tuple[Region, ...]:
    """The regions of a text, ordered by start, then by end, longest first.

    Args:
        text: The document's text.
        title: Its headline where known: a line of the same words is its heading, and short lines
            above that are furniture.
        patterns: How pages say what is not the article.
    """
    lines = lines_of(text)
    page = _Page.of(lines, title, patterns)
    regions = [region for index, line in enumerate(lines) for region in _regions(page, index, line)]
    return in_order([*regions, *_headings_of_furniture(page, regions)])


def in_order(regions: Sequence[Region]) -> tuple[Region, ...]:
    """Regions by start, then by end, longest first, each once."""
    return tuple(sorted(set(regions), key=lambda r: (r.span.start, -r.span.end, r.kind.value)))


def _headings_of_furniture(page: _Page, regions: Sequence[Region]) -> Iterator[Region]:
    """A short line of its own below the body, right above a furniture sentence: its heading."""
    outside = {r.span for r in regions if r.kind in OUTSIDE_THE_ARTICLE}
    for line, following in pairwise(page.lines[page.last :]):
        heads = line.alone and line.words <= _SHORT and not (line.is_item or line.ends_sentence)
        if heads and following.span in outside and following.words >= _NOTICE:
            yield Region(RegionKind.FURNITURE, line.span)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page with the bounds of the article's body.

    Attributes:
        lines: All lines.
        title: Index of the line that is the headline; -1 if none is.
        first: Index of the first line of the body.
        last: One past the index of its last line.
        tail: Index of the line below the body from which on short lines are links.
        strong: Indices of the lines that are furniture on their wording alone.
        disowning: Indices of the lines in which the publisher disowns the content.
        patterns: How pages say what is not the article.
    """

    lines: Sequence[Line]
    title: int
    first: int
    last: int
    tail: int
    strong: frozenset[int]
    disowning: frozenset[int]
    patterns: PageFurniture

    @classmethod
    def of(cls, lines: Sequence[Line], title: str | None, patterns: PageFurniture) -> _Page:
        """Find the bounds."""
        strong = _fitting(lines, patterns.strong)
        disowning = _fitting(lines, patterns.disclaimer)
        body = [
            i
            for i, line in enumerate(lines)
            if i not in strong and i not in disowning and _is_body(line, patterns)
        ]
        first, last = (body[0], body[-1] + 1) if body else (0, len(lines))
        while last < len(lines) and lines[last].is_item and not _opens_tail(lines[last], patterns):
            last += 1
        headline = next(
            (i for i in range(min(first + 1, len(lines))) if _same_words(lines[i].text, title)), -1
        )
        tail = next(
            (i for i in range(last, len(lines)) if _opens_tail(lines[i], patterns)), len(lines)
        )
        return cls(lines, headline, first, last, tail, strong, disowning, patterns)


def _fitting(lines: Sequence[Line], pattern: re.Pattern[str]) -> frozenset[int]:
    """Indices of the lines that a pattern fits."""
    return frozenset(i for i, line in enumerate(lines) if pattern.search(line.text))


def _is_body(line: Line, patterns: PageFurniture) -> bool:
    """Whether a line that no wording gives away is prose of the article."""
    return line.is_prose and not (patterns.caption.search(line.text) or _is_menu(line))


def _opens_tail(line: Line, patterns: PageFurniture) -> bool:
    short = line.words <= _SHORT and not line.is_prose
    return short and patterns.opens_tail.search(line.text) is not None


def _regions(page: _Page, index: int, line: Line) -> Iterator[Region]:
    """The regions of one line."""
    kind = _whole(page, index, line)
    disclaimers = list(_disclaimers(page, index, line))
    yield from disclaimers
    if kind is not None:
        yield Region(kind, line.span)
    if kind is not None or any(region.span == line.span for region in disclaimers):
        return
    if index <= page.first:
        dateline = opening_dateline(line)
        if dateline is not None:
            yield Region(RegionKind.DATELINE, dateline)
    yield from (Region(RegionKind.QUOTATION, span) for span in quotations(line))


def _whole(page: _Page, index: int, line: Line) -> RegionKind | None:
    """What a line is as a whole, if it is one thing and not plain text."""
    if index == page.title:
        return RegionKind.HEADING
    above, below = index < page.first, index >= page.last
    if index in page.strong:
        inside = index in page.disowning and not (above or below)
        return None if inside else RegionKind.FURNITURE
    if page.patterns.caption.search(line.text) and line.words <= 40:
        return RegionKind.CAPTION
    if index in page.disowning:
        return None
    if above and is_date_line(line):
        return RegionKind.DATELINE
    if (above or below) and _is_furniture(page, index, line, below):
        return RegionKind.FURNITURE
    return RegionKind.HEADING if _is_heading(page, index, line) else None


def _is_furniture(page: _Page, index: int, line: Line, below: bool) -> bool:
    """Whether a line outside the body is furniture."""
    if line.words > _SHORT and not _is_menu(line):
        return False
    if page.patterns.edge.search(line.text) or _is_menu(line):
        return True
    if below and index >= page.tail:
        return not line.is_prose
    return index < page.title


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of short items: "Home | World | Economy"."""
    if _STOP_INSIDE.search(line.text) or line.is_item:
        return False
    items = [item for item in _SEPARATOR.split(line.text) if item.strip()]
    return len(items) >= 3 and all(len(item.split()) <= 4 for item in items)


def _disclaimers(page: _Page, index: int, line: Line) -> Iterator[Region]:
    """The sentences in which the publisher disowns the content; inside the body only whole lines.

    A paragraph that is mostly that is one as a whole.
    """
    if index not in page.disowning:
        return
    outside = index >= page.last or index < page.first
    sentences = list(sentences_of(line))
    disowning = [s for s in sentences if _fits(line, s, page.patterns)]
    if outside and 2 * len(disowning) >= len(sentences):
        yield Region(RegionKind.DISCLAIMER, line.span)
    elif outside or len(disowning) == len(sentences):
        yield from (Region(RegionKind.DISCLAIMER, span) for span in disowning)


def _fits(line: Line, sentence: Span, patterns: PageFurniture) -> bool:
    start = sentence.start - line.span.start
    return patterns.disclaimer.search(line.text[start : start + len(sentence)]) is not None


def _is_heading(page: _Page, index: int, line: Line) -> bool:
    """Whether a line heads what follows: short, no sentence, and something follows it."""
    if line.words > _LONGEST_HEADING or line.is_item or index + 1 >= len(page.lines):
        return False
    if " | " in line.text:
        return False
    governs = line.text.endswith(":") and line.words <= 8
    if line.text.endswith((".", "!", ";", ",")) or (line.text.endswith(":") and not governs):
        return False
    if not line.text[0].isalnum() and line.text[0] not in "\"'\u201c\u2018(":
        return False
    if line.alone:
        return index < page.last and line.text[0].isupper()
    return governs or (line.text.isupper() and index < page.last)


def _same_words(line: str, title: str | None) -> bool:
    """Whether a line is the title, white space, case and quotation marks aside."""
    if not title:
        return False
    return _plain(line) == _plain(title)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())

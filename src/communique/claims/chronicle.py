"""Entries of a chronicle: days that stand before what happened on them.

"**2 June 2023.** Second meeting of the leaders", "18 May 2023 | Almaty | economic forum", or a line
with nothing but a date, and what happened below it. One such line may be the day of issue of a
press release; it takes two with different days to make a chronicle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.claims.context import ClaimContext
from communique.claims.when import as_when, is_dated
from communique.model.claim import When
from communique.model.document import RegionKind
from communique.model.mention import TimeMention
from communique.model.span import Span

# What may stand on a line before its day: marks of a list or a table, "On".
_OPENING = re.compile(r"[ \t|*•▪–—-]*(?:[Oo]n[ \t]+)?")
# What divides a day from what happened on it; a comma would make it the beginning of a sentence.
_DIVIDING = re.compile(r"[ \t)\]*]*(?:[.:|–—]|-(?=[ \t]))[ \t*|]*(?=\S)")
# A line of nothing but a day, with what may close it.
_CLOSING = re.compile(r"[ \t.:|*)\]–—-]*")
_FEWEST = 2


class _Entry(NamedTuple):
    time: TimeMention
    span: Span


def day_of_entry(context: ClaimContext, index: int) -> When | None:
    """The day of the entry of a chronicle in which a token stands, None outside of one."""
    entries = context.once("entries of a chronicle", lambda: tuple(_entries(context)))
    start = context.tree[index].start
    inside = (e.time for e in entries if e.span.start <= start < e.span.end)
    time = next(inside, None)
    return None if time is None else as_when(time)


def _entries(context: ClaimContext) -> Iterator[_Entry]:
    """The entries, with what each governs after its day."""
    times = {t.start: t for t in context.mentions(TimeMention) if is_dated(t)}
    lines = _lines(context.document.text)
    opened = [(line, _opening_time(context.document.text, line, times)) for line in lines]
    days = {(time.first, time.last) for _, time in opened if time is not None}
    if len(days) < _FEWEST:
        return
    headings = {r.span.start for r in context.document.regions if r.kind is RegionKind.HEADING}
    for number, (line, time) in enumerate(opened):
        if time is None:
            continue
        alone = _CLOSING.fullmatch(context.document.text, time.end, line.end) is not None
        end = _end_below(opened, number, headings) if alone else line.end
        yield _Entry(time, Span(time.end, end))


def _lines(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def _opening_time(text: str, line: Span, times: dict[int, TimeMention]) -> TimeMention | None:
    """The day with which a line opens, if it stands before the rest and is no part of it."""
    opening = _OPENING.match(text, line.start, line.end)
    time = times.get(opening.end()) if opening is not None else None
    if time is None or time.end > line.end:
        return None
    divided = _DIVIDING.match(text, time.end, line.end)
    return time if divided or _CLOSING.fullmatch(text, time.end, line.end) else None


def _end_below(
    opened: Sequence[tuple[Span, TimeMention | None]], number: int, headings: set[int]
) -> int:
    """Where what stands below a line with a day ends: at the next such line, or a heading."""
    end = opened[number][0].end
    for line, time in opened[number + 1 :]:
        if time is not None or line.start in headings:
            break
        end = line.end
    return end

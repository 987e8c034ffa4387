"""Reads lists of shares that make up a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.part_slots import no_part
from communique.checks.arithmetic.part_words import entire, not_all, partition, the_rest
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import Line, Slot, lines
from communique.checks.stated import exactly, total
from communique.model.span import Span

_CLOSED = re.compile(r"(?:\b(?:and|plus)\b|&)[^,;]*$")
_EACH = re.compile(
    r" (?:each|apiece|is|are|was|were|more|less|higher|lower|of (?!all\b|the total\b|it\b))"
)


def shares_with_rest(passage: Passage) -> Iterator[tuple[tuple[Number, ...], bool, Span]]:
    """Lists of shares whose last is the rest, with whether they make up the whole."""
    for line in lines(passage):
        shares = [slot for slot in line.slots if slot.number.sort is Sort.SHARE]
        for index, last in enumerate(shares):
            if index < 1 or not the_rest().search(last.before):
                continue
            runs = [shares[first : index + 1] for first in range(index)]
            fitting = [r for r in runs if _hundred(r)]
            chosen = (fitting or runs)[0]
            span = passage.place(chosen[0].start, chosen[-1].end)
            yield tuple(s.number for s in chosen), bool(fitting), span


def shares_of_all(passage: Passage) -> Iterator[tuple[tuple[Number, ...], bool, Span]]:
    """Lists of the shares of those among whom something is divided, with whether they can be.

    They may not exceed the whole; where the text says that it was all of it, they make it up.
    """
    for line in lines(passage):
        shares = [slot for slot in line.slots if slot.number.sort is Sort.SHARE]
        if len(shares) < 2 or not _told_of_one(line, shares):
            continue
        made = total([share.number.interval for share in shares])
        opening = line.words[: shares[0].start - line.start]
        every = entire().search(opening) is not None and not_all().search(line.words) is None
        span = passage.place(shares[0].start, shares[-1].end)
        if made.low > 1 or every:
            yield tuple(s.number for s in shares), made.meets(exactly(1)), span


def _told_of_one(line: Line, shares: Sequence[Slot]) -> bool:
    """Whether shares stand in a closed list behind a word of dividing, and none is a change."""
    opening = line.words[: shares[0].start - line.start]
    closed = _CLOSED.search(shares[-1].before) is not None
    plain = not any(no_part(s) or the_rest().search(s.before) for s in shares)
    each = any(_EACH.match(share.after) for share in shares)
    return closed and plain and not each and partition().search(opening) is not None


def _hundred(shares: Sequence[Slot]) -> bool:
    return total([share.number.interval for share in shares]).meets(exactly(1))

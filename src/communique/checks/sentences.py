"""Splits texts into sentences for rules, which see stored texts and run without a language model.

It errs towards long sentences: what a rule reads in one sentence too few is found in the next.
"""

from __future__ import annotations

import re

from communique.model.span import Span

# A full stop, perhaps behind it a closing quote or bracket, then a blank and a capital, digit,
# opening quote or the mark of an item; or the end of a line; also without
# the blank, where a small letter stands before it. That all begins with one set of signs lets
# the search skip everything else.
_END = re.compile(
    r"[.!?…](?:[.!?…]*[\"'”’»)\]]*"
    r"(?=\s+[\"'“‘«(\[]?[^\W\d_a-z]|\s+[\"'“‘«(\[]?\d|\s+[-–—•*·]\s|\s*$)"
    r"|(?<=[a-z]{2}\.)(?=[A-Z][a-z]))",
    re.M,
)
# Behind these no sentence ends; single letters are initials ("U.S.", "J. Smith").
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sen|Rep|Gov|Hon|Amb|Jr|Sr|No|Nos|Art|Inc"
    r"|Ltd|Corp|Co|vs|cf|approx|ca|etc|al|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Rs|Ma|Sh))\.$"
)
_LINE = re.compile(r"[^\n]+")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without blanks at their ends; none spans two lines."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _END.finditer(text, line.start(), line.end()):
            if _ABBREVIATED.search(text, max(start, stop.end() - 12), stop.end()):
                continue
            found += _trimmed(text, start, stop.end())
            start = stop.end()
        found += _trimmed(text, start, line.end())
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return [Span(start, end)]
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    stop = begin + len(words.strip())
    return [Span(begin, stop)] if begin < stop else []

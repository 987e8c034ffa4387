"""A text cut into lines and sentences, with offsets: what the rules for furniture look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model.span import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\f]+")
_SENTENCE_END = re.compile(r"[.!?\u2026:;][\"'\u201d\u2019)\]\u00bb]*$")
_LIST_MARK = re.compile(
    r"(?:[-*\u2022\u2023\u25aa\u25cf\u2013\u2014\u00b7\u00bb]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)"
)
_BREAK = re.compile(
    r"(?<=[.!?])[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[A-Z\u00c0-\u00de\d])"
)

# A line of so many words is prose even without a full stop; a sentence needs this many.
_LONG = 25
_SENTENCE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it.

    Attributes:
        span: Where it stands.
        text: Its text.
        alone: Whether blank lines, or the ends of the text, stand on both sides.
    """

    span: Span
    text: str
    alone: bool

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @property
    def is_item(self) -> bool:
        """Whether it begins with a list mark."""
        return _LIST_MARK.match(self.text) is not None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: long, or a sentence of some length."""
        if self.words >= _LONG:
            return True
        return self.words >= _SENTENCE_WORDS and _SENTENCE_END.search(self.text) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends in the punctuation of a sentence."""
        return _SENTENCE_END.search(self.text) is not None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that are not blank, in order."""
    spans: list[tuple[Span, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            breaks = _breaks_before(text, match.start())
            spans.append((Span(start, start + len(stripped)), breaks))
    found: list[Line] = []
    for index, (span, before) in enumerate(spans):
        after = spans[index + 1][1] if index + 1 < len(spans) else 2
        alone = (before > 1 or index == 0) and after > 1
        found.append(Line(span, text[span.start : span.end], alone))
    return tuple(found)


def sentences_of(line: Line) -> Iterator[Span]:
    """The sentences of a line, roughly: cut after a stop and before a capital or digit."""
    start = 0
    for match in _BREAK.finditer(line.text):
        yield Span(line.span.start + start, line.span.start + match.start())
        start = match.end()
    yield Span(line.span.start + start, line.span.end)


def _breaks_before(text: str, start: int) -> int:
    """Whether one line break or more stand before a line: 0, 1, or 2 for a blank line."""
    index, breaks = start - 1, 0
    while index >= 0 and text[index].isspace() and breaks < 2:
        if text[index] == "\n" or text[index] in "\r\u2028\u2029\f":
            paired = text[index] == "\n" and index > 0 and text[index - 1] == "\r"
            breaks += 2 if text[index] in "\u2029\f" else 1
            index -= int(paired)
        index -= 1
    return min(breaks, 2)

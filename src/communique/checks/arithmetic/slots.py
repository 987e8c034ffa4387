"""The numbers of a sentence in a row, with the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.checks.arithmetic.numbers import Number
from communique.checks.arithmetic.passages import Passage

_SLOT = re.compile(r"<(?P<sort>[mpqnd])(?P<at>\d+)>")


@dataclass(frozen=True, slots=True)
class Slot:
    """A number in its sentence.

    Attributes:
        number: The number.
        start: Where its slot stands in the skeleton.
        end: One past it.
        before: The words from the number before it, or from where the sentence begins.
        after: The words to the next number, or to where the sentence ends.
    """

    number: Number
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a passage.

    Attributes:
        words: Its skeleton.
        start: Where it begins in the passage's.
        slots: Its numbers.
    """

    words: str
    start: int
    slots: tuple[Slot, ...]


def lines(passage: Passage) -> tuple[Line, ...]:
    """The sentences of a passage."""
    found = []
    start = 0
    for words in passage.words.split("|"):
        found.append(Line(words, start, tuple(_slots(passage, words, start))))
        start += len(words) + 1
    return tuple(found)


def _slots(passage: Passage, words: str, offset: int) -> Iterator[Slot]:
    matches = list(_SLOT.finditer(words))
    for index, match in enumerate(matches):
        before = matches[index - 1].end() if index else 0
        after = matches[index + 1].start() if index + 1 < len(matches) else len(words)
        yield Slot(
            passage.numbers[int(match["at"])],
            offset + match.start(),
            offset + match.end(),
            words[before : match.start()],
            words[match.end() : after],
        )

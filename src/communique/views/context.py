"""Words with what stands around them in their text."""

from __future__ import annotations

import re
from typing import NamedTuple

# Code points on each side; a few sentences.
_AROUND = 320
# Where a sentence may end: that is exact enough for cutting what is shown.
_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|\n+")


class Surrounded(NamedTuple):
    """Words in their surroundings.

    Attributes:
        before: What stands before them.
        words: The words.
        after: What stands after them.
    """

    before: str
    words: str
    after: str


def surrounded(text: str, start: int, end: int, most: int = _AROUND) -> Surrounded:
    """Words with the sentences around them, at most so many code points on each side."""
    before = text[max(0, start - most) : start]
    after = text[end : end + most]
    if start > most:
        before = "… " + _from_sentence(before)
    if end + most < len(text):
        after = _to_sentence(after) + " …"
    return Surrounded(before, text[start:end], after)


def _from_sentence(words: str) -> str:
    """Words from where the first whole sentence begins; from a whole word where there is none."""
    found = _END.search(words)
    if found is not None:
        return words[found.end() :]
    return words.partition(" ")[2] or words


def _to_sentence(words: str) -> str:
    ends = list(_END.finditer(words))
    if ends:
        return words[: ends[-1].start()]
    return words.rpartition(" ")[0] or words

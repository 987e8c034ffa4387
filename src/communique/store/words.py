"""Words of texts as searching compares them, with their places: one rule for both databases.

The databases are given these words, separated by blanks, and cut nothing themselves: so a word is
found in the same documents in both, and the places of what was found can be marked in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Letters and digits with the marks that follow them, where accents are written apart ("Besançon"
# from some systems), in Cyrillic, Hebrew, Arabic and the scripts of India.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
# Letters that people type without their stroke, and that no decomposition leads to.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ŧ": "t", "ð": "d", "þ": "th", "æ": "ae"}
    | {"œ": "oe"}
)
# What is longer is no word (data in a page); the databases have limits.
_LONGEST = 64


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        start: First code point.
        end: One past the last.
        folded: The word without case and accents.
    """

    start: int
    end: int
    folded: str


def words_of(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in _WORD.finditer(text):
        folded = _folded(found[0])
        if folded:
            yield Word(found.start(), found.end(), folded)


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    if word.isascii():
        return word[:_LONGEST].lower()
    apart = unicodedata.normalize("NFKD", word).casefold().translate(_PLAIN)
    # A compatibility form may hold blanks and brackets ("㈱"); they would cut the word.
    kept = "".join(c for c in unicodedata.normalize("NFKD", apart) if c.isalnum())
    return kept[:_LONGEST]


_QUOTED = re.compile(r'["“”„«»]')


def phrases_of(asked: str, longest: int, most: int) -> tuple[tuple[str, ...], ...]:
    """What a person asks for: phrases that must all be there, each once, as folded words.

    Words between quotation marks are one phrase, and so is what stands without a blank ("C5+1");
    no other sign means anything.

    Args:
        asked: What the person typed.
        longest: Most words of a phrase; one that is longer is looked for in stretches.
        most: Most phrases; the others are not looked for.
    """
    phrases: dict[tuple[str, ...], None] = {}
    for index, stretch in enumerate(_QUOTED.split(asked)):
        for part in [stretch] if index % 2 else stretch.split():
            words = [word.folded for word in words_of(part)]
            for start in range(0, len(words), longest):
                phrases.setdefault(tuple(words[start : start + longest]))
    return tuple(phrases)[:most]

"""Words of texts as searching compares them, with their places: one rule for both databases.

The databases are given these words, separated by blanks, and cut nothing themselves: so a word is
found in the same documents in both, and the places of what was found can be marked in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
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
# Where a word begins; letters and digits beyond ASCII's, and marks, that folding may change.
_BEGINNING = re.compile(r"(?<![^\W_])[^\W_]")
_ACCENTED = re.compile(rf"[^\W\x00-\x7f]|[{_MARKS}]")
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


def places_of(text: str, phrases: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where phrases of folded words stand in a text: first code point and one past the last."""
    # Of what is longer only the beginning was indexed.
    whole = all(len(word) < _LONGEST for phrase in phrases for word in phrase)
    if whole and _ACCENTED.search(text) is None:
        return sorted(set(_in_plain(text, phrases)))
    words = list(words_of(text))
    folded = [word.folded for word in words]
    found: set[tuple[int, int]] = set()
    for phrase in phrases:
        index = -1
        for _ in range(folded.count(phrase[0])):
            index = folded.index(phrase[0], index + 1)
            if tuple(folded[index : index + len(phrase)]) == phrase:
                found.add((words[index].start, words[index + len(phrase) - 1].end))
    return sorted(found)


def _in_plain(text: str, phrases: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """The same in a text whose words need no folding but that of case: it costs a tenth."""
    for phrase in phrases:
        told = r"[\W_]+".join(map(re.escape, phrase))
        # Found within a look-ahead, since phrases may overlap.
        for found in re.finditer(rf"(?<![^\W_])(?=({told})(?![^\W_]))", text, re.IGNORECASE):
            yield found.span(1)


def word_from(text: str, place: int) -> int:
    """Where the first word begins that does not begin before a place; the text's end for none."""
    found = _BEGINNING.search(text, place)
    return found.start() if found else len(text)


def words_until(text: str, start: int, latest: int) -> int:
    """Where the last word ends that stands wholly between two places; the later one for none."""
    end = latest
    for found in _WORD.finditer(text, start):
        if found.end() > latest:
            break
        end = found.end()
    return end


def folded_words(text: str) -> list[str]:
    """The words of a text without their places, each as `words_of` folds it."""
    return [folded for word in _WORD.findall(text) if (folded := _folded(word))]


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

"""How names are cut into words for look-up, the same for the vocabulary and for texts."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+|[^\w\s]|_")
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    }
)


def words_of(name: str) -> tuple[str, ...]:
    """The words and signs of a name; dashes and quotation marks in their plain form."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", name).translate(_SIGNS)))


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Words and signs with their offsets; the text must be normalised for the analysis."""
    if text.isascii() and text.isalnum():
        return [(text, 0, len(text))]
    return [
        (match.group().translate(_SIGNS), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


def without_accents(text: str) -> str:
    """The text in base letters: "Türkiye" as "Turkiye"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))

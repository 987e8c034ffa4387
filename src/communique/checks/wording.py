"""Patterns of the words that the vocabulary lists."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words or runs of words, the longest first.

    It looks at the first letter before it tries one word after another: at most places of a text
    none of them begins.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    begin = "".join(sorted({re.escape(word[0]) for word in ordered if word}))
    ahead = f"(?=[{begin}])" if begin and "" not in ordered else ""
    return f"(?:{ahead}(?:{'|'.join(map(re.escape, ordered))}))"


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of some words or runs of words, whole and in any case."""
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)

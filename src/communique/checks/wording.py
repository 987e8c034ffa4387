"""Patterns of the words that the vocabulary lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_FIRST_WORD = re.compile(r"\w+")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words or runs of words, the longest first.

    It looks at the first letter before it tries anything: at most places of a text none of the
    words begins. What several begin with is written once, as one try then does for all of them.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    begin = "".join(sorted({re.escape(word[0]) for word in ordered if word}))
    ahead = f"(?=[{begin}])" if begin and "" not in ordered else ""
    return f"(?:{ahead}{_either(ordered)})"


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of some words or runs of words, whole and in any case."""
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The words in lower case with which runs of words begin, as `Sheet.words` has them."""
    found = (_FIRST_WORD.match(phrase.lower()) for phrase in phrases)
    return frozenset(word[0] for word in found if word is not None)


def _either(ordered: Sequence[str]) -> str:
    """Any of some words, in their order: of those that fit at a place one begins with the other."""
    groups: dict[str, list[str]] = {}
    for word in ordered:
        groups.setdefault(word[:1], []).append(word)
    if len({letter.lower() for letter in groups}) < len(groups):
        # In any case, words of both groups may fit at a place.
        return f"(?:{'|'.join(map(re.escape, ordered))})"
    parts = [re.escape(group[0]) if len(group) == 1 else _begun(group) for group in groups.values()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _begun(words: Sequence[str]) -> str:
    """Any of some words that share their first letter."""
    shared = 1
    shortest = min(words, key=len)
    while shared < len(shortest) and len({word[: shared + 1] for word in words}) == 1:
        shared += 1
    return re.escape(shortest[:shared]) + _either([word[shared:] for word in words])

"""Finds any of some phrases in long texts, fast: for rules that look at few sentences of many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from communique.checks.wording import first_words

# Of words that texts share; the rest is worked out anew.
_WORDS_KEPT = 50_000


def plain(text: str) -> str:
    """A text in lower case, of the same length, so that offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def offsets(text: str, phrases: Iterable[str]) -> Iterator[int]:
    """Where phrases begin and end as whole words, in no order.

    Args:
        text: In lower case (`plain`).
        phrases: In lower case.
    """
    for phrase in phrases:
        start = text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                yield start
            start = text.find(phrase, end)


class Phrases:
    """Phrases that are looked for in many texts, most of which have few of their first words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for phrase in dict.fromkeys(phrases):
            for first in first_words([phrase]):
                self._by_first[first].append(phrase)

    def offsets(self, text: str, words: Set[str]) -> Iterator[int]:
        """Where they begin as whole words, in no order.

        Args:
            text: In lower case.
            words: Its words, as `Sheet.words` has them.
        """
        for first in self._by_first.keys() & words:
            yield from offsets(text, self._by_first[first])


class Letters:
    """Letters that are looked for in many texts, be it within words.

    Texts share most of their words, so that what stands in a word is kept for the next text.
    """

    def __init__(self, letters: Iterable[str]) -> None:
        self._letters = tuple(dict.fromkeys(letters))
        self._solid = tuple(part for part in self._letters if part.isalnum())
        self._within = lru_cache(maxsize=_WORDS_KEPT)(self._standing_in)

    def among(self, text: str, words: Set[str]) -> list[str]:
        """Those that stand in a text, in their order.

        Args:
            text: In lower case.
            words: Its words, as `Sheet.words` has them.
        """
        found = set[str]().union(*map(self._within, words))
        return [p for p in self._letters if p in found or (not p.isalnum() and p in text)]

    def _standing_in(self, word: str) -> tuple[str, ...]:
        return tuple(part for part in self._solid if part in word)

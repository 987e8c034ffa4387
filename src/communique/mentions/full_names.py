"""The full names of a document's persons, found again by their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from communique.mentions.context import Context
from communique.mentions.words import Run, is_name

# What follows a surname and is none: "Marcos" after "Ferdinand Marcos Jr.".
_SUFFIX = re.compile(r",? (?:jr|sr|ii|iii|iv)\.?$")


class _Told(NamedTuple):
    """A full name, with the index of its first word (-1 for the title) and its words."""

    first: int
    name: str
    parts: frozenset[str]


class FullNames:
    """The full names of a document, found again by their parts."""

    def __init__(self, context: Context, runs: list[Run]) -> None:
        self._context = context
        self._by_word: dict[str, list[_Told]] = {}
        for run in sorted(runs):
            self._add(run.first, context.name(run), _parts(context, run))
        for name, parts in _title_names(context, set(self._by_word)):
            if not self._has_in_full(name):
                self._add(-1, name, parts)

    def _add(self, first: int, name: str, parts: frozenset[str]) -> None:
        for part in parts:
            self._by_word.setdefault(part, []).append(_Told(first, name, parts))

    def _has_in_full(self, name: str) -> bool:
        """Whether the text has a full name for "Joe Berg" in its title: "Joseph A. Berg"."""
        surname = name.split()[-1].lower()
        told = [one for one in self._by_word.get(surname, ()) if len(one.parts) > 1]
        return bool(told) and all(one.name[:1] == name[:1] for one in told)

    def surname(self, index: int) -> Run | None:
        """The short form that a word ends, if it is the surname of a name told before it.

        Particles before it belong to it: "von der Leyen" after "Ursula von der Leyen".
        """
        words = self._context.words
        for told in self._by_word.get(words.text[index].lower(), ()):
            if told.first >= index or len(told.parts) < 2:
                continue
            if _SUFFIX.sub("", told.name.lower()).endswith(words.text[index].lower()):
                return self._with_particles(index, told.name)
            if self._comes_first(words.text[index], told.name):
                return Run(index, index + 1)
        return None

    def _with_particles(self, index: int, name: str) -> Run:
        words, particles = self._context.words, self._context.knowledge.particles
        first = index
        tail = [word.lower() for word in name.split()]
        while (
            words.same_sentence(first - 1, index)
            and words.text[first - 1].lower() in particles
            and [w.lower() for w in words.text[first - 1 : index + 1]] == tail[first - index - 2 :]
        ):
            first -= 1
        return Run(first, index + 1)

    def _comes_first(self, word: str, name: str) -> bool:
        """Whether the surname is the first of a name: "Mao Ning", "KISHIDA Fumio"."""
        parts = name.split()
        if len(parts) != 2 or parts[0].lower() != word.lower():
            return False
        given = self._context.knowledge.given_names
        return parts[0].title() not in given or (parts[0].isupper() and not parts[1].isupper())

    def fullest(self, run: Run) -> str:
        """The fullest name of the document that has all parts of the given one, else its own.

        Of several persons it is the one told first: a report of a man and his family means him.
        """
        parts = _parts(self._context, run)
        own = self._context.name(run)
        if not parts:
            return own
        rarest = min((self._by_word.get(part, []) for part in parts), key=len)
        longer = [told for told in rarest if parts < told.parts]
        earlier = [told for told in longer if told.first < run.first] or longer
        if not earlier:
            return own
        meant = min(earlier, key=lambda told: told.first)
        variants = [told for told in earlier if meant.parts <= told.parts]
        return max(variants, key=lambda told: (len(told.parts), told.first)).name


def _parts(context: Context, run: Run) -> frozenset[str]:
    words = context.words
    return frozenset(words.text[i].lower() for i in range(*run) if words.text[i].isalpha())


def _title_names(context: Context, known: set[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Full names in the document's title that end in a name known from the text."""
    title = (context.document.title or "").replace("’", "'")
    words = tuple(title.replace("'s ", " , ").replace(",", " , ").split())
    titles = _titles_in(context, words)
    for index, (before, word) in enumerate(pairwise(words)):
        completes = word.lower() in known and is_name(before) and before.isalpha()
        if completes and index not in titles and not _is_explained(context, before):
            yield f"{before} {word}", frozenset((before.lower(), word.lower()))


def _titles_in(context: Context, words: tuple[str, ...]) -> frozenset[int]:
    """Words of posts and courtesies: "Lady" in "First Lady Ana", "Sheikh" before a name."""
    knowledge = context.knowledge
    lower = tuple(word.lower() for word in words)
    found: set[int] = set()
    for index in range(len(words)):
        for told in (
            knowledge.posts.longest(lower, index),
            knowledge.honorifics.longest(words, index),
        ):
            found.update(range(index, told[0] if told is not None else index))
    return frozenset(found)


def _is_explained(context: Context, word: str) -> bool:
    """Whether a word before a name is a post, a party or a common word rather than a first name."""
    knowledge = context.knowledge
    lower = word.lower()
    return (
        lower in knowledge.never_names
        or knowledge.posts.longest((lower,), 0) is not None
        or knowledge.parties.longest((word,), 0) is not None
    )

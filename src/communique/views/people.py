"""Whom a name may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from communique.store.people import PersonRow
from communique.store.words import words_of


def named(persons: Iterable[PersonRow], name: str) -> tuple[PersonRow, ...]:
    """The persons of whom some name holds all words of a name, in any case, without accents."""
    wanted = name_words(name)
    if not wanted:
        return ()
    return tuple(p for p in persons if any(wanted <= name_words(told) for told, _ in p.names))


def near(persons: Sequence[PersonRow], name: str, most: int = 3) -> list[str]:
    """Names that are written nearly so, for a hint."""
    known = {told.casefold(): told for person in persons for told, _ in person.names}
    known |= {word: told for told in list(known.values()) for word in name_words(told)}
    folded = name.casefold()
    close = get_close_matches(folded, known, most, 0.75)
    return list(dict.fromkeys(known[word] for word in close))


def name_words(name: str) -> frozenset[str]:
    """The words of a name, in lower case and without accents."""
    return frozenset(word.folded for word in words_of(name))

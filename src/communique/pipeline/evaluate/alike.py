"""When two values of a slot count as the same."""

from __future__ import annotations

import re

from communique.model.claim import Party

_STOP = frozenset({"the", "a", "an", "of", "on", "for", "and", "in", "to", "s"})
# A deputy minister is no minister: these words must agree, however alike the rest is.
_RANKS = frozenset(
    {
        "prime", "vice", "deputy", "foreign", "defence", "defense", "finance", "assistant",
        "acting", "first", "second", "general", "principal", "special", "interior", "chief",
        "elect", "former",
    }
)  # fmt: skip
_SIMILAR, _SAME_POST, _SAME_PARTY = 0.5, 0.6, 0.85


def similar(one: str, other: str) -> bool:
    """Whether two texts share half of their words, little words aside."""
    return _shared(one, other) >= _SIMILAR


def same_word(one: str, other: str) -> bool:
    """Whether two words are the same but for capitals."""
    return one.casefold() == other.casefold()


def same_number(one: float, other: float) -> bool:
    """Whether two numbers are the same to six places."""
    return round(float(one), 6) == round(float(other), 6)


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same, or told in similar words."""
    return same_word(one, other) or similar(one, other)


def same_post(one: str, other: str) -> bool:
    """Whether two posts are told in similar words and have the same rank."""
    ranks = _words(one) & _RANKS == _words(other) & _RANKS
    return ranks and _shared(one, other) >= _SAME_POST


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: same last word, and no first names that differ."""
    first, second = _in_order(one), _in_order(other)
    if not first or not second:
        return False
    if first[-1] != second[-1]:
        return set(first) == set(second)
    if len(first) == 1 or len(second) == 1 or first[0] == second[0]:
        return True
    return set(first) <= set(second) or set(second) <= set(first)


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties have one code, or else nearly the same name."""
    if one.code and other.code:
        return one.code == other.code
    same = _words(one.name) == _words(other.name)
    return same or _shared(one.name, other.name) >= _SAME_PARTY


def _in_order(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _words(text: str) -> frozenset[str]:
    return frozenset(_in_order(text)) - _STOP


def _shared(one: str, other: str) -> float:
    """Share of the words that two texts have in common (Dice)."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))

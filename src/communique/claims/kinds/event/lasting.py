"""How many days a trip or gathering takes: "arrived on Monday on a two-day visit"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.model.claim import When

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_LONGEST = 14
# What happens for some days; "a two-day ceasefire" tells nothing of the visit beside it.
_LASTING = frozenset(
    {"visit", "trip", "tour", "mission", "summit", "conference", "forum", "meeting", "talk"}
    | {"session", "dialogue", "stay", "retreat", "consultation"}
)
# Verbs by which it is over on the day told, and by which it begins.
_OVER = frozenset({"end", "conclude", "close", "wrap", "wind", "finish", "complete", "return"})
_BEGUN = frozenset(
    {"arrive", "begin", "start", "land", "open", "travel", "head", "kick", "pay", "touch", "fly"}
    | {"go", "embark", "be", "come", "leave", "depart"}
)
_AFTERWARDS = frozenset({"after", "following", "from"})


def lasting(reading: Reading, site: Site, when: When | None) -> When | None:
    """The days from or up to the one day told, where the words tell their number.

    Args:
        reading: The document.
        site: What takes place.
        when: The day that its words tell.
    """
    found = _days(reading, site)
    if when is None or when.first is None or when.first != when.last or found is None:
        return when
    days, noun = found
    verb = _teller(reading, site)
    lemma = reading.tree[verb].lemma if verb is not None else ""
    if lemma in _OVER or reading.tree.lower(reading.tree[noun].head) in _AFTERWARDS:
        return replace(when, first=when.first - timedelta(days=days - 1))
    if lemma in _BEGUN:
        return replace(when, last=when.first + timedelta(days=days - 1))
    return when


def _teller(reading: Reading, site: Site) -> int | None:
    tree = reading.tree
    if site.verb is not None:
        return site.verb
    return next((i for i in tree.ancestors(site.head) if tree.is_verb(i)), None)


def _days(reading: Reading, site: Site) -> tuple[int, int] | None:
    """The number before "day" in the sentence and the noun that lasts: "a two-day visit"."""
    tree = reading.tree
    first, last = tree.sentence(site.head)
    for index in range(first + 1, last - 1):
        noun = _lasting_noun(reading, index) if tree.lower(index) == "day" else None
        back = index - 2 if tree.lower(index - 1) == "-" else index - 1
        word = tree.lower(back) if back >= first else ""
        number = int(word) if word.isdigit() else _NUMBERS.get(word)
        if noun is not None and number is not None and 1 < number <= _LONGEST:
            return number, noun
    return None


def _lasting_noun(reading: Reading, index: int) -> int | None:
    """The noun that lasts behind a word, with adjectives between: "state visit"."""
    tree = reading.tree
    near = range(index + 1, min(index + 5, tree.sentence(index)[1]))
    return next((i for i in near if tree[i].lemma.lower() in _LASTING), None)

"""Several events told at once: "spoke separately with A and B", "in Oslo in May, Bergen in June".

One word tells them, so that each gets the side, or the day and place, that is its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.claims.kinds.event.arguments import who
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sighting import Sighting
from communique.claims.reading import Reading
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.model.terms import EventMode, EventType

_APART = frozenset({"separately", "separate", "individually", "individual"})
# Where the others of a meeting stand.
_OTHERS = ("with", "to", "object")
# What may stand between the days of a list, beside the names of places.
_BETWEEN = frozenset({",", "and", "in", "on", "again", "then", ";", "at"})
_MONTH = 27


def each(reading: Reading, lore: Lore, told: Sighting) -> Iterator[Sighting]:
    """The events that one word tells; mostly the one.

    Args:
        reading: The document.
        lore: What the finder knows.
        told: What it tells.
    """
    if told.type is not EventType.CONSULT:
        yield told
        return
    days = list(_days(reading, told))
    if len(days) > 1:
        for when, place in days:
            yield replace(told, when=when, place=place or told.place, apart=True)
        return
    others = _others(reading, lore, told) if _one_by_one(reading, told) else ()
    if len(others) > 1:
        shared = [a for a in told.actors if (a.party, a.person) not in others]
        for other in others:
            own = [a for a in told.actors if (a.party, a.person) == other]
            yield replace(told, actors=(*shared, *own), apart=True)
        return
    yield told


def _one_by_one(reading: Reading, told: Sighting) -> bool:
    """Whether the words say that somebody was met each time: "separate", "the calls with"."""
    tree, head = reading.tree, told.site.head
    if told.mode not in {EventMode.CALL, EventMode.MEETING}:
        return False
    if any(tree.lower(i) in _APART for i in tree.children(head, "advmod", "amod")):
        return True
    return told.mode is EventMode.CALL and tree[head].tag == "NNS"


def _others(reading: Reading, lore: Lore, told: Sighting) -> tuple[object, ...]:
    """Party and person of each on the other side, those with a person where there are any."""
    found = who(reading, lore.states, told.site, _OTHERS)
    there = {(a.party, a.person) for a in told.actors}
    return tuple((r.party, r.person) for r in found if (r.party, r.person) in there)


def _days(reading: Reading, told: Sighting) -> Iterator[tuple[When, str | None]]:
    """The days of a list behind a word, each with the place told before it."""
    tree, last = reading.tree, None
    if told.when is None or told.site.act.generic:
        return
    for time in _times(reading, told.site.head):
        first = reading.tokens(time)[0]
        gap = range(last, first) if last is not None else range(first - 3, first)
        if last is not None and not _bare(reading, gap):
            return
        places = [m for i in gap if (m := reading.places.get(i) or reading.parties.get(i))]
        place = next(iter(places), None)
        text = None
        if place is not None:
            text = reading.document.text[place.start : place.end]
        elif last is None:
            text = told.place
        last = reading.tokens(time)[-1] + 1
        if tree.lower(first - 1) in {"in", "on", "and", ","}:
            yield as_when(time), text


def _times(reading: Reading, head: int) -> Iterator[TimeMention]:
    """Months, years and days behind a word that do not run into one another."""
    seen: TimeMention | None = None
    last = reading.tree.sentence(head)[1]
    for token in range(head + 1, last):
        time = reading.times.get(token)
        if time is None or time == seen or time.first is None or time.last is None:
            continue
        behind = reading.tokens(time)[-1] + 1
        if behind < last and reading.tree[behind].tag.startswith("NN"):
            # "In May 2023 and June 2024 elections were held".
            return
        if seen is None or (time.last - time.first).days >= _MONTH:
            yield time
        seen = time


def _bare(reading: Reading, gap: range) -> bool:
    """Whether nothing but signs, posts and names of places stands between two days.

    "In May 2013 as a senator and in 2020" tells the post that was held then.
    """
    tree, as_what = reading.tree, False
    for index in gap:
        word = tree.lower(index)
        as_what = word == "as" or (as_what and word not in {"and", ","})
        known = index in reading.places or index in reading.parties or word in _BETWEEN
        if not known and not as_what:
            return False
    return True

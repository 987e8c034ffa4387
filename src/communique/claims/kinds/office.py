"""Offices: persons named together with a post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.claims.holders import Holder
from communique.claims.reading import Reading
from communique.claims.slots.office import Office
from communique.model.claim import Evidence, Person
from communique.vocab.words import words_of

_SMALL = frozenset({"of", "for", "the", "and", "to", "in", "at", "a", "an", "s"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
# With one of these more it is another post: "President" and "Vice President".
_RANKS = frozenset(
    {
        "prime", "vice", "deputy", "assistant", "acting", "first", "second", "under", "principal",
        "special", "associate", "elect", "parliamentary", "chief", "staff", "spokesperson",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offices:
    """Finds offices."""

    @classmethod
    def load(cls) -> Offices:
        """Nothing to load."""
        return cls()

    def find(self, reading: Reading) -> Iterator[Office]:
        """One claim for each post of each person, with every place that names them together."""
        text = reading.document.text
        told = (h for h in reading.referents.holders if not _only_honoured(reading, h))
        for same in _merged(told):
            evidence = dict.fromkeys(Evidence.of(text, h.start, h.end) for h in same)
            yield Office(
                evidence=tuple(evidence),
                person=Person(max((h.person for h in same), key=len)),
                post=max((h.post for h in same), key=lambda post: len(words_of(post))),
                party=next((h.party for h in same if h.party is not None), None),
            )


def _only_honoured(reading: Reading, holder: Holder) -> bool:
    """Whether a rank alone stands before a name: "General McKenzie"."""
    rank = holder.canonical.lower() in reading.knowledge.holding.honours
    return rank and not {"of", "for"} & set(words_of(holder.post.lower()))


def _merged(holders: Iterable[Holder]) -> list[list[Holder]]:
    """Holders by person and post: "Secretary of State Blinken" and "Secretary Blinken" are one."""
    groups: list[list[Holder]] = []
    for holder in holders:
        group = next((g for g in groups if any(_same(holder, other) for other in g)), None)
        if group is None:
            groups.append([holder])
        else:
            group.append(holder)
    return groups


def _same(one: Holder, other: Holder) -> bool:
    return _same_person(one, other) and _same_post(one, other)


def _same_person(one: Holder, other: Holder) -> bool:
    """Whether two names are of one person, who for the same post may be called otherwise.

    "Joseph R. Biden, Jr." and "President Joe Biden" are one, a namesake with another post is not.
    """
    left, right = _name(one.person), _name(other.person)
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return (
        left[-1:] == right[-1:]
        and one.canonical == other.canonical
        and one.party == other.party is not None
    )


def _same_post(one: Holder, other: Holder) -> bool:
    """Whether two wordings are of one post, of which one may be shortened."""
    left, right = _content(one.post), _content(other.post)
    if left == right:
        return True
    if one.canonical == other.canonical:
        return left <= right or right <= left or len(left & right) * 2 >= len(left | right)
    shorter, longer = sorted((left, right), key=len)
    return shorter <= longer and not (longer - shorter) & _RANKS


def _name(person: str) -> list[str]:
    return [w for w in words_of(person.lower()) if w.isalpha() and w not in _SUFFIXES]


def _content(post: str) -> frozenset[str]:
    return frozenset(w for w in words_of(post.lower()) if w.isalpha() and w not in _SMALL)

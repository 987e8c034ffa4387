"""Compares who takes part in person, each with the side that the text ties the name to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from communique.records.comparing.names import alike


@dataclass(frozen=True, slots=True, order=True)
class Attendant:
    """A person who takes part.

    Attributes:
        name: As the document has it.
        side: Whose side the person is on; empty where the text does not tell.
    """

    name: str
    side: str = ""


class Company(NamedTuple):
    """What two groups of persons have in common.

    Attributes:
        alike: Names of the one that are like names of the other, sorted; those of one person once.
        clash: A side for which both name persons, and none alike; empty if there is none.
    """

    alike: tuple[str, ...]
    clash: str


def company(one: Iterable[Attendant], other: Iterable[Attendant]) -> Company:
    """What two groups of persons have in common; symmetric but for the spelling of names."""
    ours, theirs = tuple(one), tuple(other)
    known = [a.name for a in ours if any(alike(a.name, b.name) for b in theirs)]
    meant = [b.name for b in theirs if any(alike(a.name, b.name) for a in ours)]
    # Two spellings in one text may be like one name in the other.
    fewer = min(known, meant, key=lambda names: (len(names), sorted(names)))
    return Company(tuple(sorted(fewer)), _clash(ours, theirs))


def _clash(ours: tuple[Attendant, ...], theirs: tuple[Attendant, ...]) -> str:
    sides = {a.side for a in ours if a.side} & {b.side for b in theirs if b.side}
    for side in sorted(sides):
        here = [a.name for a in ours if a.side == side]
        there = [b.name for b in theirs if b.side == side]
        # Whoever is named for another side, or for none, may be the one who is missed here.
        others = [b.name for b in theirs], [a.name for a in ours]
        if not _any_alike(here, others[0]) and not _any_alike(there, others[1]):
            return side
    return ""


def _any_alike(ones: Iterable[str], others: Iterable[str]) -> bool:
    names = tuple(others)
    return any(alike(one, other) for one in ones for other in names)

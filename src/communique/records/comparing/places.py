"""Compares places as claims write them: by name, and by the state they can lie in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from communique.records.comparing.parties import Sides, tokens_of
from communique.vocab.places import Gazetteer
from communique.vocab.words import without_accents

# What stands around a name and is no part of it: "the city of Almaty", "Almaty region".
_AROUND = re.compile(
    r"^(the )?((city|town|village|region|resort|state) of )?|[’']s$| (city|region)$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a profile.

    Attributes:
        name: In lower case, without accents and articles.
        lands: Codes of the states it can lie in, sorted; empty where it is not known.
        own: Whether it tells one meeting of two sides from the next: a town that is no capital.
    """

    name: str
    lands: tuple[str, ...] = ()
    own: bool = False


class Nearness(StrEnum):
    """How two places stand to each other."""

    SAME = "same"
    SAME_LAND = "same land"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Places:
    """Reads places.

    Attributes:
        gazetteer: Populated places of the world.
        sides: Tells the names of states and their capitals.
        venues: Names of towns that tell no meeting besides capitals, as `Place` has them.
    """

    gazetteer: Gazetteer
    sides: Sides
    venues: frozenset[str] = frozenset()

    def read(self, written: str | None) -> Place | None:
        """A place from what a claim writes: "the city of Almaty, Kazakhstan"."""
        parts = [part.strip() for part in (written or "").split(",") if part.strip()]
        if not parts:
            return None
        name = _AROUND.sub("", without_accents(parts[0]).lower()).strip()
        bare = re.sub(r"^[Tt]he ", "", parts[0])
        lands = next(filter(None, (self._lands(part) for part in (*parts[1:], bare))), ())
        return Place(name, lands, self._is_own(name, _AROUND.sub("", bare).strip()))

    def _is_own(self, name: str, written: str) -> bool:
        if name in self.venues or name in self.sides.capitals or written not in self.gazetteer:
            return False
        # "White House" is a town in Tennessee, too.
        return not any(word[0] == "@" for word in self.sides.folded(tokens_of(written)))

    def _lands(self, name: str) -> tuple[str, ...]:
        state = self.sides.state(name)
        if state is not None:
            return (state,)
        return tuple(sorted({place.country for place in self.gazetteer.find(name)}))


def nearness(one: Place | None, other: Place | None) -> Nearness:
    """How two places stand to each other; symmetric.

    Within one state nothing is held against another name: a villa, a city and its region differ.
    """
    if one is None or other is None:
        return Nearness.UNKNOWN
    if one.name == other.name or _within(one.name, other.name) or _within(other.name, one.name):
        return Nearness.SAME
    if not one.lands or not other.lands:
        return Nearness.UNKNOWN
    if set(one.lands) & set(other.lands):
        return Nearness.SAME_LAND
    return Nearness.ELSEWHERE


def _within(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other: "Akorda" in "Akorda residence"."""
    return bool(one) and set(one.split()) <= set(other.split())

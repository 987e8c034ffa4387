"""Places of the world by name, from the packaged GeoNames extract (see NOTICE)."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

# The first word of a name, cut as words of a text are.
_FIRST = re.compile(r"[^\W_]+|[^\w\s]|_")


class Place(NamedTuple):
    """A populated place or division.

    Attributes:
        name: Name as GeoNames writes it.
        country: ISO 3166-1 alpha-2 code.
        latitude: Degrees north, None where the extract gives none.
        longitude: Degrees east, None where the extract gives none.
        population: Inhabitants, 0 where unknown.
    """

    name: str
    country: str
    latitude: float | None
    longitude: float | None
    population: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-up of places by exact name.

    Attributes:
        longest: Number of words in the longest name.
        firsts: The first word of each name, with the length of the longest name that begins with
            it; no place begins with another.
    """

    longest: int
    firsts: Mapping[str, int]
    _rows: dict[str, tuple[str, ...]]

    @classmethod
    def load(cls) -> Gazetteer:
        """Read the packaged extract."""
        packed = files("communique.vocab") / "data" / "places.tsv.gz"
        with packed.open("rb") as raw:
            lines = gzip.decompress(raw.read()).decode().splitlines()
        rows: dict[str, tuple[str, ...]] = {}
        for line in lines:
            name, *_, others = line.split("\t")
            rows[name] = (*rows.get(name, ()), line)
            for other in filter(None, others.split("|")):
                rows[other] = (*rows.get(other, ()), line)
        longest = max(name.count(" ") for name in rows) + 1
        firsts: dict[str, int] = {}
        for name in rows:
            match = _FIRST.match(name)
            if match is not None:
                firsts[match[0]] = max(len(name), firsts.get(match[0], 0))
        return cls(longest, MappingProxyType(firsts), rows)

    def __contains__(self, name: str) -> bool:
        return name in self._rows

    def find(self, name: str) -> tuple[Place, ...]:
        """All places of that name, the most populous first; empty if there is none.

        A place that has the name as its own comes before one that has it as another spelling.
        """
        found = [place_of(line) for line in self._rows.get(name, ())]
        return tuple(sorted(found, key=lambda p: (p.name != name, -p.population)))


def place_of(line: str) -> Place:
    """The place that a line of the extract tells."""
    name, country, latitude, longitude, population, *_ = line.split("\t")
    return Place(
        name,
        country,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(population or 0),
    )

"""Where on the map a name lies: towns of the gazetteer, and landmarks that stand for towns.

A name alone is thin evidence. A word that is also a small town's name, a division of a country or a
state is no town: it is better left off the map than drawn in the wrong place.
"""

from __future__ import annotations

import gzip
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from importlib.resources import files

from pydantic import RootModel

from communique.vocab.loader import read_yaml
from communique.vocab.places import Place, place_of

# A single word is believed to name a town of so many people; more words name one of any size.
_WORD = 100_000
# A town is believed rather than the division of a country of the same name if so many live there.
_OVER_DIVISION = 300_000
# A smaller town in a country that is spoken of is believed.
_AT_HOME = 20_000


class Landmarks(RootModel[dict[str, tuple[str, str]]]):
    """Names that stand for a town: the town's name and its country."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Look-up of where names lie.

    Attributes:
        landmarks: Names that stand for a town, each with its name and country.
    """

    landmarks: Mapping[str, tuple[str, str]]
    _rows: Mapping[str, tuple[str, ...]]
    # Of rows that were looked at: the places, and whether a division of a country is among them.
    _seen: dict[str, tuple[tuple[Place, ...], bool]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def load(cls) -> Positions:
        """Read the packaged files.

        Raises:
            BadVocabulary: A file breaks its schema.
        """
        data = files("communique.vocab") / "data"
        landmarks = read_yaml(data / "landmarks.yaml", Landmarks).root
        rows: dict[str, tuple[str, ...]] = {}
        for line in gzip.decompress((data / "places.tsv.gz").read_bytes()).decode().splitlines():
            name = line[: line.index("\t")]
            rows[name] = (*rows.get(name, ()), line)
            if not line.endswith("\t"):
                for other in line[line.rindex("\t") + 1 :].split("|"):
                    rows[other] = (*rows.get(other, ()), line)
        return cls(landmarks, rows)

    def of(self, name: str, homes: Collection[str] = (), state: str | None = None) -> Place | None:
        """The town that a name means; None where it is none, or which one is not clear.

        Args:
            name: The name as a text writes it.
            homes: Codes of countries that are spoken of.
            state: Code of the state or other party that has the name as its own; only a town in
                that very country is meant then, as of Luxembourg.
        """
        if name in self.landmarks:
            town, country = self.landmarks[name]
            return next((p for p in self._towns(town) if p.country == country), None)
        towns = self._towns(name)
        if state is not None:
            return next(
                (p for p in towns if p.country == state and p.population >= _WORD / 2), None
            )
        chosen = next(
            (p for p in towns if p.country in homes and p.population >= _AT_HOME), None
        ) or next(iter(towns), None)
        if chosen is None or chosen.population < self._least(name, chosen, homes):
            return None
        return chosen

    def _towns(self, name: str) -> tuple[Place, ...]:
        """Places with a position: those of that very name first, then by population."""
        return self._places(name)[0]

    def _places(self, name: str) -> tuple[tuple[Place, ...], bool]:
        """The towns of a name, and whether a division of a country has it too.

        A map of a large dossier asks for thousands of names, and for the same ones again and again.
        """
        if name not in self._rows:
            return (), False
        found = self._seen.get(name)
        if found is None:
            places = [place_of(line) for line in self._rows[name]]
            placed = [place for place in places if place.latitude is not None]
            towns = sorted(placed, key=lambda p: (p.name != name, -p.population))
            found = self._seen[name] = tuple(towns), len(placed) < len(places)
        return found

    def _least(self, name: str, chosen: Place, homes: Collection[str]) -> int:
        """How many people must live there for the name to be believed."""
        if self._places(name)[1]:
            return _OVER_DIVISION
        if " " in name or "-" in name:
            return 0
        return _AT_HOME if chosen.country in homes else _WORD

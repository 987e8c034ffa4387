"""Offices: persons named together with a post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.reading import Reading
from communique.claims.slots.office import Office
from communique.model.claim import Evidence, Party, Person


@dataclass(frozen=True, slots=True)
class Offices:
    """Finds offices."""

    @classmethod
    def load(cls) -> Offices:
        """Nothing to load."""
        return cls()

    def find(self, reading: Reading) -> Iterator[Office]:
        """One claim for each post of each person, with every place that names them together."""
        found: dict[tuple[str, str], list[Evidence]] = {}
        parties: dict[tuple[str, str], Party | None] = {}
        text = reading.document.text
        for holder in reading.referents.holders:
            key = holder.person, holder.post
            found.setdefault(key, []).append(Evidence.of(text, holder.start, holder.end))
            parties[key] = parties.get(key) or holder.party
        for (person, post), evidence in found.items():
            yield Office(
                evidence=tuple(evidence),
                person=Person(person),
                post=post,
                party=parties[person, post],
            )

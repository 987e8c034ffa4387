"""Adds up what speaks for and against two profiles being one thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.records.matching import Match


@dataclass
class Tally:
    """A score in the making.

    Attributes:
        parts: Weights with their reasons in plain words; negative ones speak against it.
    """

    parts: list[tuple[float, str]] = field(default_factory=list)

    def add(self, weight: float, reason: str) -> None:
        """Count a part; nothing is counted for weight 0."""
        if weight:
            self.parts.append((weight, reason))

    def match(self) -> Match | None:
        """The sum with its reasons, strongest first; None where nothing speaks for it."""
        score = round(sum(sorted(weight for weight, _ in self.parts)), 3)
        if score <= 0:
            return None
        ordered = sorted(self.parts, key=lambda part: (-part[0], part[1]))
        return Match(score, tuple(reason for _, reason in ordered))

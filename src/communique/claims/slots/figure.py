"""Figures: numbers claimed about the world."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from communique.claims.slots.declare import Role, slot
from communique.model.claim import Change, Claim, Party, When
from communique.model.mention import Bound
from communique.model.terms import Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Claim):
    """A number claimed about the world, unless it is the amount of a commitment."""

    kind: ClassVar[str] = "figure"

    indicator: Indicator = slot("indicator", "What is measured.", Role.COMPARABLE)
    label: str = slot("label", "The words used.", Role.DESCRIPTIVE)
    about: tuple[Party, ...] = slot("about", "Whom it is about.", Role.COMPARABLE, (), partial=True)
    value: int | float = slot("value", "The number, scale applied.", Role.IDENTITY)
    unit: str = slot("unit", "ISO 4217 code, percent or a plural noun.", Role.IDENTITY)
    bound: Bound | None = slot("bound", "How the number is hedged.", Role.COMPARABLE, None)
    period: When | None = slot("period", "The time it is about.", Role.IDENTITY, None)
    change: Change | None = slot("change", "Against what it moved.", Role.COMPARABLE, None)

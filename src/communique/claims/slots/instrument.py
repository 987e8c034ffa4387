"""Instruments: documents that parties make, at one step of their life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from communique.claims.slots.declare import Role, slot
from communique.model.claim import Claim, Party, When
from communique.model.terms import InstrumentAction, InstrumentType


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument(Claim):
    """A document that parties make, at one step of its life."""

    kind: ClassVar[str] = "instrument"

    type: InstrumentType = slot("type", "What sort of document it is.", Role.IDENTITY)
    name: str | None = slot("name", "Its name as written.", Role.IDENTITY, None)
    action: InstrumentAction = slot("step", "The step of its life.", Role.IDENTITY)
    parties: tuple[Party, ...] = slot(
        "parties", "Whose document it is.", Role.COMPARABLE, (), partial=True
    )
    count: int | None = slot("number", "How many documents, where several.", Role.COMPARABLE, None)
    points: int | None = slot("points", "How many points it comprises.", Role.COMPARABLE, None)
    place: str | None = slot("place", "Where the step was taken.", Role.COMPARABLE, None)
    when: When | None = slot("date", "When the step was taken.", Role.COMPARABLE, None)

"""Events: something parties did, or will do, with or to each other (PLOVER)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from communique.claims.slots.declare import Role, slot
from communique.model.claim import Actor, Claim, When
from communique.model.terms import EventMode, EventStatus, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something that parties did, or will do, with or to each other; the types are PLOVER's."""

    kind: ClassVar[str] = "event"

    type: EventType = slot("type", "PLOVER type of the event.", Role.IDENTITY)
    mode: EventMode | None = slot("form", "The form it takes.", Role.COMPARABLE, None)
    title: str | None = slot("title", "Its name as given.", Role.COMPARABLE, None)
    ordinal: int | None = slot("number", "2 for II or second.", Role.COMPARABLE, None)
    actors: tuple[Actor, ...] = slot(
        "actors", "Who takes part, in what role.", Role.IDENTITY, (), partial=True
    )
    place: str | None = slot("place", "Where, as written.", Role.COMPARABLE, None)
    when: When | None = slot("date", "The days it takes.", Role.IDENTITY, None)
    status: EventStatus = slot(
        "status", "Whether it took place.", Role.COMPARABLE, EventStatus.OCCURRED
    )

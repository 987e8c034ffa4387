"""Which event claims tell of one event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from communique.claims.slots.event import Event
from communique.model.record import Node
from communique.model.terms import EventType
from communique.records.comparing.lore import Lore
from communique.records.kinds.event import weights
from communique.records.kinds.event.acts import acts_contradict, compare_acts
from communique.records.kinds.event.blocks import blocks_of
from communique.records.kinds.event.gatherings import compare_gatherings, gatherings_contradict
from communique.records.kinds.event.profile import EventProfile, profile_of
from communique.records.kinds.event.timing import days_contradict
from communique.records.matching import Match


@dataclass(frozen=True)
class EventMatcher:
    """Compares event claims (`records.matching.Matcher`).

    Attributes:
        lore: What comparisons need to know.
    """

    lore: Lore = field(repr=False)

    @property
    def kind(self) -> str:
        """Kind of record."""
        return Event.kind

    @property
    def shape(self) -> type[Any]:
        """The dataclass of its profiles."""
        return EventProfile

    def profiles(self, node: Node) -> Iterator[EventProfile]:
        """The profile of an event claim."""
        if isinstance(node.claim, Event):
            yield profile_of(node, node.claim, self.lore)

    def blocks(self, profile: EventProfile) -> Iterable[str]:
        """Keys of its blocks."""
        return blocks_of(profile, self.lore)

    def compare(self, one: EventProfile, other: EventProfile) -> Match | None:
        """What speaks for their being one event."""
        if self.contradict(one, other) is not None:
            return None
        if one.type is EventType.CONSULT:
            return compare_gatherings(one, other, self.lore)
        return compare_acts(one, other, self.lore)

    def contradict(self, one: EventProfile, other: EventProfile) -> str | None:
        """Why they can't be one event."""
        if _family(one) != _family(other):
            return f"{one.type} is not {other.type}"
        days = days_contradict(one, other)
        if days is not None:
            return days
        if one.type is EventType.CONSULT:
            return gatherings_contradict(one, other, self.lore)
        return acts_contradict(one, other, self.lore)


def _family(profile: EventProfile) -> str:
    return weights.FAMILY.get(profile.type, profile.type.value)

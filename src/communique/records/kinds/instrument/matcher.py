"""Which instrument claims tell of one instrument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from communique.claims.slots.instrument import Instrument
from communique.model.record import Node
from communique.records.comparing.lore import Lore
from communique.records.kinds.instrument.blocks import blocks_of
from communique.records.kinds.instrument.comparing import compare_documents, documents_contradict
from communique.records.kinds.instrument.profile import InstrumentProfile, profile_of
from communique.records.matching import Match


@dataclass(frozen=True)
class InstrumentMatcher:
    """Compares instrument claims (`records.matching.Matcher`).

    Attributes:
        lore: What comparisons need to know.
    """

    lore: Lore = field(repr=False)

    @property
    def kind(self) -> str:
        """Kind of record."""
        return Instrument.kind

    @property
    def shape(self) -> type[Any]:
        """The dataclass of its profiles."""
        return InstrumentProfile

    def profiles(self, node: Node) -> Iterator[InstrumentProfile]:
        """The profile of an instrument claim."""
        if isinstance(node.claim, Instrument):
            yield profile_of(node, node.claim, self.lore)

    def blocks(self, profile: InstrumentProfile) -> Iterable[str]:
        """Keys of its blocks."""
        return blocks_of(profile, self.lore)

    def compare(self, one: InstrumentProfile, other: InstrumentProfile) -> Match | None:
        """What speaks for their being one document."""
        if self.contradict(one, other) is not None:
            return None
        return compare_documents(one, other, self.lore)

    def contradict(self, one: InstrumentProfile, other: InstrumentProfile) -> str | None:
        """Why they can't be one document."""
        return documents_contradict(one, other, self.lore)

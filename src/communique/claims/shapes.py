"""The kinds of claim by their declared slots, one line each; no language code.

Whatever stores, shows, measures or exports claims asks these declarations.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.claim import Claim

#: In the order in which people look for them.
SHAPES: tuple[type[Claim], ...] = (
    Event,
    Instrument,
    Commitment,
    Figure,
    Office,
)

#: The same by the name of the kind.
SHAPE_OF: Mapping[str, type[Claim]] = MappingProxyType({shape.kind: shape for shape in SHAPES})

"""A document read for claims: its parse and mentions, and whom its phrases mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from communique.claims.context import ClaimContext
from communique.claims.referents import Referents


@dataclass(frozen=True)
class Reading(ClaimContext):
    """What finders of claims get."""

    @cached_property
    def referents(self) -> Referents:
        """Whom the phrases of the document mean."""
        return Referents(self)

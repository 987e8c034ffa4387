"""What merging compares and joins: profiles of claims, links between them, rulings on pairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Profiled:
    """What of a claim is compared (`records.matching`), ready to be kept.

    Attributes:
        kind: Kind of record that it leads to.
        digest: Digest of kind and body: equal profiles have equal digests.
        body: The profile as plain JSON.
        blocks: Keys of its blocks, sorted, led by the kind.
    """

    kind: str
    digest: str
    body: Mapping[str, Any]
    blocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A link between two profiles, named by their digests.

    Attributes:
        first: A digest.
        second: Another.
        score: How much speaks for it.
        reasons: What speaks for it, in plain words.
        decision: Id of the decision that ruled it, None where they were compared.
    """

    first: str
    second: str
    score: float
    reasons: tuple[str, ...] = ()
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people ruled on pairs of profiles.

    Attributes:
        together: Pairs that are one thing; they override contradictions, not other rulings.
        apart: Pairs that are not.
    """

    together: tuple[Linked, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()

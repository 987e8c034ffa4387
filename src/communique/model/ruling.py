"""What decisions make of the claims of one document."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.claim import Claim, Party
from communique.model.decision import ClaimState, Placement

#: Stands for a claim as a whole among the names of its slots.
WHOLE = "*"


@dataclass(frozen=True, slots=True)
class Page:
    """A document as decisions find it.

    Attributes:
        key: Names it in its dossier.
        lineage: What its versions share.
        text: Its text.
        claims: Its claims as the extractor found them.
    """

    key: str
    lineage: str
    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class RuledClaim:
    """A claim after all decisions.

    Attributes:
        found: As it was found or added.
        claim: As it counts, under the same id.
        state: What decisions have made of it.
        slots: Names of slots that a person has set, sorted, `WHOLE` for accepted and added ones.
        apart: Kinds of record that it was taken out of, each with the id of the decision.
    """

    found: Claim
    claim: Claim
    state: ClaimState
    slots: tuple[str, ...]
    apart: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """What decisions make of a document.

    Attributes:
        placements: Where each of their targets stands in it.
        claims: All its claims, those that were found first, then those that were added.
        speaks_for: In whose name it speaks; None where nobody ruled on it.
    """

    placements: tuple[Placement, ...]
    claims: tuple[RuledClaim, ...]
    speaks_for: tuple[Party, ...] | None

"""Choices between kinds of claim: the one place that makes them.

An amount is a commitment or a figure, never both; a signing is an instrument, and an event only
where the ceremony itself is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.figure import Figure
from communique.model.claim import Claim


def resolve(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that stand, by kind and then in text order."""
    claims = list(claims)
    promised = [c for c in claims if isinstance(c, Commitment)]
    return tuple(c for c in claims if not (isinstance(c, Figure) and _told_by(c, promised)))


def _told_by(figure: Figure, promised: Iterable[Commitment]) -> bool:
    """Whether a commitment already has the figure's number from the same words."""
    for commitment in promised:
        numbers = {
            part.value for part in (commitment.amount, commitment.quantity) if part is not None
        }
        if figure.value in numbers and _overlap(figure, commitment):
            return True
    return False


def _overlap(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)

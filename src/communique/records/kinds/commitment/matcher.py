"""Commitments: thirty reports that repeat one pledge tell one undertaking, no firmer for it.

One undertaking has one sum (or quantity, or deadline), one giver, one receiver and one purpose, as
far as they are stated; its grade may rise from readiness to delivery. A sum alone never links:
round sums are given for many things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.slots.commitment import Commitment
from communique.model.record import Node
from communique.model.terms import Finance
from communique.records.comparing.labels import Likeness
from communique.records.comparing.lore import Lore
from communique.records.comparing.tally import Tally
from communique.records.kinds.commitment import comparing
from communique.records.kinds.commitment import weights as w
from communique.records.kinds.commitment.blocks import blocks_of
from communique.records.kinds.commitment.profile import CommitmentProfile, profile_of
from communique.records.matching import ENOUGH, Match

# Giver, receiver and week.
_ALL_ELSE = 2


@dataclass(frozen=True, slots=True)
class CommitmentMatcher:
    """Compares commitments.

    Attributes:
        lore: What comparisons need to know.
        kind: Name of the kind.
        shape: Of its profiles.
    """

    lore: Lore
    kind: str = "commitment"
    shape: type[CommitmentProfile] = CommitmentProfile

    def profiles(self, node: Node) -> Iterator[CommitmentProfile]:
        """One of each commitment."""
        if isinstance(node.claim, Commitment):
            yield profile_of(node.claim, node.document, self.lore.sides)

    def blocks(self, profile: CommitmentProfile) -> Iterator[str]:
        """Its number or deadline, with each word of its purpose, each party, and its month."""
        return blocks_of(profile)

    def compare(self, one: CommitmentProfile, other: CommitmentProfile) -> Match | None:
        """A score of number, parties, purpose and time; None unless number and purpose agree."""
        subject = comparing.subject(one, other)
        if subject is None or self.contradict(one, other):
            return None
        purpose = comparing.purposes(one, other)
        giver = comparing.giver(self.lore.sides, one, other)
        receiver = comparing.receiver(self.lore.sides, one, other)
        related = comparing.related(self.lore.sides, one, other)
        close = comparing.closeness(one, other)
        digits = comparing.digits_of(one, other)
        rare = digits >= w.RARE_DIGITS
        # Two sides give each other round sums for many things.
        between = (1 + bool(purpose.told) if digits > 1 else bool(purpose.told)) * bool(related[0])
        hints = bool(giver[0]) + bool(receiver[0]) + (close[0] == w.CLOSE[1]) + rare + between
        if not _same_purpose(one, other, purpose, hints):
            return None
        tally = Tally()
        tally.add(*subject)
        tally.add(
            comparing.purpose_score(purpose), f"the same purpose ({', '.join(purpose.common[:4])})"
        )
        # Giver and receiver are two sides: what they count is not counted again.
        tally.add(max(related[0] - giver[0] - receiver[0], 0.0), related[1])
        finance, deadline = comparing.finance(one, other), comparing.deadline(one, other)
        for part in (giver, receiver, close, finance, deadline, comparing.source(one, other)):
            tally.add(*part)
        retold = bool(giver[0]) and not purpose.told and rare
        retold &= bool({one.currency, other.currency} - w.COMMON)
        tally.add(w.RETOLD * retold, "an unusual number, and nothing told against it")
        match = tally.match()
        return match if match and match.score >= ENOUGH else None

    def contradict(self, one: CommitmentProfile, other: CommitmentProfile) -> str | None:
        """Other sums, quantities, parties or purposes make another undertaking."""
        if one == other:
            return None
        told = one.value is not None and other.value is not None
        if told and not comparing.same_sum(one, other):
            return "the sums differ"
        if comparing.other_quantity(one, other):
            return "the quantities differ"
        parties = comparing.other_parties(self.lore.sides, one, other)
        if parties is not None:
            return parties
        if {one.finance, other.finance} == {Finance.GRANT, Finance.LOAN}:
            return "one is a grant, the other a loan"
        return "the purposes differ" if comparing.other_purpose(one, other) else None


def _same_purpose(
    one: CommitmentProfile, other: CommitmentProfile, purpose: Likeness, hints: int
) -> bool:
    """Whether the purpose is the same, or nothing told of it speaks against it and all else agrees.

    Args:
        one: A commitment.
        other: Another.
        purpose: What the purposes share.
        hints: How many of giver, receiver and time agree, and whether the number is unusual.
    """
    if not one.numbered:
        return purpose.told > w.POOR and comparing.purpose_score(purpose) >= w.UNNUMBERED
    if purpose.told > 1:
        return True
    return hints > 1 and (purpose.told > 0 or _unsaid(one, other, hints))


def _unsaid(one: CommitmentProfile, other: CommitmentProfile, hints: int) -> bool:
    """Whether one does not tell what it is for; hardly, if the number is no round one.

    One more sum is told beside another: its purpose is the other's, or it is another sum.
    """
    if one.further is not other.further and one.purpose and other.purpose:
        return False
    if comparing.digits_of(one, other) > 1 or hints > _ALL_ELSE:
        return one.poor or other.poor
    return not one.purpose or not other.purpose

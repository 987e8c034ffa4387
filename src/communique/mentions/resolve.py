"""Chooses between proposals of different kinds for overlapping words: the one place that does."""

from __future__ import annotations

from collections.abc import Iterable

from communique.mentions.context import Proposal
from communique.model.mention import Mention

# A name of the second kind may stand inside a longer one of the first.
_NESTS = frozenset(
    {
        ("organization", "party"),
        ("organization", "place"),
        ("organization", "person"),
        ("party", "party"),
    }
)


def resolve(proposals: Iterable[Proposal]) -> tuple[Mention, ...]:
    """The mentions that stand, in text order.

    A proposal stands unless one that overlaps it and excludes it is stronger, or as strong and
    longer, or as strong, as long and earlier.
    """
    standing: list[Proposal] = []
    owner: dict[int, list[Proposal]] = {}
    for proposal in sorted(proposals, key=_rank):
        words = range(*proposal.run)
        rivals = {id(rival): rival for word in words for rival in owner.get(word, ())}
        if all(_compatible(proposal, rival) for rival in rivals.values()):
            standing.append(proposal)
            for word in words:
                owner.setdefault(word, []).append(proposal)
    mentions = {(p.mention.kind, p.mention.start, p.mention.end): p.mention for p in standing}
    return in_order(mentions.values())


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions by start, then by end, longest first."""
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.kind)))


def _rank(proposal: Proposal) -> tuple[int, int, int]:
    first, last = proposal.run
    return -proposal.strength, first - last, first


def _compatible(one: Proposal, other: Proposal) -> bool:
    """Whether two overlapping proposals may both stand."""
    if one.run == other.run:
        return one.mention.kind != other.mention.kind and one.beside and other.beside
    inner, outer = sorted((one, other), key=lambda p: p.run.last - p.run.first)
    inside = outer.run.first <= inner.run.first and inner.run.last <= outer.run.last
    nests = (outer.mention.kind, inner.mention.kind) in _NESTS
    return inside and nests and not outer.closed

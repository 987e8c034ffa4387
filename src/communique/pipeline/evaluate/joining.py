"""Joins the claims of a few documents into records, in memory, and tells why.

It asks the same functions as a dossier does (`records.profiling`, `records.grouping`), which give
the same records for the same claims, whatever the order.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.model.linking import Linked, Profiled, Rulings
from communique.model.record import ClaimRef, Node
from communique.pipeline.evaluate.merging import Grouping, Why
from communique.records.grouping import grouped, linked
from communique.records.matching import ENOUGH, Matcher
from communique.records.profiling import profile_of, profiled

_EQUAL = Why(float("inf"), ("what matters of both is equal",))
# A pair that is joined by way of others ranks below those that are linked.
_BY_WAY = -1000.0


@dataclass(frozen=True, slots=True)
class Joined:
    """Claims, joined into records.

    Attributes:
        matchers: How each kind is compared, by kind.
        profiles: All profiles, by digest.
        digests: The profile of each claim, by kind; where a claim has several of a kind, the first.
        links: Links between profiles.
        records: The record of each profile: the first digest of its group.
    """

    matchers: Mapping[str, Matcher]
    profiles: Mapping[str, Profiled]
    digests: Mapping[str, Mapping[ClaimRef, str]]
    links: Mapping[frozenset[str], Linked]
    records: Mapping[str, str]

    def grouping(self) -> Grouping:
        """The record of each claim, by kind."""
        return {
            kind: {ref: self.records[digest] for ref, digest in claims.items()}
            for kind, claims in self.digests.items()
        }

    def explain(self, kind: str, one: ClaimRef, other: ClaimRef) -> Why:
        """Why two claims are, or are not, in one record."""
        digests = self.digests.get(kind, {})
        if one not in digests or other not in digests:
            return Why(_BY_WAY, ("the kind does not take both claims",))
        first, second = digests[one], digests[other]
        if first == second:
            return _EQUAL
        link = self.links.get(frozenset((first, second)))
        if self.records[first] != self.records[second]:
            return self._apart(kind, first, second, link)
        if link is not None:
            return Why(link.score, (_told(link),))
        return Why(_BY_WAY, tuple(_told(hop) for hop in self._way(first, second)))

    def _apart(self, kind: str, first: str, second: str, link: Linked | None) -> Why:
        matcher = self.matchers[kind]
        one, other = (profile_of(self.profiles[d].body, matcher) for d in (first, second))
        why_not = matcher.contradict(one, other)
        match = matcher.compare(one, other)
        score = match.score if match is not None else 0.0
        reasons = [f"score {score:.2f}", *(match.reasons if match is not None else ())]
        if why_not is not None:
            reasons.append(f"but they contradict: {why_not}")
        elif link is not None:
            reasons.append("but others of their groups contradict")
        elif score >= ENOUGH:
            reasons.append("but they share no block")
        return Why(score, tuple(reasons))

    def _way(self, first: str, second: str) -> Sequence[Linked]:
        """The shortest way from one profile to another along links within their record."""
        beside: dict[str, list[Linked]] = defaultdict(list)
        for link in self.links.values():
            if self.records[link.first] == self.records[link.second] == self.records[first]:
                beside[link.first].append(link)
                beside[link.second].append(link)
        ways: dict[str, tuple[Linked, ...]] = {first: ()}
        waiting = deque([first])
        while waiting and second not in ways:
            here = waiting.popleft()
            for link in beside[here]:
                there = link.second if link.first == here else link.first
                if there not in ways:
                    ways[there] = (*ways[here], link)
                    waiting.append(there)
        return ways.get(second, ())


def joined(nodes: Iterable[Node], matchers: Sequence[Matcher]) -> Joined:
    """Join claims into records.

    Args:
        nodes: The claims.
        matchers: One a kind.
    """
    profiles: dict[str, Profiled] = {}
    digests: dict[str, dict[ClaimRef, str]] = defaultdict(dict)
    for node in nodes:
        for profile in profiled(node, matchers):
            profiles[profile.digest] = profile
            digests[profile.kind].setdefault(node.ref, profile.digest)
    links = tuple(linked(sorted(_pairs(profiles.values())), profiles, matchers))
    groups = grouped(profiles, links, Rulings(), matchers)
    records = {digest: group[0] for group in groups for digest in group}
    by_ends = {frozenset((link.first, link.second)): link for link in links}
    return Joined({m.kind: m for m in matchers}, profiles, digests, by_ends, records)


def _pairs(profiles: Iterable[Profiled]) -> set[tuple[str, str]]:
    """Pairs of digests that share a block."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        for block in profile.blocks:
            blocks[block].add(profile.digest)
    return set(_within(blocks.values()))


def _within(blocks: Iterable[set[str]]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        yield from combinations(sorted(block), 2)


def _told(link: Linked) -> str:
    return f"score {link.score:.2f}: {', '.join(link.reasons)}"

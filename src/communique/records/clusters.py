"""Groups profiles into records: links joined best first, unless something keeps them apart.

Plain connected components would chain two happenings through a third, vague telling. Here, two
groups are joined only if no pair across them contradicts, and links are taken in an order that
depends on the profiles alone (score, then digests). So the groups are a function of the set of
profiles, links and rulings, whatever the order in which documents came.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.model.linking import Linked, Rulings


def components(digests: Iterable[str], links: Iterable[Linked]) -> tuple[tuple[str, ...], ...]:
    """The connected components of profiles, each sorted, in the order of their first."""
    forest = _Forest(digests)
    for link in links:
        forest.join(link.first, link.second)
    return forest.groups()


def clustered(
    profiles: Mapping[str, Any],
    links: Iterable[Linked],
    rulings: Rulings,
    contradict: Callable[[Any, Any], str | None],
) -> tuple[tuple[str, ...], ...]:
    """The profiles of each record, sorted, in the order of their first.

    Args:
        profiles: Profiles by digest.
        links: Links between them.
        rulings: What people ruled on pairs of them; the last standing ruling on each pair.
        contradict: Why two can't be one thing, None where they can.
    """
    forest = _Forest(profiles)
    apart = {frozenset(pair) for pair in rulings.apart}
    for link in sorted(rulings.together, key=_rank):
        if not _kept_apart(forest.of(link.first), forest.of(link.second), apart):
            forest.join(link.first, link.second)
    refused: set[frozenset[str]] = set()
    for link in sorted(links, key=_rank):
        one, other = forest.root(link.first), forest.root(link.second)
        if one == other or frozenset((one, other)) in refused:
            continue
        if _can_join(forest.of(one), forest.of(other), profiles, apart, contradict):
            forest.join(one, other)
        else:
            refused.add(frozenset((one, other)))
    return forest.groups()


def spanning(links: Iterable[Linked], group: Collection[str]) -> tuple[Linked, ...]:
    """The fewest and best links that hold a group together, best first."""
    forest = _Forest(group)
    chosen = []
    for link in sorted(links, key=_rank):
        if link.first in forest and link.second in forest and forest.join(link.first, link.second):
            chosen.append(link)
    return tuple(chosen)


def _rank(link: Linked) -> tuple[float, str, str]:
    pair = (link.first, link.second)
    return (-link.score, min(pair), max(pair))


def _kept_apart(
    one: Sequence[str], other: Sequence[str], apart: Collection[frozenset[str]]
) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in one for b in other)


def _can_join(
    one: Sequence[str],
    other: Sequence[str],
    profiles: Mapping[str, Any],
    apart: Collection[frozenset[str]],
    contradict: Callable[[Any, Any], str | None],
) -> bool:
    if _kept_apart(one, other, apart):
        return False
    return not any(contradict(profiles[a], profiles[b]) for a in one for b in other)


@dataclass(slots=True)
class _Forest:
    """Groups that grow by joining (union-find, the smaller under the larger)."""

    digests: Iterable[str]
    _above: dict[str, str] = field(init=False)
    _groups: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._above = {digest: digest for digest in self.digests}
        self._groups = {digest: [digest] for digest in self._above}

    def __contains__(self, digest: str) -> bool:
        return digest in self._above

    def root(self, digest: str) -> str:
        while self._above[digest] != digest:
            digest = self._above[digest]
        return digest

    def of(self, digest: str) -> list[str]:
        """The group of a digest."""
        return self._groups[self.root(digest)]

    def join(self, first: str, second: str) -> bool:
        """Join the groups of two digests; whether they were two."""
        one, other = self.root(first), self.root(second)
        if one == other:
            return False
        if (len(self._groups[one]), other) < (len(self._groups[other]), one):
            one, other = other, one
        self._above[other] = one
        self._groups[one] += self._groups.pop(other)
        return True

    def groups(self) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted(tuple(sorted(group)) for group in self._groups.values()))

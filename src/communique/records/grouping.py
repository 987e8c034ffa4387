"""From profiles as they are kept to links and groups: comparing pairs, and forming records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from communique.model.linking import Linked, Profiled, Rulings
from communique.records.clusters import clustered, components
from communique.records.matching import ENOUGH, Matcher
from communique.records.profiling import profile_of

_T = TypeVar("_T")


def linked(
    pairs: Iterable[tuple[str, str]],
    profiles: Mapping[str, Profiled],
    matchers: Sequence[Matcher],
) -> Iterator[Linked]:
    """Links between those of the pairs that match.

    Args:
        pairs: Pairs of digests, of one kind each.
        profiles: Profiles by digest.
        matchers: One a kind; what has none is linked with nothing.
    """
    by_kind = {matcher.kind: matcher for matcher in matchers}
    ready: dict[str, Any] = {}
    for pair in pairs:
        # Which of two profiles came first must not matter, not even to the words of a reason.
        first, second = sorted(pair)
        matcher = by_kind.get(profiles[first].kind)
        if matcher is None:
            continue
        for digest in (first, second):
            if digest not in ready:
                ready[digest] = profile_of(profiles[digest].body, matcher)
        match = matcher.compare(ready[first], ready[second])
        if match is not None and match.score >= ENOUGH:
            yield Linked(first, second, match.score, match.reasons)


def grouped(
    profiles: Mapping[str, Profiled],
    links: Collection[Linked],
    rulings: Rulings,
    matchers: Sequence[Matcher],
) -> Iterator[tuple[str, ...]]:
    """The digests of each record's profiles.

    Args:
        profiles: Profiles by digest, with all that links and rulings lead to.
        links: The links between them.
        rulings: What people ruled on pairs of them.
        matchers: One a kind.
    """
    by_kind = {matcher.kind: matcher for matcher in matchers}
    parts = components(profiles, (*links, *rulings.together))
    place = {digest: index for index, part in enumerate(parts) for digest in part}
    held = _by_part(((link, link.first) for link in links), place)
    together = _by_part(((link, link.first) for link in rulings.together), place)
    apart = _by_part(
        ((pair, pair[0]) for pair in rulings.apart if place[pair[0]] == place[pair[1]]), place
    )
    for index, part in enumerate(parts):
        matcher = by_kind.get(profiles[part[0]].kind)
        if len(part) == 1 or matcher is None:
            yield from ((digest,) for digest in part)
        else:
            ready = {digest: profile_of(profiles[digest].body, matcher) for digest in part}
            ruled = Rulings(tuple(together[index]), tuple(apart[index]))
            yield from clustered(ready, held[index], ruled, matcher.contradict)


def _by_part(entries: Iterable[tuple[_T, str]], place: Mapping[str, int]) -> dict[int, list[_T]]:
    found: dict[int, list[_T]] = defaultdict(list)
    for entry, digest in entries:
        found[place[digest]].append(entry)
    return found

"""Compares values of one statistic that different documents tell, each pair of numbers once."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from communique.checks.observed import Observed

_YEAR = 366
#: More values of one point than that are no one statistic.
_MOST = 12


def grouped(
    told: Iterable[Observed], key: Callable[[Observed], Hashable]
) -> Iterator[list[Observed]]:
    """Values under equal keys, those told first in front; groups of one are left out."""
    found: dict[Hashable, list[Observed]] = defaultdict(list)
    for one in told:
        found[key(one)].append(one)
    yield from (sorted(group, key=told_day) for group in found.values() if len(group) > 1)


def contrasted(
    group: Sequence[Observed], value: Callable[[Observed], Hashable]
) -> Iterator[list[tuple[Observed, Observed]]]:
    """For each two values of a group, the pairs that tell them in different documents.

    Where a document tells both it explains the difference, or contradicts itself: that is left to
    the checks of one document.
    """
    found: dict[Hashable, list[Observed]] = defaultdict(list)
    for one in group:
        found[value(one)].append(one)
    if len(found) > _MOST:
        return
    for first, second in combinations(found.values(), 2):
        if {o.document for o in first} & {o.document for o in second}:
            continue
        yield [(a, b) for a in first for b in second]


def thousands_apart(one: Observed, other: Observed) -> int:
    """By which power of a thousand one number is the other; nought where by none."""
    first, second = sorted((abs(one.value), abs(other.value)))
    for power in (1, 2, 3):
        if first and math.isclose(first * 1000**power, second, rel_tol=1e-9):
            return power
    return 0


def same_count(one: Observed, other: Observed) -> bool:
    """Whether two values are for one scope and, as far as told, of one compiler.

    What the sides of a statistic each tell in documents of their own are mirror statistics.
    """
    if one.scopes != other.scopes:
        return False
    if one.compiler and other.compiler:
        return same_name(one.compiler, other.compiler) or _names(one, other) or _names(other, one)
    return not (one.voices and other.voices and not {*one.voices} & {*other.voices})


def _names(one: Observed, other: Observed) -> bool:
    """Whether one sentence holds the other's compiler, as "the customs service (SUNAT)" does."""
    words = set(re.findall(r"[^\W_]+", one.node.claim.evidence[0].exact.lower()))
    return set(other.compiler.split()) <= words


def same_name(one: str, other: str) -> bool:
    """Whether two names of compilers are one, or one the short form of the other."""
    first, second = set(one.split()), set(other.split())
    return bool(first and second) and (first <= second or second <= first)


def told_day(one: Observed) -> tuple[date, str, str]:
    """By this the earliest telling of a value is the one that is quoted."""
    return one.published or date.max, one.document, one.node.ref.claim


def at_one_time(one: Observed, other: Observed, most: int = _YEAR) -> bool:
    """Whether two values are for one time; one that tells none is for about when it was told.

    Args:
        one: A value.
        other: Another.
        most: Days that may lie between the two publications where a time is not told.
    """
    if one.period is not None and other.period is not None:
        return one.period == other.period
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= most

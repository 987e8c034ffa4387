"""A series of figures as points: per period and compiler, what is told and by which claims.

A record of figures is a series; values of other periods, by other compilers or as forecasts stand
beside each other and contradict nobody. Two values of one point do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.claims.slots.figure import Figure
from communique.model.claim import When
from communique.model.mention import Bound
from communique.model.record import ClaimRef, Node
from communique.model.terms import Direction, Modality


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a point, and who tells it.

    Attributes:
        value: The number.
        unit: ISO 4217 code, percent or a plural noun.
        bound: How it is hedged.
        claims: The claims that tell it, sorted.
        stories: Number of independent stories among them.
    """

    value: int | float
    unit: str
    bound: Bound | None
    claims: tuple[ClaimRef, ...]
    stories: int


@dataclass(frozen=True, slots=True)
class Point:
    """What a series says of one period, by one compiler.

    Attributes:
        first: First day of the period; None where it is open or not told.
        last: Last day.
        compiler: Who says so, where it is not the documents' own voice.
        forecast: Whether it lies ahead or is only thought possible.
        readings: The values, those with most stories first.
    """

    first: date | None
    last: date | None
    compiler: str | None
    forecast: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """How a series is said to have moved.

    Attributes:
        first: First day of the period in which it did.
        last: Last day.
        value: By how much, negative for a fall.
        unit: Percent, ISO 4217 code or a plural noun.
        base_first: First day of the period compared with, None where none is told.
        base_last: Last day.
        claims: The claims that tell it, sorted.
        stories: Number of independent stories among them.
    """

    first: date | None
    last: date | None
    value: int | float
    unit: str
    base_first: date | None
    base_last: date | None
    claims: tuple[ClaimRef, ...]
    stories: int


def points(nodes: Iterable[Node]) -> tuple[Point, ...]:
    """The points of a series, by period and compiler.

    Args:
        nodes: Claims of the series; those that are denied tell no value.
    """
    found: dict[tuple[date | None, date | None, str, bool], list[tuple[Node, Figure]]] = {}
    for node, claim in _figures(nodes):
        first, last = _days(claim.period)
        forecast = claim.modality is not Modality.ASSERTED
        key = (first, last, _plain(claim.attributed_to), forecast)
        found.setdefault(key, []).append((node, claim))
    made = [
        Point(first, last, _compiler(told), forecast, _readings(told))
        for (first, last, _, forecast), told in found.items()
    ]
    return tuple(
        sorted(made, key=lambda p: (*_rank(p.first, p.last), p.compiler or "", p.forecast))
    )


def movements(nodes: Iterable[Node]) -> tuple[Movement, ...]:
    """How the series is said to have moved, by period."""
    found: dict[_Moved, list[Node]] = {}
    for node, claim in _figures(nodes):
        if claim.change is not None:
            sign = -1 if claim.change.direction is Direction.DOWN else 1
            days = (*_days(claim.period), *_days(claim.change.base))
            found.setdefault((sign * claim.change.value, claim.change.unit, *days), []).append(node)
    made = [
        Movement(first, last, value, unit, since, until, _refs(told), _stories(told))
        for (value, unit, first, last, since, until), told in found.items()
    ]
    ranked = sorted(made, key=lambda m: (-m.stories, m.value, m.unit, m.claims))
    return tuple(sorted(ranked, key=lambda m: _rank(m.first, m.last)))


# Value, unit, first and last day, first and last day of the base.
_Moved = tuple[int | float, str, date | None, date | None, date | None, date | None]


def _figures(nodes: Iterable[Node]) -> Iterable[tuple[Node, Figure]]:
    for node in sorted(nodes, key=lambda node: node.ref):
        claim = node.claim
        if isinstance(claim, Figure) and claim.modality is not Modality.DENIED:
            yield node, claim


def _readings(told: list[tuple[Node, Figure]]) -> tuple[Reading, ...]:
    found: dict[tuple[int | float, str, Bound | None], list[Node]] = {}
    for node, claim in told:
        found.setdefault((claim.value, claim.unit, claim.bound), []).append(node)
    made = [
        Reading(value, unit, bound, _refs(nodes), _stories(nodes))
        for (value, unit, bound), nodes in found.items()
    ]
    return tuple(sorted(made, key=lambda r: (-r.stories, r.value, r.unit, r.bound or "")))


def _compiler(told: list[tuple[Node, Figure]]) -> str | None:
    """Its name in the spelling that sorts first, so that the order of claims does not matter."""
    return min((claim.attributed_to for _, claim in told if claim.attributed_to), default=None)


def _plain(name: str | None) -> str:
    words = (name or "").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _days(when: When | None) -> tuple[date | None, date | None]:
    return (when.first, when.last) if when else (None, None)


def _rank(first: date | None, last: date | None) -> tuple[date, date]:
    """Periods in order; those that are not told come last."""
    return first or last or date.max, last or date.max


def _refs(nodes: Iterable[Node]) -> tuple[ClaimRef, ...]:
    return tuple(sorted(node.ref for node in nodes))


def _stories(nodes: Iterable[Node]) -> int:
    """Independent voices: a document whose story is not known is one of its own."""
    return len({node.document.story or node.document.key for node in nodes})

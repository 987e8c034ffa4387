"""The values of a series that a chart can show: one unit, each with its period and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.model.mention import Bound
from communique.records.series import Point, Reading

#: What a value is said by where the documents say it in their own voice.
OWN_VOICE = "the documents themselves"
#: Signs of hedges, before a number.
SIGNS = {
    Bound.ABOUT: "≈",
    Bound.AT_LEAST: "≥",
    Bound.AT_MOST: "≤",
    Bound.MORE_THAN: ">",
    Bound.LESS_THAN: "<",
}
_UP = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_DOWN = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a series.

    Attributes:
        reading: The value with its hedge.
        first: First day of its period; None where none is told.
        last: Last day.
        who: Who says so.
        forecast: Whether it lies ahead.
        conflicting: Whether others are told of the same period by the same.
    """

    reading: Reading
    first: date | None
    last: date | None
    who: str
    forecast: bool
    conflicting: bool

    @property
    def middle(self) -> date | None:
        """Middle of its period, or the end that is told."""
        if self.first is None or self.last is None:
            return self.first or self.last
        return self.first + timedelta((self.last - self.first).days // 2)

    @property
    def arrow(self) -> int:
        """Where the true value lies: 1 above, -1 below, 0 at or near it."""
        return (self.reading.bound in _UP) - (self.reading.bound in _DOWN)

    @property
    def is_open(self) -> bool:
        """Whether it is drawn hollow: not a plain number of what has been."""
        return self.forecast or self.reading.bound is not None


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a series that a chart can show.

    Attributes:
        shown: The values, in order of time.
        unit: Their unit.
        who: Who says them, most values first; the place tells the shape.
        left: How many values are left out, of other units or without a period.
    """

    shown: tuple[Value, ...]
    unit: str
    who: tuple[str, ...]
    left: int

    @property
    def dated(self) -> bool:
        """Whether their periods are known."""
        return bool(self.shown) and self.shown[0].middle is not None


def values_of(points: Sequence[Point]) -> Values:
    """The values of points: those of the most frequent unit, with a period if any have one."""
    found = list(_values(points))
    units = Counter(value.reading.unit for value in found)
    unit = units.most_common(1)[0][0] if units else ""
    alike = [value for value in found if value.reading.unit == unit]
    dated = [value for value in alike if value.middle is not None]
    shown = tuple(dated or alike)
    counted = Counter(value.who for value in shown)
    who = tuple(sorted(counted, key=lambda name: (-counted[name], name)))
    return Values(shown, unit, who, len(found) - len(shown))


def _values(points: Iterable[Point]) -> Iterable[Value]:
    for point in points:
        for reading in point.readings:
            who = point.compiler or OWN_VOICE
            several = len(point.readings) > 1
            yield Value(reading, point.first, point.last, who, point.forecast, several)

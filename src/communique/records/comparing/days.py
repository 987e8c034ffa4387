"""Compares periods of days: how well they agree, how far apart they are, what blocks they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from communique.model.claim import When

#: Longest period that still tells when something took place: a week of talks and its weekends.
SHORT = 10
#: A month, with the days at its ends.
MONTH = 31
#: A quarter of a year.
QUARTER = 92


@dataclass(frozen=True, slots=True)
class Days:
    """A period; an open end is None.

    Attributes:
        first: First day.
        last: Last day, inclusive.
    """

    first: date | None
    last: date | None

    @classmethod
    def of(cls, when: When | None) -> Self | None:
        """The period of a claim; None where it has none, or one that is open at both ends."""
        if when is None or (when.first is None and when.last is None):
            return None
        return cls(when.first, when.last)

    @property
    def length(self) -> int | None:
        """Number of days, None where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    @property
    def short(self) -> bool:
        """Whether it tells the day, or a few days."""
        return self.length is not None and self.length <= SHORT

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or 'open'} to {self.last or 'open'}"


class Fit(StrEnum):
    """How two periods agree."""

    #: The same few days.
    SAME = "same"
    #: A few days within a few days.
    WITHIN = "within"
    #: Few days that overlap.
    CROSSING = "crossing"
    #: Within, or the same as, a month.
    MONTH = "month"
    #: The same, but a quarter, which tells little.
    QUARTER = "quarter"
    #: They meet, but one of them is a year, or open and begins or ends close by.
    LOOSE = "loose"
    #: They meet, but one of them is open and its end is far.
    OPEN = "open"
    #: No day is in both.
    APART = "apart"


def fit(one: Days, other: Days) -> Fit:
    """How two periods agree; symmetric."""
    if gap(one, other) > 0:
        return Fit.APART
    if one.short and other.short:
        if one == other:
            return Fit.SAME
        return Fit.WITHIN if _nested(one, other) or _nested(other, one) else Fit.CROSSING
    if one.length is None or other.length is None:
        return Fit.OPEN if _far(one, other) or _far(other, one) else Fit.LOOSE
    longest = max(one.length, other.length)
    if longest > QUARTER:
        return Fit.LOOSE
    return Fit.MONTH if longest <= MONTH else Fit.QUARTER


def gap(one: Days, other: Days) -> int:
    """Days from the end of the earlier to the beginning of the later; 0 where they meet."""
    return max(_after(one, other), _after(other, one), 0)


def distance(day: date, days: Days) -> int:
    """How far a day lies from a period: negative before its first day, positive after its last."""
    if days.first is not None and day < days.first:
        return (day - days.first).days
    if days.last is not None and day > days.last:
        return (day - days.last).days
    return 0


def buckets(days: Days, width: int, slack: int) -> Iterator[int]:
    """Numbers of the stretches of time that a period and the days around it lie in.

    Two periods that are no more than twice the slack apart share one. An open end counts as the
    other one.

    Args:
        days: The period.
        width: Length of a stretch, in days.
        slack: Days around the period.
    """
    first, last = days.first or days.last, days.last or days.first
    if first is not None and last is not None:
        low, high = first.toordinal() - slack, last.toordinal() + slack
        yield from range(low // width, high // width + 1)


def _far(half: Days, other: Days) -> bool:
    """Whether the one end of an open period lies more than a month from another period."""
    end = half.first or half.last
    return half.length is None and end is not None and abs(distance(end, other)) > MONTH


def _nested(inner: Days, outer: Days) -> bool:
    return distance(inner.first or date.min, outer) == distance(inner.last or date.max, outer) == 0


def _after(one: Days, other: Days) -> int:
    """Days from the last of one to the first of the other."""
    if one.last is None or other.first is None:
        return 0
    return (other.first - one.last).days

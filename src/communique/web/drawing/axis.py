"""An axis of time: where a day lies, and which days are told below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

# Steps between the days that are told, in months, and the longest period that each suits, in days.
_STEPS = ((1, 400), (3, 1_200), (12, 4_400), (24, 9_000), (60, 22_000), (120, 44_000))
# Shorter periods are told in days: so many between those told.
_DAYS = ((1, 12), (2, 24), (7, 75))
# Beyond, so many more for each so many days.
_LONGEST, _AGES = 600, 300_000


@dataclass(frozen=True, slots=True)
class Tick:
    """A day that is told below an axis.

    Attributes:
        x: Where it lies.
        label: What it is called.
    """

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of time from the beginning of one day to the end of another.

    Attributes:
        first: The first day.
        last: The last day, not before the first.
        left: Where the first day begins.
        right: Where the last day ends.
    """

    first: date
    last: date
    left: float
    right: float

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1

    def at(self, day: date, ending: bool = False) -> float:
        """Where a day begins, or where it ends; of a day outside, the end of the axis."""
        past = (day - self.first).days + ending
        share = min(max(past / self.days, 0.0), 1.0)
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """The days that are told below it."""
        told = list(_told(self.first, self.last, self.days))
        return tuple(Tick(self.at(day), label) for day, label in told)


def _told(first: date, last: date, days: int) -> Iterator[tuple[date, str]]:
    for step, most in _DAYS:
        if days <= most:
            for ordinal in range(first.toordinal(), last.toordinal() + 1, step):
                day = date.fromordinal(ordinal)
                yield day, f"{day.day} {day:%b}"
            return
    longest = _LONGEST * -(-days // _AGES)
    step = next((step for step, most in _STEPS if days <= most), longest)
    year = 0  # Told at the first month and at each of another year: all would touch one another.
    months = range(-(-(first.year * 12 + first.month - 1) // step) * step, 12 * 9999, step)
    for month in months:
        day = date(max(month // 12, 1), month % 12 + 1, 1)
        if day > last:
            return
        if day >= first:
            month_of_it = f"{day:%b}" if day.year == year else f"{day:%b} {day.year:04}"
            yield day, f"{day.year:04}" if step >= 12 else month_of_it
            year = day.year


def window(days: Sequence[date]) -> tuple[date, date]:
    """The period in which nearly all of some days lie; single ones far away are left out."""
    ordered = sorted(days)
    outer = len(ordered) // 20
    return ordered[outer], ordered[len(ordered) - 1 - outer]

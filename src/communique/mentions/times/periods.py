"""Stretches of the calendar with their TIMEX3 value. Arithmetic only; no words here."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}


class Grain(StrEnum):
    """How long a period is; the letters are those of the units in the data."""

    DAY = "D"
    WEEK = "W"
    WEEKEND = "WE"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    HALF = "H"
    YEAR = "Y"
    DECADE = "E"
    CENTURY = "C"
    MILLENNIUM = "L"
    OTHER = "O"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes:
        value: TIMEX3 value.
        grain: How long it is.
        first: First day, None if not known.
        last: Last day, None if not known.
    """

    value: str
    grain: Grain
    first: date | None = None
    last: date | None = None


def named(period: Period) -> str:
    """How a reading names the period that it was counted from."""
    return f"previous date {period.value}"


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day(on: date) -> Period:
    """One day."""
    return Period(on.isoformat(), Grain.DAY, on, on)


def week(on: date) -> Period:
    """The ISO week that holds a day."""
    year, number, weekday = on.isocalendar()
    monday = shift_days(on, 1 - weekday)
    return Period(f"{year}-W{number:02}", Grain.WEEK, monday, shift_days(monday, 6))


def weekend(on: date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    held = week(on)
    saturday = None if held.first is None else shift_days(held.first, 5)
    return Period(f"{held.value}-WE", Grain.WEEKEND, saturday, held.last)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return _months(f"{year:04}-{number:02}", Grain.MONTH, year, number, 1)


def quarter(year: int, number: int) -> Period:
    """A quarter of a calendar year."""
    return _months(f"{year:04}-Q{number}", Grain.QUARTER, year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """A half of a calendar year."""
    return _months(f"{year:04}-H{number}", Grain.HALF, year, 6 * number - 5, 6)


def season(year: int, letters: str) -> Period:
    """A season; the winter of a year begins in its December."""
    return _months(f"{year:04}-{letters}", Grain.SEASON, year, _SEASON_MONTH[letters], 3)


def year(number: int) -> Period:
    """A calendar year."""
    return _months(f"{number:04}", Grain.YEAR, number, 1, 12)


def years(first: int, last: int) -> Period:
    """Several calendar years."""
    run = _months("", Grain.OTHER, first, 1, 12 * (last - first + 1))
    return replace(run, value=f"{first:04}/{last:04}")


def decade(first_year: int) -> Period:
    """Ten years that begin with a round one; the value is their common beginning."""
    return _months(f"{first_year // 10:03}", Grain.DECADE, first_year, 1, 120)


def century(number: int) -> Period:
    """A century by its ordinal, taken as the years with the same first digits."""
    return _months(f"{number - 1:02}", Grain.CENTURY, 100 * (number - 1) or 1, 1, 1200)


def _months(value: str, grain: Grain, first_year: int, first_month: int, count: int) -> Period:
    end_year, end_month = add_months(first_year, first_month, count - 1)
    if not (1 <= first_year <= MAXYEAR and 1 <= end_year <= MAXYEAR):
        return Period(value, grain)
    last = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Period(value, grain, date(first_year, first_month, 1), last)


def add_months(from_year: int, from_month: int, count: int) -> tuple[int, int]:
    """Year and month, a number of months away."""
    total = 12 * from_year + from_month - 1 + count
    return total // 12, total % 12 + 1


def shift_days(on: date, count: int) -> date:
    """A day some days away, held within what the calendar can hold."""
    try:
        return on + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def shift_months(on: date, count: int) -> date:
    """The same day of another month, or the last day of that month."""
    to_year, to_month = add_months(on.year, on.month, count)
    if not 1 <= to_year <= MAXYEAR:
        return date.max if count > 0 else date.min
    return date(to_year, to_month, min(on.day, monthrange(to_year, to_month)[1]))


def shift_unit(on: date, unit: str, count: int) -> date:
    """A day some units away."""
    if unit in _MONTHS:
        return shift_months(on, count * _MONTHS[unit])
    if unit in ("W", "WE", "2W"):
        return shift_days(on, count * (14 if unit == "2W" else 7))
    return shift_days(on, count)


def holding(on: date, unit: str) -> Period:
    """The day, week, month, quarter, year … that holds a day."""
    if unit == "E":
        return decade(on.year // 10 * 10)
    if unit == "C":
        return century(on.year // 100 + 1)
    if unit == "H":
        return half(on.year, (on.month + 5) // 6)
    makers = {
        "W": lambda: week(on),
        "WE": lambda: weekend(on),
        "M": lambda: month(on.year, on.month),
        "Q": lambda: quarter(on.year, (on.month + 2) // 3),
        "Y": lambda: year(on.year),
    }
    return makers.get(unit, lambda: day(on))()


def part_of(period: Period, part: str) -> Period:
    """The first or last third, or the middle, of a period; the value stays.

    Months are cut at the 10th and 20th, years into quarters ("early 2022" ends in March), as
    readers of such words mostly expect.
    """
    if period.first is None or period.last is None:
        return period
    first, last = period.first, period.last
    if period.grain is Grain.MONTH:
        cuts = (first.replace(day=10), first.replace(day=11), first.replace(day=20))
        return _cut(period, part, *cuts, first.replace(day=21))
    if period.grain is Grain.YEAR:
        start = first.year
        return _cut(period, part, date(start, 3, 31), date(start, 5, 1), date(start, 8, 31),
                    date(start, 10, 1))  # fmt: skip
    third = (last - first).days // 3
    return _cut(period, part, shift_days(first, third), shift_days(first, third),
                shift_days(last, -third), shift_days(last, -third))  # fmt: skip


def _cut(
    period: Period, part: str, head: date, mid_first: date, mid_last: date, tail: date
) -> Period:
    if part == "START":
        return replace(period, last=head)
    if part == "END":
        return replace(period, first=tail)
    return replace(period, first=mid_first, last=mid_last)


def nth_weekday(of_year: int, of_month: int, weekday: int, number: int) -> date:
    """The n-th weekday (ISO number) of a month."""
    first = date(of_year, of_month, 1)
    return shift_days(first, (weekday - first.isoweekday()) % 7 + 7 * (number - 1))

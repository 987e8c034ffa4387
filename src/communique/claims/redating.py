"""The days that a time of a document allows, for the gate: reading a date again."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from communique.model.claim import When
from communique.model.mention import TimeMention

# "within three years" is P3Y, "for 18 months" P18M, "two weeks" P2W, "90 days" P90D.
_LENGTH = re.compile(r"P(\d+)([YMWD])")
# "Fiscal year 2024" has this value and no days: when it begins depends on the state.
_YEAR = re.compile(r"\d{4}")
_DAYS = {"W": 7, "D": 1}
_MONTHS = {"Y": 12, "M": 1}
_DAY = timedelta(days=1)
# "Year on year", "quarter on quarter" and the like, in months.
_STEPS = frozenset({1, 3, 6, 12})


def allows(time: TimeMention, day: date, anchors: Collection[date]) -> bool:
    """Whether a time can mean a period that begins or ends on the day.

    The day must lie among the time's own, or beside them ("before 26 March", "after 1 June"). Where
    the time is a length ("within three years"), it must lie so far from an anchor.

    Args:
        time: A time of the document.
        day: The day that it is said to give.
        anchors: Days that lengths may be counted from.
    """
    if time.first is not None or time.last is not None:
        first, last = time.first or time.last or day, time.last or time.first or day
        return first <= day + _DAY and day - _DAY <= last
    if _YEAR.fullmatch(time.value):
        return abs(day.year - int(time.value)) <= 1
    length = _LENGTH.fullmatch(time.value)
    if length is None:
        return False
    count, unit = int(length[1]), length[2]
    return any(day == anchor or day in _ends(anchor, count, unit) for anchor in anchors)


def _ends(day: date, count: int, unit: str) -> Iterator[date]:
    """The days so far before and after a day, with those beside: the first may count or not."""
    for signed in (count, -count):
        try:
            end = _shifted(day, signed, unit)
            yield from (end - _DAY, end, end + _DAY)
        except (ValueError, OverflowError):
            continue


def _shifted(day: date, count: int, unit: str) -> date:
    if unit in _DAYS:
        return day + timedelta(days=count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_step_before(base: When, period: When) -> bool:
    """Whether a period lies a month, a quarter, half a year or a year before another."""
    if None in (base.first, base.last, period.first, period.last):
        return False
    begun, ended = _months(base.first, period.first), _months(base.last, period.last)
    return begun == ended and begun in _STEPS


def _months(earlier: date | None, later: date | None) -> int:
    """Months between two days, whatever their day of the month."""
    assert earlier is not None
    assert later is not None
    return (later.year - earlier.year) * 12 + later.month - earlier.month

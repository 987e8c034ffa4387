"""Which year, month or day is meant where the words leave it open."""

from __future__ import annotations

from datetime import date

from communique.mentions.times.found import Context, Found
from communique.mentions.times.periods import (
    Period,
    add_months,
    day_of,
    holding,
    named,
    shift_days,
    shift_unit,
)

# A bare month or day may lie this far ahead of publication; news and communiqués announce what is
# near, and look back further. By what the sentence tells of its tense: ahead, nothing, behind.
_REACH_MONTHS = {True: 11, None: 4, False: 2}
_REACH = {True: 270, None: 120, False: 75}


def year_for_month(month: int, context: Context) -> int | None:
    """The year of a bare month."""
    if context.anchor is None:
        return None
    year, now = context.anchor.year, context.anchor.month
    ahead = (month - now) % 12
    if ahead <= _REACH_MONTHS[context.ahead]:
        return add_months(year, now, ahead)[0]
    return add_months(year, now, ahead - 12)[0]


def year_for_day(month: int, day: int, context: Context) -> int | None:
    """The year of a day and month: the one that brings it nearest, with more room for the past."""
    anchor = context.anchor
    if anchor is None:
        return None
    latest = shift_days(anchor, _REACH[context.ahead])
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        on = day_of(year, month, day)
        if on is not None and on <= latest:
            return year
    return anchor.year


def weekday_date(weekday: int, context: Context) -> date | None:
    """The day of a bare weekday: the latest up to publication, or the next one."""
    anchor = context.anchor
    if anchor is None:
        return None
    if context.ahead is True:
        return shift_days(anchor, (weekday - anchor.isoweekday()) % 7)
    return shift_days(anchor, -((anchor.isoweekday() - weekday) % 7))


def referred_year(found: Found, name: str, context: Context) -> tuple[int | None, str | None]:
    """The year of "last year", "this year", "the same year" …, and what it was counted from."""
    base, source = reference_day(found, name, context)
    if base is None:
        return None, source
    return base.year + shift_of(found, name), source


def shift_of(found: Found, name: str) -> int:
    """How many units a word like "last" or "next" goes."""
    value = found.value(name)
    return value if isinstance(value, int) else 0


#: Words that count from the time spoken of, not from publication.
_ANAPHORS = ("PREVIOUS", "FOLLOWING", "SAME", "THAT")


def reference_day(
    found: Found, name: str, context: Context, unit: str = ""
) -> tuple[date | None, str | None]:
    """The day to count from, and whether that is the publication's or the previous one."""
    anaphoric = any(found.holds(name, word) for word in _ANAPHORS)
    if anaphoric and unit == "D":
        if context.day is not None:
            return context.day.first, named(context.day)
        anaphoric = False  # no day of a year or month that was named is meant
    if anaphoric and context.previous is not None and context.previous.first is not None:
        return context.previous.first, named(context.previous)
    return context.anchor, "publication" if context.anchor is not None else None


def shifted(on: date, unit: str, count: int) -> Period:
    """The unit that lies some units away from the one that holds a day."""
    return holding(shift_unit(on, unit, count), unit)

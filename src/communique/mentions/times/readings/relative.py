"""Periods told from another: "last week", "the third quarter", "the following year", "today"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.mentions.times import periods
from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.periods import Grain, Period
from communique.mentions.times.readings.choose import (
    reference_day,
    referred_year,
    shift_of,
    shifted,
)
from communique.mentions.times.readings.common import date_reading, unknown

_OPEN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX",
    "Y": "XXXX", "E": "XXX", "C": "XX", "WE": "XXXX-WXX-WE",
}  # fmt: skip
_SEASONS = ("WI", "SP", "SU", "FA")


def relative_day(found: Found, context: Context) -> Reading | None:
    """Read "today", "yesterday", "tomorrow", "tonight", with a part of the day."""
    shift = found.value("day") if "day" in found else int(found.option("shift") or 0)
    letters = found.string("daypart") or found.option("daypart") or ""
    if context.anchor is None:
        period = unknown("XXXX-XX-XX", Grain.DAY)
    else:
        count = shift if isinstance(shift, int) else 0
        if found.holds_class("DAY"):
            count += -1 if "back" in found else 1
        period = periods.day(periods.shift_days(context.anchor, count))
    anchor = "publication" if context.anchor is not None else None
    reading = date_reading(period, found, context, anchor)
    if letters:
        return replace(reading, type="TIME", value=f"{period.value}T{letters}", approximate=False)
    return reading


def shifted_unit(found: Found, context: Context) -> Reading | None:
    """Read "last week", "this year", "the following month", "the same day"."""
    unit = found.option("unit") or found.string("unit")
    on, anchor = reference_day(found, "shift", context, unit)
    if on is None:
        value = _OPEN.get(unit, "XXXX-XX-XX")
        return date_reading(unknown(value), found, context, None)
    count = shift_of(found, "shift")
    if unit == "WE" and found.option("weekend") == "latest":
        on = periods.shift_days(on, -5)  # until Friday, "the weekend" is the one before
    period = shifted(on, unit, count)
    reading = date_reading(period, found, context, anchor)
    if found.option("rolling") and context.anchor is not None:
        # "the past week" is the seven days up to publication, not the calendar week before.
        if found.option("rolling") == "ahead":
            last = periods.shift_unit(context.anchor, unit, 1)
            return replace(reading, first=context.anchor, last=last)
        first = periods.shift_unit(context.anchor, unit, -1)
        return replace(reading, first=first, last=context.anchor)
    return reading


def edge_day(found: Found, context: Context) -> Reading | None:
    """Read "the last day of 1995", "the first day of March 2020"."""
    year = found.integer("year")
    month = found.value("month")
    if year is None:
        return None
    held = periods.month(year, month) if isinstance(month, int) else periods.year(year)
    on = held.first if found.holds("edge", "ORDINAL") else held.last
    return None if on is None else date_reading(periods.day(on), found, context, None)


def year_end(found: Found, context: Context) -> Reading | None:
    """Read "year-end": the last day of the year, after "since" of the year before."""
    if context.anchor is None:
        return date_reading(unknown("XXXX-12-31"), found, context, None)
    number = context.anchor.year - found.before_is("SINCE")
    period = periods.day(date(number, 12, 31))
    return date_reading(period, found, context, "publication")


def the_unit(found: Found, context: Context) -> Reading | None:
    """Read "the quarter", "the day": the one spoken of, else the current or the last one."""
    unit = found.string("unit")
    previous = context.previous
    if previous is not None and context.anchor is not None and previous.first is not None:
        previous = None if previous.first > context.anchor else previous
    month = found.month_after("ENDED")
    if unit == "Q" and month is not None and context.anchor is not None:
        year = context.anchor.year - (month > context.anchor.month)
        return date_reading(periods.quarter(year, (month + 2) // 3), found, context, "publication")
    if unit == "Q" and context.quarter is not None:
        return date_reading(context.quarter, found, context, periods.named(context.quarter))
    if previous is not None and previous.first is not None and previous.grain in _FINER[unit]:
        return date_reading(
            periods.holding(previous.first, unit), found, context, periods.named(previous)
        )
    if context.anchor is None:
        return date_reading(unknown(_OPEN[unit]), found, context, None)
    on = periods.shift_unit(context.anchor, unit, -1) if unit == "Q" else context.anchor
    return date_reading(periods.holding(on, unit), found, context, "publication")


_FINER = {
    "D": {Grain.DAY},
    "W": {Grain.DAY, Grain.WEEK, Grain.WEEKEND},
    "M": {Grain.DAY, Grain.MONTH},
    "Q": {Grain.QUARTER},
    "Y": {Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.HALF},
    "E": {Grain.YEAR, Grain.DECADE},
    "C": {Grain.YEAR, Grain.DECADE, Grain.CENTURY},
}


def quarter(found: Found, context: Context) -> Reading | None:
    """A quarter or half of a year by number: "the third quarter of 2024", "Q3 2022", "H1"."""
    if found.option("number") == "view" and context.quarter is None:
        stated = found.integer("year")
        return None if stated is None else date_reading(periods.year(stated), found, context, None)
    letter, number = _part_number(found, context)
    last = 2 if letter == "H" else 4
    if not 1 <= number <= last:
        return None
    year, anchor = _year_of_part(found, context, letter, number)
    if year is None:
        period = unknown(f"XXXX-{letter}{number}", Grain.QUARTER)
    elif letter == "H":
        period = periods.half(year, number)
    else:
        period = periods.quarter(year, number)
    return date_reading(period, found, context, anchor)


def _part_number(found: Found, context: Context) -> tuple[str, int]:
    label = found.string("label").upper()
    if label:
        letter = label.strip("1234")
        return letter, int(label.strip("QH"))
    letter = found.option("part") or "Q"
    if found.option("number") == "view":
        view = context.quarter
        return letter, int(view.value[-1]) if view is not None else 0
    if found.holds("number", "FINAL") or found.holds("number", "LAST"):
        return letter, 2 if letter == "H" else 4
    return letter, found.integer("number") or 0


def _year_of_part(
    found: Found, context: Context, letter: str, number: int
) -> tuple[int | None, str | None]:
    if "year" in found:
        return found.integer("year"), None
    if "ref" in found:
        return referred_year(found, "ref", context)
    if context.anchor is None:
        return None, None
    months = 6 if letter == "H" else 3
    current = (context.anchor.month - 1) // months + 1
    shift = -1 if "ago" in found else 0
    if number <= current or context.ahead:
        return context.anchor.year + shift, "publication"
    return context.anchor.year - 1 + shift, "publication"


def same_time_before(found: Found, context: Context) -> Reading | None:
    """Read "a year earlier": with a quarter in view that quarter of the year before."""
    if context.quarter is not None and context.quarter.first is not None:
        on = periods.shift_months(context.quarter.first, -12)
        # Not itself in view afterwards: the next "a year earlier" goes back from the same quarter.
        return replace(
            date_reading(periods.holding(on, "Q"), found, context, periods.named(context.quarter)),
            period=None,
        )
    return _back(found, context, "Y", 1, found.holds("back", "AGO"))


def latest_period(found: Found, context: Context) -> Reading | None:
    """Read "the latest quarter": the one in view, else the last that has ended."""
    if context.quarter is not None:
        return date_reading(context.quarter, found, context, periods.named(context.quarter))
    if context.anchor is None:
        return date_reading(unknown("XXXX-QX"), found, context, None)
    return date_reading(shifted(context.anchor, "Q", -1), found, context, "publication")


def ago(found: Found, context: Context) -> Reading | None:
    """Read "six weeks ago", "two years earlier": counted back, as finely as the unit tells."""
    number = found.number("number")
    unit = found.string("unit")
    if number == "X" or (unit.startswith("T") and context.anchor is None):
        return Reading("DATE", "PAST_REF", approximate=True)
    return _back(found, context, unit, number, True)


def _back(
    found: Found, context: Context, unit: str, number: float, from_anchor: bool
) -> Reading | None:
    anchor_day, anchor = context.anchor, "publication"
    anaphoric = not from_anchor or found.option("from") == "previous"
    if anaphoric and context.previous is not None and context.previous.first is not None:
        anchor_day, anchor = context.previous.first, periods.named(context.previous)
    if anchor_day is None:
        return Reading("DATE", "PAST_REF")
    sign = 1 if found.option("direction") == "ahead" else -1
    if unit.startswith("T"):
        return date_reading(periods.day(anchor_day), found, context, anchor)
    if unit in ("E", "C", "L"):
        number, unit = number * {"E": 10, "C": 100, "L": 1000}[unit], "Y"
    if number != int(number) and unit == "Y":
        number, unit = round(number * 12), "M"
    on = periods.shift_unit(anchor_day, unit, sign * round(min(number, 99999)))
    if on in (date.min, date.max):
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    unit = "W" if unit == "2W" else unit
    if "today" in found:
        shift = found.value("today")
        on, unit = periods.shift_days(on, shift if isinstance(shift, int) else 0), "D"
    reading = date_reading(periods.holding(on, unit), found, context, anchor)
    return replace(reading, approximate="about" in found)


def season(found: Found, context: Context) -> Reading | None:
    """A season, with a year, "last", "this" or nothing."""
    letters = found.string("season")
    year, anchor = (found.integer("year"), None) if "year" in found else (None, None)
    if "ref" in found:
        year, anchor = referred_year(found, "ref", context)
    if year is None and context.anchor is None:
        return date_reading(unknown(f"XXXX-{letters}", Grain.SEASON), found, context, None)
    if year is None and context.anchor is not None:
        year, anchor = _season_year(found, context, letters), "publication"
    return date_reading(periods.season(year or 1, letters), found, context, anchor)


def _season_year(found: Found, context: Context, letters: str) -> int:
    assert context.anchor is not None  # the caller has looked
    on = context.anchor
    # January and February belong to the winter of the year before.
    year = on.year - (on.month < 3)
    now, wanted = (on.month % 12) // 3, _SEASONS.index(letters)
    now, wanted = (now - 1) % 4, (wanted - 1) % 4
    shift = shift_of(found, "shift")
    if shift < 0:
        return year if wanted < now else year - 1
    if "shift" in found and shift == 0:
        return year
    if shift > 0 or context.ahead:
        return year if wanted > now or (wanted == now and not shift) else year + 1
    if wanted <= now + (1 if context.ahead is False else 2):
        return year
    return year - 1


def decade(found: Found, context: Context) -> Reading | None:
    """Read "the 1990s", "the '90s", "the nineties"."""
    value = found.value("decade")
    digits = "".join(filter(str.isascii, filter(str.isdigit, str(value))))
    if len(digits) == 4:
        return date_reading(periods.decade(int(digits)), found, context, None)
    century = (context.anchor.year if context.anchor else 2000) // 100 * 100
    first = century + int(digits)
    if context.anchor is None or first > context.anchor.year:
        first -= 100
    return date_reading(periods.decade(first), found, context, None)


def century(found: Found, context: Context) -> Reading | None:
    """Read "the 20th century"."""
    number = found.integer("number")
    if number is None or not 1 <= number <= 30:
        return None
    return date_reading(periods.century(number), found, context, None)


def fiscal_year(found: Found, context: Context) -> Reading | None:
    """Read "fiscal 2023" and "FY 2023"; the days of fiscal years vary, so none are given."""
    if "label" in found:
        figures = "".join(char if char.isdigit() else " " for char in found.string("label")).split()
        year = int(figures[0]) + (2000 if len(figures[0]) == 2 else 0)
    elif "year" in found:
        year = found.integer("year") or 0
    else:
        on, anchor = reference_day(found, "shift", context)
        if on is None:
            return date_reading(unknown("XXXX"), found, context, None)
        year = on.year + shift_of(found, "shift")
        return Reading("DATE", f"{year:04}", anchor=anchor)
    return Reading("DATE", f"{year:04}", period=Period(f"{year:04}", Grain.YEAR))

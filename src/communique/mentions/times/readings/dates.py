"""Calendar dates: days, months, years, weekdays, ranges of them, and dates in figures."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR, date

from communique.mentions.times import periods
from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.periods import Grain, Period
from communique.mentions.times.readings.choose import (
    reference_day,
    referred_year,
    shift_of,
    weekday_date,
    year_for_day,
    year_for_month,
)
from communique.mentions.times.readings.common import date_reading, unknown

_FIGURES = re.compile(r"[0-9]+")


def calendar(found: Found, context: Context) -> Reading | None:
    """Day, month and year in words, whatever their order; parts may be missing."""
    month = _month(found, "month")
    if month is None:
        return None
    year, anchor = _year(found, context)
    day = found.integer("day") if "day" in found else None
    if day is None:
        return _month_reading(found, context, month, year, anchor)
    if year is None:
        if "shift" in found and context.anchor is not None:
            year = _shifted_year(found, context.anchor, month, day)
        else:
            year = year_for_day(month, day, context)
        year, anchor = _fit_weekday(found, year, month, day), "publication"
    if year is None:
        return _floating_day(month, day)
    on = periods.day_of(year, month, day)
    if on is None:
        return None
    reading = date_reading(periods.day(on), found, context, anchor)
    if "daypart" in found:
        return replace(reading, type="TIME", value=f"{reading.value}T{found.string('daypart')}")
    return reading


def day_range(found: Found, context: Context) -> Reading | None:
    """Two days of one month or of two, joined: "January 29-30, 2024"."""
    month, month2 = _month(found, "month"), _month(found, "month2")
    month, month2 = month or month2, month2 or month
    day, day2 = found.integer("day"), found.integer("day2")
    if month is None or month2 is None or day is None or day2 is None:
        return None
    year, anchor = _year(found, context)
    if year is None:
        year, anchor = year_for_day(month2, day2, context), "publication"
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}/XXXX-{month2:02}-{day2:02}")
    first = periods.day_of(year - (month > month2), month, day)
    last = periods.day_of(year, month2, day2)
    if first is None or last is None or first > last:
        return None
    return _span_reading(first, last, f"{first}/{last}", anchor)


def month_range(found: Found, context: Context) -> Reading | None:
    """Two months joined: "January–November 2023"."""
    month, month2 = _month(found, "month"), _month(found, "month2")
    if month is None or month2 is None:
        return None
    year, anchor = _year(found, context)
    if year is None:
        year, anchor = year_for_month(month2, context), "publication"
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}/XXXX-{month2:02}")
    begins = found.integer("year1") if "year1" in found else year - (month > month2)
    head, tail = periods.month(begins or year, month), periods.month(year, month2)
    if head.first is None or tail.last is None or head.first > tail.last:
        return None
    return _span_reading(head.first, tail.last, f"{head.value}/{tail.value}", anchor)


def year_range(found: Found, context: Context) -> Reading | None:
    """Read "2014-2020", "2014–20"; also the split years of schools and seasons."""
    if "split" in found:
        figures = [int(figure) for figure in _FIGURES.findall(found.string("split"))]
        first, last = figures[0], figures[1]
    else:
        first, last = found.integer("year") or 0, found.integer("year2") or 0
    if last < 100:
        last += first // 100 * 100
    if not first < last < first + 100:
        return None
    if "split" in found and last != first + 1:
        return None
    if "split" in found:
        return Reading("DATE", f"{first:04}/{last:04}")  # where such a year begins, varies
    span = periods.years(first, last)
    if span.first is None or span.last is None:
        return None
    return _span_reading(span.first, span.last, span.value, None)


def plain_year(found: Found, context: Context) -> Reading | None:
    """A year by itself, in figures or words."""
    if found.next_is("DASH") and found.glued_ahead():
        return None  # the first part of a longer number
    number = found.integer("year")
    if "century" in found:
        century, rest = found.integer("century"), found.integer("rest")
        number = None if century is None or rest is None else 100 * century + rest
    if number is None or not 1000 <= number < 2200:
        return None
    return date_reading(periods.year(number), found, context, None)


def short_year(found: Found, context: Context) -> Reading | None:
    """Read "'98": the year with these figures that lies nearest to publication."""
    figures = int(found.string("short").strip("'’‘"))
    year = _nearest_century(figures, context)
    return date_reading(periods.year(year), found, context, None)


def weekday(found: Found, context: Context) -> Reading | None:
    """A weekday, alone or with "last", "next" or a part of the day."""
    number = found.value("weekday")
    if not isinstance(number, int):
        return None
    on, anchor = _weekday_day(found, context, number)
    period = unknown(f"XXXX-WXX-{number}", Grain.DAY) if on is None else periods.day(on)
    reading = date_reading(period, found, context, anchor)
    letters = found.string("daypart")
    if letters:
        return replace(reading, type="TIME", value=f"{period.value}T{letters}", approximate=False)
    return reading


def _weekday_day(found: Found, context: Context, number: int) -> tuple[date | None, str | None]:
    if context.anchor is None:
        return None, None
    if "week" in found:
        # "Monday last week"
        base = periods.shift_days(context.anchor, 7 * shift_of(found, "week"))
        return periods.shift_days(base, number - base.isoweekday()), "publication"
    if "shift" in found and (found.holds("shift", "PREVIOUS") or found.holds("shift", "FOLLOWING")):
        on, anchor = reference_day(found, "shift", context)
        base = on or context.anchor
        if shift_of(found, "shift") < 0:
            return periods.shift_days(base, -((base.isoweekday() - number - 1) % 7 + 1)), anchor
        return periods.shift_days(base, (number - base.isoweekday() - 1) % 7 + 1), anchor
    shift = shift_of(found, "shift")
    if shift < 0:
        back = (context.anchor.isoweekday() - number - 1) % 7 + 1
        return periods.shift_days(context.anchor, -back), "publication"
    if shift > 0 or "shift" in found:
        ahead = (number - context.anchor.isoweekday() - (shift > 0)) % 7 + (shift > 0)
        return periods.shift_days(context.anchor, ahead), "publication"
    return weekday_date(number, context), "publication"


def week_of(found: Found, context: Context) -> Reading | None:
    """Read "the week of 10 April"."""
    reading = calendar(found, context)
    if reading is None or reading.first is None:
        return None
    return date_reading(periods.week(reading.first), found, context, reading.anchor)


def week_of_year(found: Found, context: Context) -> Reading | None:
    """Read "the first week of 2015"."""
    year, anchor = _year(found, context)
    if year is None:
        return None
    held = periods.year(year)
    if held.last is None:
        return None
    if found.holds("number", "LAST"):
        return date_reading(_last_full_week(held.last), found, context, anchor)
    # The week that holds 4 January is the first.
    on = periods.shift_days(date(year, 1, 4), 7 * ((found.integer("number") or 1) - 1))
    return date_reading(periods.week(on), found, context, anchor)


def day_of_month(found: Found, context: Context) -> Reading | None:
    """Read "the 20th of next month"."""
    held, anchor = _held_month(found, context)
    if held is None:
        return None
    on = periods.day_of(held.year, held.month, found.integer("day") or 0)
    return None if on is None else date_reading(periods.day(on), found, context, anchor)


def nth_weekday(found: Found, context: Context) -> Reading | None:
    """Read "the first Friday of July"."""
    held, anchor = _held_month(found, context)
    number = found.value("weekday")
    if held is None or not isinstance(number, int):
        return None
    if found.holds("number", "LAST"):
        end = periods.month(held.year, held.month).last or held
        on = periods.shift_days(end, -((end.isoweekday() - number) % 7))
    else:
        on = periods.nth_weekday(held.year, held.month, number, found.integer("number") or 1)
    if on.month != held.month:
        return None  # there is no fifth Sunday in it
    return date_reading(periods.day(on), found, context, anchor)


def _held_month(found: Found, context: Context) -> tuple[date | None, str | None]:
    """The first day of the month that the words name or count to."""
    if "unit" in found:
        on, anchor = reference_day(found, "shift", context)
        return (None if on is None else periods.shift_months(on, shift_of(found, "shift"))), anchor
    month = _month(found, "month")
    year, anchor = _year(found, context)
    if month is not None and year is None:
        year, anchor = year_for_month(month, context), "publication"
    if month is None or year is None:
        return None, None
    return periods.month(year, month).first, anchor


def iso_date(found: Found, context: Context) -> Reading | None:
    """Read "2024-01-29", with or without a time."""
    text = found.string("date")
    on = periods.day_of(*(int(figure) for figure in text[:10].split("-")))
    if on is None:
        return None
    reading = date_reading(periods.day(on), found, context, None)
    return reading if len(text) == 10 else replace(reading, type="TIME", value=text)


def figure_date(found: Found, context: Context) -> Reading | None:
    """Read "29.01.2024" (the day first) and "1/29/2024" (the month first, if it can be one)."""
    text = found.string("date")
    one, two, three = (int(figure) for figure in _FIGURES.findall(text))
    if one > 31:
        candidates = [(one, two, three)]
    else:
        year = _nearest_century(three, context) if three < 100 else three
        candidates = [(year, one, two), (year, two, one)]
        if "/" not in text:
            candidates.reverse()
    days = (periods.day_of(*candidate) for candidate in candidates)
    on = next((day for day in days if day is not None), None)
    return None if on is None else date_reading(periods.day(on), found, context, None)


def holiday(found: Found, context: Context) -> Reading | None:
    """A holiday by its date or its rule; the year as for any day."""
    rule = [int(figure) for figure in (found.option("day") or found.string("holiday")).split("-")]
    year, anchor = _year(found, context)
    month = rule[-1] if len(rule) == 3 else rule[0]
    if year is None and "shift" in found and context.anchor is not None:
        shift = shift_of(found, "shift")
        day = 25 if len(rule) == 3 else rule[1]
        year = context.anchor.year
        this = periods.day_of(year, month, day) or context.anchor
        year += (shift < 0 and this >= context.anchor) * -1 + (shift > 0 and this <= context.anchor)
        anchor = "publication"
    if year is None:
        nearby = 25 if len(rule) == 3 else rule[1]
        year, anchor = year_for_day(month, nearby, context), "publication"
    if year is None:
        return Reading("DATE", "XXXX-XX-XX" if len(rule) == 3 else f"XXXX-{month:02}-{rule[1]:02}")
    if len(rule) == 3 and year <= MAXYEAR:
        on: date | None = periods.nth_weekday(year, month, rule[1], rule[0])
    else:
        on = periods.day_of(year, month, rule[1])
    if on is None:
        return None
    if "eve" in found:
        on = periods.shift_days(on, -1)
    return date_reading(periods.day(on), found, context, anchor)


def _month(found: Found, name: str) -> int | None:
    value = found.value(name)
    return value if isinstance(value, int) else None


def _year(found: Found, context: Context) -> tuple[int | None, str | None]:
    """The year that the words state or refer to."""
    if "year" in found:
        return found.integer("year"), None
    if "short" in found:
        return _nearest_century(int(found.string("short").strip("'’‘")), context), None
    if "ref" in found:
        return referred_year(found, "ref", context)
    return context.joined_year, None


def _nearest_century(figures: int, context: Context) -> int:
    pivot = context.anchor.year + 20 if context.anchor is not None else 2040
    year = pivot // 100 * 100 + figures
    return year if year <= pivot else year - 100


def _month_reading(
    found: Found, context: Context, month: int, year: int | None, anchor: str | None
) -> Reading | None:
    if year is None and "shift" in found and context.anchor is not None:
        year, anchor = _shifted_year(found, context.anchor, month), "publication"
    if year is None:
        year, anchor = year_for_month(month, context), "publication"
    if year is None:
        return date_reading(unknown(f"XXXX-{month:02}", Grain.MONTH), found, context, None)
    period = periods.month(year, month)
    if "week_number" in found:
        period = _week_in(found, period)
    return date_reading(period, found, context, anchor)


def _week_in(found: Found, held: Period) -> Period:
    """A week by its place in a month."""
    if held.first is None or held.last is None:
        return held
    if found.holds("week_number", "LAST") or found.holds("week_number", "FINAL"):
        return _last_full_week(held.last)
    number = found.integer("week_number") or 1
    return periods.week(periods.shift_days(held.first, 7 * (number - 1)))


def _last_full_week(last: date) -> Period:
    """The last week that ends within the month of a day, its last one."""
    held = periods.week(last)
    if held.last is not None and held.last > last:
        return periods.week(periods.shift_days(last, -7))
    return held


def _shifted_year(found: Found, anchor: date, month: int, day: int = 0) -> int:
    """The year of "last May", "this May", "next May", also with a day."""
    shift = shift_of(found, "shift")
    now, then = (anchor.month, anchor.day if day else 0), (month, day)
    if shift < 0:
        return anchor.year if then < now else anchor.year - 1
    if shift > 0:
        return anchor.year if then > now else anchor.year + 1
    return anchor.year


def _fit_weekday(found: Found, year: int | None, month: int, day: int) -> int | None:
    """The year nearest to the chosen one in which the day falls on the stated weekday."""
    weekday_number = found.value("weekday")
    if year is None or not isinstance(weekday_number, int):
        return year
    for candidate in (year, year - 1, year + 1):
        on = periods.day_of(candidate, month, day)
        if on is not None and on.isoweekday() == weekday_number:
            return candidate
    return year


def _floating_day(month: int, day: int) -> Reading | None:
    # 2000 is a leap year, so that 29 February passes.
    if periods.day_of(2000, month, day) is None:
        return None
    return Reading("DATE", f"XXXX-{month:02}-{day:02}")


def _span_reading(first: date, last: date, value: str, anchor: str | None) -> Reading:
    return Reading(
        "DATE", value, first, last, False, anchor, Period(value, Grain.OTHER, first, last)
    )

"""Times of the day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from communique.mentions.times import periods
from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.periods import Period
from communique.mentions.times.readings import dates
from communique.mentions.times.readings.relative import relative_day

_FIGURES = re.compile(r"[0-9]+")


def clock(found: Found, context: Context) -> Reading | None:
    """Read "16:30 GMT on Tuesday", "10 a.m.", "noon"."""
    time = _time(found)
    if time is None:
        return None
    day, anchor = _day(found, context)
    zone = found.string("zone")
    value = f"{day.isoformat() if day else 'XXXX-XX-XX'}T{time}{zone}"
    period: Period | None = periods.day(day) if day else None
    return Reading("TIME", value, day, day, False, anchor, period)


def _time(found: Found) -> str | None:
    if "word" in found:
        return found.string("word")
    text = found.string("clock")
    figures = [int(figure) for figure in _FIGURES.findall(text)]
    if "hour" in found:
        figures = [found.integer("hour") or 0]
        text = found.string("half_day")
    if len(figures[:1]) == 0:
        return None
    if found.option("military") and len(text) == 4:
        figures = [int(text[:2]), int(text[2:])]
    hour, minute = figures[0], figures[1] if len(figures) > 1 else 0
    letters = text.lower()
    if "p" in letters and hour < 12:
        hour += 12
    elif "a" in letters and hour == 12:
        hour = 0
    if "daypart" in found and found.string("daypart") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    if hour > 24 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}"


def _day(found: Found, context: Context) -> tuple[date | None, str | None]:
    reading: Reading | None = None
    if "weekday" in found and "month" not in found:
        reading = dates.weekday(found, context)
    elif "month" in found:
        reading = dates.calendar(found, context)
    elif "day" in found:
        reading = relative_day(found, context)
    if reading is not None:
        return reading.first, reading.anchor
    previous = context.previous
    if previous is not None and previous.grain is periods.Grain.DAY:
        return previous.first, periods.named(previous)
    return context.anchor, "publication" if context.anchor else None


def day_part(found: Found, context: Context) -> Reading | None:
    """Read "this morning", "last night", "the evening"."""
    shift = found.value("shift")
    count = shift if isinstance(shift, int) else 0
    letters = found.string("daypart")
    on, anchor = context.anchor, "publication"
    previous = context.previous
    if found.option("from") == "previous" and previous is not None and previous.first is not None:
        on, anchor = previous.first, periods.named(previous)
    if on is None:
        return Reading("TIME", f"XXXX-XX-XXT{letters}")
    on = periods.shift_days(on, count)
    reading = Reading("TIME", f"{on}T{letters}", on, on, False, anchor)
    return replace(reading, period=periods.day(on))

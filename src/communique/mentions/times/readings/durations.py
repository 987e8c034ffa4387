"""Lengths of time, and repeated times."""

from __future__ import annotations

from datetime import date

from communique.mentions.times import periods
from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.numbers import Number
from communique.mentions.times.readings.choose import referred_year

# How units are written in a TIMEX3 duration: prefix, letter, factor.
_WRITTEN = {
    "D": ("P", "D", 1), "W": ("P", "W", 1), "2W": ("P", "W", 2), "M": ("P", "M", 1),
    "Q": ("P", "Q", 1), "H": ("P", "M", 6), "Y": ("P", "Y", 1), "E": ("P", "Y", 10),
    "C": ("P", "Y", 100), "L": ("P", "Y", 1000), "WE": ("P", "WE", 1),
    "TH": ("PT", "H", 1), "TM": ("PT", "M", 1), "TS": ("PT", "S", 1),
}  # fmt: skip
# Beyond this no calendar arithmetic is done.
_MOST = 100_000


def duration(found: Found, context: Context) -> Reading | None:
    """Read "three years", "a two-day visit", "several months", "half an hour"."""
    unit = _unit(found)
    if unit == "Q" and found.holds("joint", "DASH"):
        return None  # "three-quarters" is a fraction
    number: Number = found.number("number") if "number" in found else 1
    if "open" in found or found.option("number") == "open":
        number = "X"
    if "half" in found:
        number = 0.5 if "number" not in found else _plus_half(number)
    value = duration_value(number, unit)
    if value is None:
        return None
    first, last = _placed(found, context, number, unit)
    anchor = "publication" if first is not None or last is not None else None
    return Reading("DURATION", value, first, last, _vague(found, number), anchor)


def duration_value(number: Number, unit: str) -> str | None:
    """The TIMEX3 value of so many units; None for a number that no text means."""
    prefix, letter, factor = _WRITTEN[unit]
    if number == "X":
        return "PXC" if unit == "C" else f"{prefix}X{letter}"
    amount = number * factor
    if amount != int(amount):
        if letter == "H":
            return f"PT{int(amount)}H{round(amount % 1 * 60)}M" if amount > 1 else _minutes(amount)
        if letter == "M" and prefix == "PT":
            return f"PT{int(amount)}M{round(amount % 1 * 60)}S" if amount > 1 else "PT30S"
        if letter == "Y" and amount < 1:
            return f"P{round(12 * amount)}M"
        return f"{prefix}{round(amount, 2):g}{letter}"
    return f"{prefix}{int(amount)}{letter}"


def _minutes(hours: float) -> str:
    return f"PT{round(hours * 60)}M"


def compound(found: Found, context: Context) -> Reading | None:
    """Read "1 year and 2 months": the units from long to short."""
    pieces: list[tuple[str, str]] = []
    for number_name, unit_name in (
        ("number", "unit"),
        ("number_b", "unit_b"),
        ("number_c", "unit_c"),
    ):
        if unit_name in found:
            unit = found.string(unit_name)
            value = duration_value(found.number(number_name), "TS" if unit == "2" else unit)
            if value is None:
                return None
            pieces.append(("PT", value[2:]) if value.startswith("PT") else ("P", value[1:]))
    if len({(prefix, piece[-1]) for prefix, piece in pieces}) < len(pieces):
        return Reading("DURATION", "".join(pieces[0]))  # "one day, two days" is no sum
    order = {"P": "YMWD", "PT": "HMS"}
    pieces.sort(key=lambda piece: order[piece[0]].find(piece[1][-1]))
    dates = "".join(piece for prefix, piece in pieces if prefix == "P")
    times = "".join(piece for prefix, piece in pieces if prefix == "PT")
    return Reading("DURATION", f"P{dates}" + (f"T{times}" if times else ""))


def part_year(found: Found, context: Context) -> Reading | None:
    """Read "the first nine months of 2024": a length, and the days it covers."""
    unit = _unit(found)
    number = found.integer("number")
    if number is None or not 0 < number < 400:
        return None
    value = duration_value(number, unit)
    year, anchor = found.integer("year") if "year" in found else None, None
    if "ref" in found:
        year, anchor = referred_year(found, "ref", context)
    if year is None or value is None:
        return Reading("DURATION", value or "PX")
    if "last_part" in found:
        last = date(year, 12, 31)
        first = periods.shift_days(periods.shift_unit(last, unit, -number), 1)
    else:
        first = date(year, 1, 1)
        last = periods.shift_days(periods.shift_unit(first, unit, number), -1)
    return Reading("DURATION", value, first, last, anchor=anchor)


def length_to(found: Found, context: Context) -> Reading | None:
    """Read "the twelve months to April 2025"."""
    unit, number = _unit(found), found.integer("number")
    month, year = found.value("month"), found.integer("year")
    if number is None or not isinstance(month, int) or year is None:
        return None
    value = duration_value(number, unit)
    last = periods.month(year, month).last
    if last is None or value is None or number > _MOST:
        return None
    first = periods.shift_days(periods.shift_unit(periods.shift_days(last, 1), unit, -number), 0)
    return Reading("DURATION", value, first, last)


def open_span(found: Found, context: Context) -> Reading | None:
    """Read "recent weeks", "the coming months": no number, one border at publication."""
    unit = _unit(found)
    anchor = context.anchor
    ahead = found.option("direction") == "ahead"
    first, last = (anchor, None) if ahead else (None, anchor)
    known = "publication" if anchor is not None else None
    reference = found.option("value")
    if reference is not None:
        return Reading("DATE", reference, first, last, True, known)
    return Reading("DURATION", duration_value("X", unit) or "PXX", first, last, True, known)


def repeated(found: Found, context: Context) -> Reading | None:
    """Read "every two years", "each month", "annually", "twice a week"."""
    if "value" in found:
        return Reading(found.option("type") or "SET", found.string("value"))
    number: Number = found.number("number") if "number" in found else 1
    return Reading("SET", duration_value(number, _unit(found)) or "PXX")


def repeated_day(found: Found, context: Context) -> Reading | None:
    """Read "every Monday", "Sundays"; also a month or a season that returns."""
    weekday = found.value("weekday")
    if weekday is not None:
        letters = found.string("daypart")
        return Reading("SET", f"XXXX-WXX-{weekday}" + (f"T{letters}" if letters else ""))
    if "daypart" in found:
        return Reading("SET", f"XXXX-XX-XXT{found.string('daypart')}")
    if "season" in found:
        return Reading("SET", f"XXXX-{found.string('season')}")
    month = found.value("month")
    return Reading("SET", f"XXXX-{month:02}") if isinstance(month, int) else None


def constant(found: Found, context: Context) -> Reading | None:
    """Words with a fixed value: "now", "recently", "the past", "for a while"."""
    value = found.option("value") or found.string("value")
    on = context.anchor if value == "PRESENT_REF" else None
    type_ = found.option("type") or "DATE"
    return Reading(type_, value, on, on, False, "publication" if on else None)


def nothing(found: Found, context: Context) -> Reading | None:
    """What looks like a time and is none: the words are used up, and nothing is read."""
    return None


def _plus_half(number: Number) -> Number:
    return number if number == "X" or number != int(number) else number + 0.5


def _unit(found: Found) -> str:
    unit = found.string("unit")
    return "TS" if unit == "2" else unit


def _vague(found: Found, number: Number) -> bool:
    return number == "X" or any(found.holds("about", word) for word in ("ALMOST", "ABOUT"))


def _placed(
    found: Found, context: Context, number: Number, unit: str
) -> tuple[date | None, date | None]:
    """First and last day of a length that begins or ends with publication."""
    direction = found.option("direction")
    anchor = context.anchor
    if anchor is None or direction is None:
        return None, None
    if number == "X" or number > _MOST or unit.startswith("T"):
        return (anchor, None) if direction == "ahead" else (None, anchor)
    count = number * {"E": 10, "C": 100, "L": 1000, "H": 6}.get(unit, 1)
    step = {"E": "Y", "C": "Y", "L": "Y", "H": "M"}.get(unit, unit)
    if count != int(count) and step == "Y":
        count, step = round(12 * count), "M"
    if direction == "ahead":
        return anchor, periods.shift_unit(anchor, step, round(count))
    return periods.shift_unit(anchor, step, -round(count)), anchor

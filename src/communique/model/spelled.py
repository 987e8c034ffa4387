"""Numbers and periods as people write them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))


def thousandths(value: float) -> str:
    """A number below a million with up to three decimals."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def number(value: float, short: Callable[[float], str] = thousandths) -> str:
    """A number as people write it: "37.7 billion", "1,200", "3.2".

    Args:
        value: The number.
        short: How it is written once it is brought to its scale.
    """
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{short(value / scale)} {name}"
    return short(value)


def day(one: date) -> str:
    """A day as people write it: "1 July 2024"."""
    return f"{one.day} {one:%B %Y}"


def days(first: date | None, last: date | None) -> str:
    """A period as people write it; empty where both ends are open.

    A whole month or year is told as such; "by" and "from" tell that the other end is open.
    """
    if first is None:
        return "" if last is None else f"by {day(last)}"
    if last is None:
        return f"from {day(first)}"
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _between(str(first.year), str(last.year), "–")
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _between(f"{first:%B %Y}", f"{last:%B %Y}", " – ")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{day(first)} – {day(last)}"


def _between(first: str, last: str, dash: str) -> str:
    return first if first == last else f"{first}{dash}{last}"

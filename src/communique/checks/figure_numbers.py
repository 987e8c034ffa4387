"""The numbers and times of a figure, as checks of several documents compare them."""

from __future__ import annotations

import math
import re

from communique.checks.observed import Period
from communique.checks.stated import Interval, exactly, share, stated
from communique.claims.slots.figure import Figure
from communique.model.terms import Direction, Indicator

_PERCENT = "percent"
# By how many points a change may be off that is told by a word ("doubled").
_WORDED = 10.0
# Behind these stands what a value is compared with.
_COMPARED = re.compile(r"\b(?:compared|against|versus|vs|than|(?:up|down) from)\b", re.I)
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_YEAR_WRITTEN = re.compile(r"(?:19|20)\d\d")
_SCALES = (1, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12)
_END = re.compile(r"\bend\b|\byear-end\b", re.I)
_DECEMBER = 12


def moves(claim: Figure) -> bool:
    """Whether the number tells by how much something moved, not where it stands."""
    change = claim.change
    if claim.indicator is Indicator.GROWTH:
        return True
    return change is not None and (change.value, change.unit) == (claim.value, claim.unit)


def rate_of(claim: Figure) -> Interval | None:
    """By how many percent it moved."""
    change, value = claim.change, claim.value
    down = change is not None and change.direction is Direction.DOWN
    if change is not None and change.unit == _PERCENT:
        value = change.value
    elif claim.indicator is not Indicator.GROWTH or claim.unit != _PERCENT:
        return None
    return _rounded(abs(value), claim, down=down or value < 0)


def place_of(value: float, quote: str) -> int | None:
    """Where a number stands in the words that tell it; None where it is told by other words."""
    for found in _NUMBER.finditer(quote):
        bare = float(found[0].replace(",", ""))
        if bare and any(math.isclose(abs(value), bare * scale) for scale in _SCALES):
            return found.start()
    return None


def level_of(claim: Figure) -> Interval:
    """What the number stands for, in its unit."""
    quote = claim.evidence[0].exact
    if claim.unit == _PERCENT:
        return share(claim.value, quote, claim.bound) * exactly(100.0)
    return stated(claim.value, quote, claim.bound)


def _rounded(value: float, claim: Figure, *, down: bool) -> Interval:
    """What a stated rate stands for."""
    quote = claim.evidence[0].exact
    if place_of(value, quote) is None:
        rate = Interval(value - _WORDED, value + _WORDED)
    else:
        # The hedge is that of the level where the rate goes with one.
        rate = share(value, quote, claim.bound if moves(claim) else None) * exactly(100.0)
    return exactly(0.0) - rate if down else rate


def period_of(claim: Figure, *, adds_up: bool) -> Period | None:
    """The time of a number, unless the sentence tells that time of what it is compared with.

    Args:
        claim: The figure.
        adds_up: Whether it adds up over the year: "at the end of 2023" then means all of it.
    """
    when, quote = claim.period, claim.evidence[0].exact
    place = place_of(claim.value, quote)
    compared = None if place is None else _COMPARED.search(quote, place)
    if when is None or (compared is not None and quote.find(when.text) > compared.end()):
        return None
    last = when.last
    if adds_up and last is not None and last.month == _DECEMBER and _END.search(when.text):
        return Period(last.replace(month=1, day=1), last)
    return Period.of(when)


def amounts_in(quote: str) -> int:
    """How many numbers other than years some words tell."""
    return sum(not _YEAR_WRITTEN.fullmatch(found[0]) for found in _NUMBER.finditer(quote))

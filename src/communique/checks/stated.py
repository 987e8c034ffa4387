"""Stated numbers as the intervals they stand for, and what can be computed from these.

A number in a text was rounded, or cut off, at its last stated place, and may be hedged. So it
stands for all values from which it can have come: from half a step of that place below it to a
whole step above; two numbers contradict each other only if no
values in their intervals fit together (interval arithmetic: Moore, Kearfott and Cloud,
"Introduction to Interval Analysis", 2009).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from communique.model.mention import Bound

#: Share of its value by which a number behind "about", "nearly" or "some" may be off.
_ABOUT = 0.05
# Digits with separators of thousands and decimals, as they stand in a text.
_WRITTEN = re.compile(r"\d[\d,.   ']*\d|\d")
_SCALES = (1, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: float
    high: float

    def __add__(self, other: Interval) -> Interval:
        """All sums."""
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        """All differences."""
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        """All products."""
        ends = [_times(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """All quotients; everything if the divisor may be nought."""
        if other.low <= 0 <= other.high:
            return Interval(-math.inf, math.inf)
        return self * Interval(1 / other.high, 1 / other.low)

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both; the last bit of a float decides nothing."""
        slack = 1e-9 * max(1.0, *(abs(e) for e in self._ends(other) if math.isfinite(e)), 0.0)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def _ends(self, other: Interval) -> tuple[float, ...]:
        return self.low, self.high, other.low, other.high


def _times(one: float, other: float) -> float:
    """A product in which nought times anything is nought."""
    return 0.0 if one == 0 or other == 0 else one * other


def exactly(value: float) -> Interval:
    """A number that stands for itself."""
    return Interval(value, value)


def total(parts: list[Interval]) -> Interval:
    """All sums of numbers out of some intervals."""
    return Interval(math.fsum(p.low for p in parts), math.fsum(p.high for p in parts))


def stated(value: float, words: str = "", bound: Bound | None = None) -> Interval:
    """What a stated number stands for.

    Args:
        value: The number, scale applied.
        words: Words in which it is written, "37.7 billion US dollars" or the sentence around them;
            they tell the last stated place. Without them trailing noughts count as rounded.
        bound: How it is hedged.
    """
    return _around(value, step_of(value, words), bound)


def _around(value: float, step: float, bound: Bound | None) -> Interval:
    if bound is Bound.ABOUT:
        off = max(step, abs(value) * _ABOUT)
        return Interval(value - off, value + off)
    below, above = (step / 2, step) if value >= 0 else (step, step / 2)
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return Interval(value - below, math.inf)
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return Interval(-math.inf, value + above)
    return Interval(value - below, value + above)


def sharp(value: float, words: str = "", bound: Bound | None = None) -> Interval:
    """What a stated sum stands for where sums are set by people, as in pledges and budgets.

    Of these two digits count at least: a pledge of 1 billion is no 1.4 billion.
    """
    step = step_of(value, words)
    if value:
        step = min(step, 10.0 ** (math.floor(math.log10(abs(value))) - 1))
    return _around(value, step, bound)


def share(value: float, words: str = "", bound: Bound | None = None) -> Interval:
    """What a stated percentage stands for, as fractions of one; "27 percent" is never exact.

    Args:
        value: The percentage.
        words: Words in which it is written.
        bound: How it is hedged.
    """
    told = _around(value, min(step_of(value, words) or 1.0, 1.0), bound)
    return Interval(told.low / 100, told.high / 100)


def step_of(value: float, words: str = "") -> float:
    """The unit of the last stated place of a number; nought for a plain count.

    "37.7 billion" was stated in steps of 100 million. A whole number without noughts at its end
    and without a scale, such as "27 members", is exact; of one that is written out in full two
    digits count at least: "300,000" was stated in steps of 10,000.
    """
    for written in _WRITTEN.finditer(words):
        step = _step_written(value, written[0])
        if step is not None:
            return step
    return _step_of_value(value)


def _step_written(value: float, digits: str) -> float | None:
    """The step of a number that is written so, if it is this number."""
    for decimals, number in _readings(digits):
        for scale in _SCALES:
            if number and math.isclose(abs(value), number * scale, rel_tol=1e-9):
                if decimals == 0 and scale == 1:
                    return _step_of_value(value)
                return float(scale / 10**decimals)
    return None


def _readings(digits: str) -> list[tuple[int, float]]:
    """How digits may be read: number of decimals, and the number."""
    found = []
    bare = re.sub(r"[   ']", "", digits)
    for point, comma in ((".", ","), (",", ".")):
        whole, _, fraction = bare.partition(point)
        joined = whole.replace(comma, "")
        if joined.isdigit() and (not fraction or fraction.isdigit()):
            found.append((len(fraction), float(f"{joined}.{fraction or '0'}")))
    return found


def _step_of_value(value: float) -> float:
    """The unit of the last place that is not nought; of a whole number without noughts, nought."""
    if value != int(value):
        decimals = len(repr(float(value)).partition(".")[2])
        return float(10**-decimals)
    number, step = abs(int(value)), 1
    if number < 100:
        return 0.0
    while number % (step * 10) == 0 and number >= step * 100:
        step *= 10
    return float(step) if step > 1 else 0.0

"""Adds up what a number states: "1,500", "5 1/2", "two hundred and fifty thousand", "37.7 billion".

What a word or figure contributes is told by each grammar; how contributions combine is here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

_FRACTION_SIGNS = {
    "¼": Decimal("0.25"),
    "½": Decimal("0.5"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}
_DIGITS = re.compile(r"[0-9]+")
_SEPARATORS = re.compile(r"[^0-9.]")
_ONE = Decimal(1)
# What a fraction states, in decimal places: halves to the tenth, quarters and thirds finer.
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")


class Stated(NamedTuple):
    """A number as stated.

    Attributes:
        value: The number.
        place: The last stated place: 0.1 for "37.7", 100000000 for "37.7 billion".
    """

    value: Decimal
    place: Decimal

    def scaled(self, factor: Decimal) -> Stated:
        """The number times a factor."""
        return Stated(self.value * factor, self.place * factor)


class Tally:
    """Adds up the words and figures of one number, from left to right."""

    def __init__(self) -> None:
        self._total = Decimal(0)
        self._group = Decimal(0)
        self._place = _ONE
        self.seen = False

    def add(self, value: Decimal | int, place: Decimal = _ONE) -> None:
        """A figure, or a word for a number below a hundred."""
        self._group += value
        self._place = place
        self.seen = True

    def add_half(self) -> None:
        """And a half."""
        self.add(Decimal("0.5"), _TENTH)

    def add_quarter(self) -> None:
        """And a quarter."""
        self.add(Decimal("0.25"), _HUNDREDTH)

    def add_figure(self, text: str) -> None:
        """A figure, with separators of thousands and decimals."""
        stated = figure(text)
        self.add(stated.value, stated.place)

    def scale(self, factor: int) -> None:
        """A multiplier; hundreds multiply what stands before them within their thousands."""
        self.seen = True
        if factor < 1000:
            self._group = max(self._group, _ONE) * factor
            return
        if not self._group and self._total:
            # "Ten thousand million"
            self._total *= factor
        else:
            self._total += (self._group or _ONE) * factor
        self._group = Decimal(0)
        self._place *= factor

    def stated(self) -> Stated:
        """The sum so far."""
        return Stated(self._total + self._group, self._place)


def figure(text: str) -> Stated:
    """The number that a figure states: "1,500", "3.25", "5 1/2", "2½", "¾"."""
    if text[-1] in _FRACTION_SIGNS:
        whole = _DIGITS.match(text)
        return Stated((int(whole[0]) if whole else 0) + _FRACTION_SIGNS[text[-1]], _HUNDREDTH)
    if "/" in text:
        figures = [Decimal(digits) for digits in _DIGITS.findall(text)]
        number = figures[0] if len(figures) == 3 else Decimal(0)
        return Stated(number + figures[-2] / figures[-1], _HUNDREDTH)
    value = Decimal(_SEPARATORS.sub("", text) or 0)
    exponent = value.as_tuple().exponent
    return Stated(value, _ONE.scaleb(exponent) if isinstance(exponent, int) else _ONE)


def plain(value: Decimal) -> int | float:
    """A number as JSON has it: an integer wherever it is one."""
    return int(value) if value == value.to_integral_value() else float(value)

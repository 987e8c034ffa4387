"""Reads sums that are told again in another currency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from communique.checks.arithmetic.numbers import Number, of_mention
from communique.checks.seen import Sheet
from communique.checks.stated import Interval
from communique.model.mention import MoneyMention
from communique.model.span import Span
from communique.vocab.arithmetic import arithmetic

# Between a sum and the same in another currency; a bare comma and "or" only right before it.
_AGAIN = re.compile(
    r"\s*[(\[/]\s*(?:(?:or|i\.e\.|that is|equivalent to|equal to|worth)\s*)?(?:[a-z]+\s+){0,2}"
    r"|,?\s+(?:or|i\.e\.|that is|equivalent to|equal to|the equivalent of|which (?:is|equals))\s+"
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|not quite|just over|just under"
    r"|more than|over|close to)\s+)?"
    r"|\s+[-–—=]\s*(?:or\s+)?(?:about\s+)?",
    re.I,
)
_FAR = 40


@dataclass(frozen=True)
class Conversion:
    """A sum told in two currencies.

    Attributes:
        one: The sum in the currency that stands first in the alphabet.
        other: The same in the other.
        span: Where both stand.
    """

    one: Number
    other: Number
    span: Span

    @property
    def pair(self) -> tuple[str, str]:
        """The two currencies."""
        return self.one.unit or "", self.other.unit or ""

    @property
    def rate(self) -> Interval:
        """Units of the other currency for one of the first."""
        return self.other.interval / self.one.interval

    @property
    def nominal(self) -> float:
        """The rate of the numbers as they stand."""
        return self.other.value / self.one.value

    @property
    def usual(self) -> Interval | None:
        """What the rate was in any of the last years, if the vocabulary has both currencies."""
        known = {"USD": (1.0, 1.0), **arithmetic().per_dollar}
        if any(unit not in known for unit in self.pair):
            return None
        low, high = (Interval(*known[unit]) for unit in self.pair)
        return high / low


def conversions(sheet: Sheet) -> Iterator[Conversion]:
    """The conversions of a document, in text order."""
    money = sheet.mentions_of(MoneyMention)
    for first, second in pairwise(money):
        between = sheet.text[first.end : second.start]
        if second.start - first.end > _FAR or first.currency == second.currency:
            continue
        one, other = of_mention(first, first.text), of_mention(second, second.text)
        if one is None or other is None or not (one.unit and other.unit and one.value > 0):
            continue
        if other.value > 0 and _AGAIN.fullmatch(between) and not (first.high or second.high):
            ordered = sorted((one, other), key=lambda number: number.unit or "")
            yield Conversion(ordered[0], ordered[1], Span(first.start, second.end))

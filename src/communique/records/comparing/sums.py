"""Whether two stated numbers can be one, given how roughly each is stated.

A number states as much as its digits do: "37.7 billion" is 37.68 billion rounded, and "more than
1.2 billion" may be 1.24. Nothing is converted: sums in two currencies are two sums.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

from communique.model.mention import Bound

#: How far a rounded number may lie from what it rounds, where the text says that it rounds.
_ABOUT = 0.05
#: The same where the text does not say so.
_UNSAID = 0.01
#: How far the actual number may lie beyond a number that it is said to exceed.
_EXCEEDS = 0.1

# Two digits from which on a number may be rounded up to one of another length.
_NEXT_DECADE = 90

# A bare "$" is read as this one, and may be any of these.
_BARE = "USD"
_DOLLARS = frozenset({
    "USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "BBD", "BMD", "BND", "BSD", "BZD", "FJD",
    "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
})  # fmt: skip
_NAMED_DOLLAR = re.compile(r"US ?\$|U\.S\. ?\$|USD|(?:US|U\.S\.|American|United States) [Dd]ollar")

_UPWARD = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_DOWNWARD = frozenset({Bound.LESS_THAN, Bound.AT_MOST})
_Number = int | float


def same_number(
    one: _Number, other: _Number, first: Bound | None = None, second: Bound | None = None
) -> bool:
    """Whether two numbers can be one, within what their digits and bounds say.

    Args:
        one: A number.
        other: Another.
        first: How the first is hedged.
        second: How the second is hedged.
    """
    if one == other:
        return True
    if not one or not other or (one < 0) != (other < 0):
        return False
    # The one with fewer digits is the one that may be rounded.
    rough, fine, bound = one, other, first
    if (digits(other), abs(one)) < (digits(one), abs(other)):
        rough, fine, bound = other, one, second
    return _rounds(rough, fine, bound)


def plain(number: _Number) -> _Number:
    """The number, whole where it is: 5.0 and 5 are one."""
    return int(number) if float(number).is_integer() else number


def scaled(written: str, power: int) -> _Number:
    """A written number times a power of ten, exactly: "37.7" and 9 are 37,700,000,000."""
    return plain(float(Decimal(written).scaleb(power)))


def digits(number: _Number) -> int:
    """How many digits a number states: 3 of 37,700,000,000 and one of a million."""
    return len(_decimal(number).normalize().as_tuple().digits)


def loose(currency: str | None, quote: str) -> bool:
    """Whether a currency is but what a bare "$" or "dollars" is taken for: it may be any dollar.

    Args:
        currency: As the claim has it.
        quote: The words that tell the sum.
    """
    return currency == _BARE and not _NAMED_DOLLAR.search(quote)


def same_currency(one: str | None, other: str | None, either_loose: bool) -> bool:
    """Whether two sums can be in one currency.

    Args:
        one: Code of a currency.
        other: Another.
        either_loose: Whether one of them is `loose`.
    """
    return one == other or (either_loose and {one, other} <= _DOLLARS)


def family(currency: str | None) -> str:
    """A key that currencies share that a sign may stand for."""
    return "dollar" if currency in _DOLLARS else currency or "?"


def keys(number: _Number) -> Iterator[str]:
    """Keys of which two numbers that can be one share at least one: rounded to two digits."""
    if not number:
        yield "0"
        return
    exact = _decimal(number)
    step = Decimal(1).scaleb(exact.adjusted() - 1)
    lower = (exact / step).to_integral_value(ROUND_FLOOR)
    yield _key(lower * step)
    if lower * step != exact:
        yield _key((lower + 1) * step)
    # "At most a million" may be 0.94 million: what is a step below has one digit less.
    if lower >= _NEXT_DECADE:
        yield _key(step.scaleb(2))


def _rounds(rough: _Number, fine: _Number, bound: Bound | None) -> bool:
    gap = float(fine - rough) / abs(float(rough))
    if bound in _UPWARD:
        return -_UNSAID <= gap <= _EXCEEDS and _is_rounded(rough, fine)
    if bound in _DOWNWARD:
        return -_EXCEEDS <= gap <= _UNSAID and _is_rounded(rough, fine)
    most = _ABOUT if bound is Bound.ABOUT else _UNSAID
    return abs(gap) <= most and _is_rounded(rough, fine)


def _is_rounded(rough: _Number, fine: _Number) -> bool:
    """Whether the rough number is the fine one cut, or rounded, at its last digit.

    Of one digit a second is taken to be stated: "10 billion" is not 14 billion rounded.
    """
    exact = _decimal(rough)
    last = exact.adjusted() - max(digits(rough), 2) + 1
    step = Decimal(1).scaleb(last)
    return abs(_decimal(fine) - exact) < step


def _decimal(number: _Number) -> Decimal:
    return Decimal(repr(number))


def _key(number: Decimal) -> str:
    return f"{number.normalize():e}"

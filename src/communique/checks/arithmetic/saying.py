"""Numbers as messages tell them."""

from __future__ import annotations

from communique.checks.arithmetic.numbers import Number, Sort
from communique.model.spelled import number
from communique.vocab.arithmetic import arithmetic


def plain(value: float) -> str:
    """A computed number, rounded: "91.9 billion", "1,250", "3.2"."""
    return number(value, _short)


def _short(value: float) -> str:
    if abs(value) >= 100 and value == round(value):
        return f"{value:,.0f}"
    digits = 2 if abs(value) < 100 else 1
    return f"{value:,.{digits}f}".rstrip("0").rstrip(".")


def of(value: float, like: Number) -> str:
    """A number in the unit of another: "91.9 billion US dollars", "20 members"."""
    if like.sort is Sort.SHARE:
        return f"{plain(value)} %"
    unit = like.unit or ""
    return f"{plain(value)} {arithmetic().currencies.get(unit, unit)}".rstrip()


def told(number: Number) -> str:
    """A number as it was told, with its unit."""
    return of(number.value, number)


def percent(fraction: float) -> str:
    """A fraction as a percentage: "16 %", "1.3 %"."""
    value = fraction * 100
    return f"{value:.0f} %" if abs(value) >= 10 else f"{value:.1f} %"

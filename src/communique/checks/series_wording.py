"""Puts values of statistics into words for the messages of findings."""

from __future__ import annotations

from communique.checks.observed import Observed, Period
from communique.checks.stated import Interval
from communique.claims.slots.figure import Figure
from communique.model.spelled import days, number
from communique.model.terms import Direction, Indicator
from communique.vocab.claims.plain_words import load_plain_words
from communique.vocab.currency_names import counted_in

_PERCENT = "percent"
_LONGEST = 60


def amount(value: float, unit: str) -> str:
    """A number with its unit: "37.7 billion US dollars", "3.2 %"."""
    return f"{number(value)} {'%' if unit == _PERCENT else counted_in(unit)}"


def told_amount(one: Observed, following: Observed | None = None) -> str:
    """The value of a figure with its hedge: "more than 5 billion euros".

    Args:
        one: The figure.
        following: The one told next; a unit that both have is told with that.
    """
    claim = _figure(one)
    hedge = f"{claim.bound.value.replace('_', ' ')} " if claim.bound else ""
    if following is not None and following.unit == one.unit:
        both = not hedge and _figure(following).bound is None
        shorter = _without_scale(claim.value, _figure(following).value)
        return shorter if both else f"{hedge}{number(claim.value)}"
    return f"{hedge}{amount(claim.value, claim.unit)}"


def told_rate(one: Observed) -> str:
    """The rate that a figure tells, with its sign: "+3.2 %"."""
    claim = _figure(one)
    change = claim.change
    value = abs(change.value if change is not None else claim.value)
    down = claim.value < 0 if change is None else change.direction is Direction.DOWN
    return f"{'-' if down else '+'}{number(value)} %"


def span(interval: Interval, one: Observed) -> str:
    """A value computed from a figure: "40.1 to 40.2 billion euros"."""
    unit = _figure(one).unit
    low, high = _four_digits(interval.low), _four_digits(interval.high)
    if low == high:
        return amount(low, unit)
    return f"{_without_scale(low, high)} to {amount(high, unit)}"


def _without_scale(low: float, high: float) -> str:
    """A number without the word that the next one has too: "40.1" before "40.2 billion"."""
    value, _, scale = number(low).partition(" ")
    return value if scale == number(high).partition(" ")[2] else number(low)


def _four_digits(value: float) -> float:
    return float(f"{value:.4g}")


def time_of(period: Period | None) -> str:
    """A period in words, behind others: " in 2023"; empty where no time is told."""
    if period is None:
        return ""
    return f" {'on' if period.days == 1 else 'in'} {days(period.first, period.last)}"


def name_of(one: Observed) -> str:
    """What is measured, of whom: "exports (Kazakhstan, Italy)"."""
    claim = _figure(one)
    label = claim.label if len(claim.label) <= _LONGEST else f"{claim.label[:_LONGEST].rstrip()}…"
    if one.strict and not one.subject:
        label = load_plain_words().of(Indicator(one.measure))
        return f"{label} ({', '.join(one.parties)})"
    return label


def moved_name(one: Observed) -> str:
    """What moved, of whom: "growth of exports (Kazakhstan)"."""
    plain = load_plain_words()
    if one.strict and not one.subject:
        measure = plain.of(Indicator(one.measure))
        return f"{plain.of(Indicator.GROWTH)} of {measure} ({', '.join(one.parties)})"
    return f"{plain.of(Indicator.GROWTH)} of {name_of(one)}"


def _figure(one: Observed) -> Figure:
    claim = one.node.claim
    if not isinstance(claim, Figure):
        raise TypeError(f"{one.node.ref} is no figure")
    return claim

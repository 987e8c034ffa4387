"""Quantities with a unit of measure or a counted noun, from what `mentions.amounts` reads."""

from __future__ import annotations

import re

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.grammar.numbers import plain
from communique.mentions.grammar.ratios import is_ratio
from communique.model.mention import Bound, QuantityMention

# What stands before the second number of a ratio: "one in five seniors" are no five.
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_BEFORE = re.compile(
    rf"\b(\d|{'|'.join(_SMALL)})\s+(?:in|out\s+of)\s+(?:every\s+)?$", re.IGNORECASE
)
_REACH = 30


def mention(amount: Amount, text: str) -> QuantityMention | None:
    """The mention of a quantity, None for any other amount; a range is at least its lower end."""
    if amount.kind is not AmountKind.QUANTITY or amount.unit is None:
        return None
    if _is_whole(amount, text):
        return None
    return QuantityMention(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        value=plain(amount.low.value),
        unit=amount.unit,
        bound=amount.bound if amount.high is None else Bound.AT_LEAST,
    )


def _is_whole(amount: Amount, text: str) -> bool:
    """Whether an amount is the second number of a ratio."""
    before = _BEFORE.search(text, max(0, amount.start - _REACH), amount.start)
    if before is None:
        return False
    told = before[1].lower()
    part = int(told) if told.isdigit() else _SMALL.index(told) + 1
    return is_ratio(part, float(amount.low.value))

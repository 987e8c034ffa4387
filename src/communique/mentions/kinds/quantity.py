"""Quantities with a unit of measure or a counted noun, from what `mentions.amounts` reads."""

from __future__ import annotations

import re

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.grammar.numbers import plain
from communique.model.mention import Bound, QuantityMention

# What stands before the second number of a ratio: "one in five seniors" are no five.
_RATIO = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)\s+(?:in|out\s+of)\s+(?:every\s+)?$",
    re.IGNORECASE,
)
_REACH = 30


def mention(amount: Amount, text: str) -> QuantityMention | None:
    """The mention of a quantity, None for any other amount; a range is at least its lower end."""
    if amount.kind is not AmountKind.QUANTITY or amount.unit is None:
        return None
    if _RATIO.search(text, max(0, amount.start - _REACH), amount.start):
        return None
    return QuantityMention(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        value=plain(amount.low.value),
        unit=amount.unit,
        bound=amount.bound if amount.high is None else Bound.AT_LEAST,
    )

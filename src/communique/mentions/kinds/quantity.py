"""Quantities with a unit of measure or a counted noun, from what `mentions.amounts` reads."""

from __future__ import annotations

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.grammar.numbers import plain
from communique.model.mention import Bound, QuantityMention


def mention(amount: Amount, text: str) -> QuantityMention | None:
    """The mention of a quantity, None for any other amount; a range is at least its lower end."""
    if amount.kind is not AmountKind.QUANTITY or amount.unit is None:
        return None
    return QuantityMention(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        value=plain(amount.low.value),
        unit=amount.unit,
        bound=amount.bound if amount.high is None else Bound.AT_LEAST,
    )

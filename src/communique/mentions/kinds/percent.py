"""Percentages, from the amounts that `mentions.amounts` reads."""

from __future__ import annotations

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.grammar.numbers import plain
from communique.model.mention import Bound, PercentMention


def mention(amount: Amount, text: str) -> PercentMention | None:
    """The mention of a percentage, None for any other amount; a range is at least its lower end."""
    if amount.kind is not AmountKind.PERCENT:
        return None
    return PercentMention(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        value=plain(amount.low.value),
        bound=amount.bound if amount.high is None else Bound.AT_LEAST,
    )

"""Money: sums with their currency, from the amounts that `mentions.amounts` reads."""

from __future__ import annotations

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.grammar.numbers import plain
from communique.model.mention import MoneyMention


def mention(amount: Amount, text: str) -> MoneyMention | None:
    """The mention of a sum of money, None for any other amount."""
    if amount.kind is not AmountKind.MONEY:
        return None
    return MoneyMention(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        value=plain(amount.low.value),
        high=None if amount.high is None else plain(amount.high.value),
        currency=amount.unit,
        bound=amount.bound,
        precision=plain(amount.low.place),
    )

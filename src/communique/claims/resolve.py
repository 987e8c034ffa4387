"""Choices between kinds of claim: the one place that makes them.

An amount is a commitment or a figure, never both; a signing is an instrument, and an event only
where the ceremony itself is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.figure import Figure
from communique.model.claim import Claim
from communique.model.terms import Indicator, Modality
from communique.vocab.words import words_of

# What is told of trade, output and peoples in the indicative is a statistic, whatever it is for.
_STATISTICS = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.TRADE_SHARE, Indicator.GDP, Indicator.GROWTH, Indicator.FDI,
})  # fmt: skip
# A longer period than a year is one of a running total.
_YEARS = 400
_OF_PEOPLES = "people"
# Supplies of this sort are goods that are given, no trade.
_RELIEF = frozenset({"relief", "medical", "humanitarian", "emergency", "school", "aid", "food"})


def resolve(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that stand, by kind and then in text order."""
    claims = list(claims)
    certain = [c for c in claims if isinstance(c, Figure) and _is_statistic(c)]
    claims = [c for c in claims if not (isinstance(c, Commitment) and _tells_none_but(c, certain))]
    promised = [c for c in claims if isinstance(c, Commitment)]
    return tuple(c for c in claims if not (isinstance(c, Figure) and _told_by(c, promised)))


def _is_statistic(figure: Figure) -> bool:
    """Whether a figure can't be the amount of a promise."""
    goods = words_of(figure.label.lower()) if figure.label else []
    if tuple(goods[-1:]) == ("supplies",) and _RELIEF.intersection(goods):
        return False
    told = figure.indicator in _STATISTICS or figure.unit == _OF_PEOPLES or _of_years(figure)
    return told and figure.modality is Modality.ASSERTED


def _of_years(figure: Figure) -> bool:
    """Whether a figure runs over years: "has invested 3 billion over the past 20 years"."""
    period = figure.period
    if period is None or period.first is None:
        return False
    return period.last is not None and (period.last - period.first).days > _YEARS


def _tells_none_but(commitment: Commitment, figures: Iterable[Figure]) -> bool:
    """Whether the one number of a commitment is that of a statistic in the same words."""
    numbers = [part for part in (commitment.amount, commitment.quantity) if part is not None]
    if len(numbers) != 1 or commitment.deadline is not None:
        return False
    return any(_told_by(figure, [commitment]) for figure in figures)


def _told_by(figure: Figure, promised: Iterable[Commitment]) -> bool:
    """Whether a commitment already has the figure's number from the same words."""
    for commitment in promised:
        numbers = {
            part.value for part in (commitment.amount, commitment.quantity) if part is not None
        }
        if figure.value in numbers and _overlap(figure, commitment):
            return True
    return False


def _overlap(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)

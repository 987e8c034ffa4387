"""The numbers of a document that might be figures: sums, shares, measures and counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from communique.claims.reading import Reading
from communique.model.mention import Bound, MoneyMention, PercentMention, QuantityMention
from communique.vocab.claims.figures import FigureWords

Amounts = MoneyMention | PercentMention | QuantityMention


class Sort(Enum):
    """What sort of number."""

    MONEY = auto()
    SHARE = auto()
    MEASURE = auto()
    COUNT = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit.

    Attributes:
        value: Scale applied; of a range the lower end.
        unit: ISO 4217 code, "percent", a symbol or a plural noun.
        bound: How it is hedged.
        sort: Money, share, measure or count.
        tokens: Its tokens in the tree.
        head: The token on which the others hang.
    """

    value: int | float
    unit: str
    bound: Bound | None
    sort: Sort
    tokens: range
    head: int


def numbers(reading: Reading, words: FigureWords) -> tuple[Number, ...]:
    """All numbers of the running text, in text order."""
    return tuple(_read(reading, words))


def _read(reading: Reading, words: FigureWords) -> Iterator[Number]:
    for mention in reading.named.mentions:
        if not isinstance(mention, MoneyMention | PercentMention | QuantityMention):
            continue
        tokens, head = reading.tokens(mention), reading.head(mention)
        if not tokens or head is None or reading.in_heading(head):
            continue
        unit = _unit(mention)
        if unit is not None:
            sort = _sort(mention, reading, head, words)
            yield Number(mention.value, unit, _bound(mention), sort, tokens, head)


def _unit(mention: Amounts) -> str | None:
    if isinstance(mention, MoneyMention):
        return mention.currency
    return mention.unit if isinstance(mention, QuantityMention) else "percent"


def _bound(mention: Amounts) -> Bound | None:
    """A range is its lower end: at least that."""
    ranged = isinstance(mention, MoneyMention) and mention.high is not None
    return Bound.AT_LEAST if ranged else mention.bound


def _sort(mention: Amounts, reading: Reading, head: int, words: FigureWords) -> Sort:
    if isinstance(mention, MoneyMention):
        return Sort.MONEY
    if isinstance(mention, PercentMention):
        return Sort.SHARE
    measures = words.counts.measures
    last = reading.tree[head].lemma
    known = mention.unit.lower() in measures or last in measures
    return Sort.MEASURE if known else Sort.COUNT

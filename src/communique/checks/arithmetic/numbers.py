"""A number as a text tells it, with the interval that it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.checks.stated import Interval, share, sharp, stated
from communique.model.mention import (
    Bound,
    Mention,
    MoneyMention,
    PercentMention,
    QuantityMention,
)

#: Unit of differences of percentages.
POINTS = "percentage points"


class Sort(StrEnum):
    """What sort of number it is; the values are the letters of slots."""

    MONEY = "m"
    SHARE = "p"
    COUNT = "q"
    BARE = "n"
    POINTS = "d"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text.

    Attributes:
        sort: What sort of number.
        start: First code point in the document's text.
        end: One past the last code point.
        text: The words.
        value: The number, scale applied; of shares the percentage.
        unit: ISO 4217 code or plural noun; None where the text leaves it open.
        interval: What it stands for; of shares as a fraction of one.
        bound: How it is hedged.
    """

    sort: Sort
    start: int
    end: int
    text: str
    value: float
    unit: str | None
    interval: Interval
    bound: Bound | None = None

    @property
    def sharp(self) -> Interval:
        """What it stands for where people set it, as in pledges (`stated.sharp`)."""
        return sharp(self.value, self.text, self.bound)

    def like(self, other: Number) -> bool:
        """Whether the two may be added: sums of one currency, or counted things."""
        money = Sort.MONEY in {self.sort, other.sort}
        return self.unit == other.unit if money else True

    def same_unit(self, other: Number) -> bool:
        """Whether the two are of one unit; a bare number is of no other's."""
        return self.sort is other.sort and self.unit == other.unit


def of_mention(mention: Mention, text: str, hedge: Bound | None = None) -> Number | None:
    """The number of a mention.

    Args:
        mention: The mention.
        text: Its words, perhaps without those that tell something else.
        hedge: How the words before it hedge it, where the mention does not tell.
    """
    if not isinstance(mention, (MoneyMention, PercentMention, QuantityMention)):
        return None
    bound, value = mention.bound or hedge, mention.value
    place = mention.start, mention.start + len(text), text, value
    if isinstance(mention, PercentMention):
        return Number(Sort.SHARE, *place, None, share(value, text, bound), bound)
    interval = stated(value, text, bound)
    if isinstance(mention, QuantityMention):
        sort = Sort.POINTS if mention.unit == POINTS else Sort.COUNT
        return Number(sort, *place, mention.unit, interval, bound)
    if mention.high is not None:
        interval = Interval(value, mention.high)
    return Number(Sort.MONEY, *place, mention.currency, interval, bound)

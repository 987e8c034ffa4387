"""What a reading of an amount says, before it is made a mention."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from communique.mentions.grammar.numbers import Stated
from communique.model.mention import Bound


class AmountKind(Enum):
    """What an amount is an amount of; a number may count anything."""

    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it is a number of.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        kind: What it is an amount of.
        low: The number; of a range the lower end.
        high: The upper end of a range.
        unit: ISO 4217 code of money, unit of a quantity; None where none is there or known.
        bound: How the text hedges the number.
        rule: Name of the rule that read it.
    """

    start: int
    end: int
    kind: AmountKind
    low: Stated
    high: Stated | None = None
    unit: str | None = None
    bound: Bound | None = None
    rule: str = ""

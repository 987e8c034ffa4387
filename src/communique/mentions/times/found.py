"""What a reading gets to see: the matched words, and what was known before them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.mentions.grammar.match import Match
from communique.mentions.grammar.tokens import Token
from communique.mentions.times.lexicon import Sign
from communique.mentions.times.numbers import Number, number_of
from communique.mentions.times.periods import Period


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where an expression stands.

    Attributes:
        anchor: Day of publication, or None.
        previous: The period read last, to which "the following year" refers.
        quarter: The quarter read last, with which "a year earlier" is compared.
        day: The day read last, which "the same day" means.
        ahead: Whether the sentence speaks of what lies ahead; None where it does not tell.
        joined_year: The year that is stated at the other end ("between April and October 2022").
    """

    anchor: date | None
    previous: Period | None = None
    quarter: Period | None = None
    day: Period | None = None
    ahead: bool | None = None
    joined_year: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value.
        first: First day covered, None if not known.
        last: Last day covered, None if not known.
        approximate: Whether the words leave the borders open.
        anchor: What it was computed from: "publication", "previous date …", or None.
        period: What later expressions may refer to, None for nothing.
    """

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    approximate: bool = False
    anchor: str | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Found(Match):
    """One match of a rule of the time grammar."""

    def number(self, name: str) -> Number:
        """The number that a part states: an int, a float, or "X" where it is left open."""
        first, last = self.range_of(name)
        return number_of(self.classes[first:last], self.tokens[first:last], self.lexicon)

    def integer(self, name: str) -> int | None:
        """The whole number that a part states, None where it states none."""
        number = self.number(name)
        return number if isinstance(number, int) else None

    def glued(self, name: str) -> bool:
        """Whether the words of a part stand without space around the signs between them."""
        first, last = self.range_of(name)
        return all(
            self.tokens[at].end == self.tokens[at + 1].start for at in range(first, last - 1)
        )

    def month_after(self, class_name: str) -> int | None:
        """The month that follows after a word of a class ("ended 30 June")."""
        at = self.base + self.hit.end
        if self.classes[at : at + 1] != self.lexicon.classes[class_name]:
            return None
        months = {self.lexicon.classes[name] for name in MONTHS}
        for token, char in zip(
            self.tokens[at + 1 : at + 3], self.classes[at + 1 : at + 3], strict=True
        ):
            if char in months and isinstance(token.value, int):
                return token.value
        return None

    def glued_ahead(self) -> bool:
        """Whether a sign and a figure follow without a space."""
        at = self.base + self.hit.end
        if at + 1 >= len(self.tokens):
            return False
        last, sign, after = self.tokens[at - 1], self.tokens[at], self.tokens[at + 1]
        tight = last.end == sign.start and sign.end == after.start
        return tight and self.classes[at + 1] in FIGURES


def figures(token: Token) -> str:
    """The text of a figure."""
    return str(token.value)


#: Classes that hold the names of months.
MONTHS = ("MONTH", "MONTH_NAME", "MONTH_VERB", "MONTH_SHORT")

#: Classes whose value is a text of figures.
FIGURES = frozenset(
    sign.value for sign in (Sign.SMALL, Sign.NUMBER, Sign.YEAR, Sign.AMOUNT, Sign.DECIMAL)
)

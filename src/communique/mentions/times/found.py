"""What a reading gets to see: the matched words, and what was known before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.mentions.grammar.lexicon import Lexicon, Value
from communique.mentions.grammar.patterns import Hit
from communique.mentions.times.lexicon import Sign
from communique.mentions.times.numbers import Number, number_of
from communique.mentions.times.periods import Period
from communique.mentions.times.tokens import Token


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
class Found:
    """One match of a rule in a text.

    Attributes:
        hit: The match; its token numbers count from `base`.
        base: Number of the token at which the run of classes begins.
        classes: Classes of all tokens of the text.
        tokens: All tokens of the text.
        text: The text.
        lexicon: The characters of the classes.
    """

    hit: Hit
    base: int
    classes: str
    tokens: Sequence[Token]
    text: str
    lexicon: Lexicon

    def __contains__(self, name: str) -> bool:
        return any(part == name for part, _, _ in self.hit.parts)

    def range_of(self, name: str) -> tuple[int, int]:
        """Token numbers of a named part; an empty range where it did not match."""
        for part, first, last in self.hit.parts:
            if part == name:
                return self.base + first, self.base + last
        return 0, 0

    def value(self, name: str) -> Value:
        """Value of the first word of a part that has one."""
        first, last = self.range_of(name)
        values = (self.tokens[at].value for at in range(first, last))
        return next((value for value in values if value is not None), None)

    def string(self, name: str) -> str:
        """The same as a string, empty where there is none."""
        value = self.value(name)
        return "" if value is None else str(value)

    def holds(self, name: str, class_name: str) -> bool:
        """Whether a part has a word of a class."""
        first, last = self.range_of(name)
        return self.lexicon.classes[class_name] in self.classes[first:last]

    def holds_class(self, class_name: str) -> bool:
        """Whether the match has a word of a class."""
        first, last = self.base + self.hit.start, self.base + self.hit.end
        return self.lexicon.classes[class_name] in self.classes[first:last]

    def number(self, name: str) -> Number:
        """The number that a part states: an int, a float, or "X" where it is left open."""
        first, last = self.range_of(name)
        return number_of(self.classes[first:last], self.tokens[first:last], self.lexicon)

    def integer(self, name: str) -> int | None:
        """The whole number that a part states, None where it states none."""
        number = self.number(name)
        return number if isinstance(number, int) else None

    def option(self, name: str) -> str | None:
        """A constant of the rule."""
        return self.hit.rule.options.get(name)

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

    def next_is(self, *class_names: str) -> bool:
        """Whether the token after the match is of one of the classes."""
        at = self.base + self.hit.end
        return at < len(self.classes) and self.classes[at] in {
            self.lexicon.classes[name] for name in class_names
        }

    def before_is(self, *class_names: str) -> bool:
        """Whether the token before the match is of one of the classes."""
        at = self.base + self.hit.start - 1
        return at >= 0 and self.classes[at] in {self.lexicon.classes[name] for name in class_names}


def figures(token: Token) -> str:
    """The text of a figure."""
    return str(token.value)


#: Classes that hold the names of months.
MONTHS = ("MONTH", "MONTH_NAME", "MONTH_VERB", "MONTH_SHORT")

#: Classes whose value is a text of figures.
FIGURES = frozenset(
    sign.value for sign in (Sign.SMALL, Sign.NUMBER, Sign.YEAR, Sign.AMOUNT, Sign.DECIMAL)
)

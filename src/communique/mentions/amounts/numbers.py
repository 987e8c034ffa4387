"""Numbers of amounts: "1,500", "37.7 billion", "two and a half million", "a dozen", "5m"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from communique.mentions.amounts.lexicon import Sign
from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.grammar.numbers import Stated, Tally
from communique.mentions.grammar.tokens import Token

_FIGURES = frozenset(
    sign.value for sign in (Sign.FIGURE, Sign.EXACT, Sign.YEAR, Sign.MIXED, Sign.FRACTION)
)
_WORDS = ("ONES", "TEENS", "TENS")
_SCALES = ("HUNDRED", "DOZEN", "SCALE", "SCALE_SHORT", "SCALE_LETTER")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The characters of the classes of number words."""

    words: frozenset[str]
    scales: frozenset[str]
    half: str
    quarter: str
    point: str

    @classmethod
    def of(cls, lexicon: Lexicon) -> NumberWords:
        """Those of a lexicon."""
        names = lexicon.classes
        return cls(
            frozenset(names[name] for name in _WORDS),
            frozenset(names[name] for name in _SCALES),
            names["HALF"],
            names["QUARTER"],
            names["POINT_WORD"],
        )

    def number(self, classes: str, tokens: Sequence[Token]) -> Stated:
        """What tokens state together; articles, dashes and "and" only join."""
        tally = Tally()
        decimals = 0
        for at, (char, token) in enumerate(zip(classes, tokens, strict=True)):
            if char in _FIGURES:
                tally.add_figure(str(token.value))
            elif char in self.words:
                if decimals:
                    place = Decimal(1).scaleb(-decimals)
                    tally.add(int(token.value or 0) * place, place)
                    decimals += 1
                else:
                    tally.add(int(token.value or 0))
            elif char in self.scales:
                tally.scale(int(token.value or 1))
                decimals = 0
            elif char == self.point:
                decimals = 1
            elif char == self.half:
                tally.add_half()
            elif char == self.quarter:
                self._add_quarters(tally, classes[:at], tokens[:at])
        return tally.stated()

    def _add_quarters(self, tally: Tally, classes: str, tokens: Sequence[Token]) -> None:
        """A quarter, or of "three quarters" the other two, for which three have been counted."""
        count = int(tokens[-1].value or 1) if classes and classes[-1] in self.words else 1
        tally.add(-(count if count > 1 else 0))
        for _ in range(count):
            tally.add_quarter()

    def factor(self, classes: str, tokens: Sequence[Token]) -> Decimal | None:
        """The multiplier that tokens state, None where there is none."""
        found = [
            int(token.value or 1)
            for char, token in zip(classes, tokens, strict=True)
            if char in self.scales
        ]
        if not found:
            return None
        product = Decimal(1)
        for factor in found:
            product *= factor
        return product

"""Numbers in figures and words: "1,500", "5 1/2", "twenty-four", "two and a half", "several"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.grammar.numbers import Tally, plain
from communique.mentions.grammar.tokens import Token
from communique.mentions.times.lexicon import Sign

Number = int | float | Literal["X"]

_DIGITS = re.compile(r"[0-9]+")
_PLAIN = {Sign.SMALL.value, Sign.NUMBER.value, Sign.YEAR.value, Sign.ORDINAL_FIGURE.value}
_OTHER_FIGURES = {
    sign.value for sign in (Sign.AMOUNT, Sign.DECIMAL, Sign.FRACTION, Sign.WHOLE_AND_FRACTION)
}


def number_of(classes: str, tokens: Sequence[Token], lexicon: Lexicon) -> Number:
    """The number that tokens state; "X" where they leave it open, 1 for an article alone."""
    names = lexicon.classes
    tally = Tally()
    for char, token in zip(classes, tokens, strict=True):
        if char in (names["VAGUE"], names["FEW"], names["DOZENS"]):
            return "X"
        if char in _PLAIN:
            match = _DIGITS.search(str(token.value))
            tally.add(int(match[0]) if match else 0)
        elif char in _OTHER_FIGURES:
            tally.add_figure(str(token.value))
        elif char == names["SCALE"]:
            tally.scale(int(token.value or 1))
        elif char == names["HALF"]:
            # Of "a half" the article has been counted as one.
            tally.add_half()
        elif char in (names["NUMBER_WORD"], names["ORDINAL"], names["SECOND"], names["COUPLE"]):
            tally.add(int(token.value or 0))
    return plain(tally.stated().value) if tally.seen else 1

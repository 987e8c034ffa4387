"""Numbers in figures and words: "1,500", "5 1/2", "twenty-four", "two and a half", "several"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from communique.mentions.grammar.lexicon import Lexicon
from communique.mentions.times.lexicon import Sign
from communique.mentions.times.tokens import Token

Number = int | float | Literal["X"]

_FRACTION_SIGNS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_DIGITS = re.compile(r"[0-9]+")
_PLAIN = {Sign.SMALL.value, Sign.NUMBER.value, Sign.YEAR.value, Sign.ORDINAL_FIGURE.value}


def number_of(classes: str, tokens: Sequence[Token], lexicon: Lexicon) -> Number:
    """The number that tokens state; "X" where they leave it open, 1 for an article alone."""
    names = lexicon.classes
    total: float = 0
    current: float = 0
    seen = False
    for char, token in zip(classes, tokens, strict=True):
        if char in (names["VAGUE"], names["FEW"], names["DOZENS"]):
            return "X"
        figure = _figure(char, str(token.value))
        if figure is not None:
            current += figure
        elif char == names["SCALE"]:
            current = max(current, 1) * int(token.value or 1)
            if token.value == 1000:
                total, current = total + current, 0
        elif char == names["HALF"]:
            # Of "a half" the article has been counted as one.
            current += 0.5
        elif char in (names["NUMBER_WORD"], names["ORDINAL"], names["SECOND"], names["COUPLE"]):
            current += int(token.value or 0)
        else:
            continue
        seen = True
    total += current
    if not seen:
        return 1
    return int(total) if total == int(total) else total


def _figure(char: str, text: str) -> float | None:
    """Value of a figure, None for anything else."""
    if char in _PLAIN:
        match = _DIGITS.search(text)
        return int(match[0]) if match else None
    if char == Sign.AMOUNT.value:
        return float(text.replace(",", ""))
    if char == Sign.DECIMAL.value:
        return float(text)
    if char in (Sign.FRACTION.value, Sign.WHOLE_AND_FRACTION.value):
        return _mixed(text)
    return None


def _mixed(text: str) -> float:
    """Read "5 1/2", "2½" and "¾"."""
    if text[-1] in _FRACTION_SIGNS:
        whole = _DIGITS.match(text)
        return (int(whole[0]) if whole else 0) + _FRACTION_SIGNS[text[-1]]
    figures = [int(figure) for figure in _DIGITS.findall(text)]
    whole_number = figures[0] if len(figures) == 3 else 0
    return whole_number + figures[-2] / figures[-1]

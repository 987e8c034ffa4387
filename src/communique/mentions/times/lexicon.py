"""The classes that the time grammar adds to those of its vocabulary: figures and signs."""

from __future__ import annotations

from enum import Enum

from communique.mentions.grammar.lexicon import Lexicon, build_lexicon
from communique.vocab.times import TimeVocabulary


class Sign(Enum):
    """Classes that no word list can give: figures by their shape, punctuation, and all the rest."""

    OTHER = "x"
    NAME = "X"
    BREAK = "\n"
    STOP = "."
    COMMA = ","
    DASH = "-"
    PAUSE = "_"
    SLASH = "/"
    APOSTROPHE = "'"
    OPEN = "("
    CLOSE = ")"
    MONEY_SIGN = "$"
    PERCENT_SIGN = "%"
    SMALL = "1"
    NUMBER = "2"
    YEAR = "3"
    AMOUNT = "4"
    DECIMAL = "5"
    FRACTION = "6"
    ORDINAL_FIGURE = "7"
    DECADE_FIGURE = "8"
    SHORT_DECADE = "0"
    CLOCK = "9"
    HALF_DAY = "h"
    CLOCK_HALF_DAY = "H"
    ISO_DATE = "i"
    FIGURE_DATE = "d"
    SPLIT_YEAR = "s"
    QUARTER_LABEL = "q"
    FISCAL_LABEL = "f"
    WHOLE_AND_FRACTION = "w"
    SHORT_YEAR = "y"


#: Classes that end a run of words: no rule reads them.
OUTSIDE = frozenset(
    {Sign.OTHER, Sign.NAME, Sign.BREAK, Sign.PAUSE, Sign.PERCENT_SIGN, Sign.MONEY_SIGN}
)

#: Figures that can make a time expression without a word.
TRIGGERS = frozenset(
    {
        Sign.YEAR,
        Sign.DECADE_FIGURE,
        Sign.SHORT_DECADE,
        Sign.CLOCK,
        Sign.CLOCK_HALF_DAY,
        Sign.HALF_DAY,
        Sign.ISO_DATE,
        Sign.FIGURE_DATE,
        Sign.SPLIT_YEAR,
        Sign.QUARTER_LABEL,
        Sign.FISCAL_LABEL,
        Sign.SHORT_YEAR,
    }
)


def build_time_lexicon(vocabulary: TimeVocabulary) -> Lexicon:
    """The lexicon of the time vocabulary."""
    return build_lexicon(vocabulary.classes, Sign, triggers=TRIGGERS, outside=OUTSIDE)

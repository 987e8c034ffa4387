"""From words to classes: each class is one character, so that rules are patterns over strings.

The classes of the vocabulary are joined by those of figures and signs, which `tokens` tells apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from communique.vocab.times import TimeVocabulary, WordClass

Value = int | str | None


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

# The characters of word classes start here, clear of ASCII and of everything special in patterns.
_FIRST = 0x4E00


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each word is.

    Attributes:
        words: Each spelling that may occur, with the character of its class and its value.
        classes: Character of each class by name, those of `Sign` included.
        verbs: Characters of the classes that a verb is taken out of.
        triggers: Characters of the classes that can make a time expression.
        inert: Characters of the classes that no rule reads.
    """

    words: dict[str, tuple[str, Value]]
    classes: dict[str, str]
    verbs: frozenset[str]
    triggers: frozenset[str]
    inert: frozenset[str]


def build_lexicon(vocabulary: TimeVocabulary) -> Lexicon:
    """The lexicon of a vocabulary; the first class that claims a spelling keeps it."""
    classes = {sign.name: sign.value for sign in Sign}
    words: dict[str, tuple[str, Value]] = {}
    for number, entry in enumerate(vocabulary.classes):
        classes[entry.name] = chr(_FIRST + number)
        for word, value in entry.words.items():
            for spelling in _spellings(word, entry):
                words.setdefault(spelling, (classes[entry.name], value))
    chosen = vocabulary.classes
    return Lexicon(
        words=words,
        classes=classes,
        verbs=frozenset(classes[entry.name] for entry in chosen if entry.verb),
        triggers=frozenset(classes[entry.name] for entry in chosen if entry.trigger)
        | {sign.value for sign in TRIGGERS},
        inert=frozenset(classes[entry.name] for entry in chosen if entry.inert)
        | {sign.value for sign in OUTSIDE},
    )


def _spellings(word: str, entry: WordClass) -> tuple[str, ...]:
    if entry.case == "exact":
        return (word,)
    capitals = (word[:1].upper() + word[1:], word.upper())
    return capitals if entry.case == "capital" else (word.lower(), *capitals)

"""The classes of the grammar of amounts that no word list gives: figures, signs, currencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from communique.mentions.grammar.lexicon import Lexicon, build_lexicon
from communique.vocab.amounts import AmountVocabulary, Currency
from communique.vocab.grammar import WordClass


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
    PLUS = "+"
    MINUS_SIGN = "m"
    PERCENT_SIGN = "%"
    FIGURE = "1"
    EXACT = "2"
    YEAR = "3"
    MIXED = "w"
    FRACTION = "6"


#: Classes that end a run of words: no rule reads them.
OUTSIDE = frozenset(
    {Sign.OTHER, Sign.NAME, Sign.BREAK, Sign.STOP, Sign.PAUSE, Sign.SLASH, Sign.OPEN, Sign.CLOSE}
)

#: Figures, without which, and without a number word, there is no amount.
TRIGGERS = frozenset({Sign.FIGURE, Sign.EXACT, Sign.YEAR, Sign.MIXED, Sign.FRACTION})


def build_amount_lexicon(vocabulary: AmountVocabulary) -> Lexicon:
    """The lexicon of the vocabulary of amounts."""
    classes = (*vocabulary.classes, *_currency_classes(vocabulary))
    return build_lexicon(classes, Sign, triggers=TRIGGERS, outside=OUTSIDE)


def _currency_classes(vocabulary: AmountVocabulary) -> Iterable[WordClass]:
    """Classes of what currencies are written with.

    The value of a sign or code is the code; of a noun the noun in the singular, of an adjective the
    codes that it may stand for: `currencies` settles which currency they mean together.
    """
    money, minor = vocabulary.currencies, vocabulary.minor_units
    codes = {c.code: c.code for c in money if not c.code_is_word}
    doubtful = {c.code: c.code for c in money if c.code_is_word}
    yield _exact("CURRENCY_CODE", codes)
    yield _exact("CURRENCY_WORD_CODE", doubtful)
    yield _exact("MILLION_CODE", {f"M{code}": code for code in codes})
    yield _exact("CURRENCY_SIGN", _signs(money))
    yield _exact("CURRENCY_LOCAL", {sign: sign for c in money for sign in c.local})
    yield _any("CURRENCY_NOUN", {noun: c.nouns[0] for c in money for noun in c.nouns})
    yield _any("CURRENCY_ADJ", _adjectives(vocabulary))
    yield _any("MINOR", {noun: unit.nouns[0] for unit in minor for noun in unit.nouns})
    yield _exact("MINOR_SIGN", {sign: unit.nouns[0] for unit in minor for sign in unit.signs})


def _signs(money: Iterable[Currency]) -> dict[str, str]:
    """Signs with their code; one that several currencies share stands for itself, like a noun."""
    found: dict[str, str] = {}
    for currency in money:
        for sign in currency.signs:
            found[sign] = sign if sign in found else currency.code
    return found


def _adjectives(vocabulary: AmountVocabulary) -> dict[str, str]:
    found: dict[str, str] = {}
    for currency in vocabulary.currencies:
        for word in currency.adjectives:
            found[word] = f"{found[word]} {currency.code}" if word in found else currency.code
    return found


def _exact(name: str, words: Mapping[str, str]) -> WordClass:
    return WordClass(name=name, comment="made from the currencies", case="exact", words={**words})


def _any(name: str, words: Mapping[str, str]) -> WordClass:
    return WordClass(name=name, comment="made from the currencies", words={**words})

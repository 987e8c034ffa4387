"""Words that stand for numbers and dates: by these a change of a text is a change of its facts.

The lists are those of the grammars of times and amounts (`data/times`, `data/amounts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.errors import BadVocabulary
from communique.vocab.grammar import WordClass
from communique.vocab.loader import read_folder

_TEN = 10
_NUMBERS = ("ONES", "TEENS", "TENS", "HUNDRED", "DOZEN", "SCALE", "SCALE_SHORT", "OPEN_SCALE")
_ORDINALS = ("ORDINAL", "SECOND", "DECADE_WORD")
_FRACTIONS = ("HALF", "QUARTER")
_DATES = ("MONTH", "MONTH_NAME", "WEEKDAY", "WEEKDAYS")
_CAPITAL_DATES = ("MONTH_VERB", "MONTH_SHORT", "WEEKDAY_SHORT", "HOLIDAY")


@dataclass(frozen=True, slots=True)
class FactWords:
    """Words in lower case.

    Attributes:
        numbers: Cardinals, ordinals, multipliers and fractions in words.
        dates: Months and weekdays that are little else.
        capital_dates: Months, weekdays and holidays that are such only with a capital ("May").
    """

    numbers: frozenset[str]
    dates: frozenset[str]
    capital_dates: frozenset[str]


def load_fact_words() -> FactWords:
    """Read the lists.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a list is missing.
    """
    data = files("communique.vocab") / "data"
    times = read_folder(data / "times" / "words", WordClass)
    amounts = read_folder(data / "amounts" / "words", WordClass)
    return FactWords(
        numbers=_words(amounts, (*_NUMBERS, *_FRACTIONS)) | _words(times, _ORDINALS),
        dates=_words(times, _DATES),
        capital_dates=_words(times, _CAPITAL_DATES),
    )


def _words(classes: Iterable[WordClass], names: tuple[str, ...]) -> frozenset[str]:
    by_name = {entry.name: entry for entry in classes}
    missing = next((name for name in names if name not in by_name), None)
    if missing:
        raise BadVocabulary("words of facts", f"there is no class {missing}", "mend its name")
    return frozenset(word.lower() for name in names for word in by_name[name].words)


@cache
def number_words() -> Mapping[str, int]:
    """Cardinals in words from two to ninety-nine, by their value.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a list is missing.
    """
    amounts = read_folder(files("communique.vocab") / "data" / "amounts" / "words", WordClass)
    by_name = {entry.name: entry.words for entry in amounts}
    ones, tens = by_name["ONES"], by_name["TENS"]
    found = {w: int(v) for w, v in {**ones, **by_name["TEENS"], **tens}.items() if v}
    for ten, value in tens.items():
        found |= {f"{ten}-{one}": int(value or 0) + int(v) for one, v in ones.items() if v}
    return {word: value for word, value in found.items() if value > 1}


@cache
def ordinal_words() -> Mapping[str, int]:
    """Ordinals in words from first to ninety-ninth, by their value.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema, or a list is missing.
    """
    data = files("communique.vocab") / "data"
    times = {entry.name: entry.words for entry in read_folder(data / "times" / "words", WordClass)}
    amounts = read_folder(data / "amounts" / "words", WordClass)
    tens = next(entry.words for entry in amounts if entry.name == "TENS")
    found = {word: int(value) for word, value in times["ORDINAL"].items() if value}
    found["second"] = 2
    for ten, value in tens.items():
        units = {word: unit for word, unit in found.items() if unit < _TEN}
        found |= {f"{ten}-{word}": int(value or 0) + unit for word, unit in units.items()}
        found[f"{ten[:-1]}ieth"] = int(value or 0)
    return found

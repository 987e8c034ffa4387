"""Compares names of meetings and documents, and quotes, by the words that tell them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.records.comparing.parties import Sides, tokens_of
from communique.vocab.wording import Wording
from communique.vocab.words import without_accents

#: How much a word for a common subject counts beside a telling one.
PLAIN = 0.4

_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20\d\d|2100)(?!\d)")
# The end of a span of years without its century.
_SPAN = re.compile(r"(?<!\d)(19\d\d|20\d\d)\s?[-–/]\s?(\d\d)(?!\d)")
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
          "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15}  # fmt: skip
_ORDINAL = re.compile(r"^(\d+)(st|nd|rd|th)$")
# "COP28", "UNGA79": the number of a series on its name.
_SERIES = re.compile(r"^([A-Za-z]{3,})(\d{1,3})$")
# In brackets behind the name that it shortens.
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z]*[A-Z][a-z]?)\)")
_ACRONYM = re.compile(r"^[A-Z]{3,}$")
_PLURAL = re.compile(r"(?<=[a-z]{2})(?<![siu])s$")
_SHORTEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name, cut into what tells the thing apart.

    Attributes:
        words: Telling words in their order, each once: in lower case, without accents and plural
            "s"; parties as "@" and their side.
        numbers: Numbers in a series ("No. 2", "II"), sorted; no years.
        years: Years, sorted; "2024-2026" as its first and its last.
        versions: What sets it apart from another of its name ("later" for "enhanced"), sorted.
        levels: Who meets (leaders, ministers), sorted.
        acronyms: Those that stand for the whole of it, sorted: in brackets behind it, all that it
            consists of, or made by its capitals.
        proper: Whether a telling word has a capital.
    """

    words: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    versions: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    proper: bool = False


class Likeness(NamedTuple):
    """What two names have in common.

    Attributes:
        share: Weight of the common words over that of all words, 0 to 1.
        cover: The same over the words of the shorter name.
        words: Words that are common, sorted, parties among them.
        left: Weight of the words that only the one has.
        right: Weight of the words that only the other has.
    """

    share: float
    cover: float
    words: tuple[str, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Titles:
    """Reads and compares names.

    Attributes:
        wording: Words by what they tell.
        sides: Tells names of parties.
    """

    wording: Wording
    sides: Sides

    def read(self, written: str | None) -> Name | None:
        """A name from what a claim writes; None where it writes none."""
        if not written:
            return None
        tokens = tokens_of(written)
        telling = [word for token in self.sides.folded(tokens) if (word := self._telling(token))]
        numbers, years = self._numbers(written, tokens)
        plain = [_base(token) for token in tokens]
        levels = (name for name, words in self.wording.levels.items() if words & {*plain})
        versions = (name for name, words in self.wording.versions.items() if words & {*plain})
        return Name(
            words=tuple(dict.fromkeys(telling)),
            numbers=numbers,
            years=years,
            versions=tuple(sorted(versions)),
            levels=tuple(sorted(levels)),
            acronyms=self._acronyms(written, tokens, telling),
            proper=self._proper(tokens),
        )

    def weight(self, word: str) -> float:
        """How much a word of a name counts."""
        return PLAIN if word in self.wording.plain or word.startswith("@") else 1.0

    def telling(self, name: Name | None) -> float:
        """How much the words of a name tell, parties aside; 1 is one good word."""
        return self._sum(w for w in _all(name) if w[0] != "@") if name else 0.0

    def likeness(self, one: Name, other: Name) -> Likeness:
        """What two names have in common; symmetric but for left and right."""
        ours, theirs = _all(one), _all(other)
        common = self._sum(ours & theirs)
        total, shorter = self._sum(ours | theirs), min(self._sum(ours), self._sum(theirs))
        return Likeness(
            share=common / total if total else 0.0,
            cover=common / shorter if shorter else 0.0,
            words=tuple(sorted(ours & theirs)),
            left=self._sum(ours - theirs),
            right=self._sum(theirs - ours),
        )

    def gist(self, quote: str) -> tuple[str, ...]:
        """The words that tell what a quote is about, sorted; parties as "@" and their side."""
        tokens = tokens_of(quote)
        wording = self.wording
        words = {self._telling(token) for token in self.sides.folded(tokens)}
        return tuple(sorted(words - {""} - wording.reporting))

    def looks_back(self, quote: str) -> bool:
        """Whether a quote speaks of something long past: "the previous meeting", "a year ago"."""
        return not self.wording.retrospect.isdisjoint(word.lower() for word in tokens_of(quote))

    def _sum(self, words: Iterable[str]) -> float:
        # Sorted, since sums of fractions depend on their order in the last digit.
        return sum(sorted(self.weight(word) for word in words))

    def _telling(self, token: str) -> str:
        """The word as it is compared; empty where it tells nothing or is a number of its own."""
        if token.startswith("@"):
            return token
        series = _SERIES.match(token)
        word = _base(series[1] if series else token)
        wording = self.wording
        nothing = word in wording.empty or word in wording.forms
        version = any(word in words for words in wording.versions.values())
        numeral = not word[:1].isalpha() or token.lower() in _ROMAN or word in wording.ordinals
        return "" if nothing or version or numeral else word

    def _numbers(
        self, written: str, tokens: Sequence[str]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        ordinals = self.wording.ordinals
        numbers, years = _counted(tokens), _years(written)
        found = {*numbers, *(ordinals[t.lower()] for t in tokens if t.lower() in ordinals)}
        return tuple(sorted(found - years - {year % 100 for year in years})), tuple(sorted(years))

    def _proper(self, tokens: Sequence[str]) -> bool:
        folded = self.sides.folded(tokens)
        found = (token for token in folded if self._telling(token) and token[0] != "@")
        return any(token[0].isupper() for token in found)

    def _acronyms(
        self, written: str, tokens: tuple[str, ...], telling: list[str]
    ) -> tuple[str, ...]:
        found = {*_BRACKETED.findall(written)}
        named = [token for token in tokens if token not in found]
        if len({*telling}) == 1:
            found |= {token for token in named if _ACRONYM.match(token)}
        capitals = "".join(token[0] for token in named if token[0].isupper())
        if len(capitals) > _SHORTEST_ACRONYM:
            found.add(capitals)
        return tuple(sorted(word for word in found if _base(word) not in self.wording.forms))


def alike_acronym(one: Name, other: Name) -> str | None:
    """The acronym that both names have; None if there is none."""
    shared = sorted({*one.acronyms} & {*other.acronyms})
    return shared[0] if shared else None


def own_words(name: Name, other: Name, sides: Iterable[str]) -> frozenset[str]:
    """Words of a name that another lacks, but for names of sides that are there without it."""
    return frozenset(name.words) - {*other.words} - {f"@{side}" for side in sides}


def shown(words: Iterable[str]) -> str:
    """Words of names for people."""
    return ", ".join(word.lstrip("@#") for word in words)


def _base(token: str) -> str:
    return _PLURAL.sub("", without_accents(token).lower())


def _all(name: Name) -> set[str]:
    """Telling words, and what sets the name apart."""
    return {*name.words, *(f"#{version}" for version in name.versions)}


def _years(written: str) -> set[int]:
    """Years in a name, with the end of "2021-27"."""
    years = {int(year) for year in _YEAR.findall(written)}
    return years | {int(first[:2] + last) for first, last in _SPAN.findall(written)}


def _counted(tokens: Iterable[str]) -> Iterator[int]:
    for token in tokens:
        ordinal, series = _ORDINAL.match(token.lower()), _SERIES.match(token)
        if token.isascii() and token.isdigit() and len(token) <= 4:
            yield int(token)
        elif ordinal:
            yield int(ordinal[1])
        elif series:
            yield int(series[2])
        elif token.isupper() and token.lower() in _ROMAN:
            yield _ROMAN[token.lower()]

"""Which words of an article are numbers, dates or names: what a change of words may falsify.

No language pipeline is needed, since two texts are at hand: what is written small in neither of
them and with a capital within a sentence is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from communique.records.stories.alignment import Run
from communique.records.stories.articles import Article
from communique.vocab.facts import FactWords

_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_FIGURE = re.compile(r"\d")
_SIGN = re.compile(r"[^\w']")
# A digit with letters around it is a name or an ordinal: "C5", "COVID-19" is cut in two.
_WHOLE_DATE = re.compile(r"\d{1,4}[.:]\d{1,2}[.:]\d{2,4}")


class Touch(StrEnum):
    """What a change of words concerns."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A word that states a fact.

    Attributes:
        touch: What sort of fact.
        key: The word, folded.
    """

    touch: Touch
    key: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Tells facts in two articles.

    Attributes:
        words: Words that stand for numbers and dates.
        first: The one article.
        second: The other.
    """

    words: FactWords
    first: Article
    second: Article

    def changed(self, run: Run) -> tuple[frozenset[Fact], frozenset[Fact]]:
        """The facts that a run takes out of the first article, and those that it puts in.

        What stands on both sides has only moved.
        """
        out = frozenset(self._of(self.first, run.start, run.end))
        new = frozenset(self._of(self.second, run.other_start, run.other_end))
        return out - new, new - out

    def _of(self, article: Article, start: int, end: int) -> Iterator[Fact]:
        for index in range(start, end):
            touch = self._touch(article, index)
            if touch is not None:
                yield Fact(touch, _plain(article.keys[index]))

    def _touch(self, article: Article, index: int) -> Touch | None:
        key = article.keys[index]
        if _FIGURE.search(key):
            return Touch.DATE if self._is_date(article, index) else Touch.NUMBER
        if key in self.words.dates:
            return Touch.DATE
        capital = article.is_capital(index)
        if capital and key in self.words.capital_dates:
            return Touch.DATE
        if key in self.words.numbers or _SIGN.fullmatch(key):
            return Touch.NUMBER
        return Touch.NAME if capital and self._is_name(article, index) else None

    def _is_name(self, article: Article, index: int) -> bool:
        key = article.keys[index]
        if key in self.first.lower or key in self.second.lower:
            return False
        return not article.opens_sentence(index) or article.is_capital(index + 1)

    def _is_date(self, article: Article, index: int) -> bool:
        """Whether figures are a year, a whole date, or a day beside a month."""
        key = article.keys[index]
        if _YEAR.fullmatch(key) or _WHOLE_DATE.fullmatch(key):
            return True
        beside = (index - 1, index + 1)
        return _DAY.fullmatch(key) is not None and any(self._is_month(article, i) for i in beside)

    def _is_month(self, article: Article, index: int) -> bool:
        if not 0 <= index < len(article):
            return False
        key = article.keys[index]
        known = self.words.dates | self.words.capital_dates
        return article.is_capital(index) and key in known


def _plain(key: str) -> str:
    """A word without its genitive: "Astana's" and "Astana" are one name."""
    return key.removesuffix("'s").removesuffix("'")

"""What a sentence measures: the statistic, what of, and from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.checks.telling.masked import MONEY, QUANTITY, Masked
from communique.checks.wording import any_of
from communique.model.mention import MoneyMention
from communique.model.terms import Indicator
from communique.vocab.tellings import Measured, Tellings

_GOODS = frozenset({Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_TURNOVER})
# Units of weight and volume: what is told in them is goods, not people or things that are counted.
_UNIT = re.compile(
    r"tonnes?|tons?|kilograms?|kg|barrels?|bushels?|lit(?:re|er)s?|cubic|m3|m³|bcm|kilowatt|megawatt"
    r"|gigawatt|terawatt|[kmgt]wh",
    re.I,
)
# What is told of, up to a word that goes on with something else.
_STOP = (
    r"(?:to|from|into|in|for|worth|by|was|were|with|through|via|at|last|this|during|between|over|on|and"
    r"|exports?|imports?|deliveries|shipments|which|that|as|reached|rose|fell|came|totalled|totaled"
    r"|amounted|stood|grew|dropped|increased|declined)"
)
_WHAT = rf"(?P<what>(?:(?!{_STOP}\b)[\w'-]+)(?: (?!{_STOP}\b)[\w'-]+){{0,3}})"


@dataclass(frozen=True, slots=True)
class Measure:
    """A statistic.

    Attributes:
        words: The entry of the vocabulary.
        start: Where the words that name it begin.
        end: Where they end.
        what: What is measured of it, such as "rice"; empty where all is.
    """

    words: Measured
    start: int
    end: int
    what: str


class MeasureReader:
    """Reads measures.

    Args:
        words: Words of statistics.
    """

    def __init__(self, words: Tellings) -> None:
        others = rf"(?!(?: and [a-z]+)?[ -]{any_of(words.others)}\b)"
        hedge = rf"(?:{any_of(words.hedges)} )*"
        self._nouns = tuple(
            (entry, re.compile(rf"(?<![\w-]){any_of((*entry.nouns, *entry.verbs))}\b{others}"))
            for entry in words.measures
        )
        # "Zambia sold Malawi 345 tonnes": the one who gets it stands between.
        taker = r"(?:(?!(?:and|or|than|by|from|about|over)\b)[a-z'-]+ ){0,3}?"
        worth = rf"(?:[a-z'-]+ ){{1,4}}(?:worth|valued at|for) {hedge}{MONEY}+"
        self._moving = tuple(
            (
                entry,
                re.compile(
                    rf"\b{any_of(entry.moving)} {taker}{hedge}{QUANTITY}+"
                    rf"|{QUANTITY}+ (?:of [a-z ]+ )?"
                    rf"(?:was |were |have been |had been )?{any_of(entry.moving)}\b"
                    rf"|\b{any_of(entry.moving)} {worth}"
                ),
            )
            for entry in words.measures
            if entry.moving
        )
        goods, crossing = any_of(words.goods), any_of(words.crossing)
        exchanged = rf"\b{goods} [^;]*\b{crossing}\b|\b{crossing} {goods}\b"
        investors = any_of(words.investors)
        self._invested = tuple(
            (
                entry,
                re.compile(
                    rf"\b{investors}(?: from [a-z ]{{1,30}})? (?:have |had )?invested\b"
                    rf"|\binvest(?:ed|ments?) [^;,]{{0,60}}\b{investors}\b"
                    rf"|(?<!direct )\binvestments?\b"
                    rf"(?= (?:by|from|of) [a-z' ]{{0,30}}\b{investors}\b)"
                ),
            )
            for entry in words.measures
            if entry.measure is Indicator.FDI
        )
        self._exchanged = tuple(
            (entry, re.compile(exchanged))
            for entry in words.measures
            if entry.measure is Indicator.TRADE_TURNOVER
        )
        self._any = re.compile(
            any_of(
                w
                for e in words.measures
                for w in (*e.nouns, *e.verbs, *e.moving, *words.goods, *words.investors)
            )
        )

    def tells(self, text: str) -> bool:
        """Whether a text in lower case names any measure: a cheap first look."""
        return self._any.search(text) is not None

    def read(self, sentence: Masked) -> Measure | None:
        """The one measure that a sentence names; None where it names none, or several."""
        found = list(self._found(sentence, self._nouns))
        if not found:
            found = [f for f in self._found(sentence, self._moving) if self._goods(sentence)]
        found = found or list(self._found(sentence, self._invested))[:1]
        found = _widest(found or list(self._found(sentence, self._exchanged)))
        if len({entry.measure.value + entry.name for entry, _ in found}) != 1:
            return None
        entry, match = found[0]
        return Measure(entry, match.start(), match.end(), self._what(sentence, entry, match))

    def _found(
        self,
        sentence: Masked,
        patterns: tuple[tuple[Measured, re.Pattern[str]], ...],
    ) -> Iterator[tuple[Measured, re.Match[str]]]:
        for entry, pattern in patterns:
            for match in pattern.finditer(sentence.mask):
                yield entry, match
        for mention in sentence.mentions:
            start = sentence.start_of(mention)
            # The noun of a count is masked with its number: "340,000 tourists".
            if sentence.mask[start] == QUANTITY:
                yield from self._counted(sentence, start, sentence.end_of(mention), patterns)

    def _counted(
        self,
        sentence: Masked,
        start: int,
        end: int,
        patterns: tuple[tuple[Measured, re.Pattern[str]], ...],
    ) -> Iterator[tuple[Measured, re.Match[str]]]:
        for entry, pattern in patterns:
            match = pattern.search(sentence.text.lower(), start, end)
            if match is not None:
                yield entry, match

    def _goods(self, sentence: Masked) -> bool:
        """Whether the number of a sentence is a weight, a volume, or what goods are worth."""
        return any(_UNIT.search(m.text) or isinstance(m, MoneyMention) for m in sentence.mentions)

    def _what(self, sentence: Masked, entry: Measured, match: re.Match[str]) -> str:
        """What goods, or what else, a measure is of."""
        if (
            not (entry.measure in _GOODS | {Indicator.FDI} or entry.goods)
            or match.re is self._exchanged[0][1]
        ):
            return ""
        mask = sentence.mask
        patterns = (
            rf"{QUANTITY}+ (?:worth )?of {_WHAT}",
            rf"{MONEY}+ (?:worth )?(?:of|in) {_WHAT}",
            rf"(?:{match[0]}) {_WHAT} (?:worth|for|valued at) ",
            rf"(?:{match[0]}) of {_WHAT}",
        )
        for pattern in patterns if entry.measure is not Indicator.FDI else ():
            found = re.search(pattern, mask)
            if found is not None:
                start, end = found.span("what")
                return sentence.text[start:end] + " " + self._before(sentence, match)
        return self._before(sentence, match)

    def _before(self, sentence: Masked, match: re.Match[str]) -> str:
        """The words right before the noun: "maize exports", "non-oil trade"."""
        found = re.search(
            rf"(?:(?<![\w-])(?!{_STOP}\b)[\w-]+ ){{0,3}}$", sentence.mask[: match.start()]
        )
        if found is None or match[0].endswith("ed"):
            return ""
        return sentence.text[found.start() : match.start()]


def _widest(
    found: list[tuple[Measured, re.Match[str]]],
) -> list[tuple[Measured, re.Match[str]]]:
    """Words that lie in no longer ones: "economic output" is no output."""
    return [
        (entry, match)
        for entry, match in found
        if not any(
            other.start() <= match.start()
            and match.end() <= other.end()
            and len(other[0]) > len(match[0])
            for _, other in found
        )
    ]

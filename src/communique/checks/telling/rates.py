"""By how many percent a sentence says that something moved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.checks.stated import Interval, exactly, share
from communique.checks.telling.masked import PERCENT, Masked
from communique.checks.wording import any_of
from communique.model.mention import PercentMention
from communique.vocab.tellings import Tellings

# By how many points a change may be off that is told by a word, below and from a doubling on.
_FRACTION, _MULTIPLE = 5.0, 10.0
_DOUBLE = 100.0


@dataclass(frozen=True, slots=True)
class Rate:
    """A change.

    Attributes:
        value: By how many percent, negative for a fall.
        interval: What it stands for.
        start: Where its words begin in the sentence.
        end: Where they end.
    """

    value: float
    interval: Interval
    start: int
    end: int


class RateReader:
    """Reads changes.

    Args:
        words: Words of moving.
    """

    def __init__(self, words: Tellings) -> None:
        self._words = words
        much = rf"(?P<much>{PERCENT}+|\b{any_of(words.fractions)}\b)"
        hedge = rf"(?:{any_of(words.hedges)} )*"
        adverb = r"(?:[a-z]+ly )?"
        joins = "(?:of|by|was|reached|came to|stood at)"
        patterns = [
            (re.compile(pattern), sign)
            for verbs, nouns, beside, sign in (
                (words.rose, words.rise, words.above, 1),
                (words.fell, words.fall, words.below, -1),
            )
            for pattern in (
                rf"\b{any_of(verbs)} {adverb}(?:by )?{hedge}{much}",
                rf"\b{any_of(verbs)} [^,;.()]{{1,40}} by {hedge}{much}",
                rf"\b{any_of(beside)} (?:by )?{hedge}{much}",
                rf"\b{any_of(nouns)}(?: in [a-z ]+)? {joins} {hedge}{much}",
                rf"{much}[ -](?:year-on-year |annual )?{any_of((*nouns, *beside))}\b",
                rf"\b{any_of(verbs)} at (?:a rate of )?{hedge}{much}",
            )
        ]
        patterns.append((re.compile(rf"(?<![\w.])\+ ?{much}"), 1))
        patterns.append((re.compile(rf"(?<=[( ])- ?{much}"), -1))
        self._patterns = tuple(patterns)
        self._multiples = re.compile(rf"\b(?P<much>{any_of(words.multiples)})\b")

    def read(self, sentence: Masked) -> tuple[Rate, ...]:
        """The changes that a sentence tells, each once."""
        found = {rate.start: rate for rate in self._told(sentence)}
        return tuple(found[start] for start in sorted(found))

    def _told(self, sentence: Masked) -> list[Rate]:
        found = [
            self._rate(sentence, match, sign)
            for pattern, sign in self._patterns
            for match in pattern.finditer(sentence.mask)
        ]
        for match in self._multiples.finditer(sentence.mask):
            value = self._words.multiples[match["much"]]
            found.append(_worded(value, match.start("much"), match.end("much")))
        return found

    def _rate(self, sentence: Masked, match: re.Match[str], sign: int) -> Rate:
        start, end = match.span("much")
        mention = sentence.at(start)
        if not isinstance(mention, PercentMention):
            return _worded(sign * self._words.fractions[match["much"]], start, end)
        value = abs(mention.value)
        told = share(value, mention.text, mention.bound) * exactly(100.0)
        interval = told if sign > 0 else exactly(0.0) - told
        return Rate(sign * value, interval, start, end)


def _worded(value: float, start: int, end: int) -> Rate:
    off = _MULTIPLE if value >= _DOUBLE else _FRACTION
    return Rate(value, Interval(value - off, value + off), start, end)

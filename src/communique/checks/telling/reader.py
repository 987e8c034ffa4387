"""Reads the statistics that sentences tell on their own, without a parse.

Only a sentence that names one measure and tells one number of it is read: what a claim tells of it
may have missed the rate, the period or the sides, or taken it for a commitment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from communique.checks.seen import Sheet
from communique.checks.telling.masked import NUMBERED, Masked, masked
from communique.checks.telling.measures import Measure, MeasureReader
from communique.checks.telling.rates import Rate, RateReader
from communique.checks.telling.sources import Source, SourceReader
from communique.checks.telling.times import TimeReader, Times
from communique.checks.wording import any_of
from communique.model.mention import (
    MoneyMention,
    PercentMention,
    QuantityMention,
    TimeMention,
)
from communique.model.span import Span
from communique.vocab.tellings import Tellings, tellings

Level = MoneyMention | QuantityMention
_LONGEST = 600
_SCALES = {"": 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
# A number that no mention holds: with a scale, thousands or decimals, so no year and no day.
_BARE = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?= (?:thousand|million|billion)\b))"
    r"(?: (?P<scale>thousand|million|billion)\b)?(?![\w-])"
)


class Statistic(NamedTuple):
    """What a sentence tells of a statistic.

    Attributes:
        sentence: The sentence; the words of its source are silenced.
        measure: What is measured.
        level: The value; None where only a rate is told.
        rate: By how much it moved; None where none is told.
        times: When, and against when.
        source: Who counted, as far as told.
    """

    sentence: Masked
    measure: Measure
    level: Level | None
    rate: Rate | None
    times: Times
    source: Source | None


class StatisticReader:
    """Reads statistics.

    Args:
        counts: Whether a name is that of a body that counts.
        people: Whether words name people of a state ("1.2 million Algerians").
    """

    def __init__(self, counts: Callable[[str], bool], people: Callable[[str], bool]) -> None:
        self._people = people
        self._words: Tellings = tellings()
        self._counts = counts
        self._measures = MeasureReader(self._words)
        self._rates = RateReader(self._words)
        self._times = TimeReader(self._words)
        self._sources = SourceReader(self._words)
        self._strange = re.compile(rf"(?<![\w-]){any_of(self._words.strangers)}\b")
        self._beside = re.compile(
            rf"\b(?:{any_of(self._words.compared)}|as|of which|including|among them"
            rf"|{any_of((*self._words.rose, *self._words.fell))} (?:[a-z]+ly )?by)"
            rf" (?:the |that of |those of |a level of )?(?:{any_of(self._words.hedges)} )*$"
        )

    def read(self, sheet: Sheet) -> Iterator[Statistic]:
        """The statistics that sentences of a document tell."""
        mentions = tuple(m for m in sheet.mentions if isinstance(m, NUMBERED))
        # A change may be told by a word alone ("doubled"), but then with no level to check.
        numbers = [m.start for m in mentions if not isinstance(m, TimeMention)]
        times = [m.start for m in mentions if isinstance(m, TimeMention)]
        for span in sheet.sentences if numbers and times else ():
            if span.end - span.start > _LONGEST or not (_any(numbers, span) and _any(times, span)):
                continue
            if self._measures.tells(sheet.lower[span.start : span.end]):
                found = self._statistic(sheet, masked(sheet.text, span, mentions))
                if found is not None:
                    yield found

    def _statistic(self, sheet: Sheet, sentence: Masked) -> Statistic | None:
        # Only here a month is no "may".
        if self._strange.search(sentence.mask):
            return None
        source = self._sources.read(sentence)
        if source is not None and not self._counts(source.name):
            source = None
        if source is not None:
            sentence = sentence.silenced(source.span)
        measure = self._measures.read(sentence)
        if measure is None:
            return None
        rates = self._rates.read(sentence)
        bare = list(self._bare(sentence, measure))
        levels = list(self._levels(sentence)) or bare
        if bare and not measure.words.people:
            return None  # It is of what only a parse would tell.
        if len(levels) > 1 or len(rates) > 1 or not (levels or rates):
            return None
        if self._numbers_left(sentence, rates) or not all(self._fits(measure, n) for n in levels):
            return None
        rate = rates[0] if rates else None
        times = self._times.read(sentence, sheet.published, moved=rate is not None)
        if not times.clear:
            return None
        return Statistic(sentence, measure, levels[0] if levels else None, rate, times, source)

    def _bare(self, sentence: Masked, measure: Measure) -> Iterator[QuantityMention]:
        """Numbers without a noun, of what is measured: "tourists from Oman rose to 61,000"."""
        for found in _BARE.finditer(sentence.mask):
            value = float(found["digits"].replace(",", "")) * _SCALES[found["scale"] or ""]
            start, end = (sentence.span.start + place for place in found.span())
            if not self._beside.search(sentence.mask, 0, found.start()):
                yield QuantityMention(
                    start=start,
                    end=end,
                    text=sentence.text[found.start() : found.end()],
                    value=int(value) if value.is_integer() else value,
                    unit=f"{measure.words.name}s",
                )

    def _levels(self, sentence: Masked) -> Iterator[Level]:
        """Numbers that are no rate, nor what another is compared with or is part of."""
        for mention in sentence.mentions:
            if isinstance(mention, (MoneyMention, QuantityMention)):
                start = sentence.start_of(mention)
                silent = sentence.mask[start] == ";"
                if not silent and not self._beside.search(sentence.mask, 0, start):
                    yield mention

    def _fits(self, measure: Measure, level: Level) -> bool:
        """Whether a number can be one of a measure: students are neither a sum nor states."""
        words = measure.words
        if not words.units:
            return not words.name or isinstance(level, MoneyMention)
        if isinstance(level, MoneyMention):
            return False
        if level.unit == f"{words.name}s":
            return True
        noun = level.text.lower()
        people = words.people and self._people(level.text)
        return people or any(unit in noun for unit in words.units)

    def _numbers_left(self, sentence: Masked, rates: tuple[Rate, ...]) -> bool:
        """Whether a percentage is told that is no change: of what, only a parse would tell."""
        starts = {rate.start for rate in rates}
        return any(
            sentence.start_of(m) not in starts
            for m in sentence.mentions
            if isinstance(m, PercentMention) and sentence.mask[sentence.start_of(m)] != ";"
        )


def _any(starts: Sequence[int], span: Span) -> bool:
    """Whether one of some places, in order, lies in a sentence."""
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end

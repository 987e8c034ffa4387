"""Turns statistics that sentences tell into values that are compared across documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from communique.checks.observed import Observed, Period
from communique.checks.seen import Sheet
from communique.checks.series import Series
from communique.checks.stated import Interval, stated
from communique.checks.telling.reader import Statistic, StatisticReader
from communique.claims.slots.figure import Figure
from communique.model.claim import Change, Evidence, Party, When
from communique.model.mention import MoneyMention, PlaceMention, QuantityMention
from communique.model.record import ClaimRef, Node
from communique.model.terms import Direction, Indicator
from communique.vocab.tellings import tellings

_PERCENT = "percent"
_PAIR = 2
_GOODS = frozenset({Indicator.EXPORTS, Indicator.IMPORTS})
# Behind these words stands the other side of a statistic: without it the sentence tells half.
_LINKED = re.compile(r"\b(?:to|from|with|into) (?:the )?$")
_FROM = re.compile(r"\bfrom\b")
_MUTUAL = re.compile(r"\b(?:two (?:countries|states|nations|sides)|both|mutual|bilateral)\b")
_PEOPLE = frozenset({"tourist", "student", "refugee"})
_STOCKS = frozenset({"student", "refugee"})


class _Reading(NamedTuple):
    """A document, and what a sentence of it tells."""

    sheet: Sheet
    told: Statistic


@dataclass(frozen=True)
class Teller:
    """Reads the values that sentences of a document tell.

    Attributes:
        series: Tells sides, scopes and compilers.
        reader: Reads sentences.
    """

    series: Series
    reader: StatisticReader

    @classmethod
    def over(cls, series: Series) -> Teller:
        """One that reads as a series does."""
        return cls(series, StatisticReader(series.counts, lambda text: bool(series.sides_in(text))))

    def read(self, sheet: Sheet) -> Iterator[Observed]:
        """The values of a document."""
        for told in self.reader.read(sheet):
            found = self._observed(_Reading(sheet, told))
            if found is not None:
                yield found

    def _observed(self, reading: _Reading) -> Observed | None:
        told, facts = reading.told, reading.sheet.facts
        sides, entry = self._sides(reading), told.measure.words
        unit, places = self._unit(told), _places(reading)
        if not sides or not unit or told.times.period is None:
            return None
        # "They invested in Peru" names a side as the place.
        if not entry.name and {*places} - {*self.series.names(sides)}:
            return None
        scopes = self._scopes(reading)
        node = self._node(reading, sides)
        level = told.level
        return Observed(
            node=node,
            value=_figure(node).value,
            measure=entry.measure.value,
            subject=self._subject(told),
            strict=True,
            sides=sides,
            parties=self.series.names(sides),
            circle=self.series.circle(sides),
            whose=self._whose(told, sides),
            scopes=scopes,
            unit=unit,
            loose=isinstance(level, MoneyMention) and level.text.startswith("$"),
            level=None if level is None else stated(level.value, level.text, level.bound),
            rate=self._rate(told),
            period=told.times.period,
            base=told.times.base,
            flows=entry.name not in _STOCKS and level is not None and "stock" not in scopes,
            compiler=self._compiler(reading),
            voices=self.series.voices(facts),
            settled=self.series.is_settled(told.sentence.text),
            places=places,
        )

    def _rate(self, told: Statistic) -> Interval | None:
        return None if told.rate is None else told.rate.interval

    def _scopes(self, reading: _Reading) -> tuple[str, ...]:
        found = self.series.scoped(reading.told.sentence.words())
        if reading.told.measure.words.measure is Indicator.GDP and reading.told.level is None:
            found -= {"real"}  # Output is said to have grown in real terms.
        return tuple(sorted(found))

    def _subject(self, told: Statistic) -> tuple[str, ...]:
        name = told.measure.words.name
        own = self.series.subject(Indicator.OTHER, " ".join(told.measure.words.nouns))
        what = {*self.series.subject(Indicator.OTHER, told.measure.what)} - {*own}
        return tuple(sorted(what | {name} if name else what))

    def _unit(self, told: Statistic) -> str:
        level = told.level
        if level is None:
            return _PERCENT
        if isinstance(level, MoneyMention):
            return level.currency or ""
        name = told.measure.words.name
        return name if name in _PEOPLE else self.series.unit_of(level.unit)

    def _sides(self, reading: _Reading) -> tuple[str, ...]:
        """Whom a statistic is about: those named, and the side at home where one is missing."""
        told = reading.told
        sides = self.series.sides_in(told.sentence.words())
        entry = told.measure.words
        most = _PAIR if entry.between or entry.measure is Indicator.FDI else 1
        if len(sides) > most and not entry.name:
            return ()
        if entry.between and not sides and _MUTUAL.search(told.sentence.mask):
            return self._both(reading)
        if entry.measure is Indicator.FDI and sides and not _FROM.search(told.sentence.mask):
            return tuple(sorted(sides))
        if entry.name in _PEOPLE and not sides:
            return ()
        if len(sides) < most and (not sides or self._linked(told)):
            home = self._home(reading, sides)
            # Half of what lies between two sides is another statistic.
            if home is None or (not sides and self._linked(told)):
                return ()
            sides = (*sides, home)
        return tuple(sorted(sides))

    def _both(self, reading: _Reading) -> tuple[str, ...]:
        """The two sides that a document is about."""
        sides = {self.series.of_party(party) for party in reading.sheet.facts.subjects}
        return tuple(sorted(sides)) if len(sides) == _PAIR else ()

    def _linked(self, told: Statistic) -> bool:
        """Whether the words of the measure lead to another side: "exports to", "trade with"."""
        words = told.sentence.words()
        for side in re.finditer(r"\b[A-Z][\w.-]*", words):
            if _LINKED.search(words, 0, side.start()):
                return True
        return False

    def _home(self, reading: _Reading, sides: tuple[str, ...]) -> str | None:
        """The side whose source or publisher tells it, or that the document is about besides."""
        facts, source = reading.sheet.facts, reading.told.source
        subjects = tuple(dict.fromkeys(self.series.of_party(p) for p in facts.subjects))
        named = (
            self.series.sides_in(source.name) if source is not None else (),
            self.series.voices(facts),
            # A newsroom tells of others too; the side that it is named for only completes a pair.
            self.series.sides_in(facts.publisher or "") if sides else (),
            subjects if sides and len(subjects) <= _PAIR else (),
        )
        for found in named:
            left = [side for side in found if side not in sides]
            if len(left) == 1:
                return left[0]
        return None

    def _whose(self, told: Statistic, sides: tuple[str, ...]) -> str:
        """Whose exports or imports they are, or where those who travel come from."""
        entry, words = told.measure.words, told.sentence.words()
        if entry.name:
            return self._origin(told)
        if entry.measure not in _GOODS or len(sides) != _PAIR:
            return self.series.exporter(entry.measure, words) if entry.measure in _GOODS else ""
        link = r"from" if entry.measure is Indicator.IMPORTS else r"to|into"
        linked = self._behind(link, words)
        if linked in sides:
            return _other(sides, linked)
        linked = self._behind("to|into" if entry.measure is Indicator.IMPORTS else "from", words)
        if linked in sides:
            return linked
        first = self.series.sides_in(words)[:1]
        if tellings().receiving & {*re.findall(r"[a-z]+", words.lower())} and first:
            return _other(sides, first[0])
        return self.series.exporter(entry.measure, words) or (first[0] if first else "")

    def _behind(self, links: str, words: str) -> str:
        """The side that is named right behind one of some words."""
        for link in re.finditer(rf"\b(?:{links}) (?:the )?(?=[A-Z])", words):
            rest = words[link.end() : link.end() + 40]
            ends = re.search(r"[,;.()]| (?:in|was|were|to|from|by|at|rose|fell)\b", rest)
            found = self.series.sides_in(rest[: ends.start()] if ends else rest)
            if found:
                return found[0]
        return ""

    def _origin(self, told: Statistic) -> str:
        words = told.sentence.words()
        linked = self._behind("from", words)
        if linked:
            return linked
        before = told.sentence.text[max(0, told.measure.start - 20) : told.measure.end]
        counted = told.level.text if isinstance(told.level, QuantityMention) else ""
        found = self.series.sides_in(counted) or self.series.sides_in(before.split(",")[-1])
        return found[-1] if found else ""

    def _compiler(self, reading: _Reading) -> str:
        source = reading.told.source
        if source is not None:
            return self.series.plain_name(source.name)
        return self.series.published_by(reading.sheet.facts)

    def _node(self, reading: _Reading, sides: tuple[str, ...]) -> Node:
        """The claim of the sentence, as it is read here."""
        sheet, told = reading
        span = told.sentence.span
        claim = _claim(sheet, told, tuple(Party(name) for name in self.series.names(sides)))
        known = next(
            (c.id for c in sheet.claims_of(Figure) if _stands_in(c, span.start, span.end, claim)),
            "",
        )
        return Node(ClaimRef(sheet.key, known or f"at {span.start}"), claim, sheet.facts)


def _places(reading: _Reading) -> tuple[str, ...]:
    """Towns, ports and regions of a sentence: what is told of one is not told of its state."""
    sentence = reading.told.sentence
    found = reading.sheet.mentions_of(PlaceMention, sentence.span)
    return tuple(sorted({m.name for m in found if sentence.mask[sentence.start_of(m)] != ";"}))


def _stands_in(claim: Figure, start: int, end: int, read: Figure) -> bool:
    place = claim.evidence[0]
    return place.start < end and start < place.end and claim.value == read.value


def _claim(sheet: Sheet, told: Statistic, about: tuple[Party, ...]) -> Figure:
    level, rate, measure = told.level, told.rate, told.measure
    span = told.sentence.span
    change = None
    if rate is not None:
        down = rate.value < 0
        direction = Direction.DOWN if down else Direction.UP
        change = Change(abs(rate.value), _PERCENT, direction, _when(told.times.base))
    value = level.value if level is not None else rate.value if rate is not None else 0
    unit = _PERCENT
    if isinstance(level, MoneyMention):
        unit = level.currency or ""
    elif isinstance(level, QuantityMention):
        unit = level.unit
    return Figure(
        evidence=(Evidence.of(sheet.text, span.start, span.end),),
        indicator=measure.words.measure,
        label=_label(told),
        about=about,
        value=value,
        unit=unit,
        bound=None if level is None else level.bound,
        period=_when(told.times.period),
        change=change,
    )


def _label(told: Statistic) -> str:
    measure = told.measure
    named = told.sentence.text[measure.start : measure.end]
    return f"{measure.what.strip()} {named}".strip() if measure.what not in named else named


def _when(period: Period | None) -> When | None:
    return None if period is None else When(period.first, period.last, "")


def _other(sides: tuple[str, ...], one: str) -> str:
    return next((side for side in sides if side != one), "")


def _figure(node: Node) -> Figure:
    if not isinstance(node.claim, Figure):
        raise TypeError(f"{node.ref} is no figure")
    return node.claim

"""A figure as one value of a statistic: what checks of several documents compare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.checks.stated import Interval
from communique.model.claim import Evidence
from communique.model.record import Node
from communique.records.comparing.days import Days

_YEAR, _SOME_MONTHS = 365, 120


@dataclass(frozen=True, slots=True)
class Period(Days):
    """The days that a value is for; an open end is None."""

    @property
    def closed(self) -> bool:
        """Whether both ends are told."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int:
        """How long it is; nought where an end is open."""
        return self.length or 0

    @property
    def year(self) -> int | None:
        """The calendar year that it lies in; None where it lies in none."""
        if self.first is None or self.last is None or self.first.year != self.last.year:
            return None
        return self.first.year

    def inside(self, other: Period) -> bool:
        """Whether it is a part of another: some of its days, not all."""
        if not (self.first and self.last and other.first and other.last) or self == other:
            return False
        return other.first <= self.first and self.last <= other.last

    def before(self, years: int = 1) -> Period:
        """The same days of an earlier year."""
        return Period(_earlier(self.first, years), _earlier(self.last, years))


def _earlier(day: date | None, years: int) -> date | None:
    """The same day of an earlier year; the end of February stays its end."""
    if day is None:
        return None
    year = day.year - years
    if (day.month, day.day) not in {(2, 28), (2, 29)}:
        return day.replace(year=year)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, 2, 29 if leap else 28)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """A figure, read for comparison.

    Attributes:
        node: The claim with its document.
        value: The number.
        measure: What is measured, such as "exports"; of a rate, what moved.
        subject: Stems that tell it apart from others of the measure ("wheat").
        strict: Whether measure, subject and sides tell the series.
        sides: Whom it is about, by code.
        parties: The same, by name.
        circle: The same, regions that texts take for one another as one.
        whose: Whose exports or imports, where the label tells.
        scopes: Names of the scopes that it is told for ("services").
        unit: Currency, "percent" or the stems of the noun.
        loose: Whether the currency is but what a bare sign is taken for.
        level: What the number stands for; None of a rate.
        rate: By how many percent it moved, negative for a fall; None where none is told.
        period: The time it is for; None where none is told.
        base: The time it moved from; None where none is told.
        flows: Whether it adds up over time, as exports do and a population does not.
        compiler: Who counted it, in plain words; empty where the text does not tell.
        voices: Sides for which the document speaks.
        settled: Whether the text tells it as fact that stands, not as an estimate or revision.
        record: Id of the record.
        places: Towns, ports and regions that the words name.
    """

    node: Node
    value: int | float
    measure: str
    subject: tuple[str, ...]
    strict: bool
    sides: tuple[str, ...]
    parties: tuple[str, ...]
    circle: tuple[str, ...]
    whose: str
    scopes: tuple[str, ...]
    unit: str
    loose: bool
    level: Interval | None
    rate: Interval | None
    period: Period | None
    base: Period | None
    flows: bool
    compiler: str
    voices: tuple[str, ...]
    settled: bool
    record: str = ""
    places: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """Key of the document."""
        return self.node.ref.document

    @property
    def published(self) -> date | None:
        """Day of publication."""
        return self.node.document.published

    @property
    def over(self) -> bool:
        """Whether its period had ended when it was told: the number is for all of it."""
        last = None if self.period is None else self.period.last
        return last is not None and (self.published is None or last <= self.published)

    @property
    def based(self) -> Period | None:
        """The time it moved from; of a part of a year a year before, if none is told."""
        if self.base is not None or self.period is None:
            return self.base
        # Of months from January on, too, the same months of the year before are meant.
        first = self.period.first
        begun = first is not None and (first.month, first.day) == (1, 1)
        long = self.period.days >= (_SOME_MONTHS if begun else _YEAR)
        return self.period.before() if self.period.year is not None and long else None

    @property
    def key(self) -> str:
        """What it shares with all values that it may be compared with."""
        subject = "" if self.strict else " ".join(self.subject)
        return f"{self.measure}|{'+'.join(self.circle)}|{subject}"


def meet(one: Evidence, other: Evidence) -> bool:
    """Whether two quotes of one document overlap."""
    return one.start < other.end and other.start < one.end

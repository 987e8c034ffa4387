"""ARI101: a rate of growth that does not lead from the one level to the other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.checks.arithmetic.growing import Growth, Move, grows, moves
from communique.checks.arithmetic.passages import passages
from communique.checks.arithmetic.saying import of, percent, plain, told
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Quoted, Severity


class GrowthContradictsLevels(DocumentRule):
    """Two levels and the rate of growth between them are told, and no rounding makes them fit.

    Why it matters: one of the three is wrong, and whoever takes over the rate or a level carries
    the slip on; mostly it is a number of another year, or a misprint in one digit.

    What to do: look for the levels in a statistic or another document; correct the claim that is
    wrong, or silence the finding where the rate is of another sort (of volume, in another
    currency) and the text does not say so.

    Known limits: rates that are averages, of volume or in constant prices are passed over; levels
    and rate have to stand in one sentence or in two that follow each other.
    """

    code = "ARI101"
    name = "growth-contradicts-levels"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Trade between Oman and Peru went up from $42.5 billion in 2022 to $51.0 billion in"
                " 2023, thus registering a growth of 31 per cent.",
                date(2024, 3, 5),
            ),
        ),
        "From 42.5 to 51.0 billion is a growth of 20 per cent.",
    )
    quiet = Example(
        (
            Told(
                "Trade between Oman and Peru stood at $4.1 billion in 2023, up 31 % on 2018. A year"
                " earlier it had amounted to $4.6 billion.",
                date(2024, 3, 5),
            ),
        ),
        "The rate is against 2018, the other level is that of 2022.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for growth in grows(sheet.once(passages)):
            quotes = [_quote(sheet, growth)]
            if growth.holds:
                yield self.fits(_fitting(growth), quotes)
            else:
                yield self.found(_contradiction(growth), quotes)
        for moved in moves(sheet.once(passages)):
            span = moved.reading.span
            quotes = [sheet.quote(span.start, span.end)]
            if moved.holds:
                yield self.fits(_moved(moved), quotes)
            else:
                actual = abs(moved.level.value - moved.base.value)
                told_points = f"not {moved.points.value:g}"
                yield self.found(f"{_moved(moved)} is {actual:.3g} points, {told_points}", quotes)


def _quote(sheet: Sheet, growth: Growth) -> Quoted:
    span = growth.reading.span
    return sheet.quote(span.start, span.end)


def _told(growth: Growth) -> str:
    """Base and change: "72.9 billion at +26 %"."""
    if growth.rate is None:
        return f"{plain(growth.base.value)}, {growth.word},"
    return f"{plain(growth.base.value)} at {growth.sign}{abs(growth.rate.value):g} %"


def _moved(moved: Move) -> str:
    return f"from {told(moved.base)} to {told(moved.level)}"


def _contradiction(growth: Growth) -> str:
    level, base = growth.level, growth.base
    if growth.rate is None:
        times = level.value / base.value
        return f"from {plain(base.value)} to {told(level)} is {times:.2g} times, not {growth.word}"
    meant = base.value * (1 + growth.signed / 100)
    actual = percent(level.value / base.value - 1)
    return (
        f"{_told(growth)} gives {of(meant, level)}, not {plain(level.value)}:"
        f" the change between the two levels is {actual}"
    )


def _fitting(growth: Growth) -> str:
    return f"{_told(growth)} gives {told(growth.level)}"

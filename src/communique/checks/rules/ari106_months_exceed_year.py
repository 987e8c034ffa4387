"""ARI106: a part of a year with more than the whole year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from communique.checks.observed import Observed
from communique.checks.pairs import grouped, same_count
from communique.checks.rule import Example, Told
from communique.checks.series_rule import SeriesRule, quoted, records_of
from communique.checks.series_wording import name_of, time_of, told_amount
from communique.model.finding import Finding, Severity

_PART = Told(
    "In January-November 2023, Kenya's exports to Oman totalled 148 million US dollars.",
    date(2023, 12, 20),
    publisher="Example Wire",
)
# What is netted may be below nought in a part of the year.
_NETTED = frozenset({"fdi"})


class MonthsExceedYear(SeriesRule):
    """Some months of a year are told to have more than the whole year in another document.

    Why it matters: exports, arrivals and the like only add up, so one of the two numbers is wrong,
    or is of something else than it says.

    What to do: look for whose count each is; correct the claim with the wrong period or number, or
    silence the finding if the whole year was revised.

    Known limits: only what adds up over time is compared (trade, output, investment, arrivals), by
    one compiler and for one scope; direct investment, which may be netted, is a warning unless the
    text calls it gross.
    """

    code = "ARI106"
    name = "months-exceed-year"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            _PART,
            Told(
                "Kenya's exports to Oman amounted to 139 million US dollars in 2023.",
                date(2024, 2, 20),
                publisher="Example Wire",
            ),
        ),
        "Eleven months can't have more than the year they are of.",
    )
    quiet = Example(
        (
            _PART,
            Told(
                "Kenya's exports to Oman amounted to 139 million US dollars in 2022.",
                date(2024, 2, 20),
                publisher="Example Wire",
            ),
        ),
        "The months are of another year.",
    )

    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values that may be of one statistic."""
        flows = [o for o in told if o.level is not None and o.over and o.flows]
        for group in grouped(flows, lambda o: (o.unit, o.period and o.period.year)):
            seen: set[tuple[float, float]] = set()
            for part, whole in _nested(group):
                numbers = (part.value, whole.value)
                if numbers not in seen and self.background.series.same_statistic(part, whole):
                    found = self._compared(part, whole)
                    seen |= {numbers} if found else set()
                    yield from found

    def _compared(self, part: Observed, whole: Observed) -> list[Finding]:
        if not same_count(part, whole) or part.level is None or whole.level is None:
            return []
        quotes = [quoted(whole, "the whole"), quoted(part, "a part of it")]
        records = records_of(part, whole)
        head = f"{name_of(part)}: {told_amount(part)}{time_of(part.period)}"
        tail = f"{told_amount(whole)}{time_of(whole.period)}"
        if part.value <= whole.value:
            return [self.fits(f"{head}, no more than {tail}", quotes, records)]
        if part.level.low <= whole.level.high:
            return [self.fits(f"{head}, {tail}: no more, within rounding", quotes, records)]
        if not (part.settled and whole.settled):
            return [self.fits(f"{head}, before {tail} was settled", quotes, records)]
        found = self.found(f"{head} are more than {tail}", quotes, records=records)
        netted = part.measure in _NETTED and "gross" not in part.scopes
        return [replace(found, severity=Severity.WARNING) if netted else found]


def _nested(group: Sequence[Observed]) -> Iterator[tuple[Observed, Observed]]:
    """Values of a part of the time with those of the whole, told by different documents."""
    for part, whole in product(group, group):
        if part.period is None or whole.period is None or part.document == whole.document:
            continue
        if part.period.inside(whole.period):
            yield part, whole

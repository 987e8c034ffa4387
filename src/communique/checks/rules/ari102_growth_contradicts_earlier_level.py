"""ARI102: a level and its growth that do not follow from the level told elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from communique.checks.observed import Observed
from communique.checks.pairs import same_count, told_day
from communique.checks.rule import Example, Told
from communique.checks.series import Series
from communique.checks.series_rule import SeriesRule, quoted, records_of
from communique.checks.series_wording import name_of, span, time_of, told_amount, told_rate
from communique.checks.stated import Interval, exactly
from communique.model.finding import Finding, Severity

_NOW = Told(
    "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars, up 4 percent"
    " on 2022.",
    date(2024, 3, 1),
    publisher="Example Wire",
)
_FALL_TO_NOTHING = -99.0
# Output is told in money at current prices, and its growth at constant ones.
_REAL = frozenset({"gdp"})


class _Chain(NamedTuple):
    """A level, the rate at which it was reached, and the level it was reached from."""

    now: Observed
    rate: Observed
    before: Observed


class GrowthContradictsEarlierLevel(SeriesRule):
    """A level and its rate of growth do not follow from the earlier level in another document.

    Why it matters: one of the three numbers is wrong, or they are not of one statistic; a trend
    drawn through them misleads.

    What to do: look for whose count each is; correct the claim that is wrong, or silence the
    finding if the earlier level was revised since.

    Known limits: an error only where compiler and scope are the same and the text tells the time
    it compares with; else a warning. Levels of output in money are not compared with its growth,
    which is counted at constant prices, nor are estimates.
    """

    code = "ARI102"
    name = "growth-contradicts-earlier-level"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            _NOW,
            Told(
                "Trade between Oman and Kenya amounted to 548 million US dollars in 2022.",
                date(2023, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "612 million at +4 percent come from 588 million.",
    )
    quiet = Example(
        (
            _NOW,
            Told(
                "Trade between Oman and Kenya amounted to 588 million US dollars in 2022.",
                date(2023, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "588 million at +4 percent are 612 million.",
    )

    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values that may be of one statistic."""
        seen: set[tuple[float, Interval | None, float]] = set()
        for chain in self._chains(sorted(told, key=told_day)):
            numbers = (chain.now.value, chain.rate.rate, chain.before.value)
            if numbers not in seen:
                seen.add(numbers)
                yield self._compared(chain)

    def _chains(self, told: Sequence[Observed]) -> Iterator[_Chain]:
        series = self.background.series
        levels = [o for o in told if o.level is not None and o.over and o.measure not in _REAL]
        for rate in (o for o in told if o.rate is not None and o.based is not None and o.over):
            now = [o for o in levels if o.period == rate.period and _alike(series, o, rate)]
            before = [o for o in levels if o.period == rate.based and _alike(series, o, rate)]
            own = [o for o in now if o.node.ref == rate.node.ref]
            # What a document tells of both ends is left to the checks of one document.
            if any(o.document == rate.document for o in before):
                continue
            for one, other in product(own or now, before):
                if one.unit == other.unit:
                    yield _Chain(one, rate, other)

    def _compared(self, chain: _Chain) -> Finding:
        now, rate, before = chain
        implied = _implied(now, rate)
        quotes = [
            quoted(now, "the level"),
            quoted(before, "the level before"),
            *([] if rate.node.ref == now.node.ref else [quoted(rate, "the rate")]),
        ]
        message = (
            f"{name_of(now)}: {told_amount(now)}{time_of(now.period)} at {told_rate(rate)}"
            f" come from {span(implied, now)}{time_of(before.period)}"
        )
        records = records_of(now, rate, before)
        if before.level is None or implied.meets(before.level):
            return self.fits(f"{message}, as told: {told_amount(before)}", quotes, records)
        found = self.found(f"{message}, not from {told_amount(before)}", quotes, records=records)
        sure = rate.base is not None and bool(now.compiler) and now.compiler == before.compiler
        return replace(found, severity=Severity.ERROR) if sure else found


def _alike(series: Series, one: Observed, other: Observed) -> bool:
    settled = one.settled and other.settled
    return settled and series.same_statistic(one, other) and same_count(one, other)


def _implied(now: Observed, rate: Observed) -> Interval:
    """From where a level came at a rate."""
    if now.level is None or rate.rate is None:
        raise ValueError(f"{now.node.ref} has no level, or {rate.node.ref} no rate")
    percent = Interval(max(rate.rate.low, _FALL_TO_NOTHING), rate.rate.high)
    factor = exactly(1.0) + Interval(percent.low / 100, percent.high / 100)
    return now.level / factor

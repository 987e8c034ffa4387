"""ARI109: one value told a thousand or a million times as large elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from communique.checks.observed import Observed
from communique.checks.pairs import at_one_time, contrasted, grouped, thousands_apart
from communique.checks.rule import Example, Told
from communique.checks.series_rule import SeriesRule, quoted, records_of
from communique.checks.series_wording import name_of, time_of, told_amount
from communique.model.finding import Finding, Severity

_FIRST = Told(
    "Direct investment from Peru into Oman amounted to 5.4 billion US dollars in 2023.",
    date(2024, 3, 1),
    publisher="Example Wire",
)


class OffByAFactorOfThousand(SeriesRule):
    """Two documents tell one point of a statistic with numbers exactly 1,000 or 1,000,000 apart.

    Why it matters: million and billion are easily taken for one another, in translation most of
    all, and the wrong one enters tables unnoticed.

    What to do: look at the original statistic; correct the claim that has the wrong unit.

    Known limits: the digits must be the same; where a time is told it must be the same too, and
    where one document tells none both must have been published within a year.
    """

    code = "ARI109"
    name = "off-by-a-factor-of-thousand"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            _FIRST,
            Told(
                "In 2023, Peru's direct investment in Oman totalled 5.4 million US dollars.",
                date(2024, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "One of them has taken billions for millions.",
    )
    quiet = Example(
        (
            _FIRST,
            Told(
                "In 2023, Peru's direct investment in Oman totalled 5,400 million US dollars.",
                date(2024, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "5,400 million are 5.4 billion.",
    )

    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values that may be of one statistic."""
        series = self.background.series
        levels = [o for o in told if o.level is not None and o.value]
        for group in grouped(levels, lambda o: (o.unit, _digits(o.value))):
            for pairs in contrasted(group, lambda o: o.value):
                for one, other in pairs:
                    power = thousands_apart(one, other)
                    if power and at_one_time(one, other) and series.same_scope(one, other):
                        yield self.found(
                            f"{name_of(one)}{time_of(one.period or other.period)}:"
                            f" {told_amount(one)} and {told_amount(other)} are a factor of"
                            f" {1000**power:,} apart",
                            [quoted(one, "one value"), quoted(other, "another value")],
                            records=records_of(one, other),
                        )
                        break


def _digits(value: float) -> str:
    """The digits of a number without noughts at its ends."""
    return f"{value:.12e}".partition("e")[0]

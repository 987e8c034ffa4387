"""ARI111: two rates of growth for one statistic and period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from communique.checks.observed import Observed
from communique.checks.pairs import contrasted, grouped, same_count
from communique.checks.rule import Example, Told
from communique.checks.series_rule import SeriesRule, quoted, records_of
from communique.checks.series_wording import moved_name, time_of, told_rate
from communique.model.finding import Finding, Severity

_FIRST = Told(
    "Kenya's economy grew by 5.6 percent in 2023.", date(2024, 3, 1), publisher="Example Wire"
)


class GrowthContradictsGrowth(SeriesRule):
    """Two documents tell different rates at which one statistic moved, over the same time.

    Why it matters: only one of them can be right for one statistic, one period and one base;
    whoever quotes it should know that another was told.

    What to do: look for what each rate is of (volume or value, real or nominal terms) and against
    which time; correct the claim that reads it wrongly, or silence the finding if one was revised.

    Known limits: rates by different compilers, in real and in nominal terms, estimates and
    forecasts are shown side by side and contradict nobody. Of a quarter or a month, both documents
    must tell what they compare with; of a year the year before is meant.
    """

    code = "ARI111"
    name = "growth-contradicts-growth"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            _FIRST,
            Told(
                "In 2023, the GDP of Kenya increased by 4.9 percent.",
                date(2024, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "The economy can't have grown by 5.6 and by 4.9 percent in the same year.",
    )
    quiet = Example(
        (
            _FIRST,
            Told(
                "In 2022, the GDP of Kenya increased by 4.9 percent.",
                date(2024, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "The rates are of two years.",
    )

    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values that may be of one statistic."""
        series = self.background.series
        rates = [o for o in told if o.rate is not None and o.over and o.based is not None]
        for group in grouped(rates, lambda o: (o.period, o.based)):
            for pairs in contrasted(group, lambda o: o.rate):
                same = [p for p in pairs if _apart(*p) and series.same_statistic(*p)]
                like = [p for p in same if same_count(*p) and p[0].settled and p[1].settled]
                if not same:
                    continue
                one, other = (like or same)[0]
                message = (
                    f"{moved_name(one)}{time_of(one.period)}: {told_rate(one)} and"
                    f" {told_rate(other)}"
                )
                quotes = [quoted(one, "one rate"), quoted(other, "another rate")]
                if like:
                    yield self.found(
                        f"{message} can't both be", quotes, records=records_of(one, other)
                    )
                else:
                    yield self.fits(f"{message} are of two counts", quotes, records_of(one, other))


def _apart(one: Observed, other: Observed) -> bool:
    return one.rate is not None and other.rate is not None and not one.rate.meets(other.rate)

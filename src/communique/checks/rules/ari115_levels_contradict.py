"""ARI115: two values for one point of a statistic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from communique.checks.observed import Observed
from communique.checks.pairs import at_one_time, contrasted, grouped, same_count, thousands_apart
from communique.checks.rule import Example, Told
from communique.checks.series_rule import SeriesRule, quoted, records_of
from communique.checks.series_wording import name_of, time_of, told_amount
from communique.model.finding import Finding, Quoted, Severity

# What is told without a time holds for about as long.
_MONTH = 31
_FIRST, _SECOND = (
    Told(
        "In 2023, trade turnover between Kenya and Oman reached 612 million US dollars.",
        date(2024, 3, 1),
        publisher="Example Wire",
    ),
    Told(
        "Trade between Oman and Kenya amounted to 548 million US dollars in 2023.",
        date(2024, 4, 9),
        publisher="Another Wire",
    ),
)


class LevelsContradict(SeriesRule):
    """Two documents tell values for one point of a statistic that can't both be, rounding aside.

    Why it matters: whoever quotes one of them does not see that the other was told too, and a
    growth computed from one to the other is wrong.

    What to do: look for whose count each is and of what; if they are of two compilers, or one of
    goods alone, correct the claim that leaves it out; if one was revised, silence the finding.

    Known limits: values of different compilers or scopes, those that the two sides of a statistic
    each tell themselves, estimates and forecasts are no contradiction: they are shown side by side.
    Where a document tells both values the difference is taken as explained. Values a factor of a
    thousand apart are ARI109.
    """

    code = "ARI115"
    name = "levels-contradict"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example((_FIRST, _SECOND), "612 and 548 million can't both be the trade of 2023.")
    quiet = Example(
        (
            _FIRST,
            Told(
                "Trade between Oman and Kenya in goods and services amounted to 748 million US"
                " dollars in 2023.",
                date(2024, 4, 9),
                publisher="Another Wire",
            ),
        ),
        "The larger one counts services too.",
    )

    def judge(self, told: Sequence[Observed]) -> Iterable[Finding]:
        """What is to be said of values that may be of one statistic."""
        series = self.background.series
        levels = [o for o in told if o.level is not None and _dated(o)]
        for group in grouped(levels, lambda o: (o.unit, o.period)):
            for pairs in contrasted(group, lambda o: o.level):
                near = [p for p in pairs if at_one_time(*p, most=_MONTH)]
                apart = [p for p in near if _apart(*p) and not thousands_apart(*p)]
                same = [p for p in apart if series.same_statistic(*p)]
                like = [p for p in same if same_count(*p) and p[0].settled and p[1].settled]
                beside = same or [p for p in apart if series.wider_or_narrower(*p)]
                if like:
                    yield self.found(
                        *_told(*like[0], "can't both be"), records=records_of(*like[0])
                    )
                elif beside:
                    one, other = beside[0]
                    yield self.fits(*_told(one, other, _why(one, other)), records_of(one, other))


def _told(one: Observed, other: Observed, verdict: str) -> tuple[str, list[Quoted]]:
    values = f"{told_amount(one, other)} and {told_amount(other)}"
    message = f"{name_of(one)}{time_of(one.period)}: {values} {verdict}"
    return message, [quoted(one, "one value"), quoted(other, "another value")]


def _why(one: Observed, other: Observed) -> str:
    """Why two values that differ contradict nobody."""
    if one.sides != other.sides or one.scopes != other.scopes:
        return "are told of two scopes"
    if not (one.settled and other.settled):
        return "may both be, one of them being an estimate or of another scope"
    return "are two counts"


def _dated(one: Observed) -> bool:
    """Whether a value is for a time that is told and over, or for that of its publication."""
    if one.period is None:
        return one.strict and len(one.sides) > 1 and one.published is not None
    return one.over and one.period.closed


def _apart(one: Observed, other: Observed) -> bool:
    return one.level is not None and other.level is not None and not one.level.meets(other.level)

"""ARI107: what one gets or costs, how many there are, and a total that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.checks.arithmetic.passages import passages
from communique.checks.arithmetic.per_unit import Shared, shared_out
from communique.checks.arithmetic.saying import of, plain
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity


class PerUnitContradictsTotal(DocumentRule):
    """A figure per head, year or piece, the number of these, and their total do not fit.

    Why it matters: a figure per head is what readers compare; where it does not fit the total, one
    of the two was worked out from another number.

    What to do: compute the third from the two that another document confirms; correct the claim
    that is wrong, or silence the finding where the total covers other costs too.

    Known limits: the three have to stand in one sentence, or in two of which the second sums up
    ("that adds up to …"); an income per head also in one paragraph with the income and the number
    of inhabitants.
    """

    code = "ARI107"
    name = "per-unit-contradicts-total"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The ministry bought 20 buses at 300,000 dollars each, for a total of"
                " 8.5 million dollars.",
                date(2024, 3, 5),
            ),
        ),
        "20 buses at 300,000 dollars are 6 million dollars.",
    )
    quiet = Example(
        (
            Told(
                "The ministry bought 20 buses at 300,000 dollars each. The whole programme costs"
                " 8.5 million dollars.",
                date(2024, 3, 5),
            ),
        ),
        "The programme is more than the buses.",
    )

    def check(self, sheet: Sheet) -> Iterator[Finding]:
        """What is to be said of a document."""
        for passage in sheet.once(passages):
            for one in shared_out(passage):
                quotes = [sheet.quote(one.span.start, one.span.end)]
                if one.holds:
                    yield self.fits(_computed(one), quotes)
                else:
                    yield self.found(f"{_computed(one)}, not {plain(one.total.value)}", quotes)


def _computed(one: Shared) -> str:
    made = of(one.count.value * one.each.value, one.total)
    return f"{plain(one.count.value)} times {plain(one.each.value)} is {made}"

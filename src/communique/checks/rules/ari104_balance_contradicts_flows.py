"""ARI104: a surplus or deficit that is not the difference of the two flows."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from communique.checks.arithmetic.flows import Flow, Ledger, ledgers
from communique.checks.arithmetic.numbers import Number
from communique.checks.arithmetic.passages import passages
from communique.checks.arithmetic.saying import of, plain
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.stated import Interval
from communique.model.finding import Finding, Severity
from communique.model.mention import Bound


class BalanceContradictsFlows(DocumentRule):
    """A surplus, deficit or gap is told that is not the difference of the two flows told with it.

    Why it matters: the balance is what trade disputes are about, and a wrong digit in it, or in one
    of the flows, is passed on by everybody who cites it.

    What to do: look the two flows up in a statistic; correct the claim that is wrong, or silence
    the finding where the balance covers more than the two flows and the text does not say so.

    Known limits: the flows have to stand in the sentence of the balance or close by, one of each
    kind, in one currency; whose surplus it is is not looked at.
    """

    code = "ARI104"
    name = "balance-contradicts-flows"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Oman's exports to Peru amounted to $5.4 billion and its imports from Peru to"
                " $3.1 billion, leaving a surplus of $1.3 billion.",
                date(2024, 3, 5),
            ),
        ),
        "5.4 less 3.1 billion is a surplus of 2.3 billion.",
    )
    quiet = Example(
        (
            Told(
                "Oman's exports to Peru amounted to $5.4 billion and its imports from Peru to"
                " $3.1 billion; in services it had a surplus of $1.3 billion.",
                date(2024, 3, 5),
            ),
        ),
        "The surplus is that of services.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for passage in sheet.once(passages):
            for ledger in ledgers(passage, Flow.BALANCE):
                quotes = [sheet.quote(ledger.span.start, ledger.span.end)]
                if _difference(ledger).meets(_size(_made(ledger.made.number))):
                    yield self.fits(_computed(ledger), quotes)
                else:
                    made = plain(ledger.made.number.value)
                    yield self.found(f"{_computed(ledger)}, not {made}", quotes)


def _made(number: Number) -> Interval:
    """What a balance stands for; "about 300 million" may be 270 million."""
    if number.bound is not Bound.ABOUT or not number.value:
        return number.interval
    half = 10.0 ** math.floor(math.log10(abs(number.value))) / 2
    return Interval(number.value - half, number.value + half)


def _difference(ledger: Ledger) -> Interval:
    one, other = (labelled.number.interval for labelled in ledger.flows)
    return _size(one - other)


def _size(interval: Interval) -> Interval:
    """How far the numbers of an interval are from nought."""
    low, high = sorted((abs(interval.low), abs(interval.high)))
    return Interval(0 if interval.low <= 0 <= interval.high else low, high)


def _computed(ledger: Ledger) -> str:
    one, other = sorted((f.number for f in ledger.flows), key=lambda n: -n.value)
    difference = of(one.value - other.value, one)
    return f"{plain(one.value)} less {plain(other.value)} is {difference}"

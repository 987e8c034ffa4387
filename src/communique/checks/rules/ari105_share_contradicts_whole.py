"""ARI105: a share of a whole that is not the part told for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.checks.arithmetic.passages import passages
from communique.checks.arithmetic.saying import of, percent, plain, told
from communique.checks.arithmetic.shares import Share, shares
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity


class ShareContradictsWhole(DocumentRule):
    """A share of a whole is told with the part that it makes, and no rounding makes them fit.

    Why it matters: the share, the part or the whole is wrong, and each of them is cited alone.

    What to do: look for the numbers in another document; correct the claim that is wrong, or
    silence the finding where the share is of another whole than the one named beside it.

    Known limits: share, part and whole have to stand in one sentence, or the whole in the sentence
    before it; fractions in words ("a third") are taken widely.
    """

    code = "ARI105"
    name = "share-contradicts-whole"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Grain accounts for 30 percent of the total of 10.2 million tonnes, or 4.5 million"
                " tonnes.",
                date(2024, 3, 5),
            ),
        ),
        "30 percent of 10.2 million are about 3.1 million.",
    )
    quiet = Example(
        (
            Told(
                "Grain accounts for 30 percent of the total of 10.2 million tonnes. In the port of"
                " Sur it was 4.5 million tonnes.",
                date(2024, 3, 5),
            ),
        ),
        "The second quantity is that of one port.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for passage in sheet.once(passages):
            for one in shares(passage):
                quotes = [sheet.quote(one.span.start, one.span.end)]
                if one.holds:
                    yield self.fits(_fitting(one), quotes)
                else:
                    yield self.found(_contradiction(one), quotes)


def _fitting(one: Share) -> str:
    return f"{one.share.value:g} % of {plain(one.whole.value)} is {of(one.part.value, one.whole)}"


def _contradiction(one: Share) -> str:
    meant = of(one.whole.value * one.share.value / 100, one.whole)
    actual = percent(one.part.value / one.whole.value)
    return (
        f"{one.share.value:g} % of {plain(one.whole.value)} is {meant},"
        f" not {told(one.part)}, which is {actual}"
    )

"""ARI108: pledges or tranches that do not make up the total that is announced for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.checks.arithmetic.adding import fitting, parts_and_whole
from communique.checks.arithmetic.parts import completed, sums
from communique.checks.arithmetic.passages import passages
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity


class PledgesDoNotSum(DocumentRule):
    """Pledges, tranches or kinds of money are told with a total, and do not make it up.

    Why it matters: totals of pledges are what headlines tell; one that the pledges do not make up
    counts a pledge twice, or one that nobody gave.

    What to do: look for the givers' own announcements; correct the commitment that is wrong, or
    silence the finding where a giver is left out on purpose.

    Known limits: pledges that are introduced by "including" need not make up the total and are only
    reported where they exceed it; sums of people's making are taken as exact to two digits.
    """

    code = "ARI108"
    name = "pledges-do-not-sum"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "At the conference Oman pledged 20 million euros, Peru 15 million and Kenya"
                " 10 million, for a total of 55 million euros.",
                date(2024, 3, 5),
            ),
        ),
        "The three pledges make 45 million euros.",
    )
    quiet = Example(
        (
            Told(
                "At the conference Oman pledged 20 million euros and Peru 15 million, bringing the"
                " total to 55 million euros.",
                date(2024, 3, 5),
            ),
        ),
        "The total holds earlier pledges too.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for passage in sheet.once(passages):
            for one in (completed(one, sheet) for one in passage.once(sums) if one.pledged):
                quotes = [sheet.quote(one.span.start, one.span.end)]
                if one.holds and one.complete:
                    yield self.fits(fitting(one), quotes)
                elif not one.holds:
                    yield self.found(parts_and_whole(one), quotes)

"""ARI103: parts that do not make up the whole that the text gives for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.checks.arithmetic.adding import fitting, parts_and_whole, shares_told
from communique.checks.arithmetic.parts import sums
from communique.checks.arithmetic.passages import passages
from communique.checks.arithmetic.share_lists import shares_of_all, shares_with_rest
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity


class PartsDoNotSumToTotal(DocumentRule):
    """Parts are told that, in the text's own words, make up a whole, and they do not.

    Why it matters: a part is wrong, or missing, or the whole is; whoever takes over the numbers
    carries the gap on.

    What to do: look for the parts in another document; correct the claim that is wrong, or silence
    the finding where a part is left out on purpose.

    Known limits: parts that are introduced by "including" or "of which" need not make up the
    whole and are only reported where they exceed it; pledges and tranches are ARI108.
    """

    code = "ARI103"
    name = "parts-do-not-sum-to-total"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Total trade between Oman and Peru reached $421 million in 2023, made up of exports"
                " of $150.2 million and imports worth $207.7 million.",
                date(2024, 3, 5),
            ),
        ),
        "150.2 and 207.7 make 357.9 million.",
    )
    quiet = Example(
        (
            Told(
                "The delegation had 40 members, including 12 engineers and nine doctors.",
                date(2024, 3, 5),
            ),
        ),
        "The text does not say that the two groups are all.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for passage in sheet.once(passages):
            for one in passage.once(sums):
                if one.pledged or one.added:
                    continue
                quotes = [sheet.quote(one.span.start, one.span.end)]
                if one.holds:
                    yield self.fits(fitting(one), quotes)
                else:
                    yield self.found(parts_and_whole(one), quotes)
            for shares, whole, span in (*shares_with_rest(passage), *shares_of_all(passage)):
                quotes = [sheet.quote(span.start, span.end)]
                message = shares_told(shares)
                yield self.fits(message, quotes) if whole else self.found(message, quotes)

"""ARI113: two conversions in one document that imply different exchange rates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from communique.checks.arithmetic.conversions import Conversion, conversions
from communique.checks.arithmetic.saying import told
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.stated import Interval
from communique.model.finding import Finding, Quoted, Severity
from communique.model.mention import TimeMention

# Rates of one day differ by a few percent from bank to bank and from opening to close.
_DRIFT = 1.03
# No rate of the last years is off by so much; a slip of three noughts is.
_SLIP = 30.0
# Sums of other years were converted at other rates.
_DAYS = 200


class ConversionsDisagree(DocumentRule):
    """Two conversions imply exchange rates that differ, or one is off by a factor of a thousand.

    Why it matters: one of the two sums is wrong, and who reads only the currency that he knows
    takes over the wrong one.

    What to do: convert both sums at the rate of their day; correct the claim that is wrong, or
    silence the finding where the two sums were converted at rates of different times.

    Known limits: conversions of sums for which the text names different years are not compared; a
    single conversion is judged only between currencies of which rough rates are known.
    """

    code = "ARI113"
    name = "conversions-disagree"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Oman gives €100 million ($109 million) for the port. The road is to cost"
                " €40 million ($61.2 million).",
                date(2024, 3, 5),
            ),
        ),
        "The first sum was converted at 1.09, the second at 1.53 dollars for a euro.",
    )
    quiet = Example(
        (
            Told(
                "Oman gives €100 million ($109 million) for the port. The road is to cost"
                " €40 million ($43.7 million).",
                date(2024, 3, 5),
            ),
        ),
        "Both were converted at 1.09 dollars for a euro, as far as rounding tells.",
    )

    def check(self, sheet: Sheet) -> Iterator[Finding]:
        """What is to be said of a document."""
        by_pair: dict[tuple[str, str], list[Conversion]] = defaultdict(list)
        for conversion in conversions(sheet):
            if _slipped(conversion):
                yield self.found(_slip(conversion), [_quote(sheet, conversion)])
            else:
                by_pair[conversion.pair].append(conversion)
        for found in by_pair.values():
            yield from self._compared(sheet, found)

    def _compared(self, sheet: Sheet, found: Sequence[Conversion]) -> Iterator[Finding]:
        """What the conversions of one pair of currencies say of each other."""
        for index, later in enumerate(found):
            apart = [e for e in found[:index] if not _agree(later.rate, e.rate)]
            wrong = [e for e in apart if not _of_other_times(sheet, later, e)]
            for earlier in wrong[:1] or ([] if apart else found[: index and 1]):
                quotes = [_quote(sheet, later), _quote(sheet, earlier)]
                message = _rates(later, earlier)
                yield self.found(message, quotes) if wrong else self.fits(message, quotes)
            if wrong:
                return


def _quote(sheet: Sheet, conversion: Conversion) -> Quoted:
    return sheet.quote(conversion.span.start, conversion.span.end)


def _slipped(conversion: Conversion) -> bool:
    """Whether a rate is far from all that there were."""
    usual = conversion.usual
    if usual is None:
        return False
    near = Interval(usual.low / _SLIP, usual.high * _SLIP)
    return not near.meets(conversion.rate)


def _agree(one: Interval, other: Interval) -> bool:
    return Interval(one.low / _DRIFT, one.high * _DRIFT).meets(other)


def _of_other_times(sheet: Sheet, later: Conversion, earlier: Conversion) -> bool:
    """Whether the sentences of two conversions tell days that lie far apart."""
    days = [_day(sheet, conversion) for conversion in (later, earlier)]
    (one, other) = (day or sheet.published for day in days)
    if one is None or other is None:
        return days[0] != days[1]
    return abs((one - other).days) > _DAYS


def _day(sheet: Sheet, conversion: Conversion) -> date | None:
    """The first day that the sentence of a conversion tells."""
    sentence = sheet.sentence_at(conversion.span.start)
    told_days = sheet.mentions_of(TimeMention, sentence) if sentence else ()
    return next((mention.first for mention in told_days if mention.first), None)


def _slip(conversion: Conversion) -> str:
    rate = _rate(conversion)
    return f"{told(conversion.one)} can't be {told(conversion.other)}: that is {rate}"


def _rates(later: Conversion, earlier: Conversion) -> str:
    return f"one conversion is at {_rate(later)}, the other at {earlier.nominal:.4g}"


def _rate(conversion: Conversion) -> str:
    one, other = conversion.pair
    return f"{conversion.nominal:.4g} {other} for 1 {one}"

"""CAL204: an anniversary that does not fit the year from which it is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from communique.checks.ages import AgeReader
from communique.checks.anniversaries import Anniversary, AnniversaryReader, falls_in
from communique.checks.background import Background
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.finding import Finding, Severity
from communique.vocab.foundings import foundings

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
#: Multiples of so many years are spoken of a year before, as in "celebrating 250 years of".
_JUBILEE = 5
#: Up to this month a text may speak of an anniversary of the year before without saying so.
_LOOKS_BACK = 2


class AnniversaryContradictsFounding(DocumentRule):
    """An anniversary is named that does not fall in the year spoken of.

    It is counted from the years in the table of foundings: independence of states, diplomatic
    relations of well known pairs, organisations and treaties. The year spoken of is that of
    publication, or one that the sentence names, or the next or last one where the words say so.

    Why it matters: the number, the year or the thing that is celebrated is wrong; such slips are
    copied from last year's speech.

    What to do: count from the founding; see whether the text means another event.

    Known limits: only what the table knows is judged, and only where the text makes clear whose
    independence or relations are meant; what is celebrated in more than one year fits if it fits
    one of them.
    """

    code = "CAL204"
    name = "anniversary-contradicts-founding"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "Kenya marked the 58th anniversary of its independence with a parade in Nairobi.",
                date(2024, 12, 13),
            ),
        ),
        "Kenya became independent in 1963: in 2024 it was the 61st.",
    )
    quiet = Example(
        (
            Told(
                "Kenya marked the 61st anniversary of its independence with a parade in Nairobi.",
                date(2024, 12, 13),
            ),
        ),
        "1963 and 61 years make 2024.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        known = foundings()
        self._readers = (AnniversaryReader(known), AgeReader(known))
        self._ahead = re.compile(rf"\b(?:{'|'.join(known.ahead)})", re.I)
        self._behind = re.compile(rf"\b(?:{'|'.join(known.behind)})", re.I)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for told in (t for reader in self._readers for t in reader.anniversaries(sheet)):
            spoken_of = self._years_spoken_of(sheet, told)
            if not spoken_of:
                continue
            falls = falls_in(told.years, told.count)
            since = " or ".join(map(str, told.years))
            which = f"anniversary {told.count} of {told.thing} ({since})"
            words = [sheet.quote(told.start, told.end)]
            if set(falls) & set(spoken_of):
                yield self.fits(f"{which} falls in {' or '.join(map(str, falls))}", words)
            else:
                right = " or ".join(map(str, falls))
                yield self.found(f"{which} falls in {right}, not in {spoken_of[0]}", words)

    def _years_spoken_of(self, sheet: Sheet, told: Anniversary) -> list[int]:
        """The years in which the anniversary may fall by the words, the likeliest first."""
        words = sheet.text[told.sentence.start : told.sentence.end]
        named = [int(year[0]) for year in _YEAR.finditer(words) if int(year[0]) not in told.years]
        if sheet.published is None:
            return named
        now = sheet.published.year
        years = [*named, now]
        jubilee = not told.ordinal and told.count % _JUBILEE == 0
        if jubilee or self._ahead.search(words):
            years.append(now + 1)
        if sheet.published.month <= _LOOKS_BACK or self._behind.search(words):
            years.append(now - 1)
        return years

"""CAL203: past tense for a day to come, or future tense for a day that was over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.days import stated_day, states_year, years_at
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.tenses import TenseReader
from communique.checks.tenses import Told as Tense
from communique.model import spelled
from communique.model.document import RegionKind
from communique.model.finding import Finding, Severity
from communique.model.mention import TimeMention
from communique.vocab.tenses import tenses

#: What is told as done may bear the date of a place where it is tomorrow already, in days.
_AHEAD = 1
#: A text may have been published some days after it was written.
_BEHIND = 3
#: A day without a year is taken to be near publication only within so many days.
_NEAR = 60


class TenseContradictsPublication(DocumentRule):
    """An act is told as done on a day after publication, or as to come on a day before it.

    A day without a year is a warning only, and only within two months of publication.

    Why it matters: the date is wrong, often by a year or a month, or the text is older, or younger,
    than its date of publication, and what else it tells is filed under the wrong day.

    What to do: look for the day in another account; set the right date of publication if that is
    what is wrong.

    Known limits: only wording in which the verb stands beside the day is read; a day after
    publication and three days before it are left open, and so are quotations and what is retold.
    """

    code = "CAL203"
    name = "tense-contradicts-publication"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The Foreign Ministers of Oman and Peru met in Muscat on 14 September 2024.",
                date(2024, 5, 16),
            ),
        ),
        "The text was published four months before the meeting that it tells as past.",
    )
    quiet = Example(
        (
            Told(
                "The Foreign Ministers of Oman and Peru will meet in Muscat on 14 September 2024.",
                date(2024, 5, 16),
            ),
        ),
        "The meeting was still to come.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._reader = TenseReader(tenses())

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        if sheet.published is None:
            return
        apart = [r.span for r in sheet.regions if r.kind is RegionKind.QUOTATION]
        for mention in sheet.mentions_of(TimeMention):
            day = stated_day(mention)
            if day is None or not _is_off(day, sheet.published):
                continue
            if any(s.start <= mention.start < s.end for s in apart):
                continue
            yield from self._judged(sheet, mention, day, sheet.published)

    def _judged(
        self, sheet: Sheet, mention: TimeMention, day: date, published: date
    ) -> Iterable[Finding]:
        certain = states_year(mention)
        if not certain and (
            abs((day - published).days) > _NEAR or _is_history(sheet, mention, day)
        ):
            return
        sentence = sheet.sentence_at(mention.start)
        verb = sentence and self._reader.verb_of(sheet.text, sentence, mention.start, mention.end)
        if not verb or (verb.told is Tense.DONE) != (day > published):
            return
        if _written(sheet, day, published):
            return
        told = "told as done" if verb.told is Tense.DONE else "told as to come"
        side = "after" if day > published else "before"
        words = sheet.quote(min(verb.start, mention.start), max(verb.end, mention.end))
        found = self.found(
            f"{spelled.day(day)} is {told},"
            f" but lies {side} publication on {spelled.day(published)}",
            [words],
        )
        yield found if certain else replace(found, severity=Severity.WARNING)


def _is_off(day: date, published: date) -> bool:
    """Whether a day is well ahead of, or well behind, publication."""
    later, earlier = timedelta(days=_AHEAD), timedelta(days=_BEHIND)
    return day > published + later or day < published - earlier


def _is_history(sheet: Sheet, mention: TimeMention, day: date) -> bool:
    """Whether a day without a year may be of a year that the text names."""
    return any(year != day.year for year in years_at(sheet, mention.start))


def _written(sheet: Sheet, day: date, published: date) -> bool:
    """Whether the dateline shows that the text was written on the other side of a day."""
    lines = [r.span for r in sheet.regions if r.kind is RegionKind.DATELINE]
    for mention in sheet.mentions_of(TimeMention):
        own = stated_day(mention)
        if own and any(s.start <= mention.start < s.end for s in lines):
            return (own >= day) if day > published else (own <= day)
    return False

"""CAL201: a weekday beside a date that fell on another weekday."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.checks.days import WEEKDAYS, day_in, stated_day, states_year, years_at
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.model.mention import TimeMention

# Short forms only with a capital: "sat", "sun" and "wed" are words.
_NAME = (
    r"(?:(?i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
    r"|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUES?|WED|THU(?:RS?)?|FRI|SAT|SUN)"
)
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
# The weekday before the date ("Thursday, 1 July 2024", "Thu., July 1, 2024", "Thursday (1 July)",
# "Thursday evening, July 4") or behind it ("July 4 (Thursday)", "July 4, a Thursday");
# "Wednesdays" and "the Friday group" have no date beside them.
_BEFORE = re.compile(rf"\b(?P<day>{_NAME})\.?{_PART}(?:\s*[,(]|\s|,?\s+[-–—])\s*(?:the\s+)?$")
_INSIDE = re.compile(rf"^(?P<day>{_NAME})\b")
_BEHIND = re.compile(
    rf"^\s*\((?:(?:a|on)\s+)?(?P<day>{_NAME})\.?\)"
    rf"|^,?\s+(?:(?:which|that) (?:was|is|will be|falls on|fell on)\s+)?a (?P<other>{_NAME})\b"
)
# "Wednesday and Thursday, July 3 and July 4": the weekday stands beside the wrong date.
_SEVERAL_BEFORE = re.compile(rf"\b{_NAME}\.?\s*(?:,|and|or|&|/|-|–)\s*(?:on\s+)?$")
_SEVERAL_BEHIND = re.compile(r"^\s*(?:,|and|or|&|/|-|–)\s*(?:(?i:[A-Z]{3,9})\.?\s+)?\d{1,2}\b")
# "by the Julian calendar", "(Old Style)", "O.S."; before 1753 that was the calendar of many states.
_OLD_STYLE = re.compile(r"\bJulian\b|\bold style\b|\bold calendar\b|\bO\.S\.", re.I)
_GREGORIAN = 1753
#: A day without a year so near to publication, in days, is of the year that brings it nearest.
_NEAR = 75


@dataclass(frozen=True, slots=True)
class _Named:
    """A weekday at a date: its place, and its number as `date.weekday` counts."""

    start: int
    end: int
    number: int


class WeekdayContradictsDate(DocumentRule):
    """A weekday is named beside a date that fell on another weekday.

    The year of the date is the one that the words name or, for a date without one, the one that
    brings it nearest to publication.

    Why it matters: one of the two is wrong, and who files the event under the date may file it
    under the wrong one.

    What to do: look for another account of the event; correct the date of the claim, or silence the
    finding if the weekday is the slip.

    Known limits: a date without a year that is more than 75 days from publication is judged only if
    the weekday fits in none of the years around; nor is a date without a year judged whose weekday
    fits in another year that the paragraph names, or that is named last before it. The calendar is
    the Gregorian one; days of the Julian calendar are left open where the text names it.
    """

    code = "CAL201"
    name = "weekday-contradicts-date"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The agreement between Oman and Peru entered into force on Thursday, 1 July 2024.",
                date(2024, 7, 3),
            ),
        ),
        "1 July 2024 was a Monday.",
    )
    quiet = Example(
        (
            Told(
                "The agreement between Oman and Peru, signed on Thursday, entered into force on"
                " 1 July 2024.",
                date(2024, 7, 3),
            ),
        ),
        "The weekday belongs to the signing.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        for mention in sheet.mentions_of(TimeMention):
            stated = stated_day(mention)
            named = None if stated is None else _weekday_at(sheet.text, mention)
            if stated is None or named is None:
                continue
            day = _wrong_day(sheet, mention, stated, named.number)
            if day is not None and not _is_of_old_calendar(sheet, mention, day):
                words = sheet.quote(min(named.start, mention.start), max(named.end, mention.end))
                right, wrong = WEEKDAYS[day.weekday()], WEEKDAYS[named.number]
                yield self.found(
                    f"{spelled.day(day)} {_was(day, sheet)} a {right}, not a {wrong}", [words]
                )


def _was(day: date, sheet: Sheet) -> str:
    return "is" if sheet.published and day > sheet.published else "was"


def _wrong_day(sheet: Sheet, mention: TimeMention, stated: date, weekday: int) -> date | None:
    """The day that is meant, if it certainly fell on another weekday."""
    if states_year(mention):
        return stated if stated.weekday() != weekday else None
    published = sheet.published
    if published is None:
        return None
    around = range(published.year - 1, published.year + 2)
    days = [day for year in around if (day := day_in(year, stated)) is not None]
    nearest = min(days, key=lambda day: abs((day - published).days), default=None)
    if nearest is None or nearest.weekday() == weekday:
        return None
    others = [day_in(year, stated) for year in years_at(sheet, mention.start)]
    if abs((nearest - published).days) > _NEAR:
        others += days
    return None if any(day and day.weekday() == weekday for day in others) else nearest


def _is_of_old_calendar(sheet: Sheet, mention: TimeMention, day: date) -> bool:
    """Whether a day may be of the Julian calendar: of an early year, or where the text says so."""
    sentence = sheet.sentence_at(mention.start)
    words = sheet.text[sentence.start : sentence.end] if sentence else ""
    return day.year < _GREGORIAN or bool(_OLD_STYLE.search(words))


def _weekday_at(text: str, mention: TimeMention) -> _Named | None:
    """The weekday at a date."""
    inside = _INSIDE.search(mention.text)
    if inside:
        found = _named(inside, mention.start)
    elif before := _BEFORE.search(text, max(0, mention.start - 28), mention.start):
        found = _named(before)
    elif behind := _BEHIND.search(text[mention.end : mention.end + 40]):
        return _named(behind, mention.end)
    else:
        return None
    return None if _are_several(text, found.start, mention.end) else found


def _are_several(text: str, start: int, end: int) -> bool:
    """Whether several weekdays precede several dates, so that neighbours are no pairs."""
    return bool(
        _SEVERAL_BEFORE.search(text, max(0, start - 20), start)
        and _SEVERAL_BEHIND.search(text[end : end + 24])
    )


def _named(match: re.Match[str], offset: int = 0) -> _Named:
    group = "other" if match.groupdict().get("other") else "day"
    number = next(
        n for n, day in enumerate(WEEKDAYS) if day[:3].casefold() == match[group][:3].casefold()
    )
    return _Named(offset + match.start(group), offset + match.end(group), number)

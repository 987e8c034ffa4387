"""Days as texts state them, for rules of the calendar: which are exact, and how they are told."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from communique.checks.seen import Sheet
from communique.model.mention import TimeMention

#: Names of the days of the week, Monday first, as `date.weekday` counts them.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Names of the months, January first.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)

# A day is stated by more than a weekday: with its month ("1 July", "Sept. 3") or in figures.
_MONTH_BEGINS = "|".join(month[:3] for month in MONTHS)
_STATES_DAY = re.compile(
    rf"\b(?:{_MONTH_BEGINS})[a-z]*\b.*\d|\d.*\b(?:{_MONTH_BEGINS})[a-z]*\b"
    r"|\d{1,4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,4}",
    re.I | re.S,
)
_DAY_VALUES = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_FOUR_DIGITS = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# "July 18 last year" names its year as firmly as "July 18, 2024".
_YEAR_WORD = re.compile(r"\b(?:last|this|next|previous|current|same|that|the) year\b", re.I)


def stated_day(mention: TimeMention) -> date | None:
    """The day of a mention that states one by day and month, with or without a year."""
    days = stated_days(mention)
    return days[0] if days and days[0] == days[1] else None


def stated_days(mention: TimeMention) -> tuple[date, date] | None:
    """First and last day of a mention that states a day, or some days in a row."""
    if mention.first is None or mention.last is None or mention.approximate:
        return None
    if mention.type not in {"DATE", "TIME"} or not _states_day(mention.text):
        return None
    if mention.first != mention.last and not _DAY_VALUES.fullmatch(mention.value):
        return None
    return mention.first, mention.last


@lru_cache(maxsize=10_000)
def _states_day(words: str) -> bool:
    """Whether words tell a day by its month or in figures; few of them stand in many texts."""
    return _STATES_DAY.search(words) is not None


def states_year(mention: TimeMention) -> bool:
    """Whether a mention says its year, in figures or as "last year"."""
    return bool(_FOUR_DIGITS.search(mention.text) or _YEAR_WORD.search(mention.text))


def years_at(sheet: Sheet, offset: int) -> Iterator[int]:
    """Years in figures of which a text may be speaking at a code point.

    They are those of the paragraph, and the one that stands last before it: who tells a story of
    1908 names the year once.
    """
    paragraph = sheet.paragraph_at(offset)
    for year in _FOUR_DIGITS.finditer(sheet.text, paragraph.start, paragraph.end):
        yield int(year[0])
    for year in deque(_FOUR_DIGITS.finditer(sheet.text, 0, paragraph.start), maxlen=1):
        yield int(year[0])


def day_in(year: int, day: date) -> date | None:
    """The same day and month in another year; None for 29 February where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None

"""Full dates as datelines, page metadata and web addresses write them: strict, nothing is guessed.

The grammar of time expressions in running text is another package's; here only a date that is
complete by itself counts.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime

_MONTHS = tuple(calendar.month_name[number].lower() for number in range(1, 13))


def _month_group(name: str) -> str:
    """A group for a month's name, whole or cut to three letters or "sept"."""
    names = (rf"{month[:3]}(?:{month[3:]})?" if month[3:] else month for month in _MONTHS)
    return rf"(?P<{name}>{'|'.join(names)}|sept)\.?"


_WRITTEN = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}{_month_group('month')},?\s{{1,3}}"
    r"(?P<year>\d{4})\b"
    rf"|\b{_month_group('month2')}\s{{1,3}}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}"
    r"(?P<year2>\d{4})\b"
    r"|\b(?P<year3>\d{4})-(?P<month3>\d{2})-(?P<day3>\d{2})(?!\d)"
    r"|\b(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?P=sign)(?P<year4>\d{4})\b",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"[/_-](?P<year>(?:19|20)\d{2})[/_-]?(?P<month>0[1-9]|1[0-2])[/_-]?(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?=[/_.-]|$)"
)


def date_in(text: str) -> date | None:
    """The first full date in a short text, or None.

    Two numbers before a year are day and month if separated by full stops ("02.02.2024"), or where
    one of them exceeds 12; "02/03/2024" is ambiguous and counts for nothing.
    """
    for match in _WRITTEN.finditer(text):
        found = _date_of(match)
        if found is not None:
            return found
    return None


def date_in_address(address: str) -> date | None:
    """The date in the path of a web address, as in ".../2023/10/24/..." or "...-20231024.html"."""
    match = _IN_ADDRESS.search(address)
    if match is None:
        return None
    return _valid(int(match["year"]), int(match["month"]), int(match["day"]))


def iso_date(text: str) -> date | None:
    """The day of an ISO 8601 date or date and time, or None."""
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def _date_of(match: re.Match[str]) -> date | None:
    if match["day"]:
        return _valid(int(match["year"]), _month(match["month"]), int(match["day"]))
    if match["day2"]:
        return _valid(int(match["year2"]), _month(match["month2"]), int(match["day2"]))
    if match["day3"]:
        return _valid(int(match["year3"]), int(match["month3"]), int(match["day3"]))
    first, second, year = int(match["first"]), int(match["second"]), int(match["year4"])
    if match["sign"] == "." or first > 12:
        return _valid(year, second, first)
    return _valid(year, first, second) if second > 12 else None


def _month(name: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:3]))


def _valid(year: int, month: int, day: int) -> date | None:
    # Outside these years a number is no date of a communiqué.
    if not 1900 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None

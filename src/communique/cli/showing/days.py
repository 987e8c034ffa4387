"""Days, months and years as people type them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from communique.errors import BadOption

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def first_day(text: str | None, option: str) -> date | None:
    """The first day of a day, month or year; None for None.

    Raises:
        BadOption: It is none of them.
    """
    return None if text is None else _read(text, option)[0]


def last_day(text: str | None, option: str) -> date | None:
    """The last day of a day, month or year; None for None.

    Raises:
        BadOption: It is none of them.
    """
    return None if text is None else _read(text, option)[1]


def _read(text: str, option: str) -> tuple[date, date]:
    found = _DAY.fullmatch(text.strip())
    if found is None:
        raise _bad(text, option)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        first = date(year or 0, month, day or 1)
    except ValueError as error:
        raise _bad(text, option) from error
    if day is not None:
        return first, first
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _bad(text: str, option: str) -> BadOption:
    remedy = "write a day, month or year: 2024-05-02, 2024-05 or 2024"
    return BadOption(f"{option} {text}", "it is no date", remedy)

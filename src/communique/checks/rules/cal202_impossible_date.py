"""CAL202: a date that no calendar has."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from communique.checks.days import MONTHS, years_at
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.model.document import OUTSIDE_THE_ARTICLE
from communique.model.finding import Finding, Severity

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = (
    rf"(?P<month>(?:{'|'.join(m if m == 'May' else f'{m}|{m[:3]}' for m in MONTHS)}|Sept)\b\.?)"
)
# What may be a last day of a month, or one beyond: it is looked for first, what is around it then.
_LAST = re.compile(r"[3-9]\d|29")
_LAST_IN_WORDS = re.compile(r"thirty-first|thirtieth|twenty-ninth")
_LAST_DAYS = {"thirty-first": 31, "thirtieth": 30, "twenty-ninth": 29}
_ORDINAL = r"(?P<ordinal>(?:st|nd|rd|th)\b)?"
_YEAR = (
    r"(?P<whole>,?\s+(?:of\s+)?(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,]\d)|\s+(?P<ref>this year))?"
)
# "31 June 2024", "the 31st of June", "28-31 June": the last day of a range is the greatest.
_MONTH_BEHIND = re.compile(rf"{_ORDINAL}\s+(?:of\s+)?{_MONTH}{_YEAR}(?!\w)")
# "June 31", "Feb. 30, 2023", "June 28-31"; not "June, 31" (a name and an age), "June 31,000".
_MONTH_BEFORE = re.compile(
    rf"(?:\b(?P<head>\w+)\s+)?\b{_MONTH}\s+(?:the\s+)?"
    r"(?:\d\d?(?:st|nd|rd|th)?\s?(?:-|–|to|and)\s?)?$"
)
_YEAR_BEHIND = re.compile(
    rf"{_ORDINAL}(?![\w%]|[.,:/]\d|-\w){_YEAR}(?P<close>\s*[.,;:!?)\]]|\s*$)?", re.M
)
# The middle of a date in figures; what is around it is looked at then.
_MIDDLE = re.compile(r"[-./]\d\d?[-./]\d")
# "2024-06-31"; "31.06.2024", "06/31/2024". Not within a longer number or an address.
_FIGURES = re.compile(
    r"(?<![\w./:-])(?:(?P<y>(?:19|20)\d\d)(?P<s1>[-./])(?P<m>\d\d)(?P=s1)(?P<d>\d\d)"
    r"|(?P<a>\d\d?)(?P<s2>[-./])(?P<b>\d\d?)(?P=s2)(?P<z>(?:19|20)\d\d))(?![\w/:-]|\.\d)"
)
# A number that follows these, or a name, is no day: "Article 31 March", "COP 31 November 2026".
_LABEL = re.compile(
    r"(?:\b(?:nos?|vol|volume|issue|article|art|section|sec|rule|chapter|pages?|pp?|version|day|week"
    r"|table|figure|annex|part|item|paragraph|para|resolution|law|act|order|decree|serial|ref|tel"
    r"|phone|aged?|no)\.?\s*|№\s*|§\s*)(?:[\d.]+\s?[-–]\s?)?$",
    re.I,
)
_NAME_BEFORE = re.compile(r"\b[A-Z]\w*\s+$")
_GOES_BEFORE = re.compile(
    r"\b(?:On|By|From|To|Until|Till|Since|Between|And|Of|Before|After|The|Through|Dated|Effective"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+$"
)
_PART_OF_NUMBER = re.compile(r"(?:[\w.,/:$€£%]|\$ )$")
_BEFORE_A_DAY = re.compile(
    r"\b(?:on|by|from|to|until|till|since|between|and|of|before|after|through|dated|the)\s+$", re.I
)
#: Behind these a month stands alone, and the number after it may count something.
_BEFORE_A_MONTH = frozenset({"in", "during", "for", "last", "this", "next", "every", "each"})


@dataclass(frozen=True, slots=True)
class _Stated:
    """A date as it is written.

    Attributes:
        start: Its first code point.
        end: One past its last.
        day: Number of the day.
        month: Number of the month.
        year: The year, None where the words do not tell it.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None


class ImpossibleDate(DocumentRule):
    """A date is named that no calendar has, such as 31 June, 29 February 2023 or a day in month 13.

    Why it matters: the day meant is not known, and what was to be filed under it is filed under
    none.

    What to do: look for the date in another account of the same thing.

    Known limits: dates that have been misprinted into another existing day are not seen; 29
    February without a year is judged only if neither the year of publication nor those around it,
    nor a year named nearby, is a leap year. Two figures alone, as in "2/30", are no date.
    """

    code = "CAL202"
    name = "impossible-date"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "The memorandum between Oman and Peru was signed in Muscat on 31 June 2024.",
                date(2024, 7, 9),
            ),
        ),
        "June has 30 days.",
    )
    quiet = Example(
        (
            Told(
                "The memorandum between Oman and Peru was signed in Muscat on 29 February 2024.",
                date(2024, 7, 9),
            ),
        ),
        "2024 was a leap year.",
    )

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        outside = [r.span for r in sheet.regions if r.kind in OUTSIDE_THE_ARTICLE]
        for stated in _dates(sheet):
            why = _why_impossible(stated)
            if why and not any(o.start <= stated.start < o.end for o in outside):
                quote = sheet.quote(stated.start, stated.end)
                yield self.found(f"there is no {quote.exact}: {why}", [quote])


def _dates(sheet: Sheet) -> Iterator[_Stated]:
    """Dates that may be impossible, as they are written."""
    text = sheet.text
    for last in chain(_LAST.finditer(text), _LAST_IN_WORDS.finditer(text)):
        written = _with_month_behind(sheet, last) or _with_month_before(sheet, last)
        if written:
            yield written
    for middle in _MIDDLE.finditer(text):
        places = range(max(0, middle.start() - 4), middle.start())
        match = next(filter(None, (_FIGURES.match(text, at) for at in places)), None)
        if match and not _LABEL.search(text, max(0, match.start() - 16), match.start()):
            yield from _in_figures(match)


def _with_month_behind(sheet: Sheet, last: re.Match[str]) -> _Stated | None:
    """Such as "31 June 2024", unless the number belongs to a volume, a session or a name."""
    text, start = sheet.text, last.start()
    behind = _MONTH_BEHIND.match(text, last.end())
    before = text[max(0, start - 24) : start].rpartition("\n")[2]
    if behind is None or _PART_OF_NUMBER.search(before) or _LABEL.search(before):
        return None
    if _day(last) > max(_LENGTHS):
        if not (behind["year"] and _BEFORE_A_DAY.search(before)):
            return None
    elif _NAME_BEFORE.search(before) and not _GOES_BEFORE.search(before):
        return None
    return _stated(sheet, start, behind.end("whole"), last, behind["month"], behind)


def _with_month_before(sheet: Sheet, last: re.Match[str]) -> _Stated | None:
    """Such as "June 31", unless the number counts something: "in June 31 people came"."""
    text = sheet.text
    before = text[max(0, last.start() - 40) : last.start()]
    if not before[-1:].isspace() and before[-1:] not in {"-", "–"}:
        return None
    named, behind = _MONTH_BEFORE.search(before), _YEAR_BEHIND.match(text, last.end())
    if named is None or behind is None:
        return None
    head = (named["head"] or "").casefold()
    if _day(last) > max(_LENGTHS):
        certain = behind["year"] and _BEFORE_A_DAY.search(f"{head} ")
    else:
        plain = head and head not in _BEFORE_A_MONTH
        certain = plain or behind["year"] or behind["ordinal"] or (head and behind["close"])
    start = last.start() - len(before) + named.start("month")
    return (
        _stated(sheet, start, behind.end("whole"), last, named["month"], behind)
        if certain
        else None
    )


def _day(last: re.Match[str]) -> int:
    return _LAST_DAYS.get(last[0]) or int(last[0])


def _stated(
    sheet: Sheet, start: int, end: int, last: re.Match[str], month: str, words: re.Match[str]
) -> _Stated:
    """A date with the name of its month; `words` hold its year, if any, up to `end`."""
    ends = [
        last.end(),
        end,
        *(words.end(g) for g in ("ordinal", "month") if words.groupdict().get(g)),
    ]
    number = next(n for n, name in enumerate(MONTHS, 1) if name[:3] == month[:3])
    year = int(words["year"]) if words["year"] else None
    if words["ref"] and sheet.published:
        year = sheet.published.year
    day = _day(last)
    if (day, number, year) == (29, 2, None) and sheet.published:
        near = range(sheet.published.year - 1, sheet.published.year + 2)
        if not any(map(isleap, (*near, *years_at(sheet, start)))):
            year = sheet.published.year
    return _Stated(start, max(ends), day, number, year)


def _in_figures(match: re.Match[str]) -> Iterator[_Stated]:
    """A date in figures; one of unknown order only if it is impossible either way."""
    if match["y"]:
        yield _Stated(*match.span(), int(match["d"]), int(match["m"]), int(match["y"]))
        return
    one, two, year = int(match["a"]), int(match["b"]), int(match["z"])
    readings = [_Stated(*match.span(), day, month, year) for day, month in ((one, two), (two, one))]
    if all(_why_impossible(reading) for reading in readings):
        yield min(readings, key=lambda reading: (reading.month > len(MONTHS), reading.day))


def _why_impossible(stated: _Stated) -> str | None:
    """Why a date can't be; None for one that can."""
    if not 1 <= stated.month <= len(MONTHS):
        return f"there is no month {stated.month}"
    name, length = MONTHS[stated.month - 1], _LENGTHS[stated.month - 1]
    if stated.day > length:
        return f"{name} has {'at most ' if length == 29 else ''}{length} days"
    # Until 1923 some states still had the Julian calendar, in which 1900 was a leap year.
    leap = (
        stated.year is None or isleap(stated.year) or (stated.year < 1923 and stated.year % 4 == 0)
    )
    if (stated.day, stated.month) == (29, 2) and not leap:
        return f"{stated.year} is no leap year"
    return "there is no day 0" if stated.day == 0 else None

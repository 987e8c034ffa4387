"""Stretches of time that texts state by their ends, and lengths against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

from communique.checks.days import MONTHS, stated_days, states_year
from communique.checks.lengths import Length, counted
from communique.checks.seen import Sheet
from communique.model import spelled
from communique.model.mention import TimeMention
from communique.model.span import Span

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MONTH = re.compile(r"(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])")
_YEAR_RANGE = re.compile(r"((?:1[5-9]|20)\d\d)/((?:1[5-9]|20)\d\d)")
# Between the two ends, each a mention of its own: "from 3 May to 7 May", "began on 3 May and will
# end on 7 May".
_JOINS = re.compile(
    r"^,?\s*(?:to|until|till|through|[-–—]|and(?= )|"
    r"(?:and\s+)?(?:(?:will|is to|was to|are to|were to|is due to|was|were)\s+)?"
    r"(?:end|ends|ended|ending|close|closes|closed|conclude|concludes|concluded|finish\w*|complet\w+"
    r"|last\w* until|run\w* until|expire[sd]?|leav\w+|left|depart\w*|return\w*)"
    r"(?:\s+[A-Z]\w+)?(?:\s+(?:on|in))?)\s*$"
)
# "(arrives on 3 May) and is to fly home on 7 May", "(opens …), before it closes on 7 May":
# only behind words that tell a beginning.
_JOINS_BEGUN = re.compile(
    r"^(?:(?:[^.;:()\d]{0,40}\s)?(?:and|then|before|until|,)\s[^.;:()\d]{0,30}?\b"
    r"(?:(?:fl(?:y|ies|ew)|go(?:es)?|went|com(?:e|es)|came|head(?:s|ed)?|sail(?:s|ed)?|travel(?:s|led)?"
    r"|set(?:s)? (?:off|out)|start(?:s|ed)?) (?:back|home|homewards?)|end(?:s|ed)?|clos(?:e|es|ed)"
    r"|conclud(?:e|es|ed)|finish(?:es|ed)?|expir(?:e|es|ed)|laps(?:e|es|ed)|return(?:s|ed)?"
    r"|leav(?:e|es)|left|depart(?:s|ed)?|tak(?:e|es) off|took off|takes? (?:his|her|their) leave"
    r"|wind(?:s)? up|wound up|is over|was over|runs? out|ran out)\b[^.;:()\d]{0,25}?)\s*$"
)
_OPENS = re.compile(
    r"\b(?:from|between|(?:began|begins?|beginning|starts?|started|starting|opens?|opened|opening"
    r"|launched|commence[sd]?|arriv\w+|kick\w* off|runs?|ran|running|land(?:s|ed|ing)?"
    r"|touch\w* down|get(?:s|ting)? (?:there|under way|in)"
    r"|got (?:there|under way|in)|sets? out"
    r"|sets? (?:off|in)|gets? going|(?:flies|fly|flew) (?:in|out)"
    r"|enter(?:s|ed)? into force|takes? effect|took effect"
    r"|takes? (?:up )?office|took (?:up )?office)\b[^.;\d]{0,24}?)"
    r"(?:\s+(?:on|in))?\s+$",
    re.I,
)
_AND = re.compile(r"^,?\s*and\s*$")
#: How far, in days, months may be off that are counted from day to day.
_MONTH_SLACK = 3
#: How far, in months, years may be off that are counted from month to month.
_YEAR_SLACK = 6


class Grain(Enum):
    """In what the ends of a stretch are told."""

    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time.

    Attributes:
        first: Its first day.
        last: Its last day.
        start: First code point of the words that state its ends.
        end: One past their last.
        grain: In what its ends are told.
    """

    first: date
    last: date
    start: int
    end: int
    grain: Grain


def is_whole(sheet: Sheet, stretch: Stretch, sentence: Span) -> bool:
    """Whether words say that something lasts from a day to another, as no leg of a tour does."""
    start = max(sentence.start, stretch.start - 40)
    return bool(_OPENS.search(sheet.text, start, stretch.start))


def stretches(sheet: Sheet, sentence: Span) -> Iterator[Stretch]:
    """Stretches of time that a sentence states by their ends."""
    mentions = sheet.mentions_of(TimeMention, sentence)
    dates = [m for m in mentions if m.type == "DATE" and m.first and m.last]
    for mention in dates:
        if "/" in mention.value:
            yield from _of_one(mention)
    for one, other in pairwise(dates):
        between = sheet.text[one.end : other.start]
        opened = _OPENS.search(sheet.text, max(sentence.start, one.start - 40), one.start)
        joined = _JOINS.search(between) or (opened and _JOINS_BEGUN.search(between))
        if joined and (opened or not _AND.search(between)):
            yield from _of_two(one, other)


def measured(length: Length, stretch: Stretch) -> tuple[str, int | None]:
    """What a stretch measures, told, and by how much a length misses it; None: not comparable."""
    if stretch.grain is Grain.YEARS:
        return _measured_in_years(length, stretch)
    if stretch.grain is Grain.MONTHS:
        return _measured_in_months(length, stretch)
    days = (stretch.last - stretch.first).days + 1
    told = f"from {spelled.day(stretch.first)} to {spelled.day(stretch.last)} are {days} days"
    if length.unit in "DW":
        return told, _days_off(length, days)
    due = counted(stretch.first, length) - timedelta(days=1)
    off = abs((stretch.last - due).days)
    return told, 0 if off <= _MONTH_SLACK else off


def _of_one(mention: TimeMention) -> Iterator[Stretch]:
    """A stretch that is one mention: "3 to 7 May", "2015-2024"."""
    days = stated_days(mention)
    years = _YEAR_RANGE.fullmatch(mention.value)
    if days:
        yield Stretch(*days, mention.start, mention.end, Grain.DAYS)
    elif years:
        first, last = date(int(years[1]), 1, 1), date(int(years[2]), 12, 31)
        yield Stretch(first, last, mention.start, mention.end, Grain.YEARS)


def _of_two(one: TimeMention, other: TimeMention) -> Iterator[Stretch]:
    """A stretch of which both ends are mentions."""
    first, last = stated_days(one), stated_days(other)
    if first and last and first[0] == first[1] and last[0] == last[1]:
        begin = first[0]
        if not states_year(one) and states_year(other):
            begin = begin.replace(
                year=last[0].year, day=min(begin.day, 28) if begin.month == 2 else begin.day
            )
        if begin < last[0]:
            yield Stretch(begin, last[0], one.start, other.end, Grain.DAYS)
        return
    for pattern, grain in ((_YEAR, Grain.YEARS), (_MONTH, Grain.MONTHS)):
        both = pattern.fullmatch(one.value) and pattern.fullmatch(other.value)
        stated = grain is Grain.YEARS or (states_year(one) and states_year(other))
        if both and stated and one.first and other.last and one.value < other.value:
            yield Stretch(one.first, other.last, one.start, other.end, grain)


def _measured_in_years(length: Length, stretch: Stretch) -> tuple[str, int | None]:
    years = stretch.last.year - stretch.first.year
    told = (
        f"from {stretch.first.year} to {stretch.last.year} are {years} years,"
        f" or {years + 1} counting both"
    )
    if length.unit != "Y":
        return told, None
    return told, min(abs(years - length.count), abs(years + 1 - length.count))


def _measured_in_months(length: Length, stretch: Stretch) -> tuple[str, int | None]:
    """Months may be counted with or without the first; of years, some more or less are usage."""
    months = 12 * (stretch.last.year - stretch.first.year) + stretch.last.month
    months -= stretch.first.month
    first, last = (f"{MONTHS[day.month - 1]} {day.year}" for day in (stretch.first, stretch.last))
    told = f"from {first} to {last} are {months + 1} months"
    if length.unit not in "MY":
        return told, None
    count = length.count * (12 if length.unit == "Y" else 1)
    off = min(abs(months - count), abs(months + 1 - count))
    return told, off if length.unit == "M" or off > _YEAR_SLACK else 0


def _days_off(length: Length, days: int) -> int:
    """By how many days a length in days or weeks misses some days, both ends counted."""
    if length.unit == "W":
        # Weeks may end on a Friday, or on the day on which they began.
        low, high = 7 * length.count - 2, 7 * length.count + 1
    else:
        # Of long terms it is open whether the first day counts.
        low, high = length.count, length.count + (length.count >= 14)
    return max(low - days, days - high, 0)

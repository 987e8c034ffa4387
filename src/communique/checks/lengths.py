"""Lengths of time as texts state them ("six months", "three-day"), and days counted by them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from communique.checks.seen import Sheet
from communique.model.mention import TimeMention
from communique.vocab.facts import ordinal_words

_VALUE = re.compile(r"P(\d{1,3})([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
# A length that is hedged, or counts something else, is not exact: "up to six months", "within 30
# days", "the next three years".
_HEDGED_BEFORE = re.compile(
    r"\b(?:within|up to|at least|at most|less than|more than|no later than|not later than"
    r"|no earlier than|not earlier than|minimum of|maximum of|about|around|nearly|almost|some|over"
    r"|roughly|approximately|every|each|under|first|last|past|next|another|additional|further|aged?"
    r"|least|than|or)\s+$",
    re.I,
)
_HEDGED_INSIDE = re.compile(
    r"\b(?:within|more|less|over|nearly|almost|about|last|past|next|previous|first|few|several|nights?)\b",
    re.I,
)
_HEDGED_AFTER = re.compile(
    r"^\s*(?:or (?:more|less|so)|at most|at least|(?:working|business) days?|old)\b", re.I
)
_LAST = re.compile(r"last\s+")
# "On the thirtieth day after", "the 30th day following".
_ORDINAL_DAY = re.compile(
    r"\b(?:on|from|with) the (?P<word>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) day"
    r"(?=\s+(?:after|following|from)\b)"
)
_MAY_LAST = re.compile(
    r"\b(?:will|would|shall|should|may|might|can|could|to|not|talks|consultations)\s+$"
)


@dataclass(frozen=True, slots=True)
class Length:
    """A stated length of time.

    Attributes:
        count: How many units.
        unit: D, W, M or Y.
        start: First code point.
        end: One past the last.
    """

    count: int
    unit: str
    start: int
    end: int

    @property
    def told(self) -> str:
        """As messages name it: "6 months"."""
        return f"{self.count} {_UNITS[self.unit]}{'' if self.count == 1 else 's'}"


def exact_length(sheet: Sheet, mention: TimeMention) -> Length | None:
    """The length that a mention states without hedging; None for all others."""
    value = _VALUE.fullmatch(mention.value)
    if mention.type != "DURATION" or mention.approximate or value is None:
        return None
    start = _start(sheet, mention)
    before = sheet.text[max(0, mention.start - 24) : mention.start]
    after = sheet.text[mention.end : mention.end + 16]
    if _HEDGED_BEFORE.search(before) or _HEDGED_INSIDE.search(sheet.text, start, mention.end):
        return None
    if _HEDGED_AFTER.search(after) or int(value[1]) == 0:
        return None
    return Length(int(value[1]), value[2], start, mention.end)


def ordinal_lengths(sheet: Sheet) -> list[Length]:
    """Terms that are told by the day that ends them: "on the thirtieth day after the deposit"."""
    if " day " not in sheet.text:
        return []
    ordinals = ordinal_words()
    found = []
    for match in _ORDINAL_DAY.finditer(sheet.text):
        word = match["word"].lower()
        count = ordinals.get(word) or int(re.sub(r"\D", "", word) or 0)
        if count:
            found.append(Length(int(count), "D", match.start("word"), match.end()))
    return found


def is_hedged(text: str, start: int) -> bool:
    """Whether a length that begins at an offset is hedged by the words before it."""
    return _HEDGED_BEFORE.search(text, max(0, start - 24), start) is not None


def _start(sheet: Sheet, mention: TimeMention) -> int:
    """Where the words of a length begin; "last" may be the verb: "it will last four days"."""
    verb = _LAST.match(mention.text)
    before = sheet.text[max(0, mention.start - 16) : mention.start]
    return mention.start + verb.end() if verb and _MAY_LAST.search(before) else mention.start


def counted(day: date, length: Length, times: int = 1) -> date:
    """The day a length after another; the last of the month where this is too short."""
    if length.unit in "DW":
        return day + timedelta(days=times * length.count * (7 if length.unit == "W" else 1))
    months = (
        day.year * 12 + day.month - 1 + times * length.count * (12 if length.unit == "Y" else 1)
    )
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

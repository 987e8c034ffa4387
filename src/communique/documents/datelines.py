"""Datelines: "ASTANA, 15 January 2024 —" before the first sentence, or a line of date and place."""

from __future__ import annotations

import re

from communique.documents.dates import date_in
from communique.documents.lines import Line
from communique.model.span import Span

# Long enough for "RIYADH, Rabi' al-Thani 27, 1445 H, corresponding to November 11, 2023 (PNS)".
_LONGEST = 120
_DASH = re.compile(r"\s*(?:--|[\u2013\u2014-])\s+")
_AGENCY = re.compile(r"\([A-Z][^()]{1,40}\)\s*$")
_PLACE = re.compile(
    r"[\"\u201c]?[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019 ./-]{2,40}(?=[,.(\s]|$)"
)
_CAPITALS_STOP = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019 /-]{2,30}\.\s+(?=[A-Z\"\u201c])"
)
_DATED_STOP = re.compile(r"[A-Z][^.()]{2,60}?,\s[^.()]{0,20}\b\d{4}\s*\.\s+(?=[A-Z\"\u201c])")
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY_AND_MONTH = re.compile(
    rf"\b(?:\d{{1,2}}\s+{_MONTHS}|{_MONTHS}\.?\s+\d{{1,2}})\b", re.IGNORECASE
)
_WORDS_AROUND_DATES = re.compile(
    r"\b(?:published|posted|updated|last|on|date|dated|released|issued|weekly|no|week|ending|all|news|"
    r"source|by|at|am|pm|gmt|utc|cet|est|ist|h|of)\b",
    re.IGNORECASE,
)


def opening_dateline(line: Line) -> Span | None:
    """The dateline at the start of a paragraph, with its dash or full stop, or None."""
    head = line.text[:_LONGEST]
    for match in _DASH.finditer(head):
        before = head[: match.start()]
        if _is_dateline(before) and line.text[match.end() :].strip():
            return Span(line.span.start, line.span.start + len(head[: match.end()].rstrip()))
        if not _may_go_on(before):
            break
    return _before_stop(line)


def _before_stop(line: Line) -> Span | None:
    """A dateline that ends in a full stop: "ANKARA, March 6, 2025." or "THE HAGUE."."""
    for pattern in (_DATED_STOP, _CAPITALS_STOP):
        match = pattern.match(line.text)
        if match is not None and _PLACE.match(line.text):
            return Span(line.span.start, line.span.start + len(match.group().rstrip()))
    return None


def is_date_line(line: Line) -> bool:
    """Whether a line holds a date and little else, as "22 May 2023, 09:40"."""
    if line.words > 14 or len(line.text) > _LONGEST:
        return False
    if date_in(line.text) is None and _DAY_AND_MONTH.search(line.text) is None:
        return False
    rest = re.sub(r"[\d:.,/|()\u00b7\u2013\u2014<>#-]+", " ", line.text)
    rest = re.sub(
        rf"\b(?:{_MONTHS}|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", " ", rest, flags=re.IGNORECASE
    )
    return len(_WORDS_AROUND_DATES.sub(" ", rest).split()) <= 4


def _is_dateline(before: str) -> bool:
    """Whether the words before a dash are place, date and agency."""
    if not before or not before[0].isupper() or before.rstrip().endswith((",", ";", ":")):
        return False
    if _AGENCY.search(before):
        return len(before.split()) <= 18
    place = _PLACE.match(before)
    if place is not None and len(before.split()) <= 12:
        return place.end() >= len(before) - 1 or _told_more(before[place.end() :])
    dated = date_in(before) is not None
    return dated and len(before.split()) <= 8 and before[-1:].isalnum()


def _told_more(rest: str) -> bool:
    """Whether what follows a place in capitals is a date, another place or an agency."""
    dated = _DAY_AND_MONTH.search(rest) is not None
    words = rest.replace(",", " ").replace(".", " ").split()
    return dated or all(word[:1].isupper() or word[:1] in "(" for word in words)


def _may_go_on(before: str) -> bool:
    """Whether a dash may be part of the dateline, so that another ends it."""
    return len(before.split()) <= 6 and "." not in before

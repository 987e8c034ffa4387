"""The date of a numbered gathering: which of those that its sentence tells is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.checks.seen import Sheet
from communique.model.mention import TimeMention
from communique.model.span import Span

# Before a date: it is a term or a limit of something else.
_LIMIT = re.compile(r"\b(?:by|until|till|through|before|after|since)\s+(?:the\s+)?$", re.I)
# "It was the third …", which sums up what was told before; "It was held on …", which goes on.
_SUMS_UP = re.compile(r"(?:It|This) (?:was|is|marked|marks)(?: already)? the $")
_GOES_ON = re.compile(
    r"(?:It|The [\w-]+(?: [\w-]+)?)"
    r" (?:was (?:held|convened|hosted)|took place|met|opened|convened)\b"
)
# A gathering from which something else is counted; and what parts it from the date of that.
_REFERRED_TO = re.compile(
    r"\b(?:since|after|before|following|ahead of|until|prior to)\b[^,;:.]{0,40}$", re.IGNORECASE
)
_APART = re.compile(r"[,;:]")
_ASIDE = re.compile(
    r"\b(?:that|which|who|whose|where|what)\b[^;:]{0,120}\b(?:at|during|in|of)\s+(?:the\s+)?$"
)
_AT = r"(?:at|during|in|on|by)\s+(?:the\s+(?:margins|sidelines)\s+of\s+)?(?:the\s+)?$"
# "Invests this year in an initiative announced at the first summit": what stands behind the verb
# dates the verb. At the beginning of a sentence the participle may be the verb itself.
_DONE_THERE = re.compile(
    r"\b(?:an?|the|its|their|our|this|these|those|several|many|all|[\w-]+s)"
    r"\s+(?:[\w-]+\s+){0,3}?(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )"
    r"(?:\w+ed|made|given|taken|set (?:up|out)|begun|put forward|signed)"
    rf"\s+{_AT}"
)
_OPENING = 16
# "The 2024 launch of the fund, announced by Peru at the second summit".
_ADDED = re.compile(
    rf",\s+(?:first\s+)?(?:\w+ed|made|begun|given)(?:\s+by\s+[^,;:.]{{2,60}}?)?\s+{_AT}"
)
# "At the third session Peru joined the fund, which now has …": the date is not that of the session,
# unless the clause says where or when that was held.
_OF_ANOTHER = re.compile(
    r"\w[^;:]*[,–—]\s*(?:which|who|whose|where)\b"
    r"(?!\s+(?:was|were|is|are|took|will|had been|has been|met)\b[^,;:]{0,12}"
    r"\b(?:held|hosted|convened|place|organi[sz]ed|opened|concluded|met|in|on|at|be)\b)"
)


def when_held(
    sheet: Sheet, sentence: Span, span: Span, number: re.Pattern[str]
) -> TimeMention | None:
    """The date of a gathering: behind its name and before the next number, or the only one.

    Where its sentence has none, that of the next which goes on with it ("It was held on …"), or
    of the one before, which it sums up ("It was the third …").
    """
    dates = _dates(sheet, sentence)
    others = [
        m.start()
        for m in number.finditer(sheet.text, sentence.start, sentence.end)
        if not span.start <= m.start() < span.end and not within(m.start(), dates)
    ]
    following = next((other for other in others if other > span.end), sentence.end)
    dates = [m for m in dates if not _OF_ANOTHER.search(sheet.text, span.end, m.start)]
    behind = [m for m in dates if span.end <= m.start < following]
    if _REFERRED_TO.search(sheet.text, sentence.start, span.start):
        # What the sentence tells, and when, came after it, or before.
        own = (m for m in behind if not _APART.search(sheet.text, span.end, m.start))
        return next(own, None)
    if behind:
        return _closest(behind)
    before = [m for m in dates if m.end <= span.start]
    if len(before) == 1 and all(other > span.start for other in others):
        return None if _is_aside(sheet.text, sentence, before[0], span) else before[0]
    if not dates and not others:
        return _when_told_beside(sheet, sentence, span, number)
    return dates[0] if len(dates) == 1 and not others else None


def _when_told_beside(
    sheet: Sheet, sentence: Span, span: Span, number: re.Pattern[str]
) -> TimeMention | None:
    place = sheet.sentences.index(sentence)
    paragraph = sheet.paragraph_at(span.start)
    beside = [
        (_SUMS_UP.match(sheet.text, sentence.start, span.start), place - 1),
        (True, place + 1),
    ]
    for fits, index in beside:
        near = sheet.sentences[index] if 0 <= index < len(sheet.sentences) else None
        if not fits or near is None or not paragraph.start <= near.start < paragraph.end:
            continue
        if index > place and not _GOES_ON.match(sheet.text, near.start, near.end):
            continue
        dates = _dates(sheet, near)
        if len(dates) == 1 and not number.search(sheet.text, near.start, near.end):
            return dates[0]
    return None


def _is_aside(text: str, sentence: Span, when: TimeMention, span: Span) -> bool:
    """Whether a date before a gathering is of what a clause about something else tells.

    "In July they began what was launched at the first summit": the date is not the summit's.
    """
    if _ASIDE.search(text, when.end, span.start) or _ADDED.search(text, when.end, span.start):
        return True
    behind_verb = when.start - sentence.start > _OPENING
    return behind_verb and _DONE_THERE.search(text, when.end, span.start) is not None


def _dates(sheet: Sheet, sentence: Span) -> list[TimeMention]:
    """Dates of a sentence that are no terms or limits of something else."""
    return [
        m
        for m in sheet.mentions_of(TimeMention, sentence)
        if m.first is not None and m.last is not None and m.type in {"DATE", "TIME"}
        if not _LIMIT.search(sheet.text, sentence.start, m.start)
    ]


def _closest(dates: Sequence[TimeMention]) -> TimeMention:
    """The most exact of some dates, the first of equals."""
    return min(dates, key=lambda m: ((m.last - m.first).days if m.first and m.last else 0, m.start))


def within(offset: int, dates: Sequence[TimeMention]) -> bool:
    """Whether a code point stands in one of some dates."""
    return any(m.start <= offset < m.end for m in dates)

"""CAL211: a date that is not a stated term after the day from which the term is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from communique.checks.background import Background
from communique.checks.days import day_in, stated_day, states_year
from communique.checks.lengths import Length, counted, exact_length, ordinal_lengths
from communique.checks.rule import DocumentRule, Example, Told
from communique.checks.seen import Sheet
from communique.checks.stretches import Stretch, stretches
from communique.checks.wording import any_of
from communique.model import spelled
from communique.model.finding import Finding, Severity
from communique.model.mention import TimeMention
from communique.model.span import Span
from communique.vocab.terms import term_words

#: A term may be applied to days that stand this many sentences behind it.
_REACH = 3
#: The act from which a term is counted stands this close behind it, in code points.
_ACT = 40
#: Days that usage leaves open: whether the first or the last counts; weeks may end on a Friday.
_SLACK = {"D": 1, "W": 3, "M": 1, "Y": 1}
# Stages of the words, and those that the place of a day beside the term tells.
_UNKNOWN, _BEFORE, _NOTICE, _FORCE, _EXPIRY, _AFTER = -2, -1, 0, 1, 2, 9
# "six months after the deposit, on 3 May", "30 days later, on 5 May": the end of the term.
_AT_END = re.compile(
    r"^\s+(?:later|(?:after|following|from|since)\s[^,;:]{2,80}),?"
    r"(?:\s+(?:that is|i\.e\.|namely|thus|or|therefore|and so),?)?(?:\s+(?:on|from|by))?\s+$",
)
# "30 days after its publication, firms can use it from 5 May": what the term leads to, at its end.
_LEADS_TO = re.compile(
    r"^\s+(?:later|(?:after|following|from|since)\s[^,;:]{2,80}),"
    r"(?!.*\b(?:said|says|told|announced|reported|wrote|noted|signed|deposited|published)\b)"
    r"[^.;:\d]{0,70}\b(?:can|may|will|shall|must|is|are|appl(?:y|ies)|has to|have to|becomes?"
    r"|ceases?|begins?|starts?|ends?|expires?)\b[^.;:\d]{0,60}?"
    r"\b(?:from|on|as of|as from|until|by)\s+$"
)
# "valid for 90 days, thus until 30 June".
_UNTIL = re.compile(r"\b(?:until|till|through|up to|up until)\s+$")
# "30 days after its publication": the act is the one that was told, or that is told beside it.
_REFERS = re.compile(
    r"^\s+(?:after|from|following|upon|of)\s+(?:its|their|that|this|these|the|such)?\b"
)
# "six months after the deposit on 3 May": its start.
_AT_START = re.compile(
    r"^\s+(?:after|following|from|since|of|beyond)\s(?:[^,;:]{0,60}\s(?:on|of)\s+)?(?:the\s+)?$"
)
# Behind that start: its end ("on 3 May, that is on 3 November").
_NEXT = re.compile(
    r"^\)?,?(?:\s+(?:that is|i\.e\.|namely|thus|or|therefore|and so),?)?(?:\s+(?:on|from|by))?\s+$"
)
# "a 90-day pause", "for 30 days", "valid for a period of two years": what lasts.
_LASTS = re.compile(
    r"\|[\w-]+-(?:day|week|month|year)\b|\b(?:for|lasts|lasting|of)\s+(?:a period of\s+)?\|", re.I
)
# "expires after six months, on 3 May".
_AFTER_IT = re.compile(r"\bafter\s+$")
# What may change a term, and has not: "unless it is extended", "and may be renewed".
_CONDITION = re.compile(
    r",?\s*\b(?:unless|if (?:it|they) (?:is|are) not"
    r"|(?:(?:and|but|which|it)\s+)*(?:may|can|could) be"
    r"|(?:and |but )?(?:is |are )?(?:tacitly |automatically )?(?:renewable|extendable)"
    r"|with (?:an|the) (?:option|possibility))\b[^.;\d]*(?=[.;]|$)",
    re.I,
)
# A sentence that goes on with what the one before spoke of.
_GOES_ON = re.compile(
    r"^(?:It|They|The|This|Thus|Therefore|Hence|Accordingly|Consequently|So|As a result)\b"
)


@dataclass(frozen=True, slots=True)
class _Step:
    """A day, and the stage of what happens on it (`stages` of the words)."""

    day: date
    year: bool
    stage: int
    start: int
    end: int


class DateDoesNotFollowFromTerm(DocumentRule):
    """A term is stated, and the day on which it is said to be over is not so far from its start.

    The term is counted from an act ("six months after the deposit") or lasts from one day to
    another ("a 90-day pause"); the days stand in its sentence or in sentences right beside it.

    Why it matters: one of the two days, or the term, is wrong, and with it the day on which
    obligations begin or end.

    What to do: count, and look into the instrument for how the term is defined; correct the claim
    that has the wrong day.

    Known limits: a day more or less is a matter of counting and no alarm, nor is the first day of
    the month that follows; terms in working days, and terms that were prolonged, are not judged.
    """

    code = "CAL211"
    name = "date-does-not-follow-from-term"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = Example(
        (
            Told(
                "A withdrawal takes effect six months after the notice has reached the depositary."
                " Oman deposited its own on 3 May 2024 and will cease to be bound on 3 October"
                " 2024.",
                date(2024, 7, 9),
            ),
        ),
        "Six months after 3 May 2024 is 3 November 2024.",
    )
    quiet = Example(
        (
            Told(
                "A withdrawal takes effect six months after the notice has reached the depositary."
                " Oman deposited its own on 3 May 2024 and will cease to be bound on 3 November"
                " 2024.",
                date(2024, 7, 9),
            ),
        ),
        "That is six months.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        words = term_words()
        self._counted = re.compile(rf"^\s+(?:{'|'.join(words.counted)})\b", re.I)
        self._otherwise = _any(words.otherwise)
        self._stages = tuple(_any(stage) for stage in words.stages)

    def check(self, sheet: Sheet) -> Iterable[Finding]:
        """What is to be said of a document."""
        mentions = sheet.mentions_of(TimeMention)
        lengths = [length for m in mentions if (length := exact_length(sheet, m))]
        lengths = sorted((*lengths, *ordinal_lengths(sheet)), key=lambda one: one.start)
        seen: set[int] = set()
        for length in lengths:
            for end, starts in self._ends(sheet, length, lengths):
                if end.start not in seen:
                    seen.add(end.start)
                    yield from self._judged(sheet, length, end, starts)

    def _ends(
        self, sheet: Sheet, length: Length, lengths: list[Length]
    ) -> Iterator[tuple[_Step, list[_Step]]]:
        """Days on which a term may be over, each with those from which it may be counted."""
        counts = bool(
            self._counted.search(sheet.text[length.end : length.end + 24])
            or _AFTER_IT.search(sheet.text, max(0, length.start - 8), length.start)
        )
        if not counts and not _LASTS.search(_around(sheet, length)):
            return
        before: list[_Step] = []
        for sentence in _beside(sheet, length) if counts else _own(sheet, length):
            others = [
                o for o in lengths if o != length and sentence.start <= o.start < sentence.end
            ]
            words = sheet.text[sentence.start : sentence.end]
            if others or self._otherwise.search(_CONDITION.sub("", words)):
                return
            steps = self._steps(sheet, sentence, length)
            # "Took effect on 1 June for 30 days and expires on 15 July": the term is of the range.
            ranges = [r for r in stretches(sheet, sentence) if not r.start < length.start < r.end]
            for end in steps:
                starts = [s for s in steps if _leads(s, end) and not _is_range(ranges, s, end)]
                if not counts:
                    starts = [s for s in starts if s.stage != _EXPIRY and s.start < end.start]
                goes_on = _GOES_ON.search(words) or self._refers(sheet, sentence, length)
                if not starts and len(steps) == len(before) == 1 and goes_on:
                    starts = [step for step in before if _leads(step, end)]
                if starts and end.stage >= (_FORCE if counts else _EXPIRY):
                    yield end, starts
            before = steps

    def _refers(self, sheet: Sheet, sentence: Span, length: Length) -> bool:
        """Whether the act from which a sentence counts is one that may have been told before it."""
        inside = sentence.start <= length.start < sentence.end
        behind = sheet.text[length.end : min(sentence.end, length.end + _ACT)]
        refers = _REFERS.match(behind) if inside else None
        return refers is not None and self._stages[0].search(behind) is not None

    def _judged(
        self, sheet: Sheet, length: Length, end: _Step, starts: list[_Step]
    ) -> Iterator[Finding]:
        start = next((s for s in starts if _is_due(s, length, end)), starts[-1])
        due = counted(start.day, length)
        quotes = [
            sheet.quote(end.start, end.end, "stated end"),
            sheet.quote(length.start, length.end, "term", subject=False),
            sheet.quote(start.start, start.end, "start", subject=False),
        ]
        told = f"{length.told} after {spelled.day(start.day)} is {spelled.day(due)}"
        if _is_due(start, length, end):
            yield self.fits(told, quotes)
        elif end.day != _first_of_next_month(due):
            yield self.found(f"{told}, not {spelled.day(end.day)}", quotes)

    def _steps(self, sheet: Sheet, sentence: Span, length: Length) -> list[_Step]:
        """The days of a sentence, each with the stage that is told nearest before it, or behind."""
        days = [(m, d) for m in sheet.mentions_of(TimeMention, sentence) if (d := stated_day(m))]
        steps: list[_Step] = []
        floor = sentence.start
        for at, (mention, day) in enumerate(days):
            ceiling = days[at + 1][0].start if at + 1 < len(days) else sentence.end
            stage = self._stage(sheet.text[floor : mention.start])
            if floor <= length.start < mention.start:
                between = sheet.text[length.end : mention.start]
                stage = _EXPIRY if _UNTIL.search(between) else stage
                stage = _AFTER if _AT_END.search(between) or _LEADS_TO.search(between) else stage
                stage = _BEFORE if _AT_START.search(between) else stage
            elif (
                steps
                and steps[-1].stage == _BEFORE
                and _NEXT.search(sheet.text[floor : mention.start])
            ):
                stage = _AFTER
            elif stage is None and at == 0:
                stage = self._stage(sheet.text[mention.end : ceiling], last=False)
            known = _UNKNOWN if stage is None else stage
            steps.append(_Step(day, states_year(mention), known, mention.start, mention.end))
            floor = mention.end
        return steps

    def _stage(self, words: str, *, last: bool = True) -> int | None:
        """The stage that the last, or the first, of some words tell."""
        found = [
            (match.start(), stage)
            for stage, pattern in enumerate(self._stages)
            for match in pattern.finditer(words)
        ]
        return (max(found) if last else min(found))[1] if found else None


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words)}", re.I)


def _around(sheet: Sheet, length: Length) -> str:
    """The words of a term with a few before and behind; the term itself is marked by a bar."""
    before = sheet.text[max(0, length.start - 24) : length.start]
    return f"{before}|{sheet.text[length.start : length.end + 12]}"


def _own(sheet: Sheet, length: Length) -> list[Span]:
    return [s for s in sheet.sentences if s.start <= length.start < s.end]


def _beside(sheet: Sheet, length: Length) -> list[Span]:
    """The sentence before that of a term, its own and those that may apply it, of one paragraph."""
    paragraph = sheet.paragraph_at(length.start)
    near = [s for s in sheet.sentences if paragraph.start <= s.start and s.end <= paragraph.end]
    own = next((at for at, s in enumerate(near) if s.start <= length.start < s.end), None)
    return [] if own is None else near[max(0, own - 1) : own + 1 + _REACH]


def _leads(start: _Step, end: _Step) -> bool:
    """Whether a term may lead from one day to another."""
    return _UNKNOWN != start.stage < end.stage and start.day < end.day


def _is_range(ranges: Iterable[Stretch], start: _Step, end: _Step) -> bool:
    """Whether two days are the ends of one range, which a duration is compared with (CAL208)."""
    return any(one.start <= start.start and end.end <= one.end for one in ranges)


def _is_due(start: _Step, length: Length, end: _Step) -> bool:
    """Whether a day is the one that was counted, a day more or less."""
    due = counted(start.day, length)
    stated = end.day if start.year and end.year else day_in(due.year, end.day)
    return stated is None or abs((stated - due).days) <= _SLACK[length.unit]


def _first_of_next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)

"""Numbered gatherings of named series, as sentences tell them with their days.

A series is known by its name without number and year (`checks.naming`): the same sort of gathering,
of the same parties, on the same subject. "The first enlarged meeting" is of another series than
"the second meeting", and a round of talks belongs to their topic. A text that has named a series
may go on with "the third session", "the third" or "for the third time".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.checks.background import Background
from communique.checks.happenings import towns_in
from communique.checks.holders import voice_of
from communique.checks.naming import Name
from communique.checks.occasion_dates import when_held, within
from communique.checks.occasion_names import OccasionNames
from communique.checks.phrases import plain
from communique.checks.seen import Sheet
from communique.checks.wording import any_of, whole
from communique.model import spelled
from communique.model.finding import Quoted
from communique.model.mention import PersonMention, TimeMention
from communique.model.span import Span
from communique.vocab.occasions import OccasionWords, occasion_words

# Where the number is said to count something else.
_BEHIND = 28
_AHEAD = re.compile(
    r"\b(?:will|would|shall|to be|plans?|planned|scheduled|upcoming|next|forthcoming|intends?"
    r"|prepar\w+|ahead of|looks? forward|agreed to|expected)\b",
    re.I,
)
_WILL = re.compile(
    r",?\s+(?:will|would|shall|planned|scheduled|due"
    r"|(?:is|are)\s+(?:planned|scheduled|due|expected|set|to))\b",
    re.I,
)
# It was not held on the day that is told.
_PUT_OFF = re.compile(
    r"\b(?:(?:was|were|had been|has been|being) (?:put off|postponed|cancelled|canceled|called off"
    r"|rescheduled|deferred|moved to)|did not take place|could not be held)\b"
)
_ANNUAL = re.compile(r"\b(?:annual|annually|yearly|every year|each year|once a year)\b")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Occasion:
    """A numbered gathering of a series, as one sentence tells it.

    Attributes:
        series: The name of its series.
        number: Its number.
        name: The words, from the number on.
        first: First day on which it may have been; None where it is only told as past.
        last: Last such day; None where it is only told as coming.
        dated: Whether the sentence gives the date.
        planned: Whether it lies ahead.
        annual: Whether it is said to be held every year.
        often: Whether such gatherings may follow each other in weeks.
        towns: Where its sentence says that something is.
        quote: The words with the date.
        voice: Document or story that tells it.
    """

    series: Name
    number: int
    name: str
    first: date | None
    last: date | None
    dated: bool
    planned: bool
    annual: bool
    often: bool
    towns: frozenset[str]
    quote: Quoted
    voice: str


class Occasions:
    """Finds numbered gatherings."""

    def __init__(self, background: Background) -> None:
        self._words: OccasionWords = occasion_words()
        self.names = OccasionNames(background)
        self._relative = whole(self._words.relative)
        self._forms = whole(self._words.forms)
        self._part = re.compile(rf"\b{any_of(self._words.parts)}\s+of\s+the\s+$", re.I)
        either = r"(?:now|already)\s+"
        behind = r"(?=\s*[,.;)]|\s+(?:of\s+its\s+kind|in\s+the\s+series|so\s+far)\b)"
        goes_on = r"(?=\s+(?:was|were|is|had|took|met|followed|opened|will)\b)"
        ordinal = self.names.ordinal
        # That all begins with one set of signs lets the search skip everything else.
        self._later = re.compile(
            rf"[Tt,f](?:(?<=\b[Tt])he\s+{ordinal('e_')}{goes_on}"
            rf"|(?<=,)\s+(?:{either})?(?:the|its|their)\s+{ordinal('a_')}{behind}"
            rf"|(?<=\bf)or\s+the\s+{ordinal('b_')}\s+time\b)",
        )

    def occasions(self, sheet: Sheet) -> tuple[Occasion, ...]:
        """What a document tells of numbered gatherings, in text order."""
        return sheet.once(self._told)

    def keys(self, sheet: Sheet) -> set[str]:
        """Keys of the series of which a document tells a numbered gathering."""
        return {key for occasion in self.occasions(sheet) for key in occasion.series.keys}

    def same(self, one: Occasion, other: Occasion) -> bool:
        """Whether two gatherings are of one series."""
        return self.names.namer.same(one.series, other.series)

    def _told(self, sheet: Sheet) -> tuple[Occasion, ...]:
        if sheet.published is None or not self.names.may_number(sheet):
            return ()
        told, short = [], []
        # Where the last name ended: "the third Third Summit" is one.
        done = 0
        for found in self.names.numbers(sheet):
            sentence = sheet.sentence_at(found.start())
            end = self.names.end(sheet.text, found.end()) if found.start() >= done else None
            if sentence is None or end is None or self._counts_else(sheet, found, end, sentence):
                continue
            span = Span(found.start(), end)
            name = self.names.namer.name(sheet.text[found.end() : end])
            series = self._series(sheet, sentence, name)
            if series is None:
                short.append((span, name, self.names.value(found)))
            elif not self._owned(sheet.text, found, name):
                done = end
                told.append(self._occasion(sheet, sentence, span, series, self.names.value(found)))
        told += self._told_short(sheet, told, short)
        told += self._told_later(sheet, told)
        told = [self._with_date(o, told) for o in told]
        return tuple(sorted(told, key=lambda o: o.quote.start))

    def _with_date(self, one: Occasion, told: Sequence[Occasion]) -> Occasion:
        """A gathering with the date that another sentence of its text gives it, or none at all."""
        if one.dated:
            return one
        dates = {
            (o.first, o.last, o.planned)
            for o in told
            if o.dated and o.number == one.number and self.same(o, one)
        }
        if len(dates) != 1:
            return one
        first, last, planned = dates.pop()
        return replace(one, first=first, last=last, planned=planned)

    def _counts_else(self, sheet: Sheet, found: re.Match[str], end: int, sentence: Span) -> bool:
        """Whether something else is counted: parts, days of a year, or what a person did."""
        text, span = sheet.text, Span(found.start(), end)
        before = text[max(0, span.start - 20) : span.start]
        words = before.split()
        if words and words[-1].lower() in self._words.owners:
            return True
        # "The June 30th Water Summit" is that of a day.
        if within(span.start, sheet.mentions_of(TimeMention, sentence)):
            return True
        if self._part.search(before) or self._forms.search(text, span.start, end):
            return True
        behind = min(sentence.end, end + _BEHIND)
        relative = self._relative.search(text, span.start, behind) is not None
        return relative or bool(sheet.mentions_of(PersonMention, span))

    def _owned(self, text: str, found: re.Match[str], name: Name) -> bool:
        """Whether it may be somebody's own count: "Noor's first", "their first Energy Forum"."""
        before = text[max(0, found.start() - 20) : found.start()].split()
        if not before:
            return False
        if before[-1].endswith(("’s", "'s", "s’")):
            return True
        theirs = before[-1].lower() in {"its", "their"}
        return theirs and not (self.names.value(found) > 1 and self.names.says_enough(name))

    def _series(self, sheet: Sheet, sentence: Span, name: Name) -> Name | None:
        """The name of a series; where it lacks parties, those of its sentence.

        None where all together say too little.
        """
        if self.names.says_enough(name):
            return name
        if not name.words and not name.kinds & self._words.bodies.keys():
            return None
        near = self.names.namer.parties(sheet.text[sentence.start : sentence.end]) | name.parties
        if len(near) == 1:
            own = {f"@{self.names.side(party)}" for party in sheet.facts.speaks_for}
            near |= own if len(own) == 1 else set()
        whole_name = name.with_parties(near)
        return whole_name if len(near) == _PAIR and self.names.says_enough(whole_name) else None

    def _told_short(
        self, sheet: Sheet, told: Sequence[Occasion], short: Iterable[tuple[Span, Name, int]]
    ) -> list[Occasion]:
        """Gatherings by a short name of a series that the text has named: "the third forum"."""
        found = []
        for span, name, number in short:
            sentence = sheet.sentence_at(span.start)
            before = sheet.text[max(0, span.start - 6) : span.start].lower()
            if sentence is None:
                continue
            if before.endswith(("its ", "their ")):
                meant = self._subject(sheet, sentence, span, name) if number > 1 else None
            elif before.endswith(("the ", "’s ", "'s ")):
                meant = self._meant(sheet, told, span, name)
            else:
                continue
            if meant is not None:
                found.append(self._occasion(sheet, sentence, span, meant, number))
        return found

    def _meant(self, sheet: Sheet, told: Sequence[Occasion], span: Span, name: Name) -> Name | None:
        """The one series of a text for which a short name may stand; None if there are several."""
        series = [o.series for o in told]
        series += [name for _, name in self.names.titled(sheet.text)]
        may_be = [full for full in series if self._is_short_for(name, full)]
        same = self.names.namer.same
        return may_be[0] if may_be and all(same(may_be[0], other) for other in may_be) else None

    def _subject(self, sheet: Sheet, sentence: Span, span: Span, name: Name) -> Name | None:
        """The only series that a sentence has named before "its ninth meeting"."""
        named = [full for _, full in self.names.titled(sheet.text, sentence.start, span.start)]
        return named[0] if len(named) == 1 and self._is_short_for(name, named[0]) else None

    def _is_short_for(self, short: Name, full: Name) -> bool:
        if not (short.words <= full.words and short.parties <= full.parties):
            return False
        kinds = short.kinds - self._words.empty
        return kinds <= full.kinds and (bool(kinds) or bool(full.kinds & self._words.sits))

    def _told_later(self, sheet: Sheet, told: Sequence[Occasion]) -> list[Occasion]:
        """Gatherings whose number stands behind the name, or stands for it: "the third was"."""
        found = []
        for match in self._later.finditer(sheet.text):
            sentence = sheet.sentence_at(match.start())
            if sentence is None or any(_covers(o.quote, match) for o in told):
                continue
            group = next(g for g in "eab" if match[f"{g}_word"] or match[f"{g}_digits"]
                         or match[f"{g}_roman"])  # fmt: skip
            if group == "e":
                meant = self._before(sheet, told, sentence, match.start())
                span = Span(match.start(), match.end())
            else:
                meant, span = self._right_before(sheet, sentence, match, group == "a")
            if meant is not None:
                number = self.names.value(match, f"{group}_")
                found.append(self._occasion(sheet, sentence, span, meant, number))
        return found

    def _before(
        self, sheet: Sheet, told: Sequence[Occasion], sentence: Span, offset: int
    ) -> Name | None:
        """The series of which this sentence or the one before has told."""
        floor = max((s.start for s in sheet.sentences if s.end <= sentence.start), default=0)
        near = [o.series for o in told if floor <= o.quote.start < offset]
        one = bool(near) and all(self.names.namer.same(near[-1], other) for other in near)
        return near[-1] if one else None

    def _right_before(
        self, sheet: Sheet, sentence: Span, match: re.Match[str], apposed: bool
    ) -> tuple[Name | None, Span]:
        """The only series that a sentence has named before a number, and where both stand."""
        named = list(self.names.titled(sheet.text, sentence.start, match.start()))
        if len(named) != 1 or (apposed and named[0][0].end != match.start()):
            return None, sentence
        where, name = named[0]
        return name, Span(where.start, match.end())

    def _occasion(
        self, sheet: Sheet, sentence: Span, span: Span, series: Name, number: int
    ) -> Occasion:
        text = sheet.text
        when = when_held(sheet, sentence, span, self.names.number)
        published = sheet.published or date.max
        before = _AHEAD.search(text, sentence.start, span.start)
        ahead = bool(before or _WILL.match(text, span.end))
        put_off = _PUT_OFF.search(text, span.end, sentence.end) is not None
        if when is not None and when.first is not None and when.last is not None:
            first, last = when.first, when.last
            planned = put_off or first > published or (ahead and last >= published)
        else:
            planned = ahead or put_off
            first, last = (published, None) if ahead else (None, published)  # type: ignore[assignment]
        begin = min(span.start, when.start) if when else span.start
        end = max(span.end, when.end) if when else span.end
        told = plain(text[sentence.start : sentence.end])
        return Occasion(
            series=series,
            number=number,
            name=text[span.start : span.end],
            first=first,
            last=last,
            dated=when is not None,
            planned=planned,
            annual=_ANNUAL.search(told) is not None,
            often=not self._words.often.isdisjoint(re.findall(r"[a-z]+", told)),
            towns=towns_in(sheet, sentence),
            quote=sheet.quote(begin, end),
            voice=voice_of(sheet),
        )


def dated(occasion: Occasion) -> str:
    """When a gathering was, as people write it."""
    first, last = occasion.first, occasion.last
    if first is None or last is None:
        day = first or last
        word = "at the latest" if first is None else "at the earliest"
        return f"{spelled.day(day)} {word}" if day else "at no known time"
    if first == last:
        return spelled.day(first)
    if first.day == 1 and (last - first).days in range(27, 31) and first.month == last.month:
        return f"{first:%B %Y}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{spelled.day(first)} to {spelled.day(last)}"


def _covers(quote: Quoted, match: re.Match[str]) -> bool:
    return quote.start <= match.start() and match.end() <= quote.end

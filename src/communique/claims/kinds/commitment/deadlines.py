"""By when an undertaking is due, and when it was announced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.vocab.claims.commitments import DeadlineWords

_SPAN = 3
# Before a length of time that is added to one before.
_MORE = frozenset({"additional", "further", "another", "initial"})
# Between the first and the last year of a stretch of time.
_JOINT = re.compile(r"and|to|-|–|,? ?(?:and )?(?:ending|ends|concluding) (?:in|on|with)(?: the)?")
# Days of a time that one would not call the moment of an announcement.
_LONG = 27
# Days from the first of a week to its last.
_WEEK = 6


@dataclass(frozen=True)
class Deadlines:
    """Reads the times around the deeds of one document.

    Attributes:
        reading: The document.
        words: Words that tie a time to a deed.
    """

    reading: Reading
    words: DeadlineWords

    def due(
        self, time: TimeMention, *, ahead: bool, start: date | None, done: bool = False
    ) -> When | None:
        """The deadline that a time tells; None where it tells none.

        Args:
            time: The time.
            ahead: Whether the deed is still to be done, so that a bare "in 2026" is its time.
            start: Day from which a bare length of time counts.
            done: Whether the verb is in the past, so that "in May" tells when it was done.
        """
        before = self._before(time)
        time = self._extended(time)
        if self._ends(before, self.words.until):
            return None if time.last is None else When(None, time.last, time.text)
        if self._ends(before, self.words.before) and time.first is not None:
            return When(None, self._too_late(time), time.text)
        if time.type == "DATE" and self._ends(before, self.words.within):
            return None if time.last is None else When(None, time.last, time.text)
        if time.type == "DURATION":
            return self._length(time, before, start)
        if self._ends(before, self.words.since) and ahead:
            return self._from(time)
        if ahead and self._ends(before, self.words.budgeted):
            return None if time.first is None else as_when(time)
        during = self._ends(before, self.words.during) or self._is_bare(time)
        return self._period(time) if ahead and during and not done else None

    def is_start(self, time: TimeMention) -> bool:
        """Whether something is said to begin then: "from May on"."""
        return time.type != "DURATION" and self._ends(self._before(time), self.words.since)

    def kept(self, time: TimeMention, verb: int) -> When | None:
        """Until when something is kept as it is: "suspend the duty for two years"."""
        tree, published = self.reading.tree, self.reading.document.published
        for_long = time.type == "DURATION" and self._before(time).endswith(" for")
        if not for_long or tree[verb].lemma not in self.words.keeping:
            return None
        times = self.times(tree.clause(tree.clause_head(verb)))
        opened = (t.first for t in times if self.is_start(t))
        start = next((first for first in opened if first is not None), published)
        last = None if start is None else _later(start, time.value)
        return None if last is None else When(start, last, time.text)

    def _from(self, time: TimeMention) -> When | None:
        """From a day on, which is when it is to be done; from a month on, which is left open."""
        published = self.reading.document.published
        over = time.first if time.first == time.last else time.last
        if time.first is None or (published and over and over <= published):
            return None
        return When(time.first, time.first if time.first == time.last else None, time.text)

    def _is_bare(self, time: TimeMention) -> bool:
        """Whether a longer time stands without a preposition: "next year", "this summer"."""
        head = self.reading.head(time)
        if head is None or time.first is None or time.last is None:
            return False
        free = self.reading.tree[head].dep in {"npadvmod", "advmod", "tmod"}
        days, published = (time.last - time.first).days, self.reading.document.published
        # "Next week" lies ahead as surely as "next month".
        ahead = published is not None and time.last > published and days >= _WEEK
        return free and (days >= _LONG or ahead)

    def _extended(self, time: TimeMention) -> TimeMention:
        """A time with the one joined to it: "2025 and 2026", "between April and October"."""
        text = self.reading.document.text
        for other in self.reading.mentions(TimeMention):
            joint = text[time.end : other.start].strip() if other.start > time.end else ""
            later = time.last and other.last and time.last < other.last
            if _JOINT.fullmatch(joint) and later and time.type == other.type == "DATE":
                return replace(
                    time, last=other.last, end=other.end, text=text[time.start : other.end]
                )
        return time

    def _too_late(self, time: TimeMention) -> date | None:
        """The last day before a time; "before the end of May" ends with the month."""
        if time.first is None or " end " in f" {time.text.lower()} ":
            return time.last
        return time.first - timedelta(days=1)

    def _length(self, time: TimeMention, before: str, start: date | None) -> When | None:
        """The deadline that a length of time gives: "within two years", "over ten years"."""
        if self._ends(before, self.words.within):
            return None if time.last is None else When(None, time.last, time.text)
        over = time.text.lower().startswith("over ")
        if not over and not self._ends(before, self.words.during):
            return None
        if time.first is not None and time.last is not None:
            return self._period(time)
        last = None if start is None else _later(start, time.value)
        return None if last is None else When(start, last, time.text)

    def _period(self, time: TimeMention) -> When | None:
        """A period that is not over yet on the day of publication."""
        published = self.reading.document.published
        if time.first is None or time.last is None:
            return None
        if published is not None and time.last < published:
            return None
        return as_when(time)

    def _before(self, time: TimeMention) -> str:
        """The words before a time, in lower case, articles left out."""
        start = self.reading.tree.at(time.start)
        if start is None:
            return ""
        first = max(self.reading.tree.sentence(start).first, start - _SPAN - 1)
        words = [self.reading.tree.lower(i) for i in range(first, start)]
        while words and words[-1] in {
            "the",
            "a",
            "an",
            "at",
            "least",
            "period",
            "of",
            "years",
            *_MORE,
        }:
            words.pop()
        return " " + " ".join(words)

    def _ends(self, before: str, openings: tuple[str, ...]) -> bool:
        return any(before.endswith(f" {opening}") for opening in openings)

    def times(self, tokens: range) -> Iterator[TimeMention]:
        """The times in a run of tokens, in text order."""
        seen: set[int] = set()
        for index in tokens:
            time = self.reading.times.get(index)
            if time is not None and time.start not in seen:
                seen.add(time.start)
                yield time


def is_over(tree: Tree, verb: int) -> bool:
    """Whether a participle beside a sum tells what was done: "a loan, approved in May, will …"."""
    beside = tree[verb].tag == "VBN" and tree[verb].dep == "acl"
    return beside and not tree.auxiliaries(verb)


def opens(tree: Tree, words: DeadlineWords, verb: int) -> bool:
    """Whether a participle stands like a preposition: "*beginning* in 2031"."""
    token = tree[verb]
    bare = token.tag == "VBG" and token.lemma in words.opening and not tree.auxiliaries(verb)
    return bare and token.dep in {"advcl", "acl", "prep"} and tree.child(verb, "dobj") is None


def verb_above(tree: Tree, words: DeadlineWords, head: int, deed: int) -> tuple[int | None, bool]:
    """The verb that a time hangs on, and whether that is in a relative clause below a deed."""
    apart = False
    for index in tree.ancestors(head):
        if index == deed:
            return index, apart
        if tree.is_verb(index) and not opens(tree, words, index):
            if tree[index].dep != "relcl":
                return index, apart
            apart = True
    return None, apart


def _later(start: date, value: str) -> date | None:
    """The day a TIMEX3 length after a start: "P3Y" after 2024-01-01 is 2027-01-01."""
    number, unit = value[1:-1], value[-1:]
    if not number.isdigit() or unit not in "YMWD":
        return None
    count = int(number)
    if unit in "WD":
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    months = start.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    return _day(year, month, start.day)


def _day(year: int, month: int, day: int) -> date | None:
    """A day, the last of the month where the month is shorter."""
    for shorter in range(4):
        try:
            return date(year, month, day - shorter)
        except ValueError:
            continue
    return None

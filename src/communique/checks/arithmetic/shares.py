"""Reads shares: a part, the share that it makes, and the whole that the share is of.

Part and share stand together ("120 came from Sur, or 30 %"; "a third of it, 40 ships"). The whole
is told beside them, opens the sentence ("Of 400 engineers …"), or was told before and is meant by
a pronoun or by its own noun ("30 % of the total", "14 % of generation" after "generated").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.checks.arithmetic.forms import Reading, readings, same_thing
from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.share_words import patterns
from communique.model.span import Span

_SLOT = re.compile(r"<(?P<sort>[mpqnd])(?P<at>\d+)>")
_TIME = re.compile(r"<t(\d+)>")
_PARTS = {Sort.MONEY, Sort.COUNT, Sort.BARE}
# Letters by which two words are of one root: "generated", "generation".
_ROOT = 5
# What differs by such a factor was not meant to be the same.
_APART = 12
# The words between part and share, or before a number, that are looked at.
_NEAR = 90
_BEFORE = 50
# Behind a share that stands for itself.
_CLOSED = re.compile(r" ?(?:$|[,.;:)|!?\"-])| (?:and|but|while|in all|in total|altogether)\b")
_SENTENCE = re.compile(r"[^<|;]*")
_OF_ALL = re.compile(
    r" of (?:all )?(?!the\b|th[eo]se\b|this\b|that\b|its\b|their\b|it\b|them\b)"
    r"(?:[a-z]+ ){0,2}[a-z]+s\b"
)
_OF = re.compile(r" of (?P<what>[^<|,;:.()]+)")


@dataclass(frozen=True)
class Share:
    """That a part of a whole makes a share of it.

    Attributes:
        part: The part.
        share: The share, a percentage or a fraction in words.
        whole: The whole.
        span: Where all three stand.
    """

    part: Number
    share: Number
    whole: Number
    span: Span

    @property
    def holds(self) -> bool:
        """Whether some values in the intervals fit."""
        return (self.whole.interval * self.share.interval).meets(self.part.interval)

    @property
    def likely(self) -> bool:
        """Whether share and part are near enough to be of one whole."""
        actual = 100 * self.part.value / self.whole.value
        return self.share.value < actual * _APART and actual < self.share.value * _APART


@dataclass(frozen=True)
class _Slot:
    """A number in the skeleton: where it stands, and in which sentence."""

    number: Number
    start: int
    end: int
    line: int


def shares(passage: Passage) -> Iterator[Share]:
    """The shares that a passage tells, each once: as it fits, else as it is told most closely."""
    if "<p" not in passage.words or len(passage.numbers) < 3:
        return
    found: dict[int, list[Share]] = {}
    for one in (*map(_of_form, readings("share", passage)), *_told(passage)):
        if _comparable(one.part, one.whole) and one.likely:
            found.setdefault(one.share.start, []).append(one)
    for candidates in found.values():
        holding = [one for one in candidates if one.holds]
        yield min(holding or candidates, key=lambda one: one.span.end - one.span.start)


def _of_form(reading: Reading) -> Share:
    told = reading.numbers
    return Share(told["part"], told["share"], told["whole"], reading.span)


def _comparable(part: Number, whole: Number) -> bool:
    """Whether one may be a part of the other; "people" may be part of any counted whole."""
    if part.value >= whole.value or part.start == whole.start:
        return False
    anybody = {part.sort, whole.sort} == {Sort.COUNT} and patterns().anybody.fullmatch(
        part.unit or ""
    )
    return bool(anybody) or same_thing(part, whole)


def _told(passage: Passage) -> Iterator[Share]:
    """The shares with every part that stands by them and every whole that they may be of."""
    slots = tuple(_slots(passage))
    for at, share in enumerate(slots):
        if share.number.sort is Sort.SHARE and not _grown(passage.words, share):
            for part, own in _parts(passage.words, slots, at):
                for whole in _Wholes(passage, slots, part, share).found():
                    if own not in (None, whole):
                        continue
                    ends = (part, share, whole)
                    span = passage.place(min(e.start for e in ends), max(e.end for e in ends))
                    yield Share(part.number, share.number, whole.number, span)


def _slots(passage: Passage) -> Iterator[_Slot]:
    for match in _SLOT.finditer(passage.words):
        line = passage.words.count("|", 0, match.start())
        yield _Slot(passage.numbers[int(match["at"])], match.start(), match.end(), line)


def _grown(words: str, share: _Slot) -> bool:
    """Whether a percentage is one of growth."""
    before = words[max(0, share.start - _BEFORE) : share.start]
    return bool(patterns().grown.search(before) or patterns().flat.match(words, share.end))


def _parts(words: str, slots: Sequence[_Slot], at: int) -> Iterator[tuple[_Slot, _Slot | None]]:
    """The numbers that are told to make a share, with the whole where they are told of it."""
    share = slots[at]
    # Between a part and its share the share may be told in other words: "one in four, or 25 %".
    before = [s for s in slots[:at] if s.number.sort in _PARTS][-2:]
    for part, last in pairwise(before):
        beside = patterns().of_whole.fullmatch(words, part.end, last.start)
        # "In 48 of 50 states, a third of all colleges": a share of something else.
        alone = _OF_ALL.match(words, share.end) is None
        if beside and alone and _leads_back(words, last.end, part, share):
            yield part, last
    for part in before[-1:]:
        if not _moved(words, part) and _leads_back(words, part.end, part, share):
            yield part, None
    for part in slots[at + 1 : at + 3]:
        if part.number.sort in _PARTS and not _moved(words, part):
            leads = patterns().leads.fullmatch(words, share.end, part.start)
            if leads and (leads["alias"] or leads["split"] or _ends(words, part)):
                yield part, None


def _leads_back(words: str, end: int, part: _Slot, share: _Slot) -> bool:
    """Whether the words from some place behind a part lead to its share."""
    between = words[end : share.start]
    if len(between) > _NEAR or patterns().parted.search(between):
        return False
    own = patterns().own.search(between)
    if own is not None:
        with_it = words[: part.start].endswith("with ")
        return with_it or patterns().directly.fullmatch(between) is not None
    if patterns().sums_up.search(between):
        behind = between.partition("|")[2].strip() + " "
        return "|" not in between or patterns().sums_up.match(behind) is not None
    if _concludes(words, end, share):
        return True
    # "2 billion, 45 % of it from one mine": of the part itself.
    if patterns().pronoun.match(words, share.end):
        return False
    closed = _CLOSED.match(words, share.end) or _OF.match(words, share.end)
    return "|" not in between and bool(closed) and patterns().bare.search(between) is not None


def _concludes(words: str, end: int, share: _Slot) -> bool:
    """Whether a share sums up what was told right before: "a third of the order has thus come".

    What remains, or is yet to come, is another part; "half of these" is of the part itself.
    """
    between = words[end : share.start]
    if (
        between.count("|") > 1
        or _SLOT.search(between)
        or patterns().pronoun.match(words, share.end)
    ):
        return False
    # "94 % of taxpayers": of all there are, not of what was told.
    if _OF_ALL.match(words, share.end):
        return False
    at = max(between.rfind(sign) for sign in "|;,")
    behind = _SENTENCE.match(words, share.end)
    told = f"{between[at + 1 :]} {behind[0] if behind else ''}"
    concluding, remaining = patterns().concluding.search(told), patterns().remaining.search(told)
    return at >= 0 and concluding is not None and remaining is None


def _ends(words: str, part: _Slot) -> bool:
    return bool(_CLOSED.match(words, part.end) or patterns().of_whole.match(words, part.end))


def _moved(words: str, slot: _Slot) -> bool:
    """Whether a number tells by how much something grew."""
    before = words[max(0, slot.start - _BEFORE) : slot.start]
    return bool(patterns().moved.search(before) or patterns().further.match(words, slot.end))


@dataclass(frozen=True)
class _Wholes:
    """Finds the numbers that a share may be of.

    Attributes:
        passage: Where.
        slots: Its numbers.
        part: The part.
        share: The share.
    """

    passage: Passage
    slots: Sequence[_Slot]
    part: _Slot
    share: _Slot

    def found(self) -> Iterator[_Slot]:
        """Those that the words tell."""
        words, share = self.passage.words, self.share
        of = _OF.match(words, share.end)
        if of and words.startswith("<", of.end()):
            yield from (s for s in self._candidates() if s.start == of.end())
            return
        if self._taken_up():
            yield from self._earlier()[:1]
            return
        if of and (share.start > self.part.start or not self._beside()):
            if share.start < self.part.start:
                yield from (s for s in self._earlier() if self._opens(s))
            yield from self._meant(of["what"])
            return
        yield from self._beside() or self._opening() or self._parted()

    def _earlier(self) -> list[_Slot]:
        """The comparable numbers before the part, the last first."""
        part = self.part
        near = [s for s in self._candidates() if s.start < part.start and part.line - s.line <= 1]
        found = [s for s in near[::-1] if _comparable(part.number, s.number)]
        return [s for s in found if self._of_time(s) and not self._has_share(s)]

    def _candidates(self) -> list[_Slot]:
        return [s for s in self.slots if s.number.sort in _PARTS]

    def _has_share(self, whole: _Slot) -> bool:
        """Whether a number is a part itself: "70 million (11 %) and 28 million (4 %)"."""
        words, at = self.passage.words, self.slots.index(whole)
        following = self.slots[at + 1]
        if following.number.sort is not Sort.SHARE or following == self.share:
            return False
        between = words[whole.end : following.start]
        told = patterns().sums_up.search(between) or patterns().bare.search(between)
        return told is not None or patterns().makes.fullmatch(between) is not None

    def _of_time(self, whole: _Slot) -> bool:
        """Whether a whole in the sentence before is not told to be of another time."""
        if whole.line == self.part.line:
            return True
        lines = self.passage.words.split("|")
        one, other = (self._times(lines[slot.line]) for slot in (whole, self.part))
        return not (one and other) or bool(one & other)

    def _times(self, words: str) -> set[object]:
        found = (self.passage.times[int(at)] for at in _TIME.findall(words))
        return {(time.first, time.last) for time in found}

    def _taken_up(self) -> bool:
        """Whether a pronoun at part or share means the number before: "30 of these, or 25 %"."""
        words, part = self.passage.words, self.part
        own = re.split(r"<[mpqnd]\d+>", words[: part.start])[-1]
        return bool(
            patterns().pronoun.match(words, part.end)
            or patterns().pronoun.match(words, self.share.end)
            or patterns().of_these.search(own)
        )

    def _beside(self) -> list[_Slot]:
        """The whole right behind its part: "250 of the 1,250 posts"."""
        words, part = self.passage.words, self.part
        return [
            s
            for s in self._candidates()
            if s.start > part.end and patterns().of_whole.fullmatch(words, part.end, s.start)
        ]

    def _opening(self) -> list[_Slot]:
        return [s for s in self._earlier() if s.line == self.part.line and self._opens(s)][:1]

    def _opens(self, whole: _Slot) -> bool:
        """Whether a whole opens a clause: "Of 400 engineers", "of total sales of 10"."""
        clause = re.split(r"[|;:]", self.passage.words[: whole.start])[-1]
        return patterns().opening.fullmatch(clause) is not None

    def _parted(self) -> Iterator[_Slot]:
        """The whole of which the words behind it tell that parts follow."""
        words = self.passage.words
        for slot in self._earlier()[:1]:
            between = words[slot.end : self.part.start]
            told_first = patterns().told_first.search(words[slot.end : self.share.start])
            apart = self.share.start < self.part.start and told_first is not None
            if slot.line == self.part.line and (apart or patterns().split.search(between)):
                yield slot

    def _of_one_unit(self, whole: _Slot) -> bool:
        """Whether a whole in the sentence before is told in the unit of the part.

        A bare part may be one of things told before where the share sums them up.
        """
        unit = self.part.number.unit
        if whole.line == self.part.line or (unit is not None and unit == whole.number.unit):
            return True
        return unit is None and _concludes(self.passage.words, self.part.end, self.share)

    def _meant(self, what: str) -> Iterator[_Slot]:
        """The wholes that a noun means: "of the total", "of generation"."""
        noun = patterns().until.split(what)[0]
        named = [w for w in re.findall(r"[a-z-]+", noun) if not patterns().total.fullmatch(w)]
        told = self.passage.words[: self.share.start].split("|")
        beside = self._beside()
        for slot in (*beside, *self._earlier()):
            own = f"{told[slot.line]} {slot.number.text.lower()}"
            # "12 of the 60 buses have come, that is a third of the order."
            nouns = [w for w in named if slot not in beside or not patterns().order.fullmatch(w)]
            meant = all(re.search(rf"\b{re.escape(w[:_ROOT])}", own) for w in nouns)
            if meant and self._of_one_unit(slot):
                yield slot

"""Reduces paragraphs to skeletons: every number a slot, sentences parted by a bar.

"Trade rose to $5 billion in 2023, up 4 %." becomes "trade rose to <m0> in <t0>, up <p1>."; "<t0>"
is a date, and only tells that one stands there. Sums in brackets behind a sum in another currency
are left out: they are the same sum.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from communique.checks import phrases
from communique.checks.arithmetic.bare import bare_numbers, hedge_before
from communique.checks.arithmetic.numbers import Number, Sort, of_mention
from communique.checks.arithmetic.rank_words import ranks, tells_rank
from communique.checks.once import Once
from communique.checks.stated import stated
from communique.model.mention import (
    Mention,
    MoneyMention,
    PercentMention,
    QuantityMention,
    TimeMention,
)
from communique.model.span import Span

if TYPE_CHECKING:
    from communique.checks.seen import Sheet

_NUMERIC = (MoneyMention, PercentMention, QuantityMention)
_ROW = re.compile(r"[A-Z][^\n:.;]{2,40}: ?[^\n:]{0,12}\d[^\n:]{0,24}")
_BULLET = re.compile(r"(?:[-–—•*·▪●○►‣]|\(?[a-z0-9]{1,2}[.)])\s")
_WORD = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I)
_DIGIT = re.compile(r"\d")
_SLOT = re.compile(r"<([a-z])\d")
# Of a fraction in words.
_FRACTIONS = frozenset({"thirds", "quarters", "fifths", "tenths"})
_ONE_IN = "one in "
# "300 of the 1,200 applicants" is read as one quantity, though it tells two.
_PART_OF = re.compile(r"\s+(?:of|out of|from)\b.*", re.S)
# "109 billion and deliveries" is a bare number and the next thing.
_AND = re.compile(r"(.*\d(?: [a-z]+illion)?) and .*", re.S)
# From here on a bare number with a scale may be a sum.
_LARGE = 1e5
_BARE = re.compile(r"[\d.,\s]+(?:[a-z]+illion|[mb]n)?")
# Behind a bare number no noun stands that it counts.
_NOTHING_COUNTED = re.compile(
    r"\s*(?:[^\w\s]|$|(?:for|to|in|into|of|and|or|from|by|at|as|on|over|with|this|last|a|per|each|more|is|was|were"
    r"|are|will|went|goes|during|since|respectively|less|higher|lower|up|down|out|through|under|worth|there|here)\b)"
)
_CLOSE = 20
# "They add up to 65 million" hedges nothing.
_ADD_UP_TO = re.compile(r"\b(?:add(?:s|ed|ing)?|sum(?:s|med|ming)?) (?:up to )?$", re.I)
_SAME_SUM = re.compile(r"\((?:[a-z.,]+ ){0,3}$")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2009\u202f\t", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("|<>", "/"),
        "[": "(",
        "]": ")",
    }
)


@dataclass(frozen=True)
class Passage(Once):
    """A paragraph, or a line with the list below it, as a skeleton.

    Attributes:
        words: The skeleton, in lower case.
        numbers: Its numbers; a slot is named by the place of its number here.
        times: Its dates; likewise.
        span: Where it stands in the document's text.
        pieces: Where stretches of the skeleton stand in the text: offset there, offset here.
    """

    words: str
    numbers: tuple[Number, ...]
    times: tuple[TimeMention, ...]
    span: Span
    pieces: tuple[tuple[int, int], ...]

    @cached_property
    def slots(self) -> Counter[str]:
        """How many numbers of each sort the skeleton has, by the letter of the sort."""
        return Counter(_SLOT.findall(self.words))

    def amount(self, letters: str) -> int:
        """How many numbers of some sorts the skeleton has, by the letters of the sorts."""
        found = self._amounts.get(letters)
        if found is None:
            found = self._amounts[letters] = sum(self.slots[letter] for letter in letters)
        return found

    @cached_property
    def _amounts(self) -> dict[str, int]:
        """What was asked for before."""
        return {}

    @cached_property
    def sentences(self) -> tuple[tuple[int, int, Counter[str]], ...]:
        """Where its sentences stand in the skeleton, each with its numbers as `slots` has them."""
        found = []
        start = 0
        for words in self.words.split("|"):
            found.append((start, start + len(words), Counter(_SLOT.findall(words))))
            start += len(words) + 1
        return tuple(found)

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the skeleton stands in the document's text."""
        return Span(self._offset(start), max(self._offset(start), self._offset(end - 1) + 1))

    def _offset(self, at: int) -> int:
        index = max(0, bisect_right(self.pieces, (at, self.span.end)) - 1)
        here, there = self.pieces[index]
        end = (len(self.words), self.span.end)
        following = self.pieces[index + 1] if index + 1 < len(self.pieces) else end
        # A slot is shorter or longer than its words: its last code point stands for theirs.
        last = following[0] - at == 1
        return following[1] - 1 if last else min(there + at - here, following[1] - 1)


def passages(sheet: Sheet) -> tuple[Passage, ...]:
    """The paragraphs of a document that tell two numbers at least, in text order."""
    return tuple(_written(sheet, _tell_two))


def ranked(sheet: Sheet) -> tuple[Passage, ...]:
    """The paragraphs that name members by rank, or rank one of several; few do."""
    if not ranks(sheet.text, 0, len(sheet.text)):
        return ()
    return tuple(_written(sheet, tells_rank))


def _written(sheet: Sheet, wanted: Callable[[str, Span, int], bool]) -> Iterator[Passage]:
    for paragraph in sheet.once(_paragraphs):
        if wanted(sheet.text, paragraph.span, paragraph.numeric):
            yield paragraph.passage


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph of which a skeleton may be asked for, by several who look for different things.

    Attributes:
        text: The document's text.
        sentences: Its sentences.
        mentions: Numbers and dates in it.
        numeric: How many of these are numbers.
    """

    text: str
    sentences: Sequence[Span]
    mentions: Sequence[Mention]
    numeric: int

    @property
    def span(self) -> Span:
        """Where it stands in the document's text."""
        return Span(self.sentences[0].start, self.sentences[-1].end)

    @cached_property
    def passage(self) -> Passage:
        """Its skeleton."""
        return _passage(self.text, self.sentences, _apart(self.text, self.mentions))


def _paragraphs(sheet: Sheet) -> tuple[_Paragraph, ...]:
    """The paragraphs of a document, in text order."""
    mentions = [m for m in sheet.mentions if isinstance(m, (*_NUMERIC, TimeMention))]
    starts = [m.start for m in mentions]
    found = []
    for group in _grouped(sheet):
        first, last = bisect_left(starts, group[0].start), bisect_left(starts, group[-1].end)
        inside = mentions[first:last]
        numeric = sum(isinstance(m, _NUMERIC) for m in inside)
        found.append(_Paragraph(sheet.text, group, inside, numeric))
    return tuple(found)


def _tell_two(text: str, span: Span, numeric: int) -> bool:
    if numeric != 1:
        return numeric > 1
    return any(len(p.findall(text, span.start, span.end)) > 1 for p in (_DIGIT, _WORD))


def _grouped(sheet: Sheet) -> Iterator[list[Span]]:
    """Sentences by paragraph; the lines of a list belong to the line that announces it."""
    group: list[Span] = []
    for sentence in sheet.sentences:
        if group and not _goes_on(sheet.text, group, sentence):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _goes_on(text: str, group: Sequence[Span], sentence: Span) -> bool:
    last = group[-1]
    between = text[last.end : sentence.start]
    if "\n" not in between:
        return True
    if between.count("\n") == 1 and _tabled(text, last) and _tabled(text, sentence):
        return True
    if _BULLET.match(text, sentence.start) is None:
        return False
    opened = text[last.start : last.end].rstrip().endswith(":")
    line = text.rfind("\n", 0, last.start) + 1
    in_list = _BULLET.match(text, line + len(text[line:]) - len(text[line:].lstrip())) is not None
    return opened or (in_list and len(group) > 1)


def _tabled(text: str, line: Span) -> bool:
    """Whether a line is a row of a table in words: "Exports: $1,840 million"."""
    return _ROW.fullmatch(text, line.start, line.end) is not None


def _apart(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions that do not overlap; sums first, then percentages."""
    kept: list[Mention] = []
    rank = {MoneyMention: 0, PercentMention: 1, QuantityMention: 2, TimeMention: 3}
    for mention in sorted(mentions, key=lambda m: (rank[type(m)], m.start)):
        end = mention.start + len(_told(mention))
        if isinstance(mention, TimeMention) and (mention.first is None or mention.type != "DATE"):
            continue
        if isinstance(mention, QuantityMention) and _of_fraction(text, mention):
            continue
        if all(end <= k.start or k.start + len(_told(k)) <= mention.start for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


def _of_fraction(text: str, mention: QuantityMention) -> bool:
    """Whether a fraction in words was read as a count: "two thirds of", "one in five of"."""
    before = text[max(0, mention.start - len(_ONE_IN)) : mention.start].lower()
    return before == _ONE_IN or mention.unit in _FRACTIONS


def _told(mention: Mention) -> str:
    """The words of a mention, without the whole that it is part of, or what only follows it."""
    if isinstance(mention, QuantityMention):
        told = mention.text
        if "of" in told or "from" in told:
            told = _PART_OF.sub("", told)
        if " and " in told:
            told = _AND.sub(r"\1", told)
        return told or mention.text
    return mention.text


class _Writer:
    """Puts a skeleton together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.length = 0
        self.pieces: list[tuple[int, int]] = []
        self.numbers: list[Number] = []
        self.times: list[TimeMention] = []

    def put(self, words: str, offset: int) -> None:
        self.pieces.append((self.length, offset))
        self.words.append(words)
        self.length += len(words)

    def literal(self, start: int, end: int) -> None:
        """Copy words; bare numbers among them become slots."""
        for number in bare_numbers(self.text, start, end, self.numbers):
            self._copy(start, number.start)
            self.number(number)
            start = number.end
        self._copy(start, end)

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            plain = self.text[start:end].translate(_PLAIN)
            self.put(phrases.plain(plain), start)

    def mention(self, mention: Mention) -> None:
        """Put the number of a mention; one that was cut short is bare."""
        words = _told(mention)
        number = of_mention(mention, words, hedge_before(self.text, mention.start))
        if number is not None and _ADD_UP_TO.search(
            self.text[max(0, number.start - _CLOSE) : number.start]
        ):
            number = replace(number, bound=None, interval=stated(number.value, words))
        if number is not None and (_AND.fullmatch(mention.text) or self._counts(number)):
            number = replace(number, sort=Sort.BARE, unit=None)
        if number is not None:
            self.number(number)

    def _counts(self, number: Number) -> bool:
        """Whether a sum without a currency of its own counts things: "75 million families"."""
        bare = number.sort is Sort.MONEY and _BARE.fullmatch(number.text) is not None
        return bare and _NOTHING_COUNTED.match(self.text, number.end) is None

    def number(self, number: Number) -> None:
        before = "".join(self.words[-2:])
        if self._same_sum(number, before):
            self.put(" ", number.start)
            return
        self.put(f"<{number.sort.value}{len(self.numbers)}>", number.start)
        self.numbers.append(number)

    def _same_sum(self, number: Number, before: str) -> bool:
        """Whether a sum stands in brackets behind one in another currency."""
        if number.sort is not Sort.MONEY or not self.numbers or not _SAME_SUM.search(before):
            return False
        last = self.numbers[-1]
        return last.sort is Sort.MONEY and last.unit != number.unit and number.start - last.end < 30

    def time(self, mention: TimeMention) -> None:
        self.put(f"<t{len(self.times)}>", mention.start)
        self.times.append(mention)


def _passage(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Passage:
    writer = _Writer(text)
    waiting = list(mentions)
    for index, sentence in enumerate(sentences):
        if index:
            writer.put(" | ", sentences[index - 1].end)
        at = sentence.start
        while waiting and waiting[0].start < sentence.end:
            mention = waiting.pop(0)
            writer.literal(at, mention.start)
            at = mention.start + len(_told(mention))
            if isinstance(mention, TimeMention):
                writer.time(mention)
            else:
                writer.mention(mention)
        writer.literal(at, sentence.end)
    span = Span(sentences[0].start, sentences[-1].end)
    return Passage(
        "".join(writer.words),
        _with_currency(text, sentences, writer.numbers),
        tuple(writer.times),
        span,
        tuple(writer.pieces),
    )


def _with_currency(
    text: str, sentences: Sequence[Span], numbers: Sequence[Number]
) -> tuple[Number, ...]:
    """Numbers; bare ones that are sums get the currency of the sum nearest to them.

    "9 billion and 5 billion dollars" are both dollars, whatever was spoken of before.
    """
    found: list[Number] = []
    for number in numbers:
        if _BARE.fullmatch(number.text) and _is_sum(text, number):
            unit = _currency(sentences, numbers, found, number)
            number = replace(number, sort=Sort.MONEY, unit=unit) if unit else number
        found.append(number)
    return tuple(found)


def _currency(
    sentences: Sequence[Span],
    numbers: Sequence[Number],
    before: Sequence[Number],
    number: Number,
) -> str | None:
    """The currency of a bare sum: of its own sentence, else as it was read, else the last one."""
    sentence = next(s for s in sentences if s.start <= number.start < s.end)
    told = [
        n
        for n in numbers
        if n.sort is Sort.MONEY
        and sentence.start <= n.start < sentence.end
        and not _BARE.fullmatch(n.text)
    ]
    if told:
        return min(told, key=lambda n: abs(n.start - number.start)).unit
    last = [n.unit for n in before if n.sort is Sort.MONEY]
    return number.unit or (last[-1] if last else None)


def _is_sum(text: str, number: Number) -> bool:
    """Whether a bare number is a sum: read as one, or large and without a noun behind it."""
    scaled = number.sort is Sort.BARE and not number.text[-1].isdigit() and number.value >= _LARGE
    return number.sort is Sort.MONEY or (
        scaled and _NOTHING_COUNTED.match(text, number.end) is not None
    )

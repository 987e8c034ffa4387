"""Accounts that two sides publish of one meeting: which they are, and what one leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from communique.checks.background import Background
from communique.checks.conflicts import are_two_places
from communique.checks.happenings import Happening, happenings
from communique.checks.seen import Sheet
from communique.checks.wording import whole
from communique.model.mention import MoneyMention, PartyMention, QuantityMention, TimeMention
from communique.model.span import Span
from communique.vocab.readouts import readout_words
from communique.vocab.words import without_accents

#: Share of the telling words that one sentence, or all, of an account has which tells the same.
_RETOLD = 0.4
_SCATTERED = 0.75
#: Letters of a word that tells something, and those by which forms of one word are the same.
_TELLING = 4
_STEM = 5
#: Smaller numbers are those of many things.
_LARGE = 10
_WORD = re.compile(r"[^\W\d_]+")


class ReadoutReader:
    """Finds what accounts of a meeting have in common, and what they have not."""

    def __init__(self, background: Background) -> None:
        self._background = background
        words = readout_words()
        self._steps = whole(words.steps)
        self._counterparts = whole(words.counterparts)
        self._empty = {stem(word) for word in words.empty}
        self._turns = {stem(w) for turn in words.steps for w in _WORD.findall(turn)}

    @cached_property
    def _nothing(self) -> frozenset[str]:
        return frozenset(self._empty | self._turns)

    def meetings(self, sheet: Sheet, other: str) -> list[Happening]:
        """Sentences of a side's document that tell of a meeting with another side on a day."""
        side = self._background.kin.side
        return [
            told
            for told in sheet.once(happenings)
            if "meeting" in told.acts
            and _days(sheet, told)
            and (
                other in {side(name) for name in told.parties}
                or self._counterparts.search(sheet.text, told.span.start, told.span.end)
            )
        ]

    def same_meeting(
        self, mine: Sheet, theirs: Sheet, sides: tuple[str, str]
    ) -> tuple[Happening, Happening] | None:
        """The sentences by which two documents are seen to tell of one meeting."""
        for one in self.meetings(mine, sides[1]):
            for other in self.meetings(theirs, sides[0]):
                if _days(mine, one) & _days(theirs, other) and self._fit(one, other):
                    return one, other
        return None

    def _fit(self, one: Happening, other: Happening) -> bool:
        """Whether nothing else shows two meetings of one day."""
        if one.posts and other.posts and not one.posts & other.posts:
            return False
        return not are_two_places(one.town, other.town, self._background)

    def steps(self, sheet: Sheet, sides: tuple[str, str]) -> Iterator[Span]:
        """Sentences that tell what one of two sides asked, promised or blamed, or both agreed."""
        if len({told.parties for told in sheet.once(happenings) if "meeting" in told.acts}) > 2:
            return
        for sentence in sheet.sentences:
            found = self._steps.search(sheet.text, sentence.start, sentence.end)
            if found and self._acts_for(sheet, Span(sentence.start, found.start()), sides):
                yield sentence

    def _acts_for(self, sheet: Sheet, before: Span, sides: Iterable[str]) -> bool:
        """Whether those who act in a sentence are of the two sides, as far as they are named."""
        named = {self._background.kin.side(m.name) for m in sheet.mentions_of(PartyMention, before)}
        return named <= set(sides)

    def tells_number(self, sheet: Sheet, other: Sheet, span: Span) -> bool:
        """Whether a document has a sum or large number of a sentence of another."""
        kinds = (MoneyMention, QuantityMention)
        wanted = {
            m.value
            for m in other.mentions
            if isinstance(m, kinds) and span.start <= m.start < span.end and m.value >= _LARGE
        }
        return any(isinstance(m, kinds) and m.value in wanted for m in sheet.mentions)

    def retells(self, sheet: Sheet, text: str, names: Iterable[str]) -> bool:
        """Whether a document tells what a sentence of another tells, perhaps in other words.

        Args:
            sheet: The document.
            text: The sentence.
            names: Names of the sides; they tell nothing.
        """
        sides = {stem(word) for name in names for word in _WORD.findall(name)}
        wanted = _stems(text) - self._nothing - sides
        if not wanted:
            return True
        sentences = [_stems(sheet.text[s.start : s.end]) for s in sheet.sentences]
        if any(len(wanted & told) >= _RETOLD * len(wanted) for told in sentences):
            return True
        everything = frozenset[str]().union(*sentences)
        return len(wanted & everything) >= _SCATTERED * len(wanted)


def _days(sheet: Sheet, told: Happening) -> frozenset[date]:
    """The days that a sentence names, also as "Monday" and "today"."""
    return frozenset(
        m.first
        for m in sheet.mentions_of(TimeMention, told.span)
        if m.first is not None and m.first == m.last and not m.approximate
    )


def stem(word: str) -> str:
    """What forms of a word have in common: "training" and "train"."""
    return without_accents(word).casefold()[:_STEM]


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in _WORD.findall(text) if len(w) >= _TELLING)

"""A sentence with its numbers and times masked, so that patterns see the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.checks.phrases import plain
from communique.model.mention import (
    Mention,
    MoneyMention,
    PercentMention,
    QuantityMention,
    TimeMention,
)
from communique.model.span import Span

#: What stands in the place of each letter of a sum, percentage, quantity or time.
MONEY, PERCENT, QUANTITY, TIME = "\ue000", "\ue001", "\ue002", "\ue003"
_SIGNS: tuple[tuple[type[Mention], str], ...] = (
    (MoneyMention, MONEY),
    (PercentMention, PERCENT),
    (TimeMention, TIME),
    (QuantityMention, QUANTITY),
)
#: The kinds of mention that are masked.
NUMBERED = (MoneyMention, PercentMention, TimeMention, QuantityMention)
_YEAR = re.compile(r"(?:19|20)\d\d(?= year$)")
# A year that lies in two calendar years: where it begins depends on the state, mostly with July.
_FISCAL = re.compile(
    r"(?:the )?(?:fiscal|financial|budget|marketing|crop|harvest|school|academic|business) year "
    r"(?P<first>(?:19|20)\d\d) ?[/–-] ?(?P<last>(?:(?:19|20)?\d\d))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Masked:
    """A sentence; all offsets are of the sentence.

    Attributes:
        span: Where it stands in the document.
        text: Its words.
        mask: The same in lower case and of the same length, numbers and times masked.
        mentions: What is masked, by offset.
    """

    span: Span
    text: str
    mask: str
    mentions: tuple[Mention, ...]

    def at(self, offset: int) -> Mention | None:
        """The masked mention that holds a letter."""
        place = self.span.start + offset
        return next((m for m in self.mentions if m.start <= place < m.end), None)

    def start_of(self, mention: Mention) -> int:
        """Where a mention begins."""
        return mention.start - self.span.start

    def end_of(self, mention: Mention) -> int:
        """Where a mention ends."""
        return mention.end - self.span.start

    def silenced(self, span: Span) -> Masked:
        """The same with a stretch out of which nothing is read."""
        mask = self.mask[: span.start] + ";" * (span.end - span.start) + self.mask[span.end :]
        return replace(self, mask=mask)

    def words(self) -> str:
        """Its words as written; sums, rates, times and what is silenced are left out."""
        left = {MONEY, PERCENT, TIME, ";"}
        return "".join(
            " " if sign in left else letter
            for letter, sign in zip(self.text, self.mask, strict=True)
        )


def masked(whole: str, sentence: Span, mentions: Sequence[Mention]) -> Masked:
    """A sentence with what it numbers and dates masked.

    Args:
        whole: The text.
        sentence: Where in it the sentence stands.
        mentions: What the text numbers and dates.
    """
    text = whole[sentence.start : sentence.end]
    inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
    letters = list(plain(text).translate(_PLAIN))
    taken: list[Mention] = []
    for shape, sign in _SIGNS:
        for named in (m for m in inside if isinstance(m, shape)):
            mention = _year_in(named) if isinstance(named, TimeMention) else named
            if isinstance(mention, TimeMention) and not _dated(mention):
                continue
            if any(mention.start < t.end and t.start < mention.end for t in taken):
                continue
            taken.append(mention)
            start, end = mention.start - sentence.start, mention.end - sentence.start
            letters[start:end] = sign * (end - start)
    return Masked(sentence, text, "".join(letters), tuple(sorted(taken, key=lambda m: m.start)))


def _year_in(time: TimeMention) -> TimeMention:
    """The year out of "in 2023 year on year", of which a length of time was read.

    A fiscal year, which is left open, is taken for one from July on.
    """
    if _dated(time):
        return time
    fiscal = _FISCAL.fullmatch(time.text)
    if fiscal is not None:
        begun, over = int(fiscal["first"]), int(fiscal["first"][:2] + fiscal["last"][-2:])
        if over == begun + 1:
            first, last = date(begun, 7, 1), date(over, 6, 30)
            return replace(time, type="DATE", first=first, last=last)
    year = _YEAR.match(time.text)
    if year is None:
        return time
    first, last = date(int(year[0]), 1, 1), date(int(year[0]), 12, 31)
    end = time.start + len(year[0])
    return replace(time, end=end, text=year[0], value=year[0], type="DATE", first=first, last=last)


def _dated(time: TimeMention) -> bool:
    return time.first is not None and time.last is not None


_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2212": "-", "\u00a0": " "})

"""Whose each of several sums is: "Mali gets 3 million, Chad 2 million", "Peru: 4 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from communique.claims.authors import publisher
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.claim import Party
from communique.model.mention import OrganizationMention, PartyMention

# Between a party and its sum in a list: "Chad 2 million", "Chad for 2 million", "Chad (up to …".
_GAP = re.compile(
    r"\s*(?:,|is down|gets?|with|for|up to|about|around|some|nearly|almost|over|another|a further"
    r"|more than|at least|an?\s+(?:[\w-]+\s+)?(?:loan|grant|credit|contribution|guarantee)"
    r"\s+(?:of|worth)|\s)*\s*",
    re.I,
)
_LINE = re.compile(r"\s*[:–—-]+\s*(?:[\w-]+\s+){0,3}?", re.I)
_BRACKET = re.compile(r"\s*\(\s*(?:[\w-]+\s+){0,2}?", re.I)
_AFTER = re.compile(r"\s*(?:more\s+)?(?:to|for)\s+(?:the\s+)?", re.I)
_FOR = re.compile(r"\s*(?:more\s+)?(?:for|to|in|of|from|by|towards?|over)\s")
_GOES_TO = re.compile(r"\s*(?:more\s+)?(?:for|to|towards?)\s")
_ENTRY = (">", "*", "•", "–", "-", "▪")
_MARKS = "-*•·–—▪"
_BULLET = re.compile(r"[\s>*•\-–—·\d.)]*")


class Part(Enum):
    """The part of the party beside a sum."""

    GIVES = auto()
    GETS = auto()
    #: The part that the subject of the list has.
    SAME = auto()


class Share(NamedTuple):
    """The party beside a sum, and its part.

    Attributes:
        party: The party.
        part: Whether it gives or gets.
        line: Whether the sum stands in a line of its own.
    """

    party: Party
    part: Part
    line: bool = False


@dataclass(frozen=True)
class Shares:
    """Tells whose the sums of one document are by where they stand.

    Attributes:
        reading: The document.
        numbers: Its numbers, in text order.
    """

    reading: Reading
    numbers: Sequence[Number]

    def segment(self, number: Number) -> range:
        """The code points from the sum before in the sentence, or its start, to the one after."""
        tree = self.reading.tree
        sentence = tree.sentence(number.head)
        start, end = tree[sentence.first].start, tree[sentence.last - 1].end
        for other in self.numbers:
            if other.amount is not None and start <= other.start < other.end <= number.start:
                start = other.end
            if other.amount is not None and number.end <= other.start < end:
                end = other.start
        return range(start, end)

    def limit(self, number: Number) -> int:
        """The offset from which on the words belong to the next sum of the sentence."""
        end = min(self.segment(number).stop, self._end_of_line(number))
        following = next((n for n in self.numbers if n.amount and n.start == end), None)
        if following is None or number.amount is None:
            return end
        text = self.reading.document.text
        for mention in self._parties:
            inside = number.end <= mention.start < mention.end <= end
            if inside and (
                _GAP.fullmatch(text, mention.end, end) or _BRACKET.fullmatch(text, mention.end, end)
            ):
                return mention.start
        return end

    def _start_of_line(self, index: int) -> int:
        """Where the line of a list begins that holds a place, if that is in one sentence."""
        return self.reading.document.text.rfind("\n", 0, index) + 1

    def _end_of_line(self, number: Number) -> int:
        """Where the entry ends that a number stands in; the end of the text outside of lists."""
        text = self.reading.document.text
        start = self._start_of_line(number.start)
        end = text.find("\n", number.end)
        listed = text[start:].lstrip()[:1] in _ENTRY and start < number.start
        return end if listed and end >= 0 else len(text)

    def opens_a_line(self, number: Number) -> bool:
        """Whether a sum begins an entry of a list: "- 12 million euros for 40 buses"."""
        first = self.reading.tree[self.reading.tree.sentence(number.head).first].start
        text = self.reading.document.text
        opens = _BULLET.fullmatch(text, first, number.start) is not None
        return opens and _FOR.match(text, number.end) is not None

    def is_entry(self, number: Number) -> bool:
        """Whether a sum stands in an entry of a list with a mark in front: "- A 2 million fund"."""
        first = self.reading.tree[self.reading.tree.sentence(number.head).first]
        before = self.reading.document.text[: first.end].rstrip()
        return any(mark in before[before.rfind("\n") + 1 :][:3] for mark in _MARKS)

    def of(self, number: Number) -> Share | None:
        """The party beside a sum; None where it is told otherwise."""
        if number.amount is None:
            return None
        segment = self.segment(number)
        sentence = self.reading.tree.sentence(number.head)
        first = self.reading.tree[sentence.first].start
        last = self.reading.tree[sentence.last - 1].end
        several = segment.start > first or segment.stop < last
        return self._before(number, segment, first, several) or (
            self._after(number, segment) if several else None
        )

    def _after(self, number: Number, segment: range) -> Share | None:
        """A receiver right after the sum: "3 million to Mali"."""
        text = self.reading.document.text
        for mention in self._parties:
            if number.end < mention.start < segment.stop and _AFTER.fullmatch(
                text, number.end, mention.start
            ):
                return Share(_party(mention), Part.GETS)
        return None

    def _before(self, number: Number, segment: range, first: int, several: bool) -> Share | None:
        """A party right before the sum."""
        text = self.reading.document.text
        for mention in self._parties:
            if not segment.start <= mention.start < mention.end <= number.start:
                continue
            between = mention.end, number.start
            line = max(first, self._start_of_line(mention.start))
            opens = _BULLET.fullmatch(text, line, mention.start) is not None
            if opens and _LINE.fullmatch(text, *between):
                return Share(_party(mention), self._in_line(mention), line=True)
            if _BRACKET.fullmatch(text, *between):
                return Share(_party(mention), self._in_list(mention))
            goes_on = _GOES_TO.match(text, number.end) is not None
            if several and segment.start > first and not goes_on and _GAP.fullmatch(text, *between):
                return Share(_party(mention), Part.SAME)
        return None

    def _in_line(self, mention: PartyMention | OrganizationMention) -> Part:
        """In one party's own list others get what it gives; anybody's else names the givers."""
        own = publisher(self.reading)
        return Part.GETS if own and _party(mention) not in own else Part.GIVES

    def _in_list(self, mention: PartyMention | OrganizationMention) -> Part:
        tree = self.reading.tree
        head = self.reading.head(mention)
        above = [] if head is None else [head, *tree.ancestors(head)]
        for index in above:
            if tree.lower(index) in {"for", "to", "in"}:
                return Part.GETS
            if tree.is_verb(index):
                break
        return Part.GIVES

    @cached_property
    def _parties(self) -> tuple[PartyMention | OrganizationMention, ...]:
        named: list[PartyMention | OrganizationMention] = list(self.reading.mentions(PartyMention))
        named += self.reading.mentions(OrganizationMention)
        return tuple(sorted(named, key=lambda m: m.start))


def _party(mention: PartyMention | OrganizationMention) -> Party:
    return Party(mention.name, mention.code if isinstance(mention, PartyMention) else None)

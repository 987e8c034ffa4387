"""By when a sum or thing is to be paid or handed over, as words behind it say.

"20 million dollars to the programme, to be paid by 31 December", "30 million for the port. The
money is due on 1 May". The parser ties such words to the nearest noun, to the sum or to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.mention import TimeMention
from communique.vocab.claims.commitments import DeadlineWords

# "To be", "which will be", "that are to be", and nothing at all: "payable by".
_TO_BE = r"(?:to be|(?:is|are) to be|(?:will|shall|must|would|should) (?:all |both )?be)"
_LINK = r"(?:[,;(–—-]|\b(?:which|that|all|both|and))"


@dataclass(frozen=True)
class Settling:
    """Finds the days behind numbers of one document.

    Attributes:
        reading: The document.
        words: Words that tie a time to a deed.
        numbers: All numbers that an undertaking may be about.
    """

    reading: Reading
    words: DeadlineWords
    numbers: Sequence[Number]

    def times(self, number: Number) -> Iterator[TimeMention]:
        """Times by which a number is said to be paid or done, in its sentence or the next one."""
        tree, text = self.reading.tree, self.reading.document.text
        here = tree.sentence_number(number.head)
        for time in self.reading.mentions(TimeMention):
            index = self.reading.head(time)
            if time.start < number.end or index is None or self._is_nearer(number, time):
                continue
            distance = tree.sentence_number(index) - here
            if distance == 0 and self._behind.search(text, number.end, time.start):
                yield time
            elif distance == 1:
                start = self.reading.quote(range(*tree.sentence(index))).start
                if self._next.fullmatch(text, start, time.start):
                    yield time

    def _is_nearer(self, number: Number, time: TimeMention) -> bool:
        """Whether another number stands between."""
        return any(number.end <= other.start < time.start for other in self.numbers)

    @cached_property
    def _behind(self) -> re.Pattern[str]:
        done = rf"{_TO_BE} {_any(self.words.settled)}(?: [\w ]{{1,30}})??"
        return re.compile(rf"{_LINK}? ?(?:{done}|{_any(self.words.due)}) {self._tie}$", re.I)

    @cached_property
    def _next(self) -> re.Pattern[str]:
        done = rf"{_TO_BE} {_any(self.words.settled)}(?: [\w ]{{1,30}})??"
        due = rf"(?:is|are|will be|falls|fall) {_any(self.words.due)}"
        return re.compile(rf"{_any(self.words.taken_up)} (?:{done}|{due}) {self._tie}", re.I)

    @cached_property
    def _tie(self) -> str:
        """What stands right before the day."""
        tie = _any((*self.words.until, *self.words.before, "on", "in"))
        return rf"{tie} (?:the )?"


def _any(words: Iterable[str]) -> str:
    """A choice of words, longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})"

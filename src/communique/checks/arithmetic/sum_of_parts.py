"""A whole with its parts, and the text that they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.part_words import measured, not_all, pledging
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import Slot
from communique.checks.stated import Interval, exactly, total
from communique.model.span import Span

# Wholes below this were counted if they are made of things at all.
_COUNTED_BELOW = 1_000
_COUNT = re.compile(r"<q(\d+)>")


@dataclass(frozen=True)
class Sum:
    """A whole with parts.

    Attributes:
        whole: The whole.
        parts: The parts, in text order.
        complete: Whether the text says that they make up the whole; else they must not exceed it.
        span: Where all stand.
        pledged: Whether they are pledges.
        added: Whether a further part is told without its number.
    """

    whole: Number
    parts: tuple[Number, ...]
    complete: bool
    span: Span
    pledged: bool
    added: bool = False

    @property
    def computed(self) -> Interval:
        """What the parts make."""
        return total([self._interval(part) for part in self.parts])

    @property
    def holds(self) -> bool:
        """Whether some values in the intervals fit."""
        whole, made = self._interval(self.whole), self.computed
        return made.meets(whole) if self.complete else made.low <= whole.high

    def _interval(self, number: Number) -> Interval:
        if self.pledged:
            return number.sharp
        return exactly(number.value) if self._counted(number) else number.interval

    def _counted(self, number: Number) -> bool:
        """Whether a number was counted one by one: of some hundred seats none is rounded away."""
        plain = number.sort in {Sort.COUNT, Sort.BARE} and number.bound is None
        units = {n.unit for n in (self.whole, *self.parts)}
        return plain and self.whole.value < _COUNTED_BELOW and not (units & measured())


def spelled(passage: Passage, words: str) -> str:
    """Words of a passage with what is counted behind every count: "<q1> tranches"."""
    return _COUNT.sub(lambda m: f"{m[0]} {passage.numbers[int(m[1])].unit or ''}", words)


def sum_of(
    passage: Passage, whole: Slot, parts: Sequence[Slot], complete: bool, context: str
) -> Iterator[Sum]:
    """The sum of some slots, if they can be added, and of lists of them that begin alike."""
    if len(parts) < 2 or any(part.number.value > whole.number.value for part in parts):
        return
    told = spelled(passage, context)
    complete = complete and not_all().search(told) is None
    slots = [whole, *parts]
    span = passage.place(min(s.start for s in slots), max(s.end for s in slots))
    pledged = whole.number.sort is Sort.MONEY and pledging().search(told) is not None
    yield Sum(whole.number, tuple(p.number for p in parts), complete, span, pledged)

"""Reads sums paid in equal parts: "140 million, in three instalments of 35 million each"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.part_words import in_instalments
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import Line, Slot
from communique.checks.arithmetic.sum_of_parts import Sum, spelled

# More parts than these are no instalments.
_MOST = 60


def instalments(passage: Passage, line: Line) -> Iterator[Sum]:
    """The sum that a sentence says is paid in equal parts; the one other sum of the sentence."""
    if line.words.count("<m") != 2:
        return
    found = in_instalments().search(spelled(passage, line.words))
    if found is None:
        return
    count, each = (passage.numbers[int(found[name])] for name in ("count", "each"))
    slots = [slot for slot in line.slots if slot.number is not each and _is_whole(slot, each)]
    if len(slots) == 1 and 1 < count.value <= _MOST and count.value == int(count.value):
        parts = (each,) * int(count.value)
        ends = [slot for slot in line.slots if slot.number in {slots[0].number, each}]
        span = passage.place(min(s.start for s in ends), max(s.end for s in ends))
        yield Sum(slots[0].number, parts, True, span, True)


def _is_whole(slot: Slot, each: Number) -> bool:
    number = slot.number
    return number.sort is Sort.MONEY and number.unit == each.unit and number.value > each.value

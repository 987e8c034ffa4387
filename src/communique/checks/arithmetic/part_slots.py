"""Tells which numbers of a row can be the parts of a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.part_words import (
    alien_before,
    alien_behind,
    as_large,
    naming,
    summed_before,
    summed_behind,
    within_another,
)
from communique.checks.arithmetic.slots import Slot

#: Counted things and bare numbers, which may be counts.
COUNTS = {Sort.COUNT, Sort.BARE}
_MARK = re.compile(r"(?:^|[:;.(-]) *$")
# Marks of items, "(12)", are so long at most.
_MARKS = 2
# In a list of several things under one whole at most so much stands before each.
_SHORT = 30


def addable(whole: Number, part: Number) -> bool:
    """Whether a number may be part of another: sums of one currency, or counts."""
    if Sort.MONEY in {whole.sort, part.sort}:
        return whole.sort is part.sort and whole.unit == part.unit
    return whole.sort in COUNTS and part.sort in COUNTS and part.value > 0


def of_one_kind(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether things are counted under one name, or told under several in one short list."""
    units = {s.number.unit for s in (whole, *parts)} - {None}
    if len(units) < 2:
        return True
    first, *others = parts
    short = len(first.before) <= 2 * _SHORT and all(len(p.before) <= _SHORT for p in others)
    listed = short and all("<t" not in part.before for part in parts)
    return listed and whole.number.unit is not None and all(p.number.unit for p in parts)


def is_name(slot: Slot) -> bool:
    """Whether a number only names: "Title 32", "(3)"."""
    mark = (
        _MARK.search(slot.before)
        and slot.after.startswith((")", ". "))
        and slot.number.sort is Sort.BARE
        and len(slot.number.text) <= _MARKS
    )
    return bool(mark) or naming().search(slot.before) is not None


def of_one_name(whole: Slot, parts: Sequence[Slot]) -> bool:
    """Whether all are counted under one name, or under none."""
    return len({s.number.unit for s in (whole, *parts)} - {None}) < 2


def parts_among(slots: Iterable[Slot], whole: Slot) -> list[Slot]:
    """Those of some slots that can be parts of a whole; none where it can't be told."""
    found: list[Slot] = []
    depth, first_depth, nested = 0, 0, False
    for slot in slots:
        depth += slot.before.count("(") - slot.before.count(")")
        if not addable(whole.number, slot.number) or is_name(slot):
            continue
        if alien_behind().match(slot.after):
            if slot.number.sort is Sort.MONEY:
                return []
            continue
        if found and (summed_before().search(slot.before) or summed_behind().match(slot.after)):
            break
        first_depth = first_depth if found else depth
        nested = bool(found and within_another().search(slot.before)) or (
            nested and ";" not in slot.before
        )
        if not nested and depth == first_depth:
            found.append(slot)
            if as_large().search(slot.after):
                found.append(slot)
    return found


def no_part(slot: Slot) -> bool:
    """Whether a number is a former level, a change, a goal or a rate, by the words before it."""
    return alien_before().search(slot.before) is not None

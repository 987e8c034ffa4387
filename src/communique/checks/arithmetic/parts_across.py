"""Reads wholes and parts of which the one stands in another sentence than the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.checks.arithmetic.numbers import Sort
from communique.checks.arithmetic.part_slots import COUNTS, no_part, of_one_name, parts_among
from communique.checks.arithmetic.part_words import (
    added,
    by_instalments,
    called_total,
    made_of,
    shared_things,
    summing_up,
    the_rest,
    these_cover,
)
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import Line, Slot
from communique.checks.arithmetic.sum_of_parts import Sum, spelled, sum_of

# A sentence that sums up looks back over so many sentences.
_BACK = 3
_ITEM = re.compile(r" *[-•*·] ")
_CLOSED = re.compile(r"(?:\b(?:and|plus)\b|&)[^,;]*$")
# A number of instalments, and how much each of them is.
_COUNT_AND_TWO = 3
# What is counted is listed behind such a sign: "three tranches: 5 on signature, …".
_SET_OFF = re.compile(r"[a-z' -]{0,40}[:,(]")
# A sentence goes on about what was told before it.
_REFERS = re.compile(
    r" *(?:(?:they|these|those|it|this)(?: (?:is|are|was|were|will))?"
    r"|(?:the|these|this) (?P<noun>[a-z]+)[^<,;:]{0,20}) *$"
)


def with_rest(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """A whole and parts of which the last is the rest: "10 million: 6 for … and the other 4".

    The whole is the first number of the sentence, or stands in the sentence before it.
    """
    line = told[index]
    for at, last in enumerate(line.slots):
        if not at or last.number.sort is Sort.SHARE or not the_rest().search(last.before):
            continue
        readings = [
            one
            for whole, slots in _wholes(told, index, at)
            if (parts := parts_among(slots, whole))
            and parts[-1] is last
            and of_one_name(whole, parts)
            for one in sum_of(passage, whole, parts, True, line.words)
            if one.whole.value >= max(part.value for part in one.parts)
        ]
        fitting = [one for one in readings if one.holds]
        yield from (fitting or readings)[:1]


def _wholes(told: Sequence[Line], index: int, at: int) -> Iterator[tuple[Slot, Sequence[Slot]]]:
    """Numbers of which those up to a slot may be the parts, each with these."""
    slots = told[index].slots
    yield slots[0], slots[1 : at + 1]
    if index:
        yield from ((whole, slots[: at + 1]) for whole in reversed(told[index - 1].slots))


def told_and_summed(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """A sentence that sums up those before it: "Taken together, that makes 10 million"."""
    line = told[index]
    if not line.slots or not index or not (opening := summing_up().match(line.words)):
        return
    least = 2 if opening["plainly"] or opening["what"] else 3
    complete = not (opening["what"] or "").startswith("with")
    for back in range(1, min(_BACK, index) + 1 if least == 2 else 2):
        before = told[index - back : index]
        slots = [slot for one in before for slot in one.slots]
        whole = _behind_their_number(line.slots, slots)
        more = added().search(whole.before) is not None
        parts = parts_among(slots, whole)
        if any(_ITEM.match(one.words) for one in before[1:]) or not of_one_name(whole, parts):
            continue
        if len(parts) >= least and not any(no_part(p) for p in parts):
            context = " ".join(one.words for one in (*before, line))
            for one in sum_of(passage, whole, parts, complete, context):
                yield replace(one, added=more)


def announced(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """A total, and in a list below it, or in the next sentence, as many parts as it counts."""
    line = told[index]
    listed = line.words.rstrip().endswith(":")
    following = _following(told, index, listed)
    if not line.slots or not following or not (listed or "total" in line.words):
        return
    counts = {s.number.value for s in line.slots if s.number.sort in COUNTS}
    slots = [s for one in following for s in (one.slots[:1] if listed else one.slots)]
    context = " ".join(one.words for one in (line, *following))
    if "includ" in context:
        return
    for whole in line.slots:
        parts = parts_among(slots, whole)
        if (
            any(no_part(p) for p in parts)
            or not of_one_name(whole, parts)
            or whole.number.value <= len(parts)
        ):
            continue
        total_told = called_total().search(whole.before) is not None
        counted = len(parts) in counts and whole.number.sort is Sort.MONEY
        if counted or (listed and total_told):
            yield from sum_of(passage, whole, parts, True, context)


def _following(told: Sequence[Line], index: int, listed: bool) -> Sequence[Line]:
    """The items below a line, or the sentence behind it."""
    if listed:
        return told[index + 1 :]
    following = told[index + 1 : index + 2]
    return [line for line in following if not _ITEM.match(line.words)]


def _behind_their_number(slots: Sequence[Slot], before: Sequence[Slot]) -> Slot:
    """The first number of a sentence that does not only count those told: "the three give 10"."""
    first, *others = slots
    counts = first.number.sort in COUNTS and others and first.number.value <= len(before)
    alike = [slot for slot in before if slot.number.sort not in COUNTS or slot.number.value > 20]
    return others[0] if counts and len(alike) > 1 else first


def referred(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """A whole, and a sentence of its parts: "18 were signed. They consist of 9 … and 7 …".

    Where the sentence before it tells several numbers that are large enough, it can't be told
    which of them is meant.
    """
    line = told[index]
    if not index or len(line.slots) < 2:
        return
    opening = line.slots[0].before
    verb = made_of().search(opening)
    subject = _REFERS.match(opening[: verb.start()]) if verb else None
    if subject is None or (subject["noun"] or "") not in told[index - 1].words:
        return
    if not _CLOSED.search(line.slots[-1].before):
        return
    readings = [
        one
        for whole in told[index - 1].slots
        if not whole.before.endswith("of the ")
        and (parts := parts_among(line.slots, whole))
        and len(parts) == len(line.slots)
        for one in sum_of(passage, whole, parts, True, f"{told[index - 1].words} {line.words}")
    ]
    if len(readings) == 1 or any(one.holds for one in readings):
        yield from sorted(readings, key=lambda one: not one.holds)[:1]


def shared_between(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """What groups share, and how much of it each has: "120 seats. A won 54, B 41 and C 35"."""
    line = told[index]
    if not index or len(line.slots) < 2 or not _CLOSED.search(line.slots[-1].before):
        return
    for whole in told[index - 1].slots:
        parts = parts_among(line.slots, whole)
        if not parts or len(parts) < len(line.slots) or any(no_part(p) for p in parts):
            continue
        if _is_shared(whole) and any(_is_shared(part) for part in parts):
            yield from sum_of(passage, whole, parts, False, line.words)


def paid_in(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """A sum, and the parts in which it is paid: "It is 7. In three tranches: 3, 2 and 2"."""
    line = told[index]
    if not index or len(line.slots) < _COUNT_AND_TWO:
        return
    count, *listed = line.slots
    wholes = [slot for slot in told[index - 1].slots if slot.number.sort is Sort.MONEY]
    counted = count.number.sort in COUNTS and by_instalments().search(count.number.unit or "")
    if len(wholes) != 1 or not counted or not _SET_OFF.match(count.after):
        return
    parts = parts_among(listed, wholes[0])
    if len(parts) == count.number.value and not any(no_part(part) for part in parts):
        context = f"{told[index - 1].words} {line.words}"
        yield from sum_of(passage, wholes[0], parts, True, context)


def _is_shared(slot: Slot) -> bool:
    named = f" {slot.number.unit or ''}{slot.after}"
    return slot.number.sort in COUNTS and shared_things().match(named) is not None


def covered(passage: Passage, told: Sequence[Line], index: int) -> Iterator[Sum]:
    """Sums, and a sentence that they cover a whole: "These contributions cover the budget of …"."""
    line = told[index]
    if not index or not these_cover().match(spelled(passage, line.words)):
        return
    wholes = [slot for slot in line.slots if slot.number.sort is Sort.MONEY]
    parts = parts_among(told[index - 1].slots, wholes[0]) if len(wholes) == 1 else []
    if not any(no_part(part) for part in parts):
        context = f"{told[index - 1].words} {line.words}"
        yield from sum_of(passage, wholes[0], parts, True, context) if parts else ()

"""Reads wholes and the parts that make them up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from communique.checks.arithmetic.flows import Flow, ledgers
from communique.checks.arithmetic.instalments import instalments
from communique.checks.arithmetic.numbers import Sort, of_mention
from communique.checks.arithmetic.part_slots import (
    COUNTS,
    no_part,
    of_one_kind,
    of_one_name,
    parts_among,
)
from communique.checks.arithmetic.part_words import (
    adding,
    called_total,
    covers_more,
    made_of,
    running_total,
    some_follow,
    summed_before,
    summed_behind,
)
from communique.checks.arithmetic.parts_across import (
    announced,
    covered,
    paid_in,
    referred,
    shared_between,
    told_and_summed,
    with_rest,
)
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import Line, Slot, lines
from communique.checks.arithmetic.sum_of_parts import Sum, sum_of
from communique.checks.seen import Sheet
from communique.model.mention import MoneyMention

_CLOSED = re.compile(r"(?:\b(?:and|plus)\b|&)[^,;]*$")
_OPENED = re.compile(r"^[^,;]{0,40}?(?::|\(| -|,)[^:(]{0,40}$")
_ANNOUNCED = re.compile(r":\s*(?:[a-z' -]{0,30})$")
# By whom, from where, or for what: behind each of several wholes.
_ROLE = re.compile(r" (?:by|from|for|to) ")
# Set off from what it counts, a list of so many follows.
# What is told behind this covers a time of its own: "over ten years it totalled 190".
_LONGER = re.compile(r"\b(?:over|since|within|during|in the (?:past|last))\b[^|]*[,<]")
_SET_OFF = re.compile(r"[a-z' -]{0,30}[,:(][a-z' -]{0,30}$")


def sums(passage: Passage) -> tuple[Sum, ...]:
    """The wholes of a passage with their parts, each whole once: the reading that fits, if any."""
    return tuple(_sums(passage))


def _sums(passage: Passage) -> Iterator[Sum]:
    if len(passage.numbers) < 3:
        return
    found: dict[int, list[Sum]] = {}
    for one in _all(passage):
        # Nobody calls one of several parts their total: "250 for 250" is the name of a programme.
        if one.whole.value not in {part.value for part in one.parts}:
            found.setdefault(one.whole.start, []).append(one)
    for readings in found.values():
        fitting = [one for one in readings if one.holds and one.complete]
        if fitting:
            yield fitting[0]
        elif all(not one.holds or one.added for one in readings):
            yield readings[0]


def _all(passage: Passage) -> Iterator[Sum]:
    told = lines(passage)
    for index, line in enumerate(told):
        yield from _made_of(passage, line)
        yield from _summed(passage, line)
        yield from with_rest(passage, told, index)
        yield from told_and_summed(passage, told, index)
        yield from announced(passage, told, index)
        yield from referred(passage, told, index)
        yield from shared_between(passage, told, index)
        yield from covered(passage, told, index)
        yield from paid_in(passage, told, index)
        yield from _counted(passage, line)
        yield from instalments(passage, line)
    for ledger in ledgers(passage, Flow.TURNOVER):
        one, other = (flow.number for flow in ledger.flows)
        yield Sum(ledger.made.number, (one, other), True, ledger.span, False)


def _made_of(passage: Passage, line: Line) -> Iterator[Sum]:
    """A whole and behind it its parts: "10 million, made up of 6 for … and 4 for …"."""
    for index, whole in enumerate(line.slots[:-2]):
        parts = parts_among(line.slots[index + 1 :], whole)
        if len(parts) < 2 or any(no_part(p) for p in parts):
            continue
        if not of_one_kind(whole, parts):
            continue
        gap = passage.words[whole.end : parts[0].start]
        closed = _CLOSED.search(parts[-1].before) is not None
        listed = closed and (_ANNOUNCED.search(gap) or _totalled(whole, gap))
        if some_follow().search(gap):
            parts = _before_next(whole, parts)
            if whole.number.unit and of_one_name(whole, parts) and _apart(whole, gap):
                yield from sum_of(passage, whole, parts, False, line.words)
        elif made_of().search(gap) or listed:
            yield from sum_of(passage, whole, parts, True, line.words)


def _before_next(whole: Slot, parts: Sequence[Slot]) -> list[Slot]:
    """Parts of a whole up to the next whole, which is told as the first one was.

    "70 million by the bank, of which 30 million as a grant, and 50 million by Japan".
    """
    told = _ROLE.match(whole.after)
    if told is None or parts[0].after.startswith(told[0]):
        return [*parts]
    return list(takewhile(lambda part: not part.after.startswith(told[0]), parts))


def _counted(passage: Passage, line: Line) -> Iterator[Sum]:
    """A whole, how many parts it has, and these: "450 seats, three parties: 210, 150 and 90"."""
    for at, count in enumerate(line.slots[1:-2], start=1):
        following = line.slots[at + 1 :]
        if count.number.sort not in COUNTS or not _SET_OFF.match(count.after):
            continue
        for whole in line.slots[:at]:
            parts = parts_among(following, whole)
            told = len(parts) == count.number.value and _CLOSED.search(parts[-1].before)
            if told and of_one_name(whole, parts) and not any(no_part(p) for p in parts):
                yield from sum_of(passage, whole, parts, True, line.words)


def _apart(whole: Slot, gap: str) -> bool:
    """Whether parts can't overlap: of 50 delegates 30 may speak French and 28 English."""
    return whole.number.sort is Sort.MONEY or "includ" in gap


def _totalled(whole: Slot, gap: str) -> bool:
    """Whether a whole is called a total, and what follows is set off from it."""
    return called_total().search(whole.before) is not None and _OPENED.search(gap) is not None


def _summed(passage: Passage, line: Line) -> Iterator[Sum]:
    """Parts and behind them their whole: "6 for … and 4 for …, a total of 10"."""
    for index, whole in enumerate(line.slots):
        if _of_a_count(line.slots, index):
            continue
        sofar = passage.words[line.start : whole.start]
        running = bool(running_total().search(sofar) or covers_more().match(whole.after))
        behind = summed_behind().match(whole.after) is not None
        if not (behind or summed_before().search(whole.before) or running):
            continue
        parts = parts_among(line.slots[:index], whole)
        if parts and _LONGER.search(passage.words[parts[-1].end : whole.start]):
            continue
        if parts and not any(no_part(p) for p in parts) and of_one_name(whole, parts):
            # "Including 8 million from one and 4 million from the other, for a total of 22".
            some = some_follow().search(parts[0].before) is not None
            yield from sum_of(passage, whole, parts, not (running or some), line.words)
            if len(parts) > 2:
                yield from _lenient(passage, whole, parts[1:], line.words)


def _of_a_count(slots: Sequence[Slot], index: int) -> bool:
    """Whether a sum is that of a count before it: "three guarantees totalling 355 million"."""
    last = slots[index - 1].number.sort if index else None
    return (
        last is Sort.COUNT and re.fullmatch(r"[a-z ]*totall?ing ", slots[index].before) is not None
    )


def _lenient(passage: Passage, whole: Slot, parts: Sequence[Slot], words: str) -> Iterator[Sum]:
    """The same without the first, if it fits: what stands first may be the whole of another."""
    yield from (one for one in sum_of(passage, whole, parts, True, words) if one.holds)


def completed(one: Sum, sheet: Sheet) -> Sum:
    """A sum with the part that is told elsewhere: "together with the tranche released this week".

    It is the one sum in the document's other sentences about a tranche, payment or the like.
    """
    if not one.added:
        return one
    found = {}
    for mention in sheet.mentions_of(MoneyMention):
        sentence = sheet.sentence_at(mention.start)
        if sentence is None or one.span.overlaps(sentence) or mention.currency != one.whole.unit:
            continue
        if adding().search(sheet.text[sentence.start : sentence.end].lower()):
            found[mention.value] = of_mention(mention, mention.text)
    parts = [number for number in found.values() if number is not None]
    fresh = [part for part in parts if part.value < one.whole.value]
    if len(fresh) != 1:
        return one
    return replace(one, parts=(*one.parts, *fresh), complete=True, added=False)

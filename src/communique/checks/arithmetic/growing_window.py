"""Reads growth by what stands in a sentence, whatever its order: two levels and one rate.

The forms of `growing` tell the roles of numbers by the words between them. Where a sentence, or two
that follow each other, have no more than two levels of one unit, two times a year apart and one
rate of change, the roles are told by the direction of the change: it rises from the lower level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.checks.arithmetic.forms import Reading, readings
from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import Line, lines
from communique.model.mention import TimeMention
from communique.vocab.arithmetic import any_word

_LEVELS = {Sort.MONEY, Sort.COUNT, Sort.BARE}
# Bare numbers below it are ranks, months and the like.
_LEAST = 100
# Levels farther apart are hardly two of one thing.
_FAR = 20
_YEAR = 366
_TWO = 2
# "(2022: 38.1 million)" tells what it was.
_BRACKETED = re.compile(r"[(]<t\d+>:? <[mqn]\d+>")
_TIME = re.compile(r"<t(\d+)>")
# A span of several years has a growth of its own.
_YEARS = re.compile(r"<[nq]\d+>[ -](?:[a-z]+[ -])?(?:year|decade)s?\b|\bdecade\b|\bsince\b")
# Numbers of two subjects, or not of what was: the roles can't be told without reading closely.
_TURNS = re.compile(
    r"\b(?:while|whereas|whilst|although|though|but|however|respectively|each|between them|among"
    r"|including|includes|of which|of whom|not|if|until)\b"
)


def windows(passage: Passage) -> Iterator[Reading]:
    """Growth that the numbers of one sentence, or of two neighbours, tell."""
    if "<p" not in passage.words:
        return
    told = lines(passage)
    singles = [(line,) for line in told]
    for stretch in (*singles, *pairwise(told)):
        if len(stretch) == 1 or _linked(*stretch):
            yield from _of(passage, stretch)


def _linked(one: Line, other: Line) -> bool:
    """Whether a sentence without a full growth of its own goes on with the one before."""
    goes_on = any_word("year_before").search(other.words) or _THIS.match(other.words)
    return goes_on is not None and bool(one.slots) and bool(other.slots)


_THIS = re.compile(
    r" *(?:this|that|it|they|thus|(?:the|this|that|such an?) (?:[a-z-]+ )?"
    r"(?:rise|increase|growth|decline|decrease|drop|fall|change|plus|minus|gain|loss))\b"
)


def _of(passage: Passage, stretch: Sequence[Line]) -> Iterator[Reading]:
    words = "|".join(line.words for line in stretch)
    numbers = [slot.number for line in stretch for slot in line.slots]
    rates = [n for n in numbers if n.sort is Sort.SHARE]
    levels = [n for n in numbers if n.sort in _LEVELS and (n.unit or n.value >= _LEAST)]
    if len(rates) != 1 or len(levels) != 2 or len(levels) + 1 != len(numbers):
        return
    low, high = sorted(levels, key=lambda number: number.value)
    if not low.same_unit(high) or not 0 < low.value < high.value < low.value * _FAR:
        return
    if _TURNS.search(words) or _YEARS.search(words) or not _a_year_apart(passage, words):
        return
    direction = _direction(passage, rates[0])
    if direction is None:
        return
    base, level = (low, high) if direction == "rising" else (high, low)
    slots = [slot for line in stretch for slot in line.slots]
    numbers_by_role: dict[str, Number] = {"base": base, "level": level, direction: rates[0]}
    start, end = slots[0].start, slots[-1].end
    yield Reading(passage, numbers_by_role, start, end, passage.words[start:end])


def _direction(passage: Passage, rate: Number) -> str | None:
    """Whether a rate is of a rise or of a fall; None where it is of no change."""
    told = [
        name
        for name in ("rising", "falling")
        if any(one.numbers[name] is rate for one in readings(name, passage))
    ]
    return told[0] if len(told) == 1 else None


def _a_year_apart(passage: Passage, words: str) -> bool:
    """Whether two periods are told that are each other's counterpart in two years that follow."""
    times = [passage.times[int(at)] for at in _TIME.findall(words)]
    by_year: dict[int, list[TimeMention]] = {}
    for time in times:
        if time.first is None or time.last is None or (time.last - time.first).days > _YEAR:
            return False
        by_year.setdefault(time.last.year, []).append(time)
    if len(by_year) == 1 or not by_year:
        return (any_word("year_before").search(words) or _BRACKETED.search(words)) is not None
    if len(by_year) > _TWO:
        return False
    one, other = sorted(by_year)
    return other == one + 1 and _ends(by_year[one]) == _ends(by_year[other])


def _ends(times: Sequence[TimeMention]) -> int:
    """The last month of some times of one year."""
    return max(time.last.month for time in times if time.last is not None)

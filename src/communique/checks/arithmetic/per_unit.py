"""Reads totals that are shared out evenly: so much each, so many, so much in all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.checks.arithmetic.forms import Reading, each, readings, same_thing
from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.checks.arithmetic.slots import lines
from communique.checks.stated import stated
from communique.model.mention import Bound
from communique.model.span import Span
from communique.vocab.arithmetic import any_word, arithmetic

_TIMES = ("year", "month", "week", "day", "quarter")
_ADVERBS = {"annually": "year", "yearly": "year", "annum": "year", "monthly": "month"}
_ADVERBS |= {"weekly": "week", "daily": "day"}
_THROUGHOUT = re.compile(r"\bover <[a-z]\d+>$")
_SPREAD_OVER = re.compile(
    r"\b(?:evenly|equally|spread|distributed|divided|shared|split|allocated)"
    r"(?: (?:out|evenly|equally|fairly))? over <[a-z]\d+>$"
)
# Words without which nothing is told of one of many.
_EACH = re.compile(
    rf"{any_word('per').pattern}|\b(?:every|unit (?:price|cost|value)|price (?:per|a))\b"
)
# An average, and what it is told per head, may be rounded further than a price.
_AVERAGE = re.compile(r"\b(?:average|averag(?:es|ed|ing)|mean|at a rate of)\b")
_THREE = 3
_COUNTS = {Sort.COUNT, Sort.BARE}
# Not all have the same, or the figure is of a part of the time or of the things.
_UNEVEN = re.compile(
    r"\b(?:first|initially|at first|then|later|additional|extra|further|besides|(?<!in )other"
    r"|remaining|rest|increase[sd]?|from|including|of which|some of|part of|up to|at most"
    r"|at least|maximum|minimum|while|whereas|but|before|after|instead|not)\b"
)
_HEADS = ("head", "capita", "person")
_PEOPLE = re.compile(r"people|person|inhabitant|citizen|resident|population")
_POPULATION = re.compile(r"population[^<|]{0,40}<[qnm](\d+)>|<[qn](\d+)> (?:people|inhabitants)")


@dataclass(frozen=True)
class Shared:
    """A total that is shared out.

    Attributes:
        each: What one has of it.
        count: How many there are.
        total: The total.
        span: Where they stand.
    """

    each: Number
    count: Number
    total: Number
    span: Span

    @property
    def holds(self) -> bool:
        """Whether some values in the intervals fit."""
        return (self.each.interval * self.count.interval).meets(self.total.interval)


def shared_out(passage: Passage) -> Iterator[Shared]:
    """The totals of a passage that are shared out."""
    if len(passage.numbers) < 3 or not _EACH.search(passage.words):
        return
    seen = set()
    for name in ("per_unit", "per_unit_on"):
        for reading in each(name, passage, "each", _SUITS[name], lambda r: _shared(r).holds):
            if reading.numbers["each"].start not in seen:
                seen.add(reading.numbers["each"].start)
                yield _shared(reading)
    for one in _by_place(passage):
        if one.each.start not in seen:
            seen.add(one.each.start)
            yield one
    if "per capita" in passage.words or re.search(
        r"(?:per|a) (?:head|person|inhab)", passage.words
    ):
        yield from (one for one in _incomes(passage) if one.each.start not in seen)


def _by_place(passage: Passage) -> Iterator[Shared]:
    """What a sentence tells with no other number: a total, its takers, and what each has of it."""
    for line in lines(passage):
        if len(line.slots) != _THREE or _UNEVEN.search(line.words):
            continue
        for index, slot in enumerate(line.slots):
            others = [other.number for other in line.slots if other is not slot]
            if not _for_one().match(slot.after) or not _concludes().search(slot.before):
                continue
            for count, total in (others, reversed(others)):
                words = passage.words[line.slots[0].start : slot.end]
                roles = {"each": slot.number, "count": count, "total": total}
                reading = Reading(passage, roles, line.slots[0].start, slot.end, words)
                last = index + 1 == _THREE
                if last and count.sort in _COUNTS and _suits(reading):
                    yield _shared(reading)


@cache
def _for_one() -> re.Pattern[str]:
    """Behind a figure for one of many."""
    return re.compile(rf" ?(?:to |for )?{any_word('per').pattern}")


@cache
def _concludes() -> re.Pattern[str]:
    """Before a figure for one that follows from what was told before it."""
    words = arithmetic().words
    aliases = "|".join((*words["alias"], *words["makes"], *words["share_is"], *words["evenly"]))
    hedge = "|".join(words["hedge"])
    return re.compile(rf"(?:[:(=]|\b(?:{aliases}))(?:,? (?:{hedge}|an average of|on average))* ?$")


def _shared(reading: Reading) -> Shared:
    told = reading.numbers
    one, count = _set(reading, told["each"]), _lasting(reading, told["count"])
    return Shared(one, count, told["total"], reading.span)


def _set(reading: Reading, one: Number) -> Number:
    """A figure for one; a price, or what each gets, is set by people, and rounded little."""
    what = _of(reading, one)
    averaged = what in {*_TIMES, *_HEADS} or _AVERAGE.search(reading.words)
    priced = one.sort is Sort.MONEY and one.bound is None and not averaged
    return replace(one, interval=one.sharp) if priced else one


def _lasting(reading: Reading, count: Number) -> Number:
    """A count; in "over five years", "spread over 40 towns" nothing is more than it."""
    if count.bound is not Bound.MORE_THAN:
        return count
    before = reading.passage.words[: _end(reading, count)]
    lasting = _kind(reading, count) in _TIMES and _THROUGHOUT.search(before)
    if not lasting and not _SPREAD_OVER.search(before):
        return count
    return replace(count, bound=None, interval=stated(count.value, count.text))


def _suits(reading: Reading) -> bool:
    """Whether a count is of what the figure is for, and the total in its unit."""
    told = reading.numbers
    one, total = told["each"], told["total"]
    if one.sort is Sort.BARE and total.sort is Sort.BARE:
        return False
    return same_thing(one, total) and _suits_by_name(reading)


def _suits_by_name(reading: Reading) -> bool:
    """Whether a count is of what the figure is for; the total may be told under another name."""
    told = reading.numbers
    one, count, total = told["each"], told["count"], told["total"]
    if Sort.MONEY in {one.sort, total.sort} and not same_thing(one, total):
        return False
    if count is one or count is total or one is total or one.value >= total.value:
        return False
    what = _of(reading, one)
    return (what or "each") == _kind(reading, count) or _any(reading, one, count)


_SUITS = {"per_unit": _suits, "per_unit_on": _suits_by_name}


def _of(reading: Reading, number: Number) -> str:
    """For what a figure is: "year", "head", "family"; "" for "each"."""
    match = re.compile(rf" ?{any_word('per').pattern}").match(
        reading.passage.words, _end(reading, number)
    )
    words = match[0].split()[-1] if match else ""
    words = _ADVERBS.get(words, words)
    return "" if words in {"each", "apiece", "piece", "unit", "item", "of", "one"} else words


def _kind(reading: Reading, count: Number) -> str:
    """What a count counts: "year" for "five years", else the noun, without its ending."""
    words = reading.passage.words[_end(reading, count) :]
    behind = re.match(r"[ -](?:[a-z]+[ -])?([a-z]+)", words)
    for time in _TIMES:
        if re.match(rf"[ -](?:[a-z]+[ -])?{time}s?\b", words):
            return time
    noun = count.unit or (behind[1] if behind else "")
    return _singular(noun.split()[-1]) if noun else ""


def _any(reading: Reading, one: Number, count: Number) -> bool:
    """Whether a figure for each, or a head, goes with a count under another name."""
    what, kind = _of(reading, one), _kind(reading, count)
    if kind in _TIMES:
        return False
    if not what:
        return count.unit is not None or kind != ""
    people = what in _HEADS and _PEOPLE.search(count.unit or kind) is not None
    # "50 megawatts" are counted in MW.
    return people or _singular(what) in {kind, _singular(count.text.split()[-1].lower())}


def _singular(noun: str) -> str:
    """What singular and plural of a noun have in common: "bus", "hous", "famili"."""
    stem = noun if noun.endswith(("us", "ss")) else noun.removesuffix("s")
    return f"{stem[:-1]}i" if stem.endswith("y") else stem.removesuffix("e")


def _end(reading: Reading, number: Number) -> int:
    index = next(i for i, n in enumerate(reading.passage.numbers) if n is number)
    match = re.search(rf"<[a-z]{index}>", reading.passage.words)
    return match.end() if match else 0


def _incomes(passage: Passage) -> Iterator[Shared]:
    """An income with the number of those who share it, and what is told per head."""
    found = list(readings("per_head", passage))
    counts = {int(one or other) for one, other in _POPULATION.findall(passage.words)}
    counts |= {i for i, n in enumerate(passage.numbers) if _PEOPLE.search(n.unit or "")}
    if len(found) != 1 or len(counts) != 1:
        return
    told, count = found[0].numbers, passage.numbers[counts.pop()]
    if same_thing(told["each"], told["total"]) and count.value > 1:
        ends = [told["each"], told["total"], count]
        span = Span(min(n.start for n in ends), max(n.end for n in ends))
        yield Shared(told["each"], count, told["total"], span)

"""Reads growth: a base, a level and the rate, or factor, that leads from the one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from communique.checks.arithmetic.forms import Reading, readings
from communique.checks.arithmetic.growing_window import windows
from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.checks.stated import Interval, exactly, stated
from communique.model.mention import TimeMention
from communique.vocab.arithmetic import any_word, arithmetic

# Words around a rate that may say that it is of another sort.
_AROUND = 40
# A bare number is taken for a level only where it is one by its size: no number of months, no rank.
# Years and quarters that follow each other differ by some days in length.
_LEAP = 3
_LEVELS = {Sort.MONEY, Sort.COUNT, Sort.BARE}
_LEAST = 100
_MOST = 50
_TIMED = re.compile(r"<t\d+>")
_SLOT = re.compile(r"<[mpqnd](\d+)>")
# The rate is against a base of its own: "up 16 % on 2018".
_BASED = re.compile(r"<p\d+>[^|]*?\b(?:than|on|over|from|since|against|compared|above|below)\b")


@dataclass(frozen=True)
class Growth:
    """That something grew, or fell, from a base to a level.

    Attributes:
        base: Where it began.
        level: Where it ended.
        rate: The stated percentage; None where a factor was told in a word.
        factor: By what the base is to be multiplied.
        reading: Where it is told.
        word: The word that tells the factor.
        loose: Whether the roles are told by what stands in the sentence, not by its form.
    """

    base: Number
    level: Number
    rate: Number | None
    factor: Interval
    reading: Reading
    word: str = ""
    loose: bool = False

    @property
    def signed(self) -> float:
        """The stated percentage, below nought for a fall."""
        value = self.rate.value if self.rate else 0.0
        return -abs(value) if self.factor.high < 1 else value

    @property
    def sign(self) -> str:
        """The sign of the change, as a message puts it before the percentage."""
        return "-" if self.signed < 0 else "+"

    @property
    def level_meant(self) -> Interval:
        """The level to which base and rate lead."""
        return self.base.interval * self.factor

    @property
    def holds(self) -> bool:
        """Whether some values in the intervals fit."""
        return self.level_meant.meets(self.level.interval)


def growths(passage: Passage) -> Iterator[Growth]:
    """The growth that a passage tells, each rate once: the reading that fits, else the closest."""
    found = [*_by_rate(passage), *_by_factor(passage)]
    found.sort(key=lambda growth: _place(growth))
    for _, group in groupby(found, key=_place):
        candidates = list(group)
        holding = [growth for growth in candidates if growth.holds]
        yield min(holding or candidates, key=_looseness)


def _looseness(growth: Growth) -> tuple[bool, int]:
    return growth.loose, growth.reading.end - growth.reading.start


def _place(growth: Growth) -> int:
    return growth.rate.start if growth.rate else growth.level.start


def _by_rate(passage: Passage) -> Iterator[Growth]:
    formed = [*readings("growth", passage), *_by_times(passage)]
    for reading in (*formed, *filter(_of_one_flow, windows(passage))):
        base, level = _compared(reading), reading.numbers["level"]
        rising, falling = reading.numbers.get("rising"), reading.numbers.get("falling")
        rate = rising or falling
        if rate is None or not _comparable(reading) or _other_rate(reading):
            continue
        if _other_series(reading, rate):
            continue
        change = rate.interval if rising else exactly(0) - rate.interval
        loose = reading not in formed
        yield Growth(base, level, rate, exactly(1) + change, reading, loose=loose)


def _compared(reading: Reading) -> Number:
    """The base; "7 % more than 5 billion" is not "more than 5 billion"."""
    base = reading.numbers["base"]
    place = reading.passage.numbers.index(base)
    if re.search(rf"<p\d+> (?:more|less|fewer) than [^<|]*<[mqn]{place}>", reading.words):
        return replace(base, interval=stated(base.value, base.text), bound=None)
    return base


def _comparable(reading: Reading) -> bool:
    """Whether base and level are of one unit; a bare number may be of the other's."""
    base, level = reading.numbers["base"], reading.numbers["level"]
    if base is level or base.value == level.value:
        return False
    if base.same_unit(level):
        return True
    low, high = sorted((base.value, level.value))
    bare = None in {base.unit, level.unit} and Sort.MONEY not in {base.sort, level.sort}
    return bare and low >= _LEAST and high < low * _MOST


def _by_times(passage: Passage) -> Iterator[Reading]:
    """Growth from one level to another that are told by their times, one period apart."""
    for reading in readings("growth_on", passage):
        first, _, second = reading.words.partition("|")
        if not _BASED.search(second) and _goes_on(passage, first, second):
            yield reading
    for reading in readings("growth_back", passage):
        first, _, second = reading.words.partition("|")
        if not _BASED.search(first) and _goes_on(passage, second, first):
            yield reading
    for reading in readings("growth_after", passage):
        first, second = _clauses(reading)
        if not _BASED.search(second) and _goes_on(passage, first, second):
            yield reading
    for reading in readings("growth_row", passage):
        yield from _in_order(reading)


def _clauses(reading: Reading) -> tuple[str, str]:
    """The clause of the base, and the clause of rate and level behind it, with their times."""
    words = reading.passage.words
    start = max(words.rfind(sign, 0, reading.start) for sign in "|;") + 1
    stops = [words.find(sign, reading.end) for sign in ",;|"]
    end = min((stop for stop in stops if stop >= 0), default=len(words))
    base = re.match(r"<[^>]+>[^,;]*", reading.words)
    parting = reading.start + (base.end() if base else 0)
    return words[start:parting], words[parting:end]


def _in_order(reading: Reading) -> Iterator[Reading]:
    """The growth between two levels in a row, by which of their times is the later one."""
    one, other = reading.numbers["one"], reading.numbers["other"]
    first, _, rest = reading.words.partition(" and ")
    second = rest.partition(",")[0]
    for words, base, level in ((first, one, other), (second, other, one)):
        after = second if words is first else first
        if _follow(reading.passage, words, after):
            yield replace(reading, numbers={**reading.numbers, "base": base, "level": level})


def _goes_on(passage: Passage, first: str, second: str) -> bool:
    """Whether two stretches speak of one series in two periods, the second right after."""
    return (
        not _factor_words().search(first)
        and _follow(passage, first, second)
        and not _other_flow(first, second)
    )


def _other_flow(first: str, second: str) -> bool:
    """Whether one stretch is about exports and the other about imports, say."""
    one, other = (set(_flow_words().findall(words)) for words in (first, second))
    return bool(one and other) and not one & other


def _of_one_flow(reading: Reading) -> bool:
    """Whether one flow at most is spoken of, and the clause of the rate has no other subject."""
    words = reading.passage.words
    start = words.rfind("|", 0, reading.start) + 1
    stop = words.find("|", reading.end)
    told = words[start : stop if stop >= 0 else len(words)]
    if len(set(_flow_words().findall(told))) > 1:
        return False
    before, _, clause = told.partition("<p")[0].rpartition(",")
    return not before or not _own_subject(before, clause)


@cache
def _flow_words() -> re.Pattern[str]:
    return re.compile(r"\b(import|export|turnover|deliver|revenue|spending|surplus|deficit)")


def _follow(passage: Passage, first: str, second: str) -> bool:
    """Whether two sentences speak of two periods of one length, the second right after."""
    before, after = (_times(passage, words) for words in (first, second))
    if len(before) != 1 or len(after) != 1:
        return False
    (one,), (other,) = before, after
    if not (one.first and one.last and other.first and other.last):
        return False
    longer = (one.last - one.first) - (other.last - other.first)
    return abs(longer.days) <= _LEAP and 0 < (other.first - one.last).days <= _LEAP


def _times(passage: Passage, words: str) -> list[TimeMention]:
    return [passage.times[int(at)] for at in re.findall(r"<t(\d+)>", words)]


def _by_factor(passage: Passage) -> Iterator[Growth]:
    if not _tells_factor(passage):
        return
    for reading in readings("factor", passage):
        match = _factor_words().search(passage.words, max(0, reading.start - 12), reading.end)
        base, level = reading.numbers["base"], reading.numbers["level"]
        if match and _comparable(reading):
            yield Growth(base, level, None, _factor(match), reading, match["word"])


def _tells_factor(passage: Passage) -> bool:
    words = passage.words
    return any(factor in words for factor in arithmetic().factors) and bool(
        _factor_words().search(words)
    )


@cache
def _factor_words() -> re.Pattern[str]:
    words = "|".join(arithmetic().factors)
    return re.compile(
        rf"\b(?P<more>more than |over )?(?P<less>nearly |almost )?(?P<word>{words})\b"
    )


def _factor(match: re.Match[str]) -> Interval:
    low, high = arithmetic().factors[match["word"]]
    exact = {"doubl": 2.0, "twofo": 2.0}.get(match["word"][:5], (low + high) / 2)
    if match["more"]:
        return Interval(exact * 0.97, float("inf"))
    return Interval(low * 0.95, exact * 1.03) if match["less"] else Interval(low, high)


def _other_rate(reading: Reading) -> bool:
    """Whether the rate is an average, of volume, in another currency, or the like."""
    words = reading.passage.words
    start = max(words.rfind("|", 0, reading.start) + 1, reading.start - _AROUND)
    stop = words.find("|", reading.end)
    end = min(len(words) if stop < 0 else stop, reading.end + _AROUND)
    return any_word("other_rate").search(words, start, end) is not None


def _other_series(reading: Reading, rate: Number) -> bool:
    """Whether a rate behind both levels has a subject, a part or a time of its own."""
    passage, words = reading.passage, reading.passage.words
    slots = {match[1]: match for match in _SLOT.finditer(words, reading.start, reading.end)}
    at = {passage.numbers[int(name)].start: match for name, match in slots.items()}
    ends = [at[reading.numbers[role].start].end() for role in ("base", "level")]
    here = at[rate.start]
    if here.start() < max(ends):
        return False
    sentence = words.rfind("|", 0, reading.start) + 1
    before, between = words[sentence : max(ends)], words[max(ends) : here.start()]
    behind = re.match(r" (?:in|of|for|among) [^,;|<]*", words[here.end() :])
    if any_word("ahead").search(between):
        return True
    named = _flow_words().findall(between + (behind[0] if behind else ""))
    if any(flow not in before for flow in named):
        return True
    after = re.match(r"[^,;|<]*(?:<t\d+>)?", words[here.end() :])
    later = between + "," + (after[0] if after and _TIMED.search(before) else "")
    return _own_subject(before, between) or _own_time(passage, before, later)


def _own_subject(before: str, between: str) -> bool:
    return any(match["one"] not in before for match in _subjects().finditer(between))


def _own_time(passage: Passage, before: str, between: str) -> bool:
    """Whether a clause between the levels and the rate has a time that the levels don't have."""
    first, *clauses = re.split(r"[,;:|]", between)
    known = {(time.first, time.last) for time in _times(passage, before + first)}
    own = {(time.first, time.last) for time in _times(passage, " ".join(clauses))}
    return bool(own - known)


@cache
def _subjects() -> re.Pattern[str]:
    words = arithmetic().words
    itself, moved = "|".join(words["itself"]), "|".join((*words["up"], *words["down"]))
    aux = r"(?:has |have |had |having |is |are |was |were |also |even ){0,2}"
    return re.compile(rf"\b(?!(?:{itself})\b)(?P<one>[a-z'-]+) {aux}(?:{moved})\b")


def grows(passages: Iterable[Passage]) -> Iterator[Growth]:
    """The growth that passages tell."""
    for passage in passages:
        if _two_alike(passage) and ("<p" in passage.words or _tells_factor(passage)):
            yield from growths(passage)


def _two_alike(passage: Passage) -> bool:
    units = [n.unit for n in passage.numbers if n.sort in _LEVELS]
    return None in units or len(set(units)) < len(units)


@dataclass(frozen=True)
class Move:
    """That a percentage went from a base to a level by some points.

    Attributes:
        base: Where it began.
        level: Where it ended.
        points: By how many points.
        reading: Where it is told.
    """

    base: Number
    level: Number
    points: Number
    reading: Reading

    @property
    def holds(self) -> bool:
        """Whether some values in the intervals fit, whatever the direction."""
        hundred = exactly(100)
        up = (self.level.interval - self.base.interval) * hundred
        down = (self.base.interval - self.level.interval) * hundred
        return up.meets(self.points.interval) or down.meets(self.points.interval)


def moves(passages: Iterable[Passage]) -> Iterator[Move]:
    """The moves of percentages by points that passages tell."""
    for passage in passages:
        if "<d" in passage.words and passage.words.count("<p") > 1:
            for reading in readings("points", passage):
                told = reading.numbers
                yield Move(told["base"], told["level"], told["points"], reading)

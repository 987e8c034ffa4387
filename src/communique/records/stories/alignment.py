"""Two rows of words aligned: what they share in one order, and where they differ.

The shortest edit is found by a library; it also keeps words that two unrelated passages share by
chance ("the", "of"), which is undone here, so that a passage that was replaced reads as one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

# The library takes a bit of memory for each pair of words: this is 50 megabytes. Larger passages
# are cut first where both have the same rare words.
_LARGEST = 400_000_000
# Words in a sequence at which large passages are cut; of these one occurs once by rights.
_ANCHOR = 8


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of two rows of words that is the same in both, or differs; indices of words.

    Attributes:
        same: Whether both have the same words here.
        start: First word in the first row.
        end: One past the last word there.
        other_start: First word in the second row.
        other_end: One past the last word there.
    """

    same: bool
    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def longest(self) -> int:
        """Number of words, of the longer side."""
        return max(self.end - self.start, self.other_end - self.other_start)

    @property
    def shortest(self) -> int:
        """Number of words, of the shorter side."""
        return min(self.end - self.start, self.other_end - self.other_start)

    def joined(self, following: Run) -> Run:
        """This run and the next one as one that differs."""
        return Run(False, self.start, following.end, self.other_start, following.other_end)

    def turned(self) -> Run:
        """The same, seen from the second row."""
        return Run(self.same, self.other_start, self.other_end, self.start, self.end)


def align(first: Sequence[str], second: Sequence[str]) -> tuple[Run, ...]:
    """The runs of two rows of words, in order; together they cover both.

    Turned around it is the same alignment.
    """
    if (len(first), first) > (len(second), second):
        return tuple(run.turned() for run in align(second, first))
    return tuple(_without_chance(list(_merged(_raw(first, second)))))


def _raw(first: Sequence[str], second: Sequence[str]) -> Iterator[Run]:
    """Runs by the shortest edit, between the anchors where the texts are large."""
    if len(first) * len(second) <= _LARGEST:
        yield from _shortest(first, second, 0, 0)
        return
    cuts = [(0, 0), *_anchors(first, second), (len(first), len(second))]
    for (start, other_start), (end, other_end) in pairwise(cuts):
        mine, theirs = first[start:end], second[other_start:other_end]
        if len(mine) * len(theirs) <= _LARGEST:
            yield from _shortest(mine, theirs, start, other_start)
        else:
            yield Run(False, start, end, other_start, other_end)


def _shortest(
    first: Sequence[str], second: Sequence[str], offset: int, other_offset: int
) -> Iterator[Run]:
    for code in Indel.opcodes(first, second):
        yield Run(
            code.tag == "equal",
            offset + code.src_start,
            offset + code.src_end,
            other_offset + code.dest_start,
            other_offset + code.dest_end,
        )


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one sort as one run."""
    last: Run | None = None
    for run in runs:
        if last is None or last.same != run.same:
            if last is not None:
                yield last
            last = run
        else:
            last = Run(run.same, last.start, run.end, last.other_start, run.other_end)
    if last is not None:
        yield last


def _without_chance(runs: list[Run]) -> list[Run]:
    """Runs without same words that are no more than what differs on either side of them.

    In "rose by 5 per cent in 2021" and "rose by 6 per cent in 2022" two words stay the same between
    two changes of one; a "the" between two passages of ten words stays by chance.
    """
    kept: list[Run] = []
    for run in runs:
        kept.append(run)
        # A passage that has grown may swallow what stands before it.
        while len(kept) >= 3 and not kept[-1].same and _by_chance(*kept[-3:]):
            kept[-3:] = [kept[-3].joined(kept[-1])]
    return kept


def _by_chance(before: Run, between: Run, after: Run) -> bool:
    return between.longest <= min(before.longest, after.longest)


def _anchors(first: Sequence[str], second: Sequence[str]) -> list[tuple[int, int]]:
    """Where two long texts have the same rare words, as many as follow one another in both."""
    mine, theirs = _rare(first), _rare(second)
    places = [(start, theirs[words]) for words, start in mine.items() if words in theirs]
    return list(_ends_too(_rising(sorted(places))))


def _ends_too(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places, and the ends of the sequences that stand there, where no other one stands yet."""
    for index, (place, other) in enumerate(places):
        yield place, other
        end, other_end = place + _ANCHOR, other + _ANCHOR
        following = places[index + 1 : index + 2]
        if all(end <= place and other_end <= other for place, other in following):
            yield end, other_end


def _rare(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Sequences of words that occur once, and where."""
    sequences = [tuple(words[i : i + _ANCHOR]) for i in range(len(words) - _ANCHOR + 1)]
    times = Counter(sequences)
    return {words: start for start, words in enumerate(sequences) if times[words] == 1}


def _rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of places that rise in the second text as they do in the first."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(places):
        length = bisect_left(ends, other)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [other]
        tails[length : length + 1] = [index]
    row: list[tuple[int, int]] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        row.append(places[index])
        index = before[index]
    return row[::-1]

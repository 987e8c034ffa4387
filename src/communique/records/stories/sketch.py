"""The sketch of a text: a small sample of its word sequences, by which copies are found.

Every sequence of words has a number, a digest of it; those below a fixed bound are kept (scaled
MinHash: Irber et al., "Lightweight compositional analysis of metagenomes with FracMinHash", 2022).
Two texts keep the same ones of what they share, whatever their lengths, so the share that one holds
of the other can be estimated from the sketches, and an index from numbers to documents finds the
candidates. See `docs/decisions/0010-copies-by-containment.md`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil

from communique.records.stories.articles import Article

# Words in a sequence. Four are shared by unrelated texts of one trade ("at the invitation of"),
# more than five lose too many around each edit.
_WIDTH = 5
# Numbers are of 63 bits, which databases hold as integers.
_BITS = 63
# One sequence in ten is kept: a text of 730 words, the mean of press releases, has 73.
BOUND = (1 << _BITS) // 10
#: A sketch has at least so many numbers, the smallest ones, where the text has so many sequences.
LEAST = 32
# From what estimated shares on two texts are looked at more closely. A copy holds three quarters of
# the shorter text and a quarter of the longer one (`pairs`); edits break the sequences around them,
# and an estimate from few numbers strays.
_OF_SHORTER = 0.35
_OF_LONGER = 0.15


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two sketches share, counted below the bound to which both are complete.

    Attributes:
        shared: Numbers in both.
        one: Numbers of the one.
        other: Numbers of the other.
    """

    shared: int
    one: int
    other: int

    @property
    def of_shorter(self) -> float:
        """Estimated share of the shorter text that the longer one holds."""
        return self.shared / max(1, min(self.one, self.other))

    @property
    def of_longer(self) -> float:
        """Estimated share of the longer text that the shorter one holds."""
        return self.shared / max(1, self.one, self.other)

    @property
    def worth_comparing(self) -> bool:
        """Whether the texts may be of one story."""
        return self.of_shorter >= _OF_SHORTER and self.of_longer >= _OF_LONGER


def sketch(article: Article) -> tuple[int, ...]:
    """The sketch of an article: numbers of 63 bits, ascending; none for a text without words.

    A text of fewer words than a sequence has is one sequence.
    """
    keys = article.keys
    if not keys:
        return ()
    last = max(1, len(keys) - _WIDTH + 1)
    numbers = sorted({_number(keys[start : start + _WIDTH]) for start in range(last)})
    return tuple(numbers[: max(LEAST, bisect_left(numbers, BOUND))])


def overlap(one: Sequence[int], other: Sequence[int]) -> Overlap:
    """What two sketches share. Symmetric, but for the order of the two counts."""
    bound = min(_complete_to(one), _complete_to(other))
    mine, theirs = bisect_left(one, bound), bisect_left(other, bound)
    return Overlap(len(set(one[:mine]).intersection(other[:theirs])), mine, theirs)


def least_shared(numbers: Sequence[int], of_longer: float = _OF_LONGER) -> int:
    """How many numbers a sketch shares, at least, with any that has so much in common with it.

    Args:
        numbers: The sketch.
        of_longer: Estimated share of the longer text.
    """
    return max(1, ceil(of_longer * bisect_left(numbers, BOUND)))


def _complete_to(numbers: Sequence[int]) -> int:
    """The bound below which a sketch holds all numbers of its text."""
    if len(numbers) < LEAST:
        return 1 << _BITS
    return max(BOUND, numbers[-1] + 1) if len(numbers) == LEAST else BOUND


def _number(words: Sequence[str]) -> int:
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1

"""The 95 % interval of a measure: it is taken again over samples drawn with replacement."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

# So many samples, and the places of the ends of the interval among their sorted values.
_SAMPLES, _LOW, _HIGH = 1000, 25, 974
_SEED = 1


def samples(size: int) -> Iterator[list[int]]:
    """Samples of so many things, as their numbers, the same in every run."""
    chance = random.Random(_SEED)
    for _ in range(_SAMPLES):
        yield [chance.randrange(size) for _ in range(size)]


def interval(values: Iterable[float]) -> tuple[float, float]:
    """The 95 % interval of the values over all samples."""
    ranked = sorted(values)
    return ranked[_LOW], ranked[_HIGH]

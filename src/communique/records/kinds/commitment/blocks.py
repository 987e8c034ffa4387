"""Keys that commitments share which may be one undertaking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from communique.records.comparing import sums
from communique.records.kinds.commitment.profile import CommitmentProfile

_MOST_KEYS = 12
# Days of a block, twice with an offset of half, so that what is half as close shares one.
_BLOCK_DAYS = 30
# A number of one digit is not linked by its parties alone.
_TELLING_DIGITS = 2


def blocks_of(profile: CommitmentProfile) -> Iterator[str]:
    """Its number or deadline, with each word of its purpose, each party and two, and its month."""
    words = sorted(
        {*profile.purpose, *profile.beside}, key=lambda w: (w not in profile.names, -len(w), w)
    )
    words = [*words[:_MOST_KEYS], *(f"@{party}" for party in profile.to)]
    if profile.numbered:
        words += [*_months(profile.told), *_parties(profile)]
    for number in _numbers(profile):
        yield from (f"{number} {word}" for word in words)


def _numbers(profile: CommitmentProfile) -> Iterator[str]:
    """Keys of what is checkable of it: the sum, else the quantity, else the deadline."""
    if profile.value is not None:
        yield from (f"{sums.family(profile.currency)} {key}" for key in sums.keys(profile.value))
    elif profile.quantity is not None:
        yield from (f"{key} {u}" for key in sums.keys(profile.quantity) for u in profile.unit[-1:])
    elif profile.deadline is not None:
        yield f"by {profile.deadline}"


def _months(told: date | None) -> Iterator[str]:
    if told is not None:
        day = told.toordinal()
        yield f"month {day // _BLOCK_DAYS}"
        yield f"between {(day + _BLOCK_DAYS // 2) // _BLOCK_DAYS}"


def _parties(profile: CommitmentProfile) -> Iterator[str]:
    """Givers, and any two sides, of a number that is not given every week."""
    number = profile.value if profile.value is not None else profile.quantity
    if number is None or sums.digits(number) < _TELLING_DIGITS:
        return
    yield from (f"by {side}" for side in profile.by)
    if profile.value is not None:
        yield from (f"{one}+{other}" for one, other in combinations(sorted(profile.circle), 2))

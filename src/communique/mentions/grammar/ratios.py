"""Ratios in words: "one in five", "nine out of ten"."""

from __future__ import annotations

# Above ten a ratio has a round whole; "60 out of 75 districts" are counted.
_SMALL = 10
_ROUND = frozenset({12, 15, 20, 25, 30, 40, 50, 100, 1_000, 10_000, 100_000})


def is_ratio(part: float, whole: float) -> bool:
    """Whether two numbers with "in" or "out of" between tell a share and count nothing."""
    return 0 < part < min(whole, _SMALL) and (whole <= _SMALL or whole in _ROUND)

"""Bars: how many records begin in each day, month or year, each a way into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from communique.model.spelled import day as spelled
from communique.views.timeline import Stretch

#: Size of the picture, and where the bars stand.
WIDTH, HEIGHT, FOOT = 900, 150, 120
_TOP = 18
# So many labels fit below.
_LABELS = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar.

    Attributes:
        stretch: What it stands for.
        name: What people call that.
        label: What is written below it; empty where there is no room.
        x: Where it begins, with the room beside it.
        width: How wide that is.
        height: How high the bar is.
    """

    stretch: Stretch
    name: str
    label: str
    x: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Where it ends."""
        return round(FOOT - self.height, 1)

    @property
    def middle(self) -> float:
        """Where its middle lies."""
        return round(self.x + self.width / 2, 1)


def bars_of(stretches: Sequence[Stretch]) -> tuple[Bar, ...]:
    """The bars of stretches, side by side."""
    if not stretches:
        return ()
    most = max(stretch.number for stretch in stretches) or 1
    # A short period has no bars as wide as a door.
    width = min(WIDTH / len(stretches), 90.0)
    every = -(-len(stretches) // _LABELS)
    made = []
    for place, stretch in enumerate(stretches):
        height = stretch.number / most * (FOOT - _TOP)
        height = max(height, 2.0) if stretch.number else 0.0
        label = _label(stretch) if place % every == 0 else ""
        made.append(Bar(stretch, name_of(stretch), label, *_rounded(place * width, width, height)))
    return tuple(made)


def _rounded(*values: float) -> tuple[float, float, float]:
    first, second, third = (round(value, 1) for value in values)
    return first, second, third


def name_of(stretch: Stretch) -> str:
    """What people call a stretch."""
    if not stretch.since:
        return f"until {_called(stretch.until)}"
    if not stretch.until:
        return f"from {_called(stretch.since)}"
    return _called(stretch.since)


def _called(name: str) -> str:
    parts = name.split("-")
    if len(parts) == 1:
        return name
    if len(parts) == 2:
        return f"{date.fromisoformat(name + '-01'):%B} {parts[0]}"
    return spelled(date.fromisoformat(name))


def _label(stretch: Stretch) -> str:
    if not stretch.since:
        return "before"
    if not stretch.until:
        return "after"
    parts = stretch.since.split("-")
    if len(parts) == 1:
        return stretch.since
    if len(parts) == 2:
        return f"{date.fromisoformat(stretch.since + '-01'):%b} {parts[0][2:]}"
    return str(int(parts[2]))

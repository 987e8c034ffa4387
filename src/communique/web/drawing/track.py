"""A picture of records in time: each a mark, as long as its days, in as few rows as they fit in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.web.drawing.axis import Axis, Tick, window

#: Width of the picture, and the height of a row of marks.
WIDTH, ROW = 900, 24
_LEFT, _RIGHT, _TOP = 12, 888, 6
# A mark is so wide at least, and its number needs so much room behind it.
_LEAST, _SPAN, _LABEL = 12.0, 20.0, 27.0
# A span of more days is one in which the day is not told, rather than all of which it takes.
_VAGUE = 10


@dataclass(frozen=True, slots=True)
class Drawn:
    """A record to be drawn.

    Attributes:
        number: Its number in the list.
        kind: Its kind.
        look: "done", "planned", "cancelled", or "told" where only the day of its telling is known.
        first: First day; None where it is open.
        last: Last day; None where it is open.
        title: What it is, for people.
        address: Where it leads.
    """

    number: int
    kind: str
    look: str
    first: date | None
    last: date | None
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A record as it is drawn.

    Attributes:
        drawn: The record.
        shape: "point" for a day, "span" for several, "vague" for a day somewhere among many.
        x: Where it begins.
        width: How long it is; of a point, how wide.
        y: Middle of its row.
        before: Whether it began before the picture does.
        after: Whether it ends after the picture does.
    """

    drawn: Drawn
    shape: str
    x: float
    width: float
    y: float
    before: bool
    after: bool

    @property
    def middle(self) -> float:
        """Where its middle lies."""
        return round(self.x + self.width / 2, 1)

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.x + self.width, 1)


@dataclass(frozen=True, slots=True)
class Track:
    """A picture of records in time.

    Attributes:
        marks: The records.
        ticks: Days that are told below.
        today: Where today is; None where it lies outside.
        bottom: Where the rows end.
        first: The first day.
        last: The last day.
    """

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    bottom: float
    first: date
    last: date

    @property
    def height(self) -> float:
        """Height of the picture, with the days below."""
        return self.bottom + 24


def track_of(
    drawn: Sequence[Drawn],
    since: date | None,
    until: date | None,
    today: date,
    whole: bool = True,
) -> Track | None:
    """The picture of records; None where no day of any is known.

    Args:
        drawn: The records.
        since: First day of the picture; None for that of the records.
        until: Last day, likewise.
        today: The day that is marked.
        whole: Whether all of that period is shown; else only where the records lie in it.
    """
    dated = [one for one in drawn if one.first or one.last]
    if not dated:
        return None
    axis = _axis(dated, since, until, whole)
    ends: list[float] = []
    marks = []
    for one in sorted(dated, key=lambda d: (d.first or d.last or date.min, d.number)):
        marks.append(_placed(one, axis, ends))
    bottom = _TOP + len(ends) * ROW + 4
    here = axis.at(today) if axis.first <= today <= axis.last else None
    return Track(tuple(marks), axis.ticks(), here, bottom, axis.first, axis.last)


def _axis(dated: Sequence[Drawn], since: date | None, until: date | None, whole: bool) -> Axis:
    firsts = [d for one in dated if (d := one.first or one.last)]
    lasts = [d for one in dated if (d := one.last or one.first)]
    low, high = window(firsts)[0], max(window(lasts)[1], window(firsts)[1])
    first, last = since or low, until or high
    if not whole:
        first, last = max(first, low), min(last, high)
    if last < first:
        first, last = (last, last) if since is None else (first, first)
    if first == last:
        # A single day stands in its week.
        first, last = _shifted(first, -3), _shifted(last, 3)
    return Axis(first, last, _LEFT, _RIGHT)


def _shifted(day: date, days: int) -> date:
    if days < 0:
        return day - timedelta(min(-days, (day - date.min).days))
    return day + timedelta(min(days, (date.max - day).days))


def _placed(one: Drawn, axis: Axis, ends: list[float]) -> Mark:
    """The mark of a record, in the first row that has room; `ends` tells where rows end."""
    first, last = one.first or axis.first, one.last or axis.last
    begins, ending = axis.at(first), axis.at(last, ending=True)
    shape = _shape(one)
    width = _LEAST if shape == "point" else max(ending - begins, _SPAN)
    x = max(round(min((begins + ending - width) / 2, WIDTH - width), 1), 0.0)
    row = next((n for n, end in enumerate(ends) if end <= x), len(ends))
    end = x + width + _LABEL
    if row == len(ends):
        ends.append(end)
    ends[row] = end
    y = _TOP + row * ROW + ROW / 2
    before = one.first is None or one.first < axis.first
    after = one.last is None or one.last > axis.last
    return Mark(one, shape, x, round(width, 1), y, before, after)


def _shape(one: Drawn) -> str:
    if one.kind == "office":
        return "span"
    if one.first is not None and one.first == one.last:
        return "point"
    if one.first is None or one.last is None:
        return "vague"
    return "span" if (one.last - one.first).days <= _VAGUE else "vague"

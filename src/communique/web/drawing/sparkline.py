"""A small chart of a series, drawn at once: the large one takes the chart library a moment."""

from __future__ import annotations

from dataclasses import dataclass

from communique.web.drawing.values import Value, Values

#: Size of the picture.
WIDTH, HEIGHT = 240, 72
_LEFT, _RIGHT, _TOP, _BOTTOM = 14.0, 226.0, 14.0, 50.0
_SHAPES = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Dot:
    """A value.

    Attributes:
        value: What it stands for.
        shape: Tells who says it: circle, square, diamond or triangle.
        x: Where it lies.
        y: Where it lies.
        place: Place of who says it, which the colour tells too.
    """

    value: Value
    shape: str
    x: float
    y: float
    place: int


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A small chart.

    Attributes:
        dots: The values.
        bars: Values of one period that conflict: where they lie, from the highest to the lowest.
        begins: What is written below the first.
        ends: What is written below the last.
    """

    dots: tuple[Dot, ...]
    bars: tuple[tuple[float, float, float], ...]
    begins: str
    ends: str


def sparkline_of(values: Values) -> Sparkline | None:
    """The small chart of values; None where there is nothing to compare."""
    shown = values.shown
    if len(shown) < 2:
        return None
    numbers = [value.reading.value for value in shown]
    low, high = min(numbers), max(numbers)
    days = [value.middle.toordinal() for value in shown if value.middle] or [0]
    since, until = min(days), max(days)
    dots = []
    for place, value in enumerate(shown):
        share = (value.reading.value - low) / (high - low) if high > low else 0.5
        y = round(_BOTTOM - share * (_BOTTOM - _TOP), 1)
        x = _across(value, since, until) if values.dated else _LEFT + place * 18.0
        who = values.who.index(value.who)
        dots.append(Dot(value, _SHAPES[who % len(_SHAPES)], min(x, _RIGHT), y, who % 6))
    first, last = (str(shown[end].middle.year) if values.dated else "" for end in (0, -1))  # type: ignore[union-attr]
    return Sparkline(tuple(dots), _bars(dots), first, "" if last == first else last)


def _across(value: Value, since: int, until: int) -> float:
    assert value.middle is not None
    if since == until:
        return (_LEFT + _RIGHT) / 2
    share = (value.middle.toordinal() - since) / (until - since)
    return round(_LEFT + share * (_RIGHT - _LEFT), 1)


def _bars(dots: list[Dot]) -> tuple[tuple[float, float, float], ...]:
    held: dict[tuple[float, str], list[float]] = {}
    for dot in dots:
        if dot.value.conflicting:
            held.setdefault((dot.x, dot.value.who), []).append(dot.y)
    return tuple((x, min(ys), max(ys)) for (x, _), ys in held.items() if len(ys) > 1)

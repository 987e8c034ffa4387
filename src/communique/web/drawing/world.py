"""The map: the Equal Earth projection, and the outlines of countries as it draws them.

The projection is that of B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection",
International Journal of Geographical Information Science 33 (2019), 454-465: areas are true.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import asin, cos, inf, radians, sin, sqrt
from typing import NamedTuple, Self

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
# The outlines are kept in tenths of a degree.
_PARTS = 10
#: Width of the picture; its height follows from what it shows, within limits.
WIDTH = 900
_LOW, _HIGH = 320, 560
# Round the places there is so much of the width, and a single place stands in so many degrees.
_MARGIN, _LEAST = 0.14, 14.0
# Points of outlines that lie closer than this are drawn as one.
_STEP = 0.8
_WHOLE = ((-174.0, -56.0), (186.0, 84.0))

# Longitude and latitude, degrees east and north.
Position = tuple[float, float]


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a position lies in the plane; longitude counts from the middle of the map."""
    width, y = _parallel(latitude)
    return longitude * width, y


# Outlines have ten thousand points, on as many parallels as a degree has tenths.
@lru_cache(maxsize=4096)
def _parallel(latitude: float) -> tuple[float, float]:
    """How wide a degree of longitude is on a parallel, and at what height that lies."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    width = radians(1) * cos(theta) / (_M * slope)
    return width, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


class Ring(NamedTuple):
    """An outline, projected as far as that does not hang on what a map shows.

    Attributes:
        start: Longitude of its first point.
        west: How far it goes west of that, in degrees, not torn where the world ends.
        east: How far it goes east.
        south: Its southernmost latitude.
        north: Its northernmost.
        points: Of each point how far east of the first it lies, how wide a degree of longitude is
            there, and its height in the plane.
    """

    start: float
    west: float
    east: float
    south: float
    north: float
    points: tuple[tuple[float, float, float], ...]

    @classmethod
    def of(cls, positions: Sequence[Position]) -> Self:
        """The outline through some positions."""
        longitudes = [longitude for longitude, _ in positions]
        latitudes = [latitude for _, latitude in positions]
        steps = (_turned(there - here) for here, there in pairwise(longitudes))
        reached = list(accumulate(steps, initial=0.0))
        points = tuple(
            (east, *_parallel(latitude)) for east, latitude in zip(reached, latitudes, strict=True)
        )
        sides = (min(reached), max(reached), min(latitudes), max(latitudes))
        return cls(longitudes[0], *sides, points)


def load_outline() -> tuple[Ring, ...]:
    """The outlines of countries, from the packaged file."""
    told = json.loads((files("communique.web") / "data" / "outline.json").read_text("utf-8"))
    return tuple(Ring.of(_positions(steps)) for steps in told)


def _positions(steps: Sequence[int]) -> list[Position]:
    across, up = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x / _PARTS, y / _PARTS) for x, y in zip(across, up, strict=True)]


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world as it is drawn.

    Attributes:
        middle: Longitude of the middle.
        left: Least x of the plane.
        top: Greatest y of the plane.
        scale: Units of the picture in one of the plane.
        height: Height of the picture.
    """

    middle: float
    left: float
    top: float
    scale: float
    height: int

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position lies in the picture."""
        x, y = projected(_turned(longitude - self.middle), latitude)
        return self._placed(x, y)

    def path(self, rings: Sequence[Ring]) -> str:
        """Outlines as the data of an SVG path; what lies outside the picture is left out."""
        drawn = (self._line(ring) for ring in rings)
        return "".join(drawn)

    def _placed(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def _line(self, ring: Ring) -> str:
        if self._misses(ring):
            return ""
        points = self._points(ring)
        if len(points) < 3:
            return ""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        if max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > self.height:
            return ""
        sign = "%.0f %.0f" if self.scale < 400 else "%.1f %.1f"
        return f"M{' '.join([sign % point for point in points])}z"

    def _misses(self, ring: Ring) -> bool:
        """Whether an outline lies outside for certain, by what it extends over alone."""
        (wide, low), (slim, high) = _parallel(ring.south), _parallel(ring.north)
        if self._placed(0.0, low)[1] < 0 or self._placed(0.0, high)[1] > self.height:
            return True
        widest = _parallel(min(max(0.0, ring.south), ring.north))[0]
        widths = (wide, slim, widest)
        start = _turned(ring.start - self.middle)
        east = max((start + ring.east) * width for width in widths)
        west = min((start + ring.west) * width for width in widths)
        # A unit more, as sums of degrees are rounded.
        return self._placed(east, 0.0)[0] < -1 or self._placed(west, 0.0)[0] > WIDTH + 1

    def _points(self, ring: Ring) -> list[tuple[float, float]]:
        """The points of an outline, far ones once; it is not torn where the world ends."""
        start, left, top, scale = _turned(ring.start - self.middle), self.left, self.top, self.scale
        found = []
        last_x = last_y = inf
        for east, width, height in ring.points:
            x, y = ((start + east) * width - left) * scale, (top - height) * scale
            if abs(x - last_x) + abs(y - last_y) >= _STEP:
                last_x, last_y = x, y
                found.append((x, y))
        return found


def _turned(longitude: float) -> float:
    """The same longitude between 180 west and 180 east."""
    return (longitude + 180) % 360 - 180


def view_of(places: Sequence[Position]) -> View:
    """The part of the world in which places lie; the whole of it where there are none."""
    if not places:
        return _fitted(6.0, *_WHOLE)
    middle = _middle([longitude for longitude, _ in places])
    around = [_turned(longitude - middle) for longitude, _ in places]
    heights = [latitude for _, latitude in places]
    if max(around) - min(around) > 200:
        return _fitted(6.0, *_WHOLE)
    wide, high = _widened(min(around), max(around)), _widened(min(heights), max(heights))
    centre = middle + sum(wide) / 2
    half = (wide[1] - wide[0]) / 2
    south, north = max(high[0], -80.0), min(high[1], 82.0)
    return _fitted(centre, (centre - half, south), (centre + half, north))


def _middle(longitudes: Sequence[float]) -> float:
    """The longitude opposite the widest gap, so that a region round the date line stays whole."""
    ordered = sorted({_turned(longitude) for longitude in longitudes})
    gaps = [(_gap(ordered[n - 1], east), east) for n, east in enumerate(ordered)]
    width, east = max(gaps)
    return _turned(east + (360 - width) / 2)


def _gap(west: float, east: float) -> float:
    return (east - west) % 360 or 360


def _widened(low: float, high: float) -> tuple[float, float]:
    short = max(0.0, _LEAST - (high - low)) / 2
    margin = max(high - low, _LEAST) * _MARGIN
    return low - short - margin, high + short + margin


def _fitted(middle: float, southwest: Position, northeast: Position) -> View:
    """The view that holds all between two corners, in the width of the picture."""
    (west, south), (east, north) = southwest, northeast
    corners = [
        projected(longitude - middle, latitude)
        for longitude in (west, east)
        for latitude in (south, north, min(max(0.0, south), north))
    ]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    scale = min(WIDTH / (right - left), _HIGH / (top - bottom))
    height = min(max(round((top - bottom) * scale), _LOW), _HIGH)
    # What is left of the room lies evenly on both sides.
    left -= (WIDTH / scale - (right - left)) / 2
    top += (height / scale - (top - bottom)) / 2
    return View(middle, left, top, scale, height)

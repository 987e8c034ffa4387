"""Places on the map: circles as large as what is told of them, with the names of the largest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from communique.web.drawing.world import WIDTH, View

_SMALLEST, _LARGEST = 4.0, 22.0
# So many names are written at most, of letters this wide and high.
_NAMES, _WIDE, _HIGH = 18, 7.6, 16.0
_LONGEST = 26

# Left, top, right, bottom.
_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Site:
    """A place to be drawn.

    Attributes:
        name: Its name.
        longitude: Degrees east.
        latitude: Degrees north.
        number: How much is told of it.
        address: Where its circle leads.
    """

    name: str
    longitude: float
    latitude: float
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A place as it is drawn.

    Attributes:
        site: The place.
        x: Where it lies.
        y: Where it lies.
        radius: How large it is: its area tells the number.
        label: Its name, if there is room for it.
        label_x: Where the name begins, or ends.
        anchor: Whether it begins or ends there, as SVG says it.
    """

    site: Site
    x: float
    y: float
    radius: float
    label: str = ""
    label_x: float = 0.0
    anchor: str = "start"


def circles_of(sites: Sequence[Site], view: View) -> tuple[Circle, ...]:
    """The circles of places, the largest first, so that small ones lie on top."""
    most = max((site.number for site in sites), default=1)
    taken: list[_Box] = []
    made = []
    for site in sorted(sites, key=lambda site: (-site.number, site.name)):
        x, y = view.at(site.longitude, site.latitude)
        share = sqrt(site.number / most)
        radius = round(_SMALLEST + share * (_LARGEST - _SMALLEST), 1)
        circle = Circle(site, round(x, 1), round(y, 1), radius)
        if 0 <= x <= WIDTH and 0 <= y <= view.height:
            made.append(_labelled(circle, taken) if len(taken) < _NAMES else circle)
    return tuple(made)


def _labelled(circle: Circle, taken: list[_Box]) -> Circle:
    """The circle with its name to the right or to the left, where no other name stands."""
    name = circle.site.name
    label = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    wide = len(label) * _WIDE
    for anchor, edge in (("start", circle.radius + 4), ("end", -circle.radius - 4)):
        begin = circle.x + edge if anchor == "start" else circle.x + edge - wide
        box = (begin, circle.y - _HIGH / 2, begin + wide, circle.y + _HIGH / 2)
        if begin >= 0 and begin + wide <= WIDTH and not any(_meet(box, other) for other in taken):
            taken.append(box)
            at = round(circle.x + edge, 1)
            return Circle(circle.site, circle.x, circle.y, circle.radius, label, at, anchor)
    return circle


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

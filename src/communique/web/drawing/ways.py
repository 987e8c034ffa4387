"""Lines on the map: the shortest way over the globe between two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import acos, asin, atan2, cos, degrees, radians, sin, sqrt

from communique.web.drawing.world import WIDTH, Position, View

# Degrees of a piece of a line, and the most pieces.
_PIECE, _PIECES = 4.0, 24
_THINNEST, _THICKEST = 1.5, 6.0


@dataclass(frozen=True, slots=True)
class Line:
    """A way to be drawn.

    Attributes:
        name: What it is called.
        sort: What runs there.
        start: Where it begins.
        end: Where it ends.
        number: How much is told of it.
        address: Where it leads.
    """

    name: str
    sort: str
    start: Position
    end: Position
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Arc:
    """A way as it is drawn.

    Attributes:
        line: The way.
        path: Data of an SVG path.
        width: Of its stroke: the more is told, the wider.
    """

    line: Line
    path: str
    width: float


def arcs_of(lines: Sequence[Line], view: View) -> tuple[Arc, ...]:
    """The lines of ways, those told most first, so that others lie on top."""
    most = max((line.number for line in lines), default=1)
    made = []
    for line in lines:
        share = sqrt(line.number / most)
        width = round(_THINNEST + share * (_THICKEST - _THINNEST), 1)
        made.append(Arc(line, _path(line, view), width))
    return tuple(arc for arc in made if arc.path)


def _path(line: Line, view: View) -> str:
    drawn: list[str] = []
    last: tuple[float, float] | None = None
    inside = False
    for position in great_circle(line.start, line.end):
        x, y = view.at(*position)
        jumps = last is not None and abs(x - last[0]) > WIDTH / 2
        drawn.append(f"{'M' if last is None or jumps else 'L'}{x:.1f} {y:.1f}")
        inside = inside or (0 <= x <= WIDTH and 0 <= y <= view.height)
        last = x, y
    return "".join(drawn) if inside else ""


def great_circle(start: Position, end: Position) -> Iterator[Position]:
    """Positions on the shortest way over the globe, both ends among them.

    Of two places opposite one another all ways are as long; the ends alone are given.
    """
    one, other = _vector(start), _vector(end)
    angle = acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(one, other, strict=True)))))
    if sin(angle) < 1e-6:
        yield from (start, end)
        return
    pieces = min(max(1, round(degrees(angle) / _PIECE)), _PIECES)
    for piece in range(pieces + 1):
        share = piece / pieces
        near, far = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
        x, y, z = (near * a + far * b for a, b in zip(one, other, strict=True))
        yield degrees(atan2(y, x)), degrees(asin(max(-1.0, min(1.0, z))))


def _vector(position: Position) -> tuple[float, float, float]:
    longitude, latitude = map(radians, position)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)

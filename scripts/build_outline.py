"""Builds src/communique/web/data/outline.json from the package geopandas, version 0.14.

The package ships the countries of Natural Earth at 1:110 million (public domain, see NOTICE) as an
ESRI shapefile. Kept are the rings of all countries, as longitude and latitude in tenths of a
degree, each as differences from the point before; which country a ring is of is not kept, as the
map makes no statement on that. The file format is told in ESRI's technical description (1998).

    pip download geopandas==0.14.4 --no-deps
    python scripts/build_outline.py geopandas-0.14.4-py3-none-any.whl
"""

from __future__ import annotations

import json
import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

TARGET = Path(__file__).parents[1] / "src/communique/web/data/outline.json"
_INSIDE = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres.shp"
_HEADER, _POLYGON = 100, 5
# Of one degree; the source tells no more at this scale.
_PARTS = 10


def main(wheel: str) -> None:
    """Write the file; a rebuild from the same package changes nothing."""
    with ZipFile(wheel) as packed:
        shapes = packed.read(_INSIDE)
    rings = [ring for ring in map(_reduced, _rings(shapes)) if len(ring) > 3]
    TARGET.parent.mkdir(exist_ok=True)
    told = json.dumps([_differences(ring) for ring in rings], separators=(",", ":"))
    TARGET.write_text(told + "\n")
    print(f"{TARGET.name}: {len(rings)} rings, {sum(map(len, rings))} points, {len(told):,} bytes")


def _rings(shapes: bytes) -> Iterator[list[tuple[float, float]]]:
    place = _HEADER
    while place < len(shapes):
        (words,) = struct.unpack_from(">i", shapes, place + 4)
        content = place + 8
        (kind,) = struct.unpack_from("<i", shapes, content)
        if kind == _POLYGON:
            yield from _parts(shapes, content)
        place = content + 2 * words


def _parts(shapes: bytes, content: int) -> Iterator[list[tuple[float, float]]]:
    parts, points = struct.unpack_from("<2i", shapes, content + 36)
    starts = [*struct.unpack_from(f"<{parts}i", shapes, content + 44), points]
    first = content + 44 + 4 * parts
    for begin, end in pairwise(starts):
        flat = struct.unpack_from(f"<{2 * (end - begin)}d", shapes, first + 16 * begin)
        yield list(zip(flat[::2], flat[1::2], strict=True))


def _reduced(ring: list[tuple[float, float]]) -> list[tuple[int, int]]:
    rounded = [(round(x * _PARTS), round(y * _PARTS)) for x, y in ring]
    return [point for n, point in enumerate(rounded) if n == 0 or point != rounded[n - 1]]


def _differences(ring: list[tuple[int, int]]) -> list[int]:
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(ring)]
    return [value for point in (ring[0], *steps) for value in point]


if __name__ == "__main__":
    main(sys.argv[1])

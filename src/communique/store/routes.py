"""Routes that documents name, as they are kept.

Of a route of a document a row is kept among what it names: its kind is "route", its name the sort
and the stops, its code where the words stand. A map needs no more, and no text is read for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, insert

from communique.model.route import Route
from communique.store import tables

#: Kind of the rows.
ROUTE = "route"
# Stands between the parts of a name: no name holds it, as their blanks are single spaces.
_BETWEEN = "\t"


def put_routes(connection: Connection, number: int, routes: Iterable[Route]) -> None:
    """Keep the routes of a document; those that it had must be gone.

    Args:
        connection: A writing connection.
        number: Number of the document.
        routes: The routes, in the order of the text.
    """
    told: dict[str, list[Route]] = defaultdict(list)
    for route in routes:
        told[_BETWEEN.join((route.sort, *route.stops))].append(route)
    rows = [
        {
            "document": number,
            "kind": ROUTE,
            "name": name,
            "code": f"{same[0].start}-{same[0].end}",
            "times": len(same),
        }
        for name, same in told.items()
    ]
    if rows:
        connection.execute(insert(tables.named), rows)


def route_of(name: str, code: str) -> Route:
    """A route from what was kept of it."""
    sort, *stops = name.split(_BETWEEN)
    start, end = map(int, code.split("-"))
    return Route(sort, tuple(stops), start, end)

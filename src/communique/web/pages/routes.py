"""The map of routes: what runs between places that documents name, and who came as a guest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from communique.errors import BadOption
from communique.store.briefs import Brief, load_briefs
from communique.store.dossier import Connection
from communique.store.orders import by_time
from communique.store.texts import texts_by_key
from communique.views.ways import Way, Ways
from communique.vocab.places import Place
from communique.web.asked import TheAsked
from communique.web.drawing.sites import Circle, Site, circles_of
from communique.web.drawing.ways import Arc, Line, arcs_of
from communique.web.drawing.world import Position, View, view_of
from communique.web.links import with_query, words_address
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.telling.routes import ways
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/map/routes"
# Lines of the picture, names beneath that are not on it, and quotes of one line in the list.
_LINES, _UNDRAWN, _QUOTES = 200, 60, 3
# Of a far-flung set of lines so large a part decides what the picture shows.
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that name a route.

    Attributes:
        words: The words.
        address: Where they stand.
    """

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line in the list.

    Attributes:
        number: Its number in the list.
        way: The line.
        latest: Of a guest's way, the latest event.
        quotes: Of a route, words that name it.
    """

    number: int
    way: Way
    latest: Brief | None
    quotes: tuple[Quote, ...]


@router.get(_PATH)
def routes(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    view: Annotated[str, Query(description="places, or the whole world.")] = "places",
    number: int = 1,
) -> Response:
    """Routes and visits on a map, with the list of them.

    Raises:
        BadOption: The part of the world means nothing.
    """
    if view not in {"places", "world"}:
        raise BadOption(view, "there is no such view", "try places or world")
    told = [*asked.pairs(), ("view", "world" if view == "world" else "")]
    with site.reading() as connection:
        found = ways(site, connection, asked)
        pager = Pager.of_list(number, len(found.drawn), _PATH, told)
        shown, undrawn = pager.cut(found.drawn), found.undrawn[:_UNDRAWN]
        quotes = _quotes(connection, [*shown, *undrawn])
        latest = _latest(connection, shown)
    seen, arcs, circles = _drawn(found, pager, view)
    context = {
        "rows": [
            Row(place, way, latest.get(id(way)), quotes.get(id(way), ()))
            for place, way in enumerate(shown, pager.first)
        ],
        "pager": pager,
        "view": view,
        "height": seen.height,
        "land": seen.path(site.outline),
        "arcs": arcs,
        "circles": circles,
        "undrawn": [(way, quotes.get(id(way), ())) for way in undrawn],
        "more": max(len(found.undrawn) - _UNDRAWN, 0),
        "address": lambda name, value: with_query(
            _PATH, [*(pair for pair in told if pair[0] != name), (name, value)]
        ),
    }
    return page(request, "map_routes.html", context, asked=asked)


def _latest(connection: Connection, shown: Sequence[Way]) -> Mapping[int, Brief]:
    """The latest event of each guest's way."""
    order = {
        ident: n
        for n, ident in enumerate(by_time(connection, [i for w in shown for i in w.events]))
    }
    latest = {
        id(w): min(w.events, key=lambda i: order.get(i, len(order))) for w in shown if w.events
    }
    briefs = {brief.id: brief for brief in load_briefs(connection, sorted(set(latest.values())))}
    return {name: briefs[ident] for name, ident in latest.items() if ident in briefs}


def _quotes(connection: Connection, shown: Sequence[Way]) -> Mapping[int, tuple[Quote, ...]]:
    """Some of the words that name each route."""
    spans = {id(way): way.words[:_QUOTES] for way in shown if way.words}
    texts = texts_by_key(connection, {s.document for told in spans.values() for s in told})
    return {
        name: tuple(
            Quote(texts[s.document][s.start : s.end], words_address(s.document, s.start, s.end))
            for s in told
        )
        for name, told in spans.items()
    }


def _drawn(
    found: Ways, pager: Pager, view: str
) -> tuple[View, tuple[Arc, ...], tuple[Circle, ...]]:
    """The part of the world that is shown, and the lines and their ends in it."""
    lines: list[Line] = []
    ends: dict[tuple[str, str], Site] = {}
    for number, way in enumerate(found.drawn[:_LINES], 1):
        assert way.places is not None
        on_page = pager.first <= number <= pager.last
        page_of_it = pager.address(-(-number // pager.size))
        address = f"#way-{number}" if on_page else f"{page_of_it}#way-{number}"
        start, end = map(_position, way.places)
        lines.append(Line(" – ".join(way.ends), way.sort, start, end, way.number, address))
        for place in way.places:
            key = (place.name, place.country)
            before = ends[key].number if key in ends else 0
            ends[key] = Site(place.name, *_position(place), before + way.number, address)
    close = () if view == "world" else lines[:_SHOWN]
    seen = view_of([end for line in close for end in (line.start, line.end)])
    return seen, arcs_of(lines, seen), circles_of(list(ends.values()), seen)


def _position(place: Place) -> Position:
    assert place.longitude is not None
    assert place.latitude is not None
    return place.longitude, place.latitude

"""The map: where things took place, and which places documents name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from communique.errors import BadOption
from communique.store.briefs import Brief, load_briefs
from communique.store.dossier import Connection
from communique.views.mapping import Mapped, Spoken
from communique.web.asked import Asked, TheAsked
from communique.web.drawing.sites import Circle, Site, circles_of
from communique.web.drawing.world import View, view_of
from communique.web.links import with_query
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.telling.places import Show, TheShow, mapped
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/map"
# Circles of the picture, and names beneath that are not on it.
_CIRCLES, _UNPLACED = 250, 60
# Of a far-flung set of places so large a part decides what the picture shows.
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the list.

    Attributes:
        number: Its number in the list.
        spoken: The place.
        latest: The event told of it that is the latest.
        ways: What texts call it, each with the address of what is told of it under this name.
    """

    number: int
    spoken: Spoken
    latest: Brief | None
    ways: tuple[tuple[str, str], ...]


@router.get(_PATH)
def map_(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    show: TheShow,
    view: Annotated[str, Query(description="places, or the whole world.")] = "places",
    number: int = 1,
) -> Response:
    """Places on a map, with the list of them.

    Raises:
        BadOption: The part of the world means nothing.
    """
    if view not in {"places", "world"}:
        raise BadOption(view, "there is no such view", "try places or world")
    pairs = [*asked.pairs(), ("show", show.value if show is Show.NAMED else "")]
    with site.reading() as connection:
        found = mapped(site, connection, asked, show)
        told = [*pairs, ("view", "world" if view == "world" else "")]
        pager = Pager.of_list(number, len(found.placed), _PATH, told)
        rows = _rows(connection, found, pager, asked)
    seen, circles = _drawn(found, pager, view)
    context = {
        "rows": rows,
        "pager": pager,
        "show": show,
        "view": view,
        "height": seen.height,
        "land": seen.path(site.outline),
        "circles": circles,
        "unplaced": [(s, _ways(s, asked)) for s in found.unplaced[:_UNPLACED]],
        "more": max(len(found.unplaced) - _UNPLACED, 0),
        "address": lambda name, value: with_query(
            _PATH, [*(pair for pair in told if pair[0] != name), (name, value)]
        ),
    }
    return page(request, "map.html", context, asked=asked)


def _rows(connection: Connection, mapped: Mapped, pager: Pager, asked: Asked) -> list[Row]:
    shown: Sequence[Spoken] = pager.cut(mapped.placed)
    latest = [spoken.latest.id for spoken in shown if spoken.latest]
    briefs = {brief.id: brief for brief in load_briefs(connection, latest)}
    return [
        Row(
            number,
            spoken,
            briefs.get(spoken.latest.id) if spoken.latest else None,
            _ways(spoken, asked),
        )
        for number, spoken in enumerate(shown, pager.first)
    ]


def _ways(spoken: Spoken, asked: Asked) -> tuple[tuple[str, str], ...]:
    """What texts call a place, each with where what is told of it is listed."""
    if spoken.events:
        return tuple(
            (name, with_query("/timeline", [*asked.pairs(), ("place", name)]))
            for name in spoken.wordings
        )
    return tuple((name, with_query("/search", [("q", f'"{name}"')])) for name in spoken.wordings)


def _drawn(mapped: Mapped, pager: Pager, view: str) -> tuple[View, tuple[Circle, ...]]:
    """The part of the world that is shown, and the places in it."""
    sites = []
    for place, spoken in enumerate(mapped.placed[:_CIRCLES], 1):
        found = spoken.place
        assert found is not None
        assert found.longitude is not None
        assert found.latitude is not None
        on_page = pager.first <= place <= pager.last
        number = -(-place // pager.size)
        address = f"#place-{place}" if on_page else f"{pager.address(number)}#place-{place}"
        sites.append(Site(spoken.name, found.longitude, found.latitude, spoken.number, address))
    close = [] if view == "world" else [(s.longitude, s.latitude) for s in sites[:_SHOWN]]
    seen = view_of(close)
    return seen, circles_of(sites, seen)

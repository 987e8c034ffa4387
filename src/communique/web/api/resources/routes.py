"""Routes that documents name, and the ways of guests to their hosts."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from communique.model.plain import plain
from communique.views.ways import Way
from communique.vocab.places import Place
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ListOf, Shape, exemplified
from communique.web.asked import TheAsked
from communique.web.telling.routes import ways
from communique.web.visitors import TheSite

router = APIRouter(tags=["map"])


class End(Shape):
    """An end of a line, where it lies."""

    name: str = Field(description="Its name.")
    country: str = Field(description="ISO 3166-1 code.")
    latitude: float | None = Field(description="Degrees north.")
    longitude: float | None = Field(description="Degrees east.")


class WordsAt(Shape):
    """Where a document names a route."""

    document: str = Field(description="Key of the document.")
    start: int = Field(description="First code point of the words.")
    end: int = Field(description="One past the last.")


class Line(Shape):
    """A route, or the way of guests."""

    model_config = exemplified(
        sort="railway",
        ends=["Tashkent", "Andijan"],
        places=[
            {"name": "Tashkent", "country": "UZ", "latitude": 41.265, "longitude": 69.216},
            {"name": "Andijan", "country": "UZ", "latitude": 40.782, "longitude": 72.344},
        ],
        number=1,
        words=[{"document": "4c1f1e2436c83226", "start": 4, "end": 29}],
        events=[],
    )

    sort: str = Field(description="What runs there; `visit` for the way of guests.")
    ends: list[str] = Field(description="Its two ends by name; a guest's own comes first.")
    places: list[End] | None = Field(description="Where they lie; null where one is not placed.")
    number: int = Field(description="How often it is told.")
    words: list[WordsAt] = Field(description="Where documents name it.")
    events: list[str] = Field(description="Ids of the events that guests came to.")


@router.get("/routes", response_model=ListOf[Line], response_class=Json)
def routes(
    site: TheSite,
    asked: TheAsked,
    window: TheWindow,
    placed: Annotated[
        bool | None, Query(description="Only those of which both ends have a position, or not.")
    ] = None,
) -> Response:
    """Routes and the ways of guests, those told most first; what has no position comes last."""
    with site.reading() as connection:
        found = ways(site, connection, asked)
    drawn = () if placed is False else found.drawn
    told = (*drawn, *(() if placed is True else found.undrawn))
    chosen, after = window.cut(told, [_name(way) for way in told])
    return listed([_entry(way) for way in chosen], after, len(told))


def _name(way: Way) -> str:
    where = [] if way.places is None else [place.country for place in way.places]
    return " / ".join((way.sort, *way.ends, *where))


def _entry(way: Way) -> dict[str, Any]:
    return {
        "sort": way.sort,
        "ends": list(way.ends),
        "places": None if way.places is None else [_end(place) for place in way.places],
        "number": way.number,
        "words": [plain(words) for words in way.words],
        "events": list(way.events),
    }


def _end(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }

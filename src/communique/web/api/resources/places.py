"""Places: where things took place, and what documents name."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from communique.views.mapping import Spoken
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ListOf, Shape, exemplified
from communique.web.asked import TheAsked
from communique.web.telling.places import TheShow, mapped
from communique.web.visitors import TheSite

router = APIRouter(tags=["map"])


class PlaceTold(Shape):
    """A place, or a name of which it is not clear where it lies."""

    model_config = exemplified(
        name="Muscat",
        country="OM",
        latitude=23.58413,
        longitude=58.40778,
        wordings=["Muscat"],
        number=7,
        events=["event.8b1f2c3d4e"],
        documents=0,
    )

    name: str = Field(description="Its name.")
    country: str | None = Field(description="ISO 3166-1 code; null where it is not placed.")
    latitude: float | None = Field(description="Degrees north; null where it is not placed.")
    longitude: float | None = Field(description="Degrees east.")
    wordings: list[str] = Field(description="What texts call it.")
    number: int = Field(description="How much is told of it: events, or namings.")
    events: list[str] = Field(description="Ids of the events that took place there.")
    documents: int = Field(description="Namings by documents, each wording by itself.")


@router.get("/places", response_model=ListOf[PlaceTold], response_class=Json)
def places(
    site: TheSite,
    asked: TheAsked,
    show: TheShow,
    window: TheWindow,
    placed: Annotated[
        bool | None, Query(description="Only those that have a position, or that have none.")
    ] = None,
) -> Response:
    """Places of events, or those that documents name, the most told first; unplaced names last."""
    with site.reading() as connection:
        found = mapped(site, connection, asked, show)
    some = () if placed is False else found.placed
    rest = () if placed is True else found.unplaced
    told = (*some, *rest)
    chosen, after = window.cut(told, [_name(one) for one in told])
    return listed([_entry(one) for one in chosen], after, len(told))


def _name(one: Spoken) -> str:
    return f"{one.name}, {one.place.country}" if one.place else one.name


def _entry(one: Spoken) -> dict[str, Any]:
    place = one.place
    return {
        "name": one.name,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "wordings": list(one.wordings),
        "number": one.number,
        "events": list(one.events),
        "documents": one.documents,
    }

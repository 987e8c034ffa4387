"""Figures as series: what is told of each period, by whom, and where sources contradict."""

from __future__ import annotations

from datetime import date
from typing import Any

from fastapi import APIRouter, Response
from pydantic import Field

from communique.exports.figures import entry
from communique.store.listing import load_records
from communique.views.loading import with_points
from communique.views.series import Series
from communique.views.shown import Shown
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import (
    ClaimName,
    ListOf,
    RecordTold,
    Shape,
    exemplified,
    record_example,
)
from communique.web.asked import TheAsked
from communique.web.telling.series import TheIndicator, series_asked
from communique.web.visitors import TheSite

router = APIRouter(tags=["figures"])


def _reading(value: float, claim: str) -> dict[str, Any]:
    """What a value looks like."""
    told = {"document": "4c1f1e2436c83226", "claim": claim}
    return {"value": value, "unit": "USD", "bound": None, "stories": 1, "claims": [told]}


class Reading(Shape):
    """A value, and who tells it."""

    value: float = Field(description="The value, in its unit.")
    unit: str = Field(description="The unit, or the ISO 4217 code of the currency.")
    bound: str | None = Field(description="Whether it is told as more or less, or about so much.")
    stories: int = Field(description="Number of independent stories that tell it.")
    claims: list[ClaimName] = Field(description="The claims that tell it.")


class PointTold(Shape):
    """What is told of one period by one compiler."""

    first: date | None = Field(description="First day of the period.")
    last: date | None = Field(description="Last day of the period.")
    compiler: str | None = Field(description="Whose statistic it is, where it is told.")
    forecast: bool = Field(description="Whether it lies ahead.")
    readings: list[Reading] = Field(description="Its values, that of most stories first.")


class Conflict(Shape):
    """A period of which sources tell different values."""

    first: date | None = Field(description="First day of the period.")
    last: date | None = Field(description="Last day of the period.")
    compiler: str | None = Field(description="Whose statistic it is, where it is told.")
    values: list[float] = Field(description="The values.")


class SeriesTold(RecordTold):
    """A series of figures."""

    model_config = exemplified(
        **record_example(
            "figure.bbbb1",
            "2024-05-03",
            {"indicator": "exports", "label": "trade", "value": 40e9, "unit": "USD"},
            points=[
                {
                    "first": "2022-01-01",
                    "last": "2022-12-31",
                    "compiler": None,
                    "forecast": False,
                    "readings": [_reading(40e9, "figure-1b7e0f2a9c"), _reading(37e9, "figure-2c4")],
                }
            ],
            movements=[],
            conflicts=[
                {
                    "first": "2022-01-01",
                    "last": "2022-12-31",
                    "compiler": None,
                    "values": [40e9, 37e9],
                }
            ],
        )
    )

    points: list[PointTold] = Field(description="What it says of each period, in order of time.")
    movements: list[dict[str, Any]] = Field(description="How it is said to have moved.")
    conflicts: list[Conflict] = Field(description="Periods of which sources tell other values.")


@router.get("/figures", response_model=ListOf[SeriesTold], response_class=Json)
def figures(site: TheSite, asked: TheAsked, indicator: TheIndicator, window: TheWindow) -> Response:
    """Series of figures with their points, those that most sources tell first."""
    with site.reading() as connection:
        found = series_asked(site, connection, asked, indicator)
        chosen, after = window.cut(found, found)
        shown = [Shown(one) for one in load_records(connection, chosen)]
        items = [_entry(series) for series in with_points(connection, shown)]
    return listed(items, after, len(found))


def _entry(series: Series) -> dict[str, Any]:
    told = entry(series)
    conflicts = [
        {
            **{name: point[name] for name in ("first", "last", "compiler")},
            "values": [reading["value"] for reading in point["readings"]],
        }
        for point in told["points"]
        if len(point["readings"]) > 1
    ]
    return {**told, "conflicts": conflicts}

"""The timeline: records in order of time, and how many there are of each day, month or year."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from fastapi import APIRouter, Response
from pydantic import Field

from communique.claims.from_json import entry_of
from communique.model.plain import plain
from communique.store.briefs import Brief, load_briefs
from communique.views.headlines import headline
from communique.views.meeting import is_meeting
from communique.views.timeline import Level, stretches
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ClaimName, Days, ListOf, Shape, StepTaken, exemplified
from communique.web.asked import TheAsked
from communique.web.site import Site
from communique.web.telling.timeline import TheFilters, due_of, look_of, sought_by, spots_found
from communique.web.visitors import TheSite

router = APIRouter(tags=["timeline"])
_EXAMPLE: dict[str, Any] = {
    "record": "event.aaaa1",
    "kind": "event",
    "headline": "meeting of Oman and Peru in Lima",
    "look": "done",
    "first": "2024-05-02",
    "last": "2024-05-02",
    "told_first": "2024-05-03",
    "told_last": "2024-05-04",
    "due": None,
    "meeting": True,
    "history": [],
    "stories": 2,
    "claims": 3,
    "leading": {"document": "4c1f1e2436c83226", "claim": "event-1b7e0f2a9c"},
    "head": {"kind": "event", "place": "Lima", "status": "occurred"},
    "revision": 1,
}


class Moment(Shape):
    """An entry of a timeline."""

    model_config = exemplified(**_EXAMPLE)

    record: str = Field(description="Id of the record.")
    kind: str = Field(description="Its kind.")
    headline: str = Field(description="What it tells, in plain words.")
    look: Literal["done", "planned", "cancelled", "told"] = Field(
        description="Whether it took place; `told`: it has no day but those of its telling."
    )
    first: date | None = Field(description="First day of what it is about; null where unknown.")
    last: date | None = Field(description="Last such day.")
    told_first: date | None = Field(description="Day of the earliest publication that tells it.")
    told_last: date | None = Field(description="Day of the latest.")
    due: Days | None = Field(description="The deadline of a commitment, under which it stands.")
    meeting: bool = Field(description="Whether `/meetings/{record}` tells what each side says.")
    history: list[StepTaken] = Field(description="Steps of an instrument or commitment, in order.")
    stories: int = Field(description="Number of independent stories that tell it.")
    claims: int = Field(description="Number of its claims.")
    leading: ClaimName = Field(description="The claim that lends it its words.")
    head: dict[str, Any] = Field(description="The elected values, as a claim of the kind.")
    revision: int = Field(description="Counts its changes.")


class Stretch(Shape):
    """A day, month or year, or all before or after."""

    since: str = Field(description="First day, month or year; empty for all before.")
    until: str = Field(description="Last day, month or year; empty for all after.")
    number: int = Field(description="How many records begin in it.")


class Counted(Shape):
    """How many records begin in each stretch of the period."""

    model_config = exemplified(
        level="year",
        count=4,
        stretches=[
            {"since": "2023", "until": "2023", "number": 1},
            {"since": "2024", "until": "2024", "number": 3},
        ],
    )

    level: Literal["year", "month", "day"] = Field(description="What a stretch is.")
    count: int = Field(description="Number of all records.")
    stretches: list[Stretch] = Field(description="The stretches in order, without gaps.")


@router.get("/timeline", response_model=ListOf[Moment], response_class=Json)
def timeline(site: TheSite, asked: TheAsked, filters: TheFilters, window: TheWindow) -> Response:
    """Records in order of time, the latest first; a commitment stands under its deadline."""
    with site.reading() as connection:
        sought = sought_by(connection, asked, filters)
        spots = spots_found(site, connection, sought, asked, filters)
        ordered = spots[::-1] if filters.latest else spots
        chosen, after = window.cut(ordered, [spot.id for spot in ordered])
        records = load_briefs(connection, [spot.id for spot in chosen])
    return listed([_entry(record, site) for record in records], after, len(spots))


@router.get("/timeline/counts", response_model=Counted, response_class=Json)
def counts(site: TheSite, asked: TheAsked, filters: TheFilters) -> Response:
    """How many records begin in each day, month or year, the closer the shorter the period is."""
    with site.reading() as connection:
        sought = sought_by(connection, asked, filters)
        spots = spots_found(site, connection, sought, asked, filters)
    told = {
        "level": Level(sought.level).name.lower(),
        "count": len(spots),
        "stretches": [plain(one) for one in stretches(spots, sought)],
    }
    return Json(told)


def _entry(record: Brief, site: Site) -> dict[str, Any]:
    due = due_of(record)
    return {
        "record": record.id,
        "kind": record.kind,
        "headline": headline(record.head, site.wording),
        "look": look_of(record, site.today),
        **{name: plain(getattr(record, name)) for name in _DAYS},
        "due": None if due is None else {"first": plain(due.first), "last": plain(due.last)},
        "meeting": is_meeting(record.head),
        "history": plain(record.history),
        "stories": record.stories,
        "claims": record.number,
        "leading": plain(record.claims[0]),
        "head": entry_of(record.head),
        "revision": record.revision,
    }


_DAYS = ("first", "last", "told_first", "told_last")

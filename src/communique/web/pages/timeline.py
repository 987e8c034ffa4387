"""The timeline: what happened and what is to come, in order, from years down to days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from communique.model.claim import When
from communique.model.terms import EventStatus
from communique.store.briefs import Brief, load_briefs
from communique.views.headlines import headline
from communique.views.timeline import KINDS, Level, Stretch, stretches
from communique.web.asked import Asked, TheAsked
from communique.web.drawing.bars import bars_of, name_of
from communique.web.drawing.track import Drawn, Track, track_of
from communique.web.links import with_query
from communique.web.paging import Pager
from communique.web.rendering import page, short
from communique.web.site import Site
from communique.web.telling.timeline import (
    Filters,
    TheFilters,
    due_of,
    look_of,
    sought_by,
    spots_found,
)
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/timeline"
_WITHIN = {Level.YEAR: "year", Level.MONTH: "month", Level.DAY: "day"}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the list.

    Attributes:
        number: Its number in the list, which the picture tells too.
        record: The record.
        look: How it is drawn: "done", "planned", "cancelled" or "told".
        due: The deadline of a commitment.
    """

    number: int
    record: Brief
    look: str
    due: When | None

    @property
    def first(self) -> date | None:
        """First day of the mark."""
        return self.due.first if self.due else self.record.first or self._told

    @property
    def last(self) -> date | None:
        """Last day of the mark."""
        return self.due.last if self.due else self.record.last or self._told

    @property
    def _told(self) -> date | None:
        undated = self.record.first is None and self.record.last is None
        return self.record.told_first if undated else None


@router.get(_PATH)
def timeline(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    filters: TheFilters,
    number: int = 1,
) -> Response:
    """Records in order of time."""
    with site.reading() as connection:
        sought = sought_by(connection, asked, filters)
        spots = spots_found(site, connection, sought, asked, filters)
        pager = Pager.of_list(number, len(spots), _PATH, [*asked.pairs(), *filters.pairs()])
        ordered = spots[::-1] if filters.latest else spots
        chosen = pager.cut(ordered)
        records = load_briefs(connection, [spot.id for spot in chosen])
    lines = [_line(record, n, site.today) for n, record in enumerate(records, pager.first)]
    told = stretches(spots, sought)
    context = {
        "lines": lines,
        "pager": pager,
        "filters": filters,
        "kinds_offered": KINDS,
        "statuses": list(EventStatus),
        "bars": bars_of(_shown(told, sought.level)),
        "earlier": sum(one.number for one in told if not one.since),
        "within": _WITHIN[sought.level],
        "address_of": lambda one: _narrowed(asked, filters, one.since, one.until),
        "name_of": name_of,
        "wider": _wider(asked, filters),
        "turned": _turned(asked, filters),
        "track": _track(site, lines, asked, whole=pager.pages == 1),
    }
    return page(request, "timeline.html", context, asked=asked)


def _line(record: Brief, number: int, today: date) -> Line:
    return Line(number, record, look_of(record, today), due_of(record))


def _shown(told: Sequence[Stretch], level: Level) -> list[Stretch]:
    """The stretches that get a bar: beside months and days, all that began before would dwarf."""
    return [one for one in told if level is Level.YEAR or (one.since and one.until)]


def _track(site: Site, lines: Sequence[Line], asked: Asked, whole: bool) -> Track | None:
    """The picture of a page: of the period asked for if all of it is on the page."""
    drawn = [
        Drawn(
            line.number,
            line.record.kind,
            line.look,
            line.first,
            line.last,
            short(headline(line.record.head, site.wording), 120),
            f"#entry-{line.number}",
        )
        for line in lines
    ]
    return track_of(drawn, asked.first, asked.last, site.today, whole)


def _narrowed(asked: Asked, filters: Filters, since: str, until: str) -> str:
    """The address of a part of the timeline."""
    pairs = [*asked.sides_alone(), ("since", since), ("until", until), ("person", asked.person)]
    return with_query(_PATH, [*pairs, *filters.pairs()])


def _wider(asked: Asked, filters: Filters) -> list[tuple[str, str]]:
    """Names and addresses of the periods that hold the one that is shown, the widest first."""
    if not (asked.since or asked.until):
        return []
    told = [("all years", _narrowed(asked, filters, "", ""))]
    parts = asked.since.split("-")
    if asked.since == asked.until:
        told += [
            ("-".join(parts[:depth]), _narrowed(asked, filters, *["-".join(parts[:depth])] * 2))
            for depth in range(1, len(parts))
        ]
    return told


def _turned(asked: Asked, filters: Filters) -> str:
    """The address of the same in the other order."""
    other = Filters(filters.kinds, filters.place, filters.status, not filters.latest)
    return with_query(_PATH, [*asked.pairs(), *other.pairs()])

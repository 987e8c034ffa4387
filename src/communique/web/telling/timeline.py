"""What a timeline is asked for, and the records that answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.errors import BadOption
from communique.model.claim import When
from communique.model.terms import EventStatus, Modality
from communique.store.briefs import Brief
from communique.store.dossier import Connection
from communique.store.spots import Spot
from communique.views.persons import records_naming
from communique.views.timeline import KINDS, Sought, spots_of
from communique.web.asked import Asked
from communique.web.site import Site


@dataclass(frozen=True, slots=True)
class Filters:
    """What a timeline is asked for besides what every page is.

    Attributes:
        kinds: Kinds of record.
        place: Where events took place.
        status: Whether they did.
        latest: Whether the latest stand first.
    """

    kinds: tuple[str, ...]
    place: str
    status: EventStatus | None
    latest: bool

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of an address that asks the same."""
        told = [("kind", kind) for kind in self.kinds if self.kinds != (Event.kind,)]
        told += [("place", self.place), ("status", self.status.value if self.status else "")]
        return [*told, ("order", "" if self.latest else "first")]


def _filters(
    kind: Annotated[
        list[str] | None, Query(description=f"Kinds of record, of {', '.join(KINDS)}; else events.")
    ] = None,
    place: Annotated[str, Query(description="Where events took place.", max_length=200)] = "",
    status: Annotated[str, Query(description="Whether events took place.", max_length=20)] = "",
    order: Annotated[
        str, Query(description="`first` has the earliest stand first.", max_length=10)
    ] = "",
) -> Filters:
    """The filters of a request.

    Raises:
        BadOption: A kind or status means nothing.
    """
    kinds = kind or ()
    for one in kinds:
        if one not in KINDS:
            raise BadOption(one, "a timeline shows no such records", f"try {', '.join(KINDS)}")
    statuses = {each.value: each for each in EventStatus}
    if status and status not in statuses:
        raise BadOption(status, "events have no such status", f"try {', '.join(statuses)}")
    if order not in {"", "first", "last"}:
        raise BadOption(order, "a timeline has no such order", "try first or last")
    chosen = tuple(each for each in KINDS if each in kinds) or (Event.kind,)
    return Filters(chosen, place.strip(), statuses.get(status), order != "first")


TheFilters = Annotated[Filters, Depends(_filters)]


def sought_by(connection: Connection, asked: Asked, filters: Filters) -> Sought:
    """What a timeline is asked for, as views understand it."""
    among = None
    if asked.person:
        among = records_naming(connection, asked.person, filters.kinds)
    return Sought(
        filters.kinds,
        asked.relationship,
        asked.first,
        asked.last,
        among,
        filters.place,
        filters.status,
    )


def spots_found(
    site: Site, connection: Connection, sought: Sought, asked: Asked, filters: Filters
) -> list[Spot]:
    """All records that answer, the earliest first; kept: readers leaf and turn."""
    key = ("timeline", filters.kinds, filters.place, filters.status, *asked.pairs())
    return site.cache.get(site.state(connection), key, lambda: spots_of(connection, sought))


def due_of(record: Brief) -> When | None:
    """The deadline of a commitment."""
    return record.head.deadline if isinstance(record.head, Commitment) else None


def look_of(record: Brief, today: date) -> str:
    """How a record stands in time: "done", "planned", "cancelled", or "told" where it has no day.

    A deadline is planned until its last day is over.
    """
    due = due_of(record)
    if due is not None:
        ends = due.last or due.first
        return "planned" if ends is None or ends >= today else "done"
    if record.first is None and record.last is None:
        return "told"
    head = record.head
    if isinstance(head, Event) and head.status is EventStatus.CANCELLED:
        return "cancelled"
    planned = isinstance(head, Event) and head.status is EventStatus.PLANNED
    ahead = head.modality in {Modality.PLANNED, Modality.POSSIBLE}
    return "planned" if planned or ahead else "done"

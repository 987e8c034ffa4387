"""Records in order of time: which belong on a timeline, and how many fall into each stretch.

Days are in ISO form, of which a beginning names the year ("2024") or month ("2024-05").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.claims.slots.office import Office
from communique.model.terms import EventStatus
from communique.store.dossier import Connection
from communique.store.listing import Wanted
from communique.store.spots import Spot, list_deadlines, list_spots
from communique.store.taking_part import parties_of
from communique.views.relationship import Relationship

#: Kinds of record that a timeline can show.
KINDS = (Event.kind, Instrument.kind, Commitment.kind, Office.kind)
# Up to so many days are told one by one, and up to so many months.
_DAYS, _MONTHS = 62, 740
# Stretches that a picture can show; of more years the outer ones are put together.
_MOST = 60
# Of all records so large a part, at each end, may lie outside of the years shown singly.
_OUTER = 0.01


class Level(IntEnum):
    """How closely a timeline looks; the value is the length of what names a stretch."""

    YEAR = 4
    MONTH = 7
    DAY = 10


@dataclass(frozen=True, slots=True)
class Sought:
    """What a timeline is asked for.

    Attributes:
        kinds: Kinds of record.
        relationship: The sides that must take part; None for anybody.
        since: First day.
        until: Last day.
        among: Ids of which a record must have one; None for any.
        place: Where it took place, as texts write it; only events tell.
        status: Whether it took place; only events tell.
    """

    kinds: tuple[str, ...] = (Event.kind,)
    relationship: Relationship | None = None
    since: date | None = None
    until: date | None = None
    among: frozenset[str] | None = field(default=None, repr=False)
    place: str = ""
    status: EventStatus | None = None

    @property
    def level(self) -> Level:
        """How closely to look: the shorter the period, the closer."""
        if self.since is None or self.until is None:
            return Level.YEAR
        days = (self.until - self.since).days + 1
        return Level.DAY if days <= _DAYS else Level.MONTH if days <= _MONTHS else Level.YEAR


@dataclass(frozen=True, slots=True)
class Stretch:
    """A day, month or year, and how many records begin in it.

    Attributes:
        since: The first day, month or year; empty for all before.
        until: The last; empty for all after.
        number: How many records.
    """

    since: str
    until: str
    number: int


def spots_of(connection: Connection, sought: Sought) -> list[Spot]:
    """The records that a timeline shows, the earliest first."""
    found: list[Spot] = []
    for kind in sought.kinds:
        if kind == Event.kind or not (sought.place or sought.status):
            found += _of_kind(connection, sought, kind)
    if sought.among is not None:
        found = [spot for spot in found if spot.id in sought.among]
    return sorted(found, key=lambda spot: (spot.day, spot.last or spot.day, spot.id))


def _of_kind(connection: Connection, sought: Sought, kind: str) -> list[Spot]:
    related = sought.relationship
    # Regional money is no side's: commitments are asked for as events are.
    as_kind = Event.kind if kind == Commitment.kind else kind
    sides = () if related is None else related.names(as_kind)
    if kind == Commitment.kind:
        due = list_deadlines(connection, Wanted(kind, sides))
        found = [spot for spot in due if _within(spot, sought)]
    else:
        wanted = Wanted(kind, sides, sought.since, sought.until)
        saying = [("place", sought.place)] if sought.place else []
        saying += [("status", sought.status.value)] if sought.status else []
        dated = kind == Instrument.kind
        found = list_spots(connection, wanted, dated=dated, saying=saying)
    return (
        found if related is None or related.is_plain else _taking_part(connection, found, related)
    )


def _within(spot: Spot, sought: Sought) -> bool:
    since, until = (day.isoformat() if day else "" for day in (sought.since, sought.until))
    begins, ends = spot.first or spot.last or "", spot.last or spot.first or ""
    return (not since or ends >= since) and (not until or begins <= until)


def _taking_part(
    connection: Connection, spots: Sequence[Spot], related: Relationship
) -> list[Spot]:
    """Those in which all sides take part, by what stood for them on the day."""
    parties = parties_of(connection, [spot.id for spot in spots])
    return [spot for spot in spots if related.holds(spot.kind, parties[spot.id], spot.date)]


def stretches(spots: Iterable[Spot], sought: Sought) -> tuple[Stretch, ...]:
    """How many records begin in each stretch of the period, without gaps; the outer ones summed."""
    # Of thousands of records there are far fewer days.
    days, counted = Counter([spot.day for spot in spots if spot.day]), Counter[str]()
    for day, number in days.items():
        counted[day[: sought.level]] += number
    if not counted:
        return ()
    shown = _shown(counted, sought)
    first, last = shown[0], shown[-1]
    before = sum(number for name, number in counted.items() if name < first)
    after = sum(number for name, number in counted.items() if name > last)
    made = [Stretch(name, name, counted[name]) for name in shown]
    early = [Stretch("", _before(first), before)] if before else []
    late = [Stretch(_after(last), "", after)] if after else []
    return (*early, *made, *late)


def _shown(counted: Counter[str], sought: Sought) -> list[str]:
    """Names of the stretches that are shown singly, in order."""
    if sought.level is Level.YEAR:
        return _years(counted, sought)
    assert sought.since is not None
    assert sought.until is not None
    days = range(sought.since.toordinal(), sought.until.toordinal() + 1)
    names = (date.fromordinal(day).isoformat()[: sought.level] for day in days)
    return list(dict.fromkeys(names))


def _years(counted: Counter[str], sought: Sought) -> list[str]:
    """The years in which nearly all lies, without those asked to be left out."""
    least = counted.total() * _OUTER
    low = _reached(sorted(counted), counted, least)
    high = _reached(sorted(counted, reverse=True), counted, least)
    first, last = int(low), max(int(high), int(low))
    if sought.since is not None:
        first = max(first, min(sought.since.year, last))
    if sought.until is not None:
        last = max(min(last, sought.until.year), first)
    return [f"{year:04}" for year in range(max(first, last - _MOST + 1), last + 1)]


def _reached(names: Sequence[str], counted: Counter[str], least: float) -> str:
    """The first name by which more than so many are counted."""
    total = 0
    for name in names:
        total += counted[name]
        if total > least:
            return name
    return names[-1]


def _before(name: str) -> str:
    return _moved(name, -1)


def _after(name: str) -> str:
    return _moved(name, 1)


def _moved(name: str, by: int) -> str:
    """The next day, month or year, or the one before."""
    parts = [int(part) for part in name.split("-")]
    if len(parts) == 1:
        return f"{max(parts[0] + by, 1):04}"
    if len(parts) == 2:
        months = parts[0] * 12 + parts[1] - 1 + by
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return date.fromordinal(date.fromisoformat(name).toordinal() + by).isoformat()

"""Where records stand in time, for lists and counts of thousands: their days, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    cast,
    exists,
    or_,
    select,
    type_coerce,
)

from communique.store import tables
from communique.store.listing import Wanted, day_told, first_of, is_told, of_time
from communique.store.sql import chunks
from communique.store.taking_part import parties_between

# Elected values that have a column.
_COLUMNS = frozenset({"place", "status"})


class Spot(NamedTuple):
    """Where a record stands in time. Days are in ISO form: thousands of them are only compared.

    Attributes:
        id: Its id.
        kind: Its kind.
        first: First day of what it is about.
        last: Last such day.
        told: Day of the earliest publication that tells it.
        day: The day under which it is listed: its own, or failing that the day of its telling;
            empty where none is known.
    """

    id: str
    kind: str
    first: str | None
    last: str | None
    told: str | None
    day: str

    @property
    def date(self) -> date | None:
        """The day for which memberships count."""
        told = self.first or self.told
        return date.fromisoformat(told) if told else None


class Stood(NamedTuple):
    """A record that tells where it took place.

    Attributes:
        id: Its id.
        place: The place, as its head tells it.
        day: Its day in ISO form, or failing that the day of its telling; empty where none is known.
    """

    id: str
    place: str
    day: str


def list_spots(
    connection: Connection,
    wanted: Wanted,
    *,
    dated: bool = False,
    ranked: bool = False,
    saying: Sequence[tuple[str, str]] = (),
) -> list[Spot]:
    """The records that are wanted, in no order unless one is asked for.

    Args:
        connection: A connection to the dossier.
        wanted: Which records.
        dated: Whether they must have a day of their own.
        ranked: Whether those of most stories and then most claims come first.
        saying: Names and values that the JSON of its head must hold somewhere, all of them.
    """
    table = tables.record
    columns = (_iso(table.c.first), _iso(table.c.last), _iso(table.c.told_first), day_told())
    asked: Select[Any] = of_time(select(table.c.id, table.c.kind, *columns), wanted)
    if dated:
        asked = asked.where(or_(table.c.first.isnot(None), table.c.last.isnot(None)))
    if ranked:
        # Chunks would each be in order; the counts let all of them be sorted.
        asked = asked.add_columns(table.c.stories, table.c.claims)
    rows = _rows(connection, _saying(asked, saying), wanted)
    if ranked:
        rows.sort(key=lambda row: (-row.stories, -row.claims, row.id))
        return [Spot._make(row[: len(Spot._fields)]) for row in rows]
    return [Spot._make(row) for row in rows]


def ranked_ids(
    connection: Connection, wanted: Wanted, saying: Sequence[tuple[str, str]] = ()
) -> tuple[str, ...]:
    """Ids of the records that are wanted, those of most stories and then most claims first."""
    table = tables.record
    asked: Select[Any] = select(table.c.id, table.c.stories, table.c.claims)
    asked = _saying(of_time(asked, wanted), saying)
    if len(wanted.sides) > 1:
        rows = _rows(connection, asked, wanted)
        rows.sort(key=lambda row: (-row.stories, -row.claims, row.id))
        return tuple(row.id for row in rows)
    # Thousands are put in order faster by the database, which then hands over their ids alone.
    order = (table.c.stories.desc(), table.c.claims.desc(), table.c.id)
    alone = _scanned(asked, wanted).with_only_columns(table.c.id).order_by(*order)
    return tuple(connection.scalars(alone).all())


def list_deadlines(connection: Connection, wanted: Wanted) -> list[Spot]:
    """The records that are wanted, at the days by which they are due; those due some day only."""
    table = tables.record
    due = (table.c.due_first, table.c.due_last, table.c.told_first)
    columns = (table.c.id, table.c.kind, *map(_iso, due), first_of(*due))
    asked: Select[Any] = of_time(select(*columns), wanted)
    asked = asked.where(or_(table.c.due_first.isnot(None), table.c.due_last.isnot(None)))
    return [Spot._make(row) for row in _rows(connection, asked, wanted)]


def list_places(connection: Connection, wanted: Wanted) -> list[Stood]:
    """The places that the heads of records tell."""
    table = tables.record
    asked: Select[Any] = of_time(select(table.c.id, table.c.place, day_told()), wanted)
    asked = asked.where(table.c.place.isnot(None))
    return [Stood._make(row) for row in _rows(connection, asked, wanted) if row.place]


def _rows(connection: Connection, asked: Select[Any], wanted: Wanted) -> list[Any]:
    """The rows of a selection that are of the wanted kind and sides."""
    table = tables.record
    if len(wanted.sides) < 2:
        return list(connection.execute(_scanned(asked, wanted)).all())
    asked = asked.where(is_told(), table.c.kind == wanted.kind)
    found: list[Any] = []
    for chunk in chunks(parties_between(connection, wanted.sides, [wanted.kind])):
        found += connection.execute(asked.where(table.c.id.in_(chunk))).all()
    return found


def _scanned(asked: Select[Any], wanted: Wanted) -> Select[Any]:
    """A selection of the wanted kind, and of the one side that is asked for, if any is.

    A large state alone stands in most records: looking at all of the kind is faster then.
    """
    table, party = tables.record, tables.record_party
    asked = asked.where(table.c.kind == wanted.kind, is_told())
    for names in wanted.sides:
        # A record has few parties, and a side many names: with the bare name SQLite would look
        # for each name of the side in turn.
        name = party.c.name.concat("")
        held = and_(party.c.record == table.c.id, name.in_(sorted(names)))
        asked = asked.where(exists().where(held))
    return asked


def _saying(asked: Select[Any], pairs: Sequence[tuple[str, str]]) -> Select[Any]:
    table, brief = tables.record, tables.brief
    for name, value in pairs:
        if name in _COLUMNS:
            asked = asked.where(table.c[name] == value)
            continue
        # As `columns.Json` writes them.
        told = json.dumps({name: value}, separators=(",", ":"))[1:-1]
        held = type_coerce(brief.c.head, Text).contains(told, autoescape=True)
        asked = asked.where(exists().where(brief.c.record == table.c.id, held))
    return asked


def _iso(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(column, Text)

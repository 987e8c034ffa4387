"""Which records all sides take part in: by the table of parties alone, no record is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, exists, func, or_, select

from communique.model.record import PartyRow
from communique.store import tables
from communique.store.sql import begins_with, chunks

# Rows that are counted to learn which side takes part in fewer records; more are all alike.
_COUNTED = 5_000


def parties_between(
    connection: Connection,
    sides: Sequence[Collection[str]],
    kinds: Collection[str],
    among: Collection[str] | None = None,
) -> dict[str, tuple[PartyRow, ...]]:
    """The parties of all records in which all sides take part, by the id of the record.

    Only the records of the side that takes part in fewest are looked at: a large state stands in
    most records of a dossier.

    Args:
        connection: A connection to the dossier.
        sides: For each side the names of what may stand for it; at least one side.
        kinds: Kinds of the records.
        among: Ids of which a record must have one; None for any.
    """
    found = records_between(connection, sides, kinds)
    return dict(parties_of(connection, [i for i in found if among is None or i in among]))


def records_between(
    connection: Connection, sides: Sequence[Collection[str]], kinds: Collection[str] = ()
) -> Sequence[str]:
    """Ids of all records in which all sides take part; see `parties_between`.

    Args:
        connection: A connection to the dossier.
        sides: For each side the names of what may stand for it; at least one side.
        kinds: Kinds of the records; none for any.
    """
    rarest = min(sides, key=lambda names: _count(connection, names))
    table = tables.record_party
    asked = select(table.c.record).where(table.c.name.in_(sorted(rarest))).distinct()
    if kinds:
        # The id of a record begins with its kind.
        begins = (begins_with(connection, table.c.record, f"{kind}.") for kind in kinds)
        asked = asked.where(or_(*begins))
    for names in sides:
        if names is not rarest:
            other = table.alias()
            # A record has few parties, and a side many names: with the bare name SQLite would
            # look for each name of the side in turn.
            has = other.c.name.concat("").in_(sorted(names))
            asked = asked.where(exists().where(other.c.record == table.c.record, has))
    return connection.scalars(asked).all()


def parties_of(
    connection: Connection, records: Collection[str]
) -> defaultdict[str, tuple[PartyRow, ...]]:
    """Parties of records by id, in order of role and name."""
    table = tables.record_party
    found: defaultdict[str, list[Any]] = defaultdict(list)
    columns = (table.c.record, table.c.name, table.c.code, table.c.role)
    for chunk in chunks(records):
        asked = select(*columns).where(table.c.record.in_(chunk))
        for record, name, code, role in connection.execute(asked).all():
            found[record].append(PartyRow(name, code, role))
    ordered = {r: tuple(sorted(rows, key=_place)) for r, rows in found.items()}
    return defaultdict(tuple, ordered)


def _place(row: PartyRow) -> tuple[str, str]:
    return row.role, row.name


def _count(connection: Connection, names: Collection[str]) -> int:
    table = tables.record_party
    some = select(table.c.name).where(table.c.name.in_(sorted(names))).limit(_COUNTED)
    return int(connection.scalar(select(func.count()).select_from(some.subquery())) or 0)

"""Records in a dossier: those to be computed anew, their bodies, and the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, exists, insert, or_, select, update

from communique.claims.from_json import claim_of, entry_of
from communique.model.plain import plain
from communique.model.record import ClaimRef, PartyRow, Record
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.beside import Changed, drop_beside, put_beside
from communique.store.called import PERSON
from communique.store.due import mark_records, mark_related
from communique.store.merging import StoredProfile, profiles_by_number
from communique.store.sql import chunks, delete_of


@dataclass(frozen=True, slots=True)
class StaleRecord:
    """A record that is to be computed anew.

    Attributes:
        id: Its id.
        kind: Its kind.
        founder: The claim it was founded on.
        profiles: Its profiles by number; none where its claims are gone, or were merged away.
    """

    id: str
    kind: str
    founder: ClaimRef
    profiles: Mapping[int, StoredProfile]


def stale_records(
    connection: Connection, most: int, persons: int | None = None
) -> tuple[StaleRecord, ...]:
    """Records that are to be computed anew, the oldest first, at most so many.

    Args:
        connection: A connection to the dossier.
        most: How many at most.
        persons: Persons with more claims are passed over; None for any number.
    """
    table = tables.record
    # Bodies are large, and not looked at.
    columns = (table.c.id, table.c.kind, table.c.founder_document, table.c.founder_claim)
    asked = select(*columns).where(table.c.stale.is_(True)).order_by(table.c.number).limit(most)
    if persons is not None:
        asked = asked.where(or_(table.c.kind != PERSON, table.c.claims <= persons))
    rows = connection.execute(asked).all()
    held = _profiles(connection, [row.id for row in rows])
    return tuple(
        StaleRecord(
            row.id,
            row.kind,
            ClaimRef(row.founder_document, row.founder_claim),
            held.get(row.id, {}),
        )
        for row in rows
    )


def has_stale(connection: Connection) -> bool:
    """Whether any record is to be computed anew."""
    return bool(connection.scalar(select(exists().where(tables.record.c.stale.is_(True)))))


def _profiles(
    connection: Connection, records: Sequence[str]
) -> dict[str, dict[int, StoredProfile]]:
    table = tables.profile
    numbers: list[int] = []
    for chunk in chunks(records):
        numbers += connection.scalars(select(table.c.id).where(table.c.record.in_(chunk)))
    found: dict[str, dict[int, StoredProfile]] = {}
    for number, profile in profiles_by_number(connection, numbers).items():
        found.setdefault(str(profile.record), {})[number] = profile
    return found


def put_records(
    connection: Connection, computed: Sequence[tuple[Record, Collection[PartyRow]]]
) -> None:
    """Keep records as computed, with their parties; the revision counts those that differ."""
    table = tables.record
    had: dict[str, Row[Any]] = {}
    columns = (table.c.id, table.c.number, table.c.body, table.c.revision)
    for chunk in chunks(record.id for record, _ in computed):
        found: Iterable[Row[Any]] = connection.execute(
            select(*columns).where(table.c.id.in_(chunk))
        )
        had.update((row.id, row) for row in found)
    rows, parties, changed = [], [], list[Changed]()
    for record, told in computed:
        body, before = body_of(record), had[record.id]
        differs: bool = before.body != body
        revision = before.revision + differs
        rows.append(_row(record, body, revision))
        if differs:
            changed.append(Changed(record, body, before.number, revision))
            parties += [{"record": record.id, **party} for party in _rows_of(told)]
    if rows:
        statement = update(table).where(table.c.id == bindparam("ident"))
        connection.execute(statement, rows)
    anew = [one.record.id for one in changed]
    _put_parties(connection, anew, parties)
    put_beside(connection, changed)
    mark_records(connection, anew)
    mark_related(connection, anew)


def _row(record: Record, body: dict[str, Any], revision: int) -> dict[str, Any]:
    due = getattr(record.head, "deadline", None)
    return {
        "ident": record.id,
        "body": body,
        "first": record.first,
        "last": record.last,
        "told_first": record.told_first,
        "told_last": record.told_last,
        "stories": record.stories,
        "claims": len(record.claims),
        "revision": revision,
        "stale": False,
        "place": getattr(record.head, "place", None),
        "status": body["head"].get("status"),
        "due_first": due.first if due else None,
        "due_last": due.last if due else None,
    }


def _rows_of(parties: Iterable[PartyRow]) -> list[dict[str, Any]]:
    """One row for each party and role."""
    told = {(party.name, party.role): party.code for party in parties}
    return [{"name": n, "role": r, "code": code} for (n, r), code in sorted(told.items())]


def _put_parties(
    connection: Connection, records: Sequence[str], rows: Sequence[dict[str, Any]]
) -> None:
    table = tables.record_party
    delete_of(connection, table.c.record, records)
    if rows:
        connection.execute(insert(table), rows)


def empty_records(connection: Connection, idents: Sequence[str]) -> None:
    """Keep of records whose claims are gone, or were merged away, their ids alone."""
    table, party = tables.record, tables.record_party
    for chunk in chunks(idents):
        row = {"body": None, "stories": 0, "claims": 0, "stale": False}
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(row))
        connection.execute(delete(party).where(party.c.record.in_(chunk)))
    drop_beside(connection, idents)
    mark_records(connection, idents)


def body_of(record: Record) -> dict[str, Any]:
    """A record as plain JSON."""
    return {**plain(record), "head": entry_of(record.head)}


def record_of(body: Mapping[str, Any]) -> Record:
    """A record from its plain JSON.

    Raises:
        ValueError: It breaks the shape.
    """
    # The head is a claim of some kind, which its JSON names and its shape doesn't.
    return shaped({**body, "head": claim_of(body["head"])}, Record)

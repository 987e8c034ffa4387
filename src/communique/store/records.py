"""Records in a dossier: those to be computed anew, their bodies, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from communique.claims.from_json import claim_of, entry_of
from communique.model.plain import plain
from communique.model.record import ClaimRef, PartyRow, Record
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.merging import StoredProfile, profiles_by_number
from communique.store.sql import chunks


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


def stale_records(connection: Connection, most: int) -> tuple[StaleRecord, ...]:
    """Records that are to be computed anew, the oldest first, at most so many."""
    table = tables.record
    asked = select(table).where(table.c.stale.is_(True)).order_by(table.c.number).limit(most)
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


def put_record(connection: Connection, record: Record, parties: Iterable[PartyRow]) -> bool:
    """Keep a record as computed; whether it differs from what was kept."""
    table = tables.record
    body = body_of(record)
    had = connection.execute(
        select(table.c.body, table.c.revision).where(table.c.id == record.id)
    ).one()
    changed: bool = had.body != body
    row = {
        "body": body,
        "first": record.first,
        "last": record.last,
        "told_first": record.told_first,
        "told_last": record.told_last,
        "stories": record.stories,
        "claims": len(record.claims),
        "revision": had.revision + changed,
        "stale": False,
    }
    connection.execute(update(table).where(table.c.id == record.id).values(row))
    if changed:
        _put_parties(connection, record.id, parties)
    return changed


def _put_parties(connection: Connection, record: str, parties: Iterable[PartyRow]) -> None:
    table = tables.record_party
    connection.execute(delete(table).where(table.c.record == record))
    rows = {(p.name, p.role): p for p in parties}
    new = [
        {"record": record, "name": name, "role": role, "code": p.code}
        for (name, role), p in sorted(rows.items())
    ]
    if new:
        connection.execute(insert(table), new)


def empty_record(connection: Connection, ident: str) -> None:
    """Keep of a record whose claims are gone, or were merged away, its id alone."""
    table = tables.record
    row = {"body": None, "stories": 0, "claims": 0, "stale": False}
    connection.execute(update(table).where(table.c.id == ident).values(row))
    connection.execute(delete(tables.record_party).where(tables.record_party.c.record == ident))
    other = tables.relation
    gone = (other.c.record == ident) | (other.c.other == ident)
    connection.execute(delete(other).where(gone))


def body_of(record: Record) -> dict[str, Any]:
    """A record as plain JSON."""
    return {**plain(record), "head": entry_of(record.head)}


def record_of(body: Mapping[str, Any]) -> Record:
    """A record from its plain JSON.

    Raises:
        ValueError: It breaks the shape.
    """
    # The head is a claim of some kind, which its JSON names and its shape doesn't.
    bare = {key: value for key, value in body.items() if key != "head"}
    return shaped({**bare, "head": claim_of(body["head"])}, Record)

"""Finds records in a dossier: by kind, party and time, or by id."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, Text, and_, exists, or_, select, type_coerce

from communique.model.record import PartyRow, Record, Relation, RelationKind
from communique.store import tables
from communique.store.records import record_of
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class Listed:
    """A record as it is kept.

    Attributes:
        record: The record.
        parties: Its parties, as its claims name them.
        relations: How it stands to other records.
        revision: Counts its changes.
    """

    record: Record
    parties: tuple[PartyRow, ...]
    relations: tuple[Relation, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records are asked for.

    Attributes:
        kind: Kind of record.
        sides: For each side the names of what may stand for it: a record must have one of each.
        since: First day: records of which some day, or failing that a telling, is not before it.
        until: Last day, likewise.
        holding: Names and values of which the record's JSON must hold one somewhere, unless it was
            told before it began; none for any record.
    """

    kind: str
    sides: tuple[frozenset[str], ...] = ()
    since: date | None = None
    until: date | None = None
    holding: tuple[tuple[str, str | bool], ...] = ()


def list_records(connection: Connection, wanted: Wanted) -> Iterator[Listed]:
    """Records by time, those without any last, then by id."""
    yield from load_records(connection, list_ids(connection, wanted))


def list_ids(connection: Connection, wanted: Wanted) -> tuple[str, ...]:
    """Ids of records in the order of `list_records`; it costs little, as no record is read."""
    table = tables.record
    columns = (table.c.id, table.c.first, table.c.last, table.c.told_first)
    asked: Select[Any] = select(*columns).where(
        table.c.kind == wanted.kind, table.c.body.isnot(None)
    )
    asked = _holding(_of_sides(_of_time(asked, wanted), wanted.sides), wanted.holding)
    rows: Sequence[Any] = connection.execute(asked).all()
    return tuple(row.id for row in sorted(rows, key=_by_time))


def load_records(connection: Connection, idents: Sequence[str]) -> Iterator[Listed]:
    """Records by their ids, in the order of these; ids without a record are passed over."""
    for chunk in chunks(idents):
        found = {listed.record.id: listed for listed in _load(connection, chunk)}
        yield from (found[ident] for ident in chunk if ident in found)


def _listed(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Listed]:
    idents = [row.id for row in rows]
    parties, relations = _parties(connection, idents), _relations(connection, idents)
    for row in rows:
        record = record_of(row.body)
        yield Listed(record, parties[row.id], relations[row.id], row.revision)


def load_record(connection: Connection, ident: str) -> Listed | None:
    """The record of an id, or what it was merged into; None where there is none."""
    table = tables.record
    row = connection.execute(select(table).where(table.c.id == ident)).one_or_none()
    while row is not None and row.redirect is not None:
        row = connection.execute(select(table).where(table.c.id == row.redirect)).one()
    if row is None or row.body is None:
        return None
    parties, relations = _parties(connection, [row.id]), _relations(connection, [row.id])
    return Listed(record_of(row.body), parties[row.id], relations[row.id], row.revision)


def records_told_in(connection: Connection, documents: Collection[int]) -> tuple[Listed, ...]:
    """The records that claims of documents are of, by number of independent stories."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    found: set[str] = set()
    for chunk in chunks(sorted(documents)):
        asked = (
            select(profile.c.record)
            .join(pair, pair.c.profile == profile.c.id)
            .join(claim, claim.c.id == pair.c.claim)
            .where(claim.c.document.in_(chunk), profile.c.record.isnot(None))
        )
        found.update(connection.scalars(asked))
    listed = load_records(connection, sorted(found))
    return tuple(sorted(listed, key=lambda one: (-one.record.stories, one.record.id)))


def _load(connection: Connection, idents: Sequence[str]) -> Iterator[Listed]:
    table = tables.record
    asked = select(table).where(table.c.id.in_(idents), table.c.body.isnot(None))
    yield from _listed(connection, connection.execute(asked).all())


def ids_like(connection: Connection, beginning: str, most: int = 10) -> tuple[str, ...]:
    """Ids of records that begin so, with the kind or without it, at most so many."""
    table = tables.record
    start = beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    either = or_(
        table.c.id.like(f"{start}%", escape="\\"), table.c.id.like(f"%.{start}%", escape="\\")
    )
    asked = select(table.c.id).where(either).order_by(table.c.id).limit(most)
    return tuple(connection.scalars(asked))


def _of_time(asked: Select[Any], wanted: Wanted) -> Select[Any]:
    table = tables.record
    if wanted.since is not None:
        # An open end reaches on; what has no date of its own is of the time of its telling.
        undated = and_(table.c.first.is_(None), table.c.last.is_(None))
        asked = asked.where(
            or_(
                table.c.last >= wanted.since,
                and_(table.c.last.is_(None), table.c.first.isnot(None)),
                and_(undated, table.c.told_last >= wanted.since),
            )
        )
    if wanted.until is not None:
        undated = and_(table.c.first.is_(None), table.c.last.is_(None))
        asked = asked.where(
            or_(
                table.c.first <= wanted.until,
                and_(table.c.first.is_(None), table.c.last.isnot(None)),
                and_(undated, table.c.told_first <= wanted.until),
            )
        )
    return asked


def _of_sides(asked: Select[Any], sides: Sequence[Collection[str]]) -> Select[Any]:
    table = tables.record_party
    for names in sides:
        held = and_(table.c.record == tables.record.c.id, table.c.name.in_(sorted(names)))
        asked = asked.where(exists().where(held))
    return asked


def _holding(asked: Select[Any], pairs: Sequence[tuple[str, str | bool]]) -> Select[Any]:
    if not pairs:
        return asked
    table = tables.record
    body = type_coerce(table.c.body, Text)
    # As `tables.Json` writes them.
    parts = (json.dumps({name: value}, separators=(",", ":"))[1:-1] for name, value in pairs)
    held = (body.contains(part, autoescape=True) for part in parts)
    return asked.where(or_(table.c.told_first < table.c.first, *held))


def _by_time(row: Any) -> tuple[date, date, str]:  # noqa: ANN401 - a row
    first = row.first or row.last or row.told_first or date.max
    return (first, row.last or first, row.id)


def _parties(
    connection: Connection, records: Sequence[str]
) -> defaultdict[str, tuple[PartyRow, ...]]:
    table = tables.record_party
    found: defaultdict[str, tuple[PartyRow, ...]] = defaultdict(tuple)
    for chunk in chunks(records):
        asked = select(table).where(table.c.record.in_(chunk)).order_by(table.c.role, table.c.name)
        for row in connection.execute(asked):
            found[row.record] += (PartyRow(row.name, row.code, row.role),)
    return found


def _relations(
    connection: Connection, records: Sequence[str]
) -> defaultdict[str, tuple[Relation, ...]]:
    table = tables.relation
    found: defaultdict[str, tuple[Relation, ...]] = defaultdict(tuple)
    for chunk in chunks(records):
        asked = select(table).where(table.c.record.in_(chunk)).order_by(table.c.kind, table.c.other)
        for row in connection.execute(asked):
            told = Relation(RelationKind(row.kind), row.other, tuple(row.reasons))
            found[row.record] += (told,)
    return found

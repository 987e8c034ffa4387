"""Finds records in a dossier: by kind, party and time, or by id."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    cast,
    func,
    or_,
    select,
    type_coerce,
)

from communique.model.decision import Ruling
from communique.model.record import PartyRow, Record, Relation, RelationKind
from communique.store import tables
from communique.store.periods import days_within
from communique.store.records import record_of
from communique.store.sql import chunks
from communique.store.taking_part import parties_between, parties_of

# Rulings that put words of a person in a record.
_SETTING = (Ruling.CORRECT.value, Ruling.ADD.value)


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
        holding: Names and values of which the JSON of its head or of its history must hold one
            somewhere, unless it was told before it began; none for any record.
    """

    kind: str
    sides: tuple[frozenset[str], ...] = ()
    since: date | None = None
    until: date | None = None
    holding: tuple[tuple[str, str | bool | None], ...] = ()


def list_records(connection: Connection, wanted: Wanted) -> Iterator[Listed]:
    """Records by time, those without any last, then by id."""
    yield from load_records(connection, list_ids(connection, wanted))


def list_ids(connection: Connection, wanted: Wanted) -> tuple[str, ...]:
    """Ids of records in the order of `list_records`; it costs little, as no record is read."""
    table = tables.record
    columns = (table.c.id, table.c.first, table.c.last, table.c.told_first)
    return tuple(row.id for row, _ in rows_of(connection, wanted, columns))


def rows_of(
    connection: Connection,
    wanted: Wanted,
    columns: Sequence[Column[Any]],
    among: frozenset[str] | None = None,
    known: Mapping[str, tuple[PartyRow, ...]] | None = None,
) -> list[tuple[Row[Any], tuple[PartyRow, ...]]]:
    """Columns of records in the order of `list_records`, with their parties if sides are asked for.

    Args:
        connection: A connection to the dossier.
        wanted: Which records.
        columns: Columns of the table of records; among them id, first, last and told_first.
        among: Ids of which a record must have one; None for any.
        known: Parties of the records of the kind in which all sides take part, if that is known.
    """
    table = tables.record
    asked: Select[Any] = select(*columns).where(is_told(), table.c.kind == wanted.kind)
    asked = _holding(of_time(asked, wanted), wanted.holding)
    parties: Mapping[str, tuple[PartyRow, ...]] = known or {}
    rows: list[Row[Any]] = []
    if wanted.sides or among is not None:
        if wanted.sides and known is None:
            parties = parties_between(connection, wanted.sides, [wanted.kind], among)
        for chunk in chunks(parties if wanted.sides else _of_kind(among or (), wanted.kind)):
            rows += connection.execute(asked.where(table.c.id.in_(chunk))).all()
    else:
        rows += connection.execute(asked).all()
    return [(row, parties.get(row.id, ())) for row in sorted(rows, key=_by_time)]


def is_told() -> ColumnElement[bool]:
    """That a record has claims, and so a body; the index of lists tells it."""
    return tables.record.c.claims > 0


def day_told() -> ColumnElement[str]:
    """The day of a record in ISO form, or of its telling; empty where none is known."""
    table = tables.record
    return first_of(table.c.first, table.c.last, table.c.told_first)


def first_of(*days: Column[Any]) -> ColumnElement[str]:
    """The first of some days that is known, in ISO form; empty where none is."""
    return func.coalesce(*(cast(day, Text) for day in days), "").label("day")


def _of_kind(idents: Iterable[str], kind: str) -> Iterator[str]:
    """Those of some ids that are of records of a kind, with which an id begins."""
    return (ident for ident in idents if ident.startswith(f"{kind}."))


def all_ids(connection: Connection) -> tuple[str, ...]:
    """Ids of all records that have claims, in order."""
    table = tables.record
    asked = select(table.c.id).where(is_told()).order_by(table.c.id)
    return tuple(connection.scalars(asked))


def load_records(connection: Connection, idents: Sequence[str]) -> Iterator[Listed]:
    """Records by their ids, in the order of these; ids without a record are passed over."""
    for chunk in chunks(idents):
        found = {listed.record.id: listed for listed in _load(connection, chunk)}
        yield from (found[ident] for ident in chunk if ident in found)


def records_by_id(connection: Connection, idents: Collection[str]) -> dict[str, Record]:
    """Records alone, without what is kept beside them; ids without a record are left out."""
    table = tables.record
    found: dict[str, Record] = {}
    for chunk in chunks(sorted(idents)):
        asked = select(table.c.id, table.c.body).where(table.c.id.in_(chunk))
        for ident, body in connection.execute(asked.where(table.c.body.isnot(None))).all():
            found[ident] = record_of(body)
    return found


def _listed(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Listed]:
    idents = [row.id for row in rows]
    parties, relations = parties_of(connection, idents), relations_of(connection, idents)
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
    parties, relations = parties_of(connection, [row.id]), relations_of(connection, [row.id])
    return Listed(record_of(row.body), parties[row.id], relations[row.id], row.revision)


def ids_told_in(connection: Connection, documents: Collection[int]) -> list[str]:
    """Ids of the records that claims of documents are of, in order."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    found: set[str] = set()
    for chunk in chunks(sorted(documents)):
        asked = (
            select(profile.c.record)
            .join(pair, pair.c.profile == profile.c.id)
            .join(claim, claim.c.id == pair.c.claim)
            .where(claim.c.document.in_(chunk), profile.c.record.isnot(None))
        )
        found.update(connection.scalars(asked.distinct()))
    return sorted(found)


def ids_set_by_people(connection: Connection) -> list[str]:
    """Ids of records of claims that people corrected or added: no text need hold their words."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    placed, decision = tables.placement, tables.decision
    there = (placed.c.document == claim.c.document) & (placed.c.claim == claim.c.ident)
    asked = (
        select(profile.c.record)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .join(placed, there)
        .join(decision, decision.c.id == placed.c.decision)
        .where(decision.c.ruling.in_(_SETTING), profile.c.record.isnot(None))
    )
    return sorted(set(connection.scalars(asked)))


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


def of_time(asked: Select[Any], wanted: Wanted) -> Select[Any]:
    """A selection from records, narrowed to the days that are wanted."""
    return asked.where(*days_within(wanted.since, wanted.until))


def _holding(asked: Select[Any], pairs: Sequence[tuple[str, str | bool | None]]) -> Select[Any]:
    if not pairs:
        return asked
    brief = tables.brief
    # As `columns.Json` writes them.
    parts = [json.dumps({name: value}, separators=(",", ":"))[1:-1] for name, value in pairs]
    told = (type_coerce(column, Text) for column in (brief.c.head, brief.c.history))
    held = (text.contains(part, autoescape=True) for text in told for part in parts)
    asked = asked.join(brief, brief.c.record == tables.record.c.id)
    return asked.where(or_(tables.record.c.told_first < tables.record.c.first, *held))


def _by_time(row: Any) -> tuple[date, date, str]:  # noqa: ANN401 - a row
    first = row.first or row.last or row.told_first or date.max
    return (first, row.last or first, row.id)


def relations_of(
    connection: Connection, records: Sequence[str]
) -> defaultdict[str, tuple[Relation, ...]]:
    """How records stand to others, by their ids."""
    table = tables.relation
    found: defaultdict[str, tuple[Relation, ...]] = defaultdict(tuple)
    for chunk in chunks(records):
        asked = select(table).where(table.c.record.in_(chunk)).order_by(table.c.kind, table.c.other)
        for row in connection.execute(asked):
            told = Relation(RelationKind(row.kind), row.other, tuple(row.reasons))
            found[row.record] += (told,)
    return found

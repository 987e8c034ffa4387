"""What is to be checked anew: whoever changes what rules see marks it, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import (
    Connection,
    Select,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    true,
)

from communique.model.finding import Scope
from communique.store import tables
from communique.store.sql import chunks, insert_selected

_DUE = ("scope", "unit")


def mark_documents(connection: Connection, numbers: Collection[int]) -> None:
    """Have documents checked anew."""
    table = tables.document
    for chunk in chunks(sorted(numbers)):
        _mark(connection, Scope.DOCUMENT, select(table.c.key).where(table.c.id.in_(chunk)))


def mark_records(connection: Connection, idents: Collection[str]) -> None:
    """Have records checked anew."""
    table = tables.record
    for chunk in chunks(sorted(idents)):
        _mark(connection, Scope.RECORD, select(table.c.id).where(table.c.id.in_(chunk)))


def mark_related(connection: Connection, idents: Collection[str]) -> None:
    """Have the records checked anew that some are related to: rules see these with them."""
    table = tables.relation
    for chunk in chunks(sorted(idents)):
        related = select(table.c.other).where(table.c.record.in_(chunk)).distinct()
        _mark(connection, Scope.RECORD, related)


def mark_keys(connection: Connection, scope: Scope, members: Collection[str]) -> None:
    """Have all compared anew that shares a key with some documents, or records."""
    table = tables.check_key
    for chunk in chunks(sorted(members)):
        shared = select(table.c.digest).where(table.c.scope == scope.value)
        _mark(connection, Scope.DOSSIER, shared.where(table.c.member.in_(chunk)).distinct())


def _mark(connection: Connection, scope: Scope, units: Select[tuple[str]]) -> None:
    (column,) = units.selected_columns
    chosen = units.with_only_columns(literal(scope.value), column)
    insert_selected(connection, tables.check_due, _DUE, chosen)


def due_documents(connection: Connection, most: int) -> tuple[tuple[int, str], ...]:
    """Documents that are to be checked, as number and key, at most so many."""
    table, due = tables.document, tables.check_due
    asked = (
        select(table.c.id, table.c.key)
        .join(due, due.c.unit == table.c.key)
        .where(due.c.scope == Scope.DOCUMENT.value)
        .order_by(due.c.unit)
        .limit(most)
    )
    return tuple((row.id, row.key) for row in connection.execute(asked))


def due_records(connection: Connection, most: int) -> tuple[str, ...]:
    """Ids of records that are to be checked, at most so many."""
    return _units(connection, Scope.RECORD, most)


def due_keys(connection: Connection, most: int) -> tuple[str, ...]:
    """Digests of keys under which all is to be compared, at most so many."""
    return _units(connection, Scope.DOSSIER, most)


def pass_over_lonely(connection: Connection, alone: Mapping[str, str | None]) -> None:
    """Keep as done the keys under which one document or record stands that says nothing alone.

    Keys under which something was found before stay due, so that it is taken back.

    Args:
        connection: A writing connection.
        alone: By code of a rule, or the name under which rules share keys, the beginning of those
            keys under which one alone may have something to be said of it; None if it takes two
            under all.
    """
    due, key, finding = tables.check_due, tables.check_key, tables.finding
    of_two = [
        and_(key.c.code == code, true() if start is None else ~key.c.key.startswith(start))
        for code, start in sorted(alone.items())
        if start != ""
    ]
    if not of_two:
        return
    under = key.c.digest == due.c.unit
    counted = select(func.count()).select_from(key).where(under).scalar_subquery()
    found = (finding.c.scope == Scope.DOSSIER.value) & (finding.c.unit == due.c.unit)
    connection.execute(
        delete(due).where(
            due.c.scope == Scope.DOSSIER.value,
            counted == 1,
            exists().where(under, or_(*of_two)),
            ~exists().where(found),
        )
    )


def _units(connection: Connection, scope: Scope, most: int) -> tuple[str, ...]:
    # In the order of the index, so that a step costs the same however much is due.
    due = tables.check_due
    asked = select(due.c.unit).where(due.c.scope == scope.value).order_by(due.c.unit)
    return tuple(connection.scalars(asked.limit(most)))


def done(connection: Connection, scope: Scope, units: Iterable[str]) -> None:
    """Keep that units have been checked."""
    due = tables.check_due
    for chunk in chunks(units):
        checked = (due.c.scope == scope.value) & due.c.unit.in_(chunk)
        connection.execute(delete(due).where(checked))


def count_compared(connection: Connection) -> int:
    """How many documents and records stand under the keys that are due, each key by itself."""
    due, key = tables.check_due, tables.check_key
    asked = (
        select(func.count())
        .select_from(due)
        .join(key, key.c.digest == due.c.unit)
        .where(due.c.scope == Scope.DOSSIER.value)
    )
    return int(connection.scalar(asked) or 0)


def count_claims_due(connection: Connection) -> int:
    """How many claims the records have that are to be checked: each of them has to be read."""
    due, record = tables.check_due, tables.record
    asked = (
        select(func.sum(record.c.claims))
        .join(due, due.c.unit == record.c.id)
        .where(due.c.scope == Scope.RECORD.value)
    )
    return int(connection.scalar(asked) or 0)


def count_due(connection: Connection, checker: str) -> int:
    """How much is to be checked before findings are what this checker finds; 0 if nothing is.

    Args:
        connection: A connection to the dossier.
        checker: Names the version of the program and its rules: what another has checked is due.
    """
    if checked_by(connection) == checker:
        counted = [select(func.count()).select_from(tables.check_due)]
    else:
        held = tables.record.c.body.isnot(None)
        documents = select(func.count()).select_from(tables.document)
        counted = [documents, select(func.count()).select_from(tables.record).where(held)]
    return sum(connection.scalar(asked) or 0 for asked in counted)


def checked_by(connection: Connection) -> str | None:
    """Who checked the dossier; None if nobody has."""
    return connection.scalar(select(tables.checker.c.name))


def begin_anew(connection: Connection, checker: str) -> None:
    """Forget all that another checker found, and have everything checked by this one."""
    for table in (
        tables.finding_document,
        tables.finding_record,
        tables.finding,
        tables.check_key,
        tables.check_due,
        tables.checker,
    ):
        connection.execute(delete(table))
    document, record = tables.document, tables.record
    _mark(connection, Scope.DOCUMENT, select(document.c.key).where(document.c.id.isnot(None)))
    _mark(connection, Scope.RECORD, select(record.c.id).where(record.c.body.isnot(None)))
    connection.execute(insert(tables.checker).values(name=checker))

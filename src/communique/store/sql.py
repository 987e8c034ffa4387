"""Statements that SQLite and PostgreSQL word alike, but the library has under two names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, delete
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

#: Parameters of one statement: SQLite was long limited to 999.
_MOST = 500


def insert_missing(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Insert the rows whose key is not there yet; the number of those that were not."""
    if not rows:
        return 0
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    # Row by row the driver counts what it inserts; the rows of a document are few.
    statement = make(table).on_conflict_do_nothing()
    return sum(max(connection.execute(statement, row).rowcount, 0) for row in rows)


def insert_selected(
    connection: Connection, table: Table, columns: Sequence[str], chosen: Select[Any]
) -> None:
    """Insert what a selection with a condition gives, but for what is there already."""
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(make(table).from_select(columns, chosen).on_conflict_do_nothing())


def begins_with(connection: Connection, column: Column[Any], start: str) -> ColumnElement[bool]:
    """That a text begins so; in SQLite an index answers it, whose order is that of code points."""
    if connection.dialect.name == "sqlite":
        return and_(column >= start, column < start[:-1] + chr(ord(start[-1]) + 1))
    return column.startswith(start, autoescape=True)


def chunks(values: Iterable[T], size: int = _MOST) -> Iterator[list[T]]:
    """Values in lists that one statement can take."""
    rest = iter(values)
    while chunk := list(islice(rest, size)):
        yield chunk


def delete_of(connection: Connection, column: Column[Any], values: Iterable[Any]) -> None:
    """Delete the rows that have one of some values in a column, however many there are."""
    for chunk in chunks(values):
        connection.execute(delete(column.table).where(column.in_(chunk)))

"""Orders in which records that are known by their ids are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Text, cast, func, select

from communique.store import tables
from communique.store.listing import is_told
from communique.store.sql import chunks


def by_voices(connection: Connection, idents: Sequence[str]) -> tuple[str, ...]:
    """Ids of records that have claims, those of most stories first."""
    table = tables.record
    rows = _rows(connection, idents, table.c.stories, table.c.claims)
    return tuple(row[0] for row in sorted(rows, key=lambda row: (-row[1], -row[2], row[0])))


def by_time(connection: Connection, idents: Sequence[str]) -> tuple[str, ...]:
    """Ids of records that have claims, the latest first."""
    table = tables.record
    day = func.coalesce(*(cast(c, Text) for c in (table.c.first, table.c.last, table.c.told_first)))
    rows = _rows(connection, idents, func.coalesce(day, ""))
    return tuple(row[0] for row in sorted(rows, key=lambda row: (row[1], row[0]), reverse=True))


def _rows(connection: Connection, idents: Sequence[str], *columns: Any) -> list[Any]:  # noqa: ANN401
    table = tables.record
    found: list[Any] = []
    for chunk in chunks(idents):
        asked = select(table.c.id, *columns)
        found += connection.execute(asked.where(table.c.id.in_(chunk), is_told()))
    return found

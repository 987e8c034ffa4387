"""Orders in which records that are known by their ids are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from communique.store import tables
from communique.store.listing import day_told, is_told
from communique.store.sql import chunks


def by_voices(connection: Connection, idents: Sequence[str]) -> tuple[str, ...]:
    """Ids of records that have claims, those of most stories first."""
    table = tables.record
    rows = _rows(connection, idents, table.c.stories, table.c.claims)
    return tuple(row[0] for row in sorted(rows, key=lambda row: (-row[1], -row[2], row[0])))


def by_time(connection: Connection, idents: Sequence[str]) -> tuple[str, ...]:
    """Ids of records that have claims, the latest first."""
    rows = _rows(connection, idents, day_told())
    return tuple(row[0] for row in sorted(rows, key=lambda row: (row[1], row[0]), reverse=True))


def _rows(connection: Connection, idents: Sequence[str], *columns: Any) -> list[Any]:  # noqa: ANN401
    table = tables.record
    # With the kind, with which an id begins, the index of lists answers: no body is passed over.
    kinds = sorted({ident.partition(".")[0] for ident in idents})
    asked = select(table.c.id, *columns).where(table.c.kind.in_(kinds), is_told())
    found: list[Any] = []
    for chunk in chunks(idents):
        found += connection.execute(asked.where(table.c.id.in_(chunk))).all()
    return found

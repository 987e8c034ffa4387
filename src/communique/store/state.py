"""Counts the changes of a dossier: what was computed from one state may be kept until the next."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from communique.store import tables


def changes(connection: Connection) -> int:
    """How many writing transactions have changed the dossier since it was made or upgraded."""
    return connection.scalar(select(tables.state.c.changes)) or 0


def count_change(connection: Connection) -> None:
    """Note that a writing transaction changes the dossier."""
    table = tables.state
    connection.execute(update(table).values(changes=table.c.changes + 1))

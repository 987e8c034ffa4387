"""The database as such: its pages and indexes, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from communique.store.verifying.problem import Problem


def database_problems(connection: Connection) -> Iterator[Problem]:
    """What the database finds wrong with itself; PostgreSQL holds its references by itself."""
    if connection.dialect.name != "sqlite":
        return
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if told != "ok":
            yield Problem("database", " ".join(str(told).split()))
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        which = "a row" if row is None else f"row {row}"
        yield Problem("database", f"{which} of {table} refers to nothing in {parent}")

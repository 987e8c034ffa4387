"""How often signing in has failed of late; the delays that follow are decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from communique.store import tables


@dataclass(frozen=True, slots=True)
class Failures:
    """What is remembered under a key.

    Attributes:
        key: What is counted, as a digest.
        number: How often it has failed.
        last: When it last failed.
        until: Nothing is tried before.
    """

    key: str
    number: int
    last: datetime
    until: datetime


def failures(connection: Connection, key: str) -> Failures | None:
    """What is remembered under a key."""
    table = tables.throttle
    row = connection.execute(select(table).where(table.c.key == key)).one_or_none()
    return None if row is None else Failures(row.key, row.failures, row.last, row.until)


def remember(connection: Connection, told: Failures) -> None:
    """Remember it in place of what was remembered under its key; writers take turns."""
    forget(connection, told.key)
    row = {"key": told.key, "failures": told.number, "last": told.last, "until": told.until}
    connection.execute(insert(tables.throttle).values(row))


def forget(connection: Connection, key: str) -> None:
    """Forget what is remembered under a key."""
    connection.execute(delete(tables.throttle).where(tables.throttle.c.key == key))


def forget_before(connection: Connection, at: datetime) -> None:
    """Forget what did not fail since."""
    connection.execute(delete(tables.throttle).where(tables.throttle.c.last < at))

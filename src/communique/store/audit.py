"""The audit of a dossier: what was done with accounts, and through them; it only grows."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, insert, select

from communique.model.account import AuditEntry, By, What
from communique.store import tables


def note(connection: Connection, entry: AuditEntry) -> None:
    """Keep an entry, in the transaction of what it tells."""
    connection.execute(
        insert(tables.audit).values(
            at=entry.at,
            account=entry.by.account,
            name=entry.by.name,
            what=entry.what.value,
            detail=entry.detail,
            client=entry.by.client,
        )
    )


def count_entries(connection: Connection, what: What | None = None) -> int:
    """Number of entries, or of those that tell of one thing."""
    asked = select(func.count()).select_from(tables.audit).where(*_meant(what))
    return connection.scalar(asked) or 0


def list_entries(
    connection: Connection, skip: int, most: int, what: What | None = None
) -> tuple[AuditEntry, ...]:
    """Entries, the latest first.

    Args:
        connection: A connection.
        skip: So many of the latest are left out.
        most: At most so many are listed.
        what: What they tell of; None for anything.
    """
    table = tables.audit
    asked = select(table).where(*_meant(what)).order_by(table.c.id.desc())
    return tuple(
        AuditEntry(row.at, By(row.name, row.account, row.client), What(row.what), row.detail)
        for row in connection.execute(asked.offset(skip).limit(most))
    )


def _meant(what: What | None) -> list[ColumnElement[bool]]:
    return [] if what is None else [tables.audit.c.what == what.value]

"""Keeps what tells whether records wait for review: the queue (`reviewing`) reads no body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.commitment import Commitment
from communique.model.record import Record
from communique.store import tables
from communique.store.sql import delete_of


def put_waiting(connection: Connection, records: Iterable[tuple[int, Record]]) -> None:
    """Keep what tells whether records wait, by their numbers; persons, who never do, have none."""
    changed = [(number, one) for number, one in records if one.kind in SHAPE_OF]
    drop_waiting(connection, [one.id for _, one in changed])
    if changed:
        connection.execute(insert(tables.waiting), [_row(*told) for told in changed])


def drop_waiting(connection: Connection, idents: Sequence[str]) -> None:
    """Forget it of records."""
    delete_of(connection, tables.waiting.c.record, idents)


def _row(number: int, one: Record) -> dict[str, Any]:
    amount = one.head.amount if isinstance(one.head, Commitment) else None
    return {
        "record": one.id,
        "number": number,
        "kind": one.kind,
        "stories": one.stories,
        "ruled": bool(one.ruled),
        "disputed": one.is_disputed,
        "currency": amount.currency if amount else None,
        "value": amount.value if amount else None,
    }

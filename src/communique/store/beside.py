"""Keeps beside a record, whose body is large, what lists, ledgers, the queue and searching ask for.

All of it follows from the body, and changes with it in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, insert

from communique.model.record import Record
from communique.store import tables
from communique.store.called import drop_headings, put_headings
from communique.store.ledger import drop_lines, put_lines
from communique.store.sql import delete_of
from communique.store.waiting import drop_waiting, put_waiting

_DAYS = ("first", "last", "told_first", "told_last")


class Changed(NamedTuple):
    """A record that was computed to say something else.

    Attributes:
        record: The record.
        body: It as plain JSON.
        number: Its number.
        revision: Counts its changes.
    """

    record: Record
    body: Mapping[str, Any]
    number: int
    revision: int


def put_beside(connection: Connection, changed: Sequence[Changed]) -> None:
    """Keep what follows from records that have changed."""
    records = [one.record for one in changed]
    put_lines(connection, records)
    put_waiting(connection, [(one.number, one.record) for one in changed])
    put_headings(connection, records)
    _drop_briefs(connection, [one.id for one in records])
    if changed:
        connection.execute(insert(tables.brief), [_brief(one) for one in changed])


def drop_beside(connection: Connection, idents: Sequence[str]) -> None:
    """Forget what followed from records."""
    for drop in (drop_lines, drop_waiting, drop_headings, _drop_briefs):
        drop(connection, idents)


def _drop_briefs(connection: Connection, idents: Sequence[str]) -> None:
    delete_of(connection, tables.brief.c.record, idents)


def _brief(one: Changed) -> dict[str, Any]:
    record = one.record
    return {
        "record": record.id,
        "kind": record.kind,
        "founder_document": record.founder.document,
        "founder_claim": record.founder.claim,
        "stories": record.stories,
        "claims": len(record.claims),
        **{name: getattr(record, name) for name in _DAYS},
        "revision": one.revision,
        "leading": one.body["claims"][0],
        **{name: one.body[name] for name in ("head", "history", "delivery")},
    }

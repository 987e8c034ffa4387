"""Version 0005: what lists ask of records lies in an index; commitments have lines in a ledger.

Bodies of records are large: a list of thousands must not read them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_DAYS = ("first", "last", "told_first", "told_last")
# Records that are read at once.
_LOT = 200
_GLANCE = (
    *("kind", "id", "first", "last", "told_first", "told_last", "stories", "claims"),
    *("place", "status", "due_first", "due_last"),
)


def upgrade() -> None:
    """Make the columns and tables, and fill them from the records."""
    for column in (
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=True),
        sa.Column("due_first", sa.Date(), nullable=True),
        sa.Column("due_last", sa.Date(), nullable=True),
    ):
        op.add_column("record", column)
    op.create_table(
        "ledger",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("grade", sa.String(length=16), nullable=False),
        sa.Column("finance", sa.String(length=16), nullable=True),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("bound", sa.String(length=16), nullable=True),
        sa.Column("modality", sa.String(length=16), nullable=False),
        sa.Column("payers", sa.Text(), nullable=False),
        sa.Column("part_of", sa.String(length=64), nullable=True),
        sa.Column("document", sa.String(length=16), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in _DAYS),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_ledger_record"),
        sa.PrimaryKeyConstraint("record", name="pk_ledger"),
    )
    _fill()
    op.drop_index("ix_record_kind_first", "record")
    op.create_index("ix_record_glance", "record", list(_GLANCE))
    op.create_index(
        "ix_document_basis",
        "document",
        ["extractor", "publisher", "language", "published", "story"],
    )


_RECORD = sa.table(
    "record",
    *(sa.column(name) for name in ("id", "kind", "body", "place", "status")),
    *(sa.column(name, sa.Date()) for name in ("due_first", "due_last")),
)
_LEDGER = sa.table(
    "ledger",
    *(sa.column(name) for name in ("record", "grade", "finance", "currency", "value", "bound")),
    *(sa.column(name) for name in ("modality", "payers", "part_of", "document")),
    *(sa.column(name, sa.Date()) for name in _DAYS),
)


def _fill() -> None:
    connection = op.get_bind()
    told = sa.update(_RECORD).where(_RECORD.c.id == sa.bindparam("ident"))
    for lot in _lots(connection):
        bodies = [(ident, json.loads(body)) for ident, body in lot]
        rows = [{"ident": ident, **_columns(body["head"])} for ident, body in bodies]
        connection.execute(told, rows)
        lines = [_line(i, body) for i, body in bodies if body["head"]["kind"] == "commitment"]
        if lines:
            connection.execute(sa.insert(_LEDGER), lines)


def _lots(connection: sa.Connection) -> Iterator[list[tuple[str, str]]]:
    kinds = ("event", "instrument", "commitment")
    asked = sa.select(_RECORD.c.id).where(_RECORD.c.kind.in_(kinds), _RECORD.c.body.isnot(None))
    idents = sorted(connection.scalars(asked))
    for begin in range(0, len(idents), _LOT):
        lot = sa.select(_RECORD.c.id, _RECORD.c.body).where(
            _RECORD.c.id.in_(idents[begin : begin + _LOT])
        )
        yield [(row.id, row.body) for row in connection.execute(lot)]


def _columns(head: Mapping[str, Any]) -> dict[str, Any]:
    due = head.get("deadline") or {}
    return {
        "place": _escaped(head.get("place")),
        "status": head.get("status"),
        "due_first": _day(due.get("first")),
        "due_last": _day(due.get("last")),
    }


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _line(ident: str, body: Mapping[str, Any]) -> dict[str, Any]:
    head = body["head"]
    amount = head.get("amount") or {}
    return {
        "record": ident,
        "grade": head["grade"],
        "finance": head.get("finance"),
        "currency": _escaped(amount.get("currency")),
        "value": amount.get("value"),
        "bound": amount.get("bound"),
        "modality": head.get("modality", "asserted"),
        "payers": json.dumps([one["name"] for one in head.get("by", ())], separators=(",", ":")),
        "part_of": head.get("part_of"),
        "document": body["claims"][0]["document"],
        **{name: _day(body.get(name)) for name in _DAYS},
    }


def _escaped(words: str | None) -> str | None:
    """A text as this version keeps it: NUL, lone surrogates and the sign itself as four digits."""
    if words is None:
        return None
    unfit = {"\0", "\u241b"}
    return "".join(
        f"\u241b{ord(sign):04x}" if sign in unfit or "\ud800" <= sign <= "\udfff" else sign
        for sign in words
    )

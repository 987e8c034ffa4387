"""Version 0006: records in brief, the review queue, and words of names and headings have tables.

What is called how is filled after the migration (`store.called`), as the index of words is: it
hangs on how words are folded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# Records that are read at once.
_LOT = 200
_ASKED = ("kind", "stories", "ruled", "disputed", "record")
_DAYS = ("first", "last", "told_first", "told_last")
_PARTS = ("head", "history", "delivery")


def upgrade() -> None:
    """Make the tables, and fill the queue from the records."""
    op.create_table(
        "waiting",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("ruled", sa.Boolean(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("currency", sa.Text(), nullable=True),
        sa.Column("value", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_waiting_record"),
        sa.PrimaryKeyConstraint("record", name="pk_waiting"),
    )
    op.create_table(
        "brief",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("founder_document", sa.String(length=16), nullable=False),
        sa.Column("founder_claim", sa.String(length=64), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in _DAYS),
        sa.Column("revision", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("leading", *_PARTS)),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_brief_record"),
        sa.PrimaryKeyConstraint("record", name="pk_brief"),
    )
    op.create_table(
        "name_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("profile", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["profile"], ["profile.id"], name="fk_name_word_profile"),
        sa.PrimaryKeyConstraint("word", "profile", name="pk_name_word"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_word_profile", "name_word", ["profile"])
    op.create_table(
        "heading",
        sa.Column("record", sa.String(length=40), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["record"], ["record.id"], name="fk_heading_record"),
        sa.PrimaryKeyConstraint("record", name="pk_heading"),
        sqlite_with_rowid=False,
    )
    _fill()
    op.create_index("ix_waiting_number", "waiting", ["number", *_ASKED, "currency", "value"])
    op.create_index("ix_waiting_currency", "waiting", ["currency", "value", "number", *_ASKED])


_PLAIN = ("id", "number", "kind", "founder_document", "founder_claim", "stories", "claims")
_RECORD = sa.table(
    "record",
    *(sa.column(name) for name in (*_PLAIN, "revision", "body")),
    *(sa.column(name, sa.Date()) for name in _DAYS),
)
_LEDGER = sa.table("ledger", *(sa.column(name) for name in ("record", "currency", "value")))
_WAITING = sa.table(
    "waiting",
    *(sa.column(name) for name in ("record", "number", "kind", "stories", "currency", "value")),
    *(sa.column(name, sa.Boolean()) for name in ("ruled", "disputed")),
)
_BRIEF = sa.table(
    "brief",
    *(sa.column(name) for name in ("record", *_PLAIN[2:], "revision", "leading", *_PARTS)),
    *(sa.column(name, sa.Date()) for name in _DAYS),
)


def _fill() -> None:
    connection = op.get_bind()
    for lot in _lots(connection):
        bodies = [(row, json.loads(row.body)) for row in lot]
        connection.execute(sa.insert(_BRIEF), [_brief(*told) for told in bodies])
        waiting = [_waits(*told) for told in bodies if told[0].kind != "person"]
        if waiting:
            connection.execute(sa.insert(_WAITING), waiting)


def _lots(connection: sa.Connection) -> Iterator[list[Any]]:
    idents = sorted(connection.scalars(sa.select(_RECORD.c.id).where(_RECORD.c.body.isnot(None))))
    for begin in range(0, len(idents), _LOT):
        asked = (
            sa.select(_RECORD, _LEDGER.c.currency, _LEDGER.c.value)
            .outerjoin(_LEDGER, _LEDGER.c.record == _RECORD.c.id)
            .where(_RECORD.c.id.in_(idents[begin : begin + _LOT]))
        )
        yield list(connection.execute(asked))


def _waits(row: Any, body: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a row
    ruled, disputes = body.get("ruled", ()), body.get("disputes", ())
    return {
        "record": row.id,
        "number": row.number,
        "kind": row.kind,
        "stories": row.stories,
        "ruled": bool(ruled),
        "disputed": "*" not in ruled and any(one["slot"] not in ruled for one in disputes),
        "currency": row.currency,
        "value": row.value,
    }


def _brief(row: Any, body: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a row
    parts = {"leading": body["claims"][0], **{name: body.get(name, []) for name in _PARTS}}
    return {
        "record": row.id,
        **{name: getattr(row, name) for name in (*_PLAIN[2:], *_DAYS, "revision")},
        # As `columns.Json` writes them.
        **{n: json.dumps(v, sort_keys=True, separators=(",", ":")) for n, v in parts.items()},
    }

"""The table of what waits for review; see `waiting`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table

from communique.store.columns import Line
from communique.store.metadata import metadata

# All that the queue asks for, so that it is answered by an index alone.
_ASKED = ("kind", "stories", "ruled", "disputed", "record")

#: What of records tells whether they wait for a person's eye, and where in the queue.
waiting = Table(
    "waiting",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    # That of the record: the later it was formed, the higher.
    Column("number", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("stories", Integer, nullable=False),
    # Whether a person has set anything.
    Column("ruled", Boolean, nullable=False),
    # Whether claims disagree where nobody has ruled.
    Column("disputed", Boolean, nullable=False),
    # The sum of a commitment, in the main unit of its currency.
    Column("currency", Line),
    Column("value", Float),
    Index("ix_waiting_number", "number", *_ASKED, "currency", "value"),
    Index("ix_waiting_currency", "currency", "value", "number", *_ASKED),
)

"""The table of records in brief; see `briefs`."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table

from communique.store.columns import Json
from communique.store.metadata import metadata

#: What lists show of records: parts of their bodies, which may be a thousand times as long.
brief = Table(
    "brief",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("founder_document", String(16), nullable=False),
    Column("founder_claim", String(64), nullable=False),
    Column("stories", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("told_first", Date),
    Column("told_last", Date),
    Column("revision", Integer, nullable=False),
    # The claim that lends its words to the record.
    Column("leading", Json, nullable=False),
    Column("head", Json, nullable=False),
    Column("history", Json, nullable=False),
    Column("delivery", Json, nullable=False),
)

"""The table of the ledger; see `ledger`."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, String, Table

from communique.store.columns import Json, Line
from communique.store.metadata import metadata

#: What of commitments is added up and filtered (`store.ledger`), as far as it is elected.
ledger = Table(
    "ledger",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    Column("grade", String(16), nullable=False),
    Column("finance", String(16)),
    Column("currency", Line),
    Column("value", Float),
    Column("bound", String(16)),
    Column("modality", String(16), nullable=False),
    # Names of the parties that give.
    Column("payers", Json, nullable=False),
    # Id of the claim, of this document, that its words name as its whole.
    Column("part_of", String(64)),
    Column("document", String(16), nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("told_first", Date),
    Column("told_last", Date),
)

"""The tables of what persons and records are called; see `called`."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table, Text

from communique.store.columns import Line
from communique.store.metadata import metadata, to

#: The words of the names of persons, without case and accents, by the profiles that hold them.
name_word = Table(
    "name_word",
    metadata,
    Column("word", Line, primary_key=True),
    to("profile", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

#: The words of the elected titles, names, labels and places of records, likewise.
heading = Table(
    "heading",
    metadata,
    Column("record", String(40), ForeignKey("record.id"), primary_key=True),
    # Those of each slot, with blanks around every word, and a stroke between the slots.
    Column("words", Text, nullable=False),
    sqlite_with_rowid=False,
)

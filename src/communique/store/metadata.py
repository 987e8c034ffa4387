"""What all tables of a dossier share: how what belongs to them is named, and how they refer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def number() -> Column[int]:
    """The number of a row, by which others refer to it."""
    return Column("id", Integer, primary_key=True)


def to(table: str, name: str | None = None, **options: Any) -> Column[int]:  # noqa: ANN401
    """A reference to the number of a row of another table, in a column of that name unless told."""
    return Column(name or table, Integer, ForeignKey(f"{table}.id"), **options)

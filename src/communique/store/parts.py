"""Parts of the JSON of records, read inside the database: most of a long record is not needed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, cast, func, type_coerce
from sqlalchemy.dialects.postgresql import JSON

from communique.store import tables


def body_text() -> ColumnElement[Any]:
    """The JSON of a record as the text that is stored."""
    return type_coerce(tables.record.c.body, Text)


def part(connection: Connection, *path: str | int) -> ColumnElement[Any]:
    """A part of a record's JSON: a text as it is, anything else as JSON; null where it is missing.

    Args:
        connection: Tells which database it is.
        path: Names, and places in lists, that lead to the part.
    """
    if connection.dialect.name == "postgresql":
        steps = [str(step) for step in path]
        return func.json_extract_path_text(cast(body_text(), JSON), *steps)
    told = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return func.json_extract(body_text(), f"${told}")

"""Texts of several documents, without what else is known of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from sqlalchemy import Column, Connection, select

from communique.store import tables
from communique.store.sql import chunks

K = TypeVar("K", int, str)


def texts_of(connection: Connection, documents: Collection[int]) -> dict[int, str]:
    """The texts of documents, by their number."""
    return _texts(connection, tables.document.c.id, documents)


def texts_by_key(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """The texts of documents, by their key."""
    return _texts(connection, tables.document.c.key, keys)


def _texts(connection: Connection, column: Column[K], wanted: Collection[K]) -> dict[K, str]:
    found: dict[K, str] = {}
    for chunk in chunks(sorted(wanted)):
        asked = select(column, tables.text.c.body).select_from(tables.document).join(tables.text)
        for name, body in connection.execute(asked.where(column.in_(chunk))):
            found[name] = body.decode("utf-8", "surrogatepass")
    return found

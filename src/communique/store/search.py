"""Searching the words of documents: SQLite's FTS5, or text vectors of PostgreSQL.

Both hold folded words (`store.words`) of title and text, not the texts themselves. Documents are
only added and never changed, so the index is only added to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Row, select, text

from communique.store import search_postgres, search_sqlite, tables
from communique.store.sql import chunks
from communique.store.words import phrases_of, places_of, word_from, words_of, words_until

#: Most words of a phrase, and most phrases that are looked for.
_LONGEST, _MOST = 25, 32
#: Code points of a snippet, about.
_WIDTH = 240
# No dossier holds more documents.
_ALL = 2**31 - 1
# What comes before the first mark, so that it is not read without what it belongs to.
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds what was asked for.

    Attributes:
        document: Key of the document.
        title: Its title.
        published: Day of publication.
        publisher: Who published it.
        start: Where the snippet begins in the text.
        snippet: The stretch of the text that holds most of what was asked for.
        marks: What was found within it: first code point and one past the last, in the text.
        rank: How well it answers, the more the better; to be compared within one search only.
    """

    document: str
    title: str | None
    published: date | None
    publisher: str | None
    start: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    rank: float


def index_document(connection: Connection, document: int, title: str | None, body: str) -> None:
    """Have a new document found by its words.

    Args:
        connection: A writing connection, in the transaction that puts the document in.
        document: Its number.
        title: Its title.
        body: Its text.
    """
    told = tuple(word.folded for word in words_of(title or ""))
    words = tuple(word.folded for word in words_of(body))
    _side(connection).add(connection, document, told, words)


def search_documents(
    connection: Connection, words: str, limit: int, offset: int = 0
) -> tuple[Hit, ...]:
    """Documents that hold all words, the best first.

    Args:
        connection: A connection to the dossier.
        words: What a person typed: words, and phrases between quotation marks; case, accents and
            all other signs mean nothing.
        limit: Most hits.
        offset: Number of hits to pass over.
    """
    phrases = phrases_of(words, _LONGEST, _MOST)
    if not phrases:
        return ()
    found = _side(connection).find(connection, phrases, limit, offset)
    rows = _documents(connection, [number for number, _ in found])
    return tuple(_hit(rows[number], rank, phrases) for number, rank in found)


def count_found(connection: Connection, words: str) -> int:
    """How many documents hold all words; see `search_documents`."""
    phrases = phrases_of(words, _LONGEST, _MOST)
    return _side(connection).count(connection, phrases) if phrases else 0


def documents_with(connection: Connection, words: str, limit: int) -> tuple[int, ...]:
    """Numbers of documents that hold all words, the best first; see `search_documents`."""
    phrases = phrases_of(words, _LONGEST, _MOST)
    if not phrases:
        return ()
    return tuple(number for number, _ in _side(connection).find(connection, phrases, limit, 0))


def place_of(connection: Connection, words: str, document: str) -> int | None:
    """How many documents a search for words brings up until a document, itself among them.

    Args:
        connection: A connection to the dossier.
        words: What a person typed; see `search_documents`.
        document: Key of the document.

    Returns:
        The number; None where the document does not hold the words.
    """
    asked = select(tables.document.c.id).where(tables.document.c.key == document)
    number = connection.scalar(asked)
    found = documents_with(connection, words, _ALL)
    return found.index(number) + 1 if number in found else None


def index_missing(connection: Connection) -> int:
    """Index the documents that are not; how many there were. For upgrades."""
    missing = sorted(unindexed(connection))
    for chunk in chunks(missing):
        for number, row in _documents(connection, chunk).items():
            index_document(connection, number, row.title, _decoded(row))
    return len(missing)


def unindexed(connection: Connection) -> frozenset[int]:
    """Numbers of the documents that are not in the index."""
    return frozenset(connection.scalars(select(tables.document.c.id))) - indexed(connection)


def indexed(connection: Connection) -> frozenset[int]:
    """Numbers of the documents that are in the index."""
    found = connection.scalars(text(_side(connection).INDEXED))
    return frozenset(found)


def _side(connection: Connection) -> Any:  # noqa: ANN401 - one of two modules
    return search_sqlite if connection.dialect.name == "sqlite" else search_postgres


def _documents(connection: Connection, numbers: Sequence[int]) -> dict[int, Any]:
    table = tables.document
    columns: list[Column[Any]] = [
        table.c[name] for name in ("id", "key", "title", "published", "publisher")
    ]
    asked = select(*columns, tables.text.c.body).join(tables.text)
    rows = connection.execute(asked.where(table.c.id.in_(numbers)))
    return {row.id: row for row in rows}


def _decoded(row: Row[Any]) -> str:
    body: bytes = row.body
    return body.decode("utf-8", "surrogatepass")


def _hit(row: Row[Any], rank: float, phrases: Sequence[tuple[str, ...]]) -> Hit:
    body = _decoded(row)
    marks = places_of(body, phrases)
    start, end = _stretch(body, marks)
    shown = tuple((s, e) for s, e in marks if start <= s and e <= end)
    return Hit(
        row.key, row.title, row.published, row.publisher, start, body[start:end], shown, rank
    )


def _stretch(body: str, marks: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The stretch of a text to show: where most was found, from word to word."""
    starts = [start for start, _ in marks]

    def followed(mark: tuple[int, int]) -> int:
        return bisect_left(starts, mark[0] + _WIDTH - _BEFORE) - bisect_left(starts, mark[0])

    first = max(marks, key=followed, default=(0, 0))
    earliest = first[0] - _BEFORE
    start = word_from(body, earliest) if earliest > 0 else 0
    latest = max(start + _WIDTH, first[1])
    if len(body) <= latest:
        return start, len(body)
    return start, words_until(body, start, latest)

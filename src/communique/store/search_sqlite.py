"""The words of documents in SQLite's FTS5 (table `search`, made by the migrations).

The table has no contents of its own, only the index; its row ids are the documents' numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

INDEXED = "SELECT rowid FROM search"
# A word in the title counts for several in the text.
_BEST_FIRST = text(
    "SELECT search.rowid AS number, bm25(search, 4.0, 1.0) AS cost FROM search"
    " JOIN document ON document.id = search.rowid WHERE search MATCH :asked"
    " ORDER BY cost, document.published DESC, document.key LIMIT :limit OFFSET :offset"
)


def add(connection: Connection, document: int, title: Sequence[str], words: Sequence[str]) -> None:
    """Index the folded words of a document."""
    put = text("INSERT INTO search (rowid, title, text) VALUES (:number, :title, :words)")
    row = {"number": document, "title": " ".join(title), "words": " ".join(words)}
    connection.execute(put, row)


def find(
    connection: Connection, phrases: Sequence[tuple[str, ...]], limit: int, offset: int
) -> list[tuple[int, float]]:
    """Numbers of the documents that hold all phrases, with their rank, best first."""
    given = {"asked": _asked(phrases), "limit": limit, "offset": offset}
    return [(row.number, -row.cost) for row in connection.execute(_BEST_FIRST, given)]


def count(connection: Connection, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many documents hold all phrases."""
    asked = text("SELECT count(*) FROM search WHERE search MATCH :asked")
    return connection.scalar(asked, {"asked": _asked(phrases)}) or 0


def _asked(phrases: Sequence[tuple[str, ...]]) -> str:
    """A query of FTS5; words are letters and digits, so that none needs escaping."""
    return " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)

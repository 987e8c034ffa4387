"""The words of documents in PostgreSQL's text vectors (table `search`, made by the migrations).

A vector keeps at most 256 places of a word, and no place beyond 16,383; so a document is indexed in
parts that are short enough for all places to be kept, and that overlap by the longest phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, text

INDEXED = "SELECT DISTINCT document FROM search"
_PART, _OVERLAP = 250, 25
# How much a word counts in the text (D) and in the title (A); B and C are not used.
_WEIGHTS = "{0.25, 0.25, 0.25, 1.0}"


def add(connection: Connection, document: int, title: Sequence[str], words: Sequence[str]) -> None:
    """Index the folded words of a document."""
    vectors = [_vector(part, "A") for part in _parts(title)]
    vectors += [_vector(part, "D") for part in _parts(words)]
    # A document without words has a row too, as in SQLite.
    rows = [
        {"number": document, "part": index, "words": vector}
        for index, vector in enumerate(vectors or [""])
    ]
    put = text("INSERT INTO search VALUES (:number, :part, CAST(:words AS tsvector))")
    connection.execute(put, rows)


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(words), _PART - _OVERLAP):
        yield words[start : start + _PART]
        if start + _PART >= len(words):
            break


def _vector(words: Sequence[str], weight: str) -> str:
    """A text vector as PostgreSQL writes it; words are letters and digits."""
    places: dict[str, list[str]] = defaultdict(list)
    for index, word in enumerate(words, 1):
        places[word].append(f"{index}{weight}")
    return " ".join(f"'{word}':{','.join(where)}" for word, where in places.items())


def find(
    connection: Connection, phrases: Sequence[tuple[str, ...]], limit: int, offset: int
) -> list[tuple[int, float]]:
    """Numbers of the documents that hold all phrases, with their rank, best first."""
    statement, given = _matching(phrases)
    asked = text(
        f"SELECT found.document AS number, found.rank FROM ({statement}) AS found"
        " JOIN document ON document.id = found.document"
        " ORDER BY found.rank DESC, document.published DESC NULLS LAST, document.key"
        " LIMIT :limit OFFSET :offset"
    )
    rows = connection.execute(asked, {**given, "limit": limit, "offset": offset})
    return [(row.number, float(row.rank)) for row in rows]


def count(connection: Connection, phrases: Sequence[tuple[str, ...]]) -> int:
    """How many documents hold all phrases."""
    statement, given = _matching(phrases)
    return connection.scalar(text(f"SELECT count(*) FROM ({statement}) AS found"), given) or 0


def _matching(phrases: Sequence[tuple[str, ...]]) -> tuple[str, dict[str, Any]]:
    """A statement for the documents that hold all phrases, each perhaps in another part."""
    single = (
        "SELECT document, sum(ts_rank('{weights}', words, CAST(:asked{index} AS tsquery))) AS rank"
        " FROM search WHERE words @@ CAST(:asked{index} AS tsquery) GROUP BY document"
    )
    all_of = " UNION ALL ".join(
        single.format(weights=_WEIGHTS, index=index) for index in range(len(phrases))
    )
    statement = (
        f"SELECT document, sum(rank) AS rank FROM ({all_of}) AS each_phrase"
        f" GROUP BY document HAVING count(*) = {len(phrases)}"
    )
    asked = {f"asked{i}": " <-> ".join(f"'{w}'" for w in p) for i, p in enumerate(phrases)}
    return statement, asked

"""Stories: whether their numbers hold, and whether what differs stands in the texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select

from communique.store import tables
from communique.store.documents import load_document
from communique.store.verifying.problem import UNREADABLE, Problem


def story_problems(connection: Connection) -> Iterator[Problem]:
    """Stories that bear another number than the smallest of their documents; documents apart."""
    table = tables.document
    least = func.min(table.c.id)
    asked = (select(table.c.story, least).where(table.c.story != 0).group_by(table.c.story)).having(
        least != table.c.story
    )
    for story, number in connection.execute(asked):
        yield Problem(f"story {story}", f"its first document is number {number}")
    pair = tables.version_pair
    joined = exists().where(or_(pair.c.first == table.c.id, pair.c.second == table.c.id))
    apart = select(table.c.key).where(table.c.story != 0, table.c.story != table.c.id, ~joined)
    for key in connection.scalars(apart):
        yield Problem(f"document {key}", "it is of a story, but no version of another document")


def version_problems(connection: Connection) -> Iterator[Problem]:
    """Pairs of versions that are of two stories, or whose differences lie outside the texts."""
    pair, one, other = (
        tables.version_pair,
        tables.document.alias("one"),
        tables.document.alias("other"),
    )
    asked = (
        select(
            pair, one.c.key, one.c.story, other.c.key.label("key2"), other.c.story.label("story2")
        )
        .join(one, one.c.id == pair.c.first)
        .join(other, and_(other.c.id == pair.c.second))
        .order_by(pair.c.first, pair.c.second)
    )
    for row in connection.execute(asked).all():
        where = f"versions {row.key} and {row.key2}"
        if row.story != row.story2 or row.first >= row.second:
            yield Problem(where, "they are not of one story")
        try:
            lengths = [len(load_document(connection, n).text) for n in (row.first, row.second)]
        except UNREADABLE:
            # Told of the document itself.
            continue
        if not all(_fits(entry, *lengths) for entry in row.differences):
            yield Problem(where, "what differs does not stand in their texts")


def _fits(entry: Any, first: int, second: int) -> bool:  # noqa: ANN401 - what JSON holds
    """Whether a difference is a stretch of each text, not both of them empty."""
    try:
        (start, end), (other_start, other_end), _ = entry
        places = [int(place) for place in (start, end, other_start, other_end)]
    except (TypeError, ValueError):
        return False
    removed = 0 <= places[0] <= places[1] <= first
    inserted = 0 <= places[2] <= places[3] <= second
    return removed and inserted and (places[0] < places[1] or places[2] < places[3])

"""Sketches in a dossier: an index from their numbers to documents, by which copies are found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, func, insert, or_, select

from communique.store import tables
from communique.store.sql import chunks

# A number that so many documents have is not asked for where others suffice: it is from a passage
# that a publisher puts under all its texts, and would bring them all in.
_FREQUENT = 500
# Rows of the sketch of the document that is looked at, and of all others.
_OWN, _OTHER = tables.shingle.alias("own"), tables.shingle.alias("other")
_GIVEN = tables.document.alias("given")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be of one story with another.

    Attributes:
        document: Its number.
        story: Number of its story.
        published: Day of publication.
        shared: How many numbers both sketches have.
        known: Whether it has the same text or address, so that it is of the same story anyway.
    """

    document: int
    story: int
    published: date | None = None
    shared: int = 0
    known: bool = False


def put_sketch(connection: Connection, document: int, sketch: Collection[int]) -> None:
    """Keep the sketch of a document, in the place of what it had."""
    table = tables.shingle
    connection.execute(delete(table).where(table.c.document == document))
    if sketch:
        rows = [{"hash": number, "document": document} for number in sketch]
        connection.execute(insert(table), rows)


def candidates(connection: Connection, document: int, least: int) -> tuple[Candidate, ...]:
    """Documents with a story that may be of one with a document, the likeliest first.

    Those with the same text or address come first, then those that share most of the sketch.

    Args:
        connection: A connection.
        document: Number of the document; its sketch has been kept.
        least: How many numbers of the sketch a candidate shares, at least 1.
    """
    known = [
        Candidate(row.id, row.story, known=True) for row in connection.execute(_same(document))
    ]
    seen = {candidate.document for candidate in known}
    shared = _shared(connection, document, least)
    found = {number: count for number, count in shared.items() if number not in seen}
    others = [
        Candidate(row.id, row.story, row.published, found[row.id])
        for row in rows_of(connection, found)
    ]
    return (*known, *sorted(others, key=lambda c: (-c.shared, c.document)))


def _same(document: int) -> Any:  # noqa: ANN401 - a statement
    """Asks for documents with the same text, or fetched from the same address."""
    table = tables.document
    address = and_(table.c.lineage == _GIVEN.c.lineage, table.c.url == _GIVEN.c.url)
    return (
        select(table.c.id, table.c.story)
        .join(_GIVEN, and_(_GIVEN.c.id == document, or_(table.c.text == _GIVEN.c.text, address)))
        .where(table.c.id != document, table.c.story != 0)
        .order_by(table.c.id)
    )


def _shared(connection: Connection, document: int, least: int) -> dict[int, int]:
    """How many numbers of its sketch other documents share, of those that share so many.

    Whoever shares so many numbers has one even of those that are left when one fewer is taken
    away: the frequent ones. So they are not asked for at first, and nobody is lost.
    """
    left_out = _frequent(connection, document, least - 1)
    together = and_(_OTHER.c.hash == _OWN.c.hash, _OTHER.c.document != _OWN.c.document)
    counted = (
        select(_OTHER.c.document, func.count().label("shared"))
        .select_from(_OWN.join(_OTHER, together))
        .where(_OWN.c.document == document)
        .group_by(_OTHER.c.document)
    )
    rare = counted.where(_OWN.c.hash.notin_(left_out)).having(
        func.count() > least - 1 - len(left_out)
    )
    found = {row.document: row.shared for row in connection.execute(rare)}
    if left_out:
        frequent = counted.where(_OWN.c.hash.in_(left_out))
        for chunk in chunks(sorted(found)):
            for row in connection.execute(frequent.where(_OTHER.c.document.in_(chunk))):
                found[row.document] += row.shared
    return {number: shared for number, shared in found.items() if shared >= least}


def _frequent(connection: Connection, document: int, most: int) -> list[int]:
    """The numbers of a sketch that very many documents have, at most so many."""
    if most < 1:
        return []
    # Counting stops there, so that it costs the same for a number that all documents have.
    some = (
        select(_OTHER.c.document)
        .where(_OTHER.c.hash == _OWN.c.hash)
        .limit(_FREQUENT)
        .correlate(_OWN)
    )
    times = select(func.count()).select_from(some.subquery("some")).scalar_subquery()
    asked = (
        select(_OWN.c.hash)
        .where(_OWN.c.document == document, times == _FREQUENT)
        .order_by(_OWN.c.hash)
        .limit(most)
    )
    return list(connection.scalars(asked))


def sketches_of(connection: Connection, documents: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Sketches of documents, their numbers ascending."""
    table = tables.shingle
    found: dict[int, list[int]] = {}
    for chunk in chunks(sorted(documents)):
        asked = select(table.c.document, table.c.hash).where(table.c.document.in_(chunk))
        for row in connection.execute(asked.order_by(table.c.hash)):
            found.setdefault(row.document, []).append(row.hash)
    return {number: tuple(sketch) for number, sketch in found.items()}


def rows_of(connection: Connection, documents: Iterable[int]) -> Iterator[Row[Any]]:
    """Number, story and day of the documents that have a story."""
    table = tables.document
    for chunk in chunks(sorted(documents)):
        asked = select(table.c.id, table.c.story, table.c.published)
        rows: Iterable[Row[Any]] = connection.execute(
            asked.where(table.c.id.in_(chunk), table.c.story != 0)
        )
        yield from rows

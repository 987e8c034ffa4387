"""Sketches in a dossier: an index from their numbers to documents, by which copies are found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, func, insert, or_, select

from communique.store import tables
from communique.store.sql import chunks

# A number that so many documents have is asked for only among documents of near days, and where
# the others suffice not at all: it is from a passage that a publisher puts under all its texts.
_FREQUENT = 500
# Rows of the sketch of the document that is looked at, and of all others.
_OWN, _OTHER = tables.shingle.alias("own"), tables.shingle.alias("other")
_GIVEN = tables.document.alias("given")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a candidate shares.

    Attributes:
        near: Numbers of the sketch that a document of near days shares, at least 1.
        far: The same of a document published further away, no less.
        days: What is near; a document without a day is near to all.
    """

    near: int
    far: int
    days: int


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


def candidates(connection: Connection, document: int, sought: Sought) -> tuple[Candidate, ...]:
    """Documents with a story that may be of one with a document, the likeliest first.

    Those with the same text or address come first, then those that share most of the sketch.

    Args:
        connection: A connection.
        document: Number of the document; its sketch has been kept.
        sought: What a candidate shares.
    """
    known = [
        Candidate(row.id, row.story, known=True) for row in connection.execute(_same(document))
    ]
    seen = {candidate.document for candidate in known}
    shared = _shared(connection, document, sought)
    near = _Near.of(connection, document, sought.days)
    others = [
        Candidate(row.id, row.story, row.published, shared[row.id])
        for row in rows_of(connection, set(shared) - seen)
        if shared[row.id] >= (sought.near if near.has(row.published) else sought.far)
    ]
    return (*known, *sorted(others, key=lambda c: (-c.shared, c.document)))


@dataclass(frozen=True, slots=True)
class _Near:
    """The days near to a document; all where its day is not known.

    Attributes:
        first: First of them.
        last: Last of them.
    """

    first: date
    last: date

    @classmethod
    def of(cls, connection: Connection, document: int, days: int) -> _Near:
        table = tables.document
        day = connection.scalar(select(table.c.published).where(table.c.id == document))
        if day is None:
            return cls(date.min, date.max)
        reach = timedelta(days=days)
        first = day - reach if day - date.min > reach else date.min
        return cls(first, day + reach if date.max - day > reach else date.max)

    def has(self, day: date | None) -> bool:
        """Whether a day is near; one that is not known always is."""
        return day is None or self.first <= day <= self.last

    def documents(self, connection: Connection) -> set[int]:
        """Numbers of the documents of these days, and of those without a day."""
        day = tables.document.c.published
        near = or_(day.is_(None), day.between(self.first, self.last))
        return set(connection.scalars(select(tables.document.c.id).where(near)))


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


def _shared(connection: Connection, document: int, sought: Sought) -> dict[int, int]:
    """How many numbers of its sketch other documents share, of those that may share enough.

    Whoever shares so many numbers has one even of those that are left when one fewer is taken
    away. So of documents that are far only the rare numbers are asked for, and nobody is lost.
    """
    frequent = _frequent(connection, document, sought.far - 1)
    counted = _counted(document)
    if not frequent:
        return _found(connection, counted.having(func.count() >= sought.near))
    rare = counted.where(_OWN.c.hash.notin_(frequent))
    few = func.count() >= sought.far - len(frequent)
    likely = set(_found(connection, rare.having(few)))
    likely |= _Near.of(connection, document, sought.days).documents(connection)
    found: dict[int, int] = {}
    for chunk in chunks(sorted(likely - {document})):
        among = counted.where(_OTHER.c.document.in_(chunk))
        found |= _found(connection, among.having(func.count() >= sought.near))
    return found


def _found(connection: Connection, counted: Select[Any]) -> dict[int, int]:
    return {row.document: row.shared for row in connection.execute(counted)}


def _counted(document: int) -> Select[Any]:
    """Counts what other documents share of the sketch of a document."""
    together = and_(_OTHER.c.hash == _OWN.c.hash, _OTHER.c.document != _OWN.c.document)
    return (
        select(_OTHER.c.document, func.count().label("shared"))
        .select_from(_OWN.join(_OTHER, together))
        .where(_OWN.c.document == document)
        .group_by(_OTHER.c.document)
    )


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

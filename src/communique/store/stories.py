"""Stories in a dossier: sketches, pairs of versions, and the number of each document's story.

Which documents are of one story is decided elsewhere (`records.stories`, led by
`pipeline.stories`). A pair is compared once, when the second of its documents is looked at, so that
the order in which they came makes no difference.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from communique.model.document import Document
from communique.store import tables
from communique.store.documents import load_document
from communique.store.merging import mark_stale
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


@dataclass(frozen=True, slots=True)
class VersionPair:
    """Two documents of one story.

    Attributes:
        first: Number of the one, the smaller.
        second: Number of the other.
        containment: Share of the shorter text that the longer one holds, 0 to 1.
        differences: What differs, as JSON holds it (`records.stories.differences`).
    """

    first: int
    second: int
    containment: float
    differences: Sequence[Any]


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A document of a story.

    Attributes:
        number: Its number.
        key: Its key.
        document: The document.
    """

    number: int
    key: str
    document: Document


def without_story(connection: Connection, most: int) -> tuple[int, ...]:
    """Documents for which copies have not been looked for, the first ones, at most so many."""
    table = tables.document
    asked = select(table.c.id).where(table.c.story == 0).order_by(table.c.id).limit(most)
    return tuple(connection.scalars(asked))


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
        for row in _rows(connection, found)
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


def _rows(connection: Connection, documents: Iterable[int]) -> Iterator[Row[Any]]:
    """Number, story and day of the documents that have a story."""
    table = tables.document
    for chunk in chunks(sorted(documents)):
        asked = select(table.c.id, table.c.story, table.c.published)
        rows: Iterable[Row[Any]] = connection.execute(
            asked.where(table.c.id.in_(chunk), table.c.story != 0)
        )
        yield from rows


def sketches_of(connection: Connection, documents: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Sketches of documents, their numbers ascending."""
    table = tables.shingle
    found: dict[int, list[int]] = {}
    for chunk in chunks(sorted(documents)):
        asked = select(table.c.document, table.c.hash).where(table.c.document.in_(chunk))
        for row in connection.execute(asked.order_by(table.c.hash)):
            found.setdefault(row.document, []).append(row.hash)
    return {number: tuple(sketch) for number, sketch in found.items()}


def store_pair(connection: Connection, pair: VersionPair) -> None:
    """Keep that two documents are of one story."""
    row = {
        "first": pair.first,
        "second": pair.second,
        "containment": pair.containment,
        "differences": list(pair.differences),
    }
    connection.execute(insert(tables.version_pair).values(row))


def pairs_among(connection: Connection, documents: Collection[int]) -> tuple[VersionPair, ...]:
    """The pairs of versions among some documents, in the order of their numbers."""
    table = tables.version_pair
    found: list[VersionPair] = []
    for chunk in chunks(sorted(documents)):
        for row in connection.execute(select(table).where(table.c.first.in_(chunk))):
            if row.second in documents:
                pair = VersionPair(row.first, row.second, row.containment, row.differences)
                found.append(pair)
    return tuple(sorted(found, key=lambda pair: (pair.first, pair.second)))


def settle_stories(connection: Connection, documents: Collection[int]) -> set[int]:
    """Number the stories of documents whose pairs have been kept.

    The number of a story is the smallest among its documents. A document that joins two stories
    makes one of them.

    Args:
        connection: A writing connection.
        documents: Numbers of documents for which copies have been looked for.

    Returns:
        The documents whose voice is another now: of a new story of one document none.
    """
    table = tables.document
    changed: set[int] = set()
    for document in sorted(set(documents)):
        near = _rows(connection, [document, *_neighbours(connection, document)])
        stories = {row.story for row in near}
        number = min(stories | {document})
        moved = or_(table.c.id == document, table.c.story.in_(stories))
        changed |= _number(connection, and_(moved, table.c.story != number), number)
    return changed


def _number(connection: Connection, which: ColumnElement[bool], story: int) -> set[int]:
    """Give documents their story; those whose voice changed."""
    table = tables.document
    rows = connection.execute(select(table.c.id, table.c.story).where(which)).all()
    for chunk in chunks([row.id for row in rows]):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(story=story))
    # Before, one without a story was a voice of its own.
    return {row.id for row in rows if (row.story or row.id) != story}


def _neighbours(connection: Connection, document: int) -> set[int]:
    """Documents that pairs lead to."""
    table = tables.version_pair
    after = select(table.c.second).where(table.c.first == document)
    before = select(table.c.first).where(table.c.second == document)
    return {*connection.scalars(after), *connection.scalars(before)}


def unsettle_stories(connection: Connection, documents: Collection[int]) -> set[int]:
    """Have copies looked for anew for documents that are read otherwise now, and for their stories.

    Returns:
        All documents of these stories.
    """
    table, pair = tables.document, tables.version_pair
    stories = {row.story for row in _rows(connection, documents)}
    found: set[int] = set()
    for chunk in chunks(sorted(stories)):
        found.update(connection.scalars(select(table.c.id).where(table.c.story.in_(chunk))))
    for chunk in chunks(sorted(found)):
        either = or_(pair.c.first.in_(chunk), pair.c.second.in_(chunk))
        connection.execute(delete(pair).where(either))
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(story=0))
    return found


def mark_told(connection: Connection, documents: Collection[int]) -> None:
    """Have the records that documents tell computed anew: their voices are counted otherwise."""
    claim, held, profile = tables.claim, tables.claim_profile, tables.profile
    records: set[str] = set()
    for chunk in chunks(sorted(documents)):
        asked = (
            select(profile.c.record)
            .join(held, held.c.profile == profile.c.id)
            .join(claim, claim.c.id == held.c.claim)
            .where(claim.c.document.in_(chunk), profile.c.record.isnot(None))
            .distinct()
        )
        records.update(connection.scalars(asked))
    mark_stale(connection, records)


def versions_of(connection: Connection, story: int) -> tuple[StoredVersion, ...]:
    """The documents of a story, the earliest published first; without a date they come last."""
    table = tables.document
    asked = (
        select(table.c.id, table.c.key)
        .where(table.c.story == story)
        .order_by(table.c.published.is_(None), table.c.published, table.c.id)
    )
    return tuple(
        StoredVersion(row.id, row.key, load_document(connection, row.id))
        for row in connection.execute(asked).all()
    )

"""Stories in a dossier: pairs of versions, and the number of each document's story.

Which documents are of one story is decided elsewhere (`records.stories`, led by
`pipeline.stories`). A pair is compared once, when the second of its documents is looked at, so that
the order in which they came makes no difference.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    insert,
    literal,
    or_,
    select,
    update,
)

from communique.model.document import Document
from communique.store import tables
from communique.store.documents import load_document
from communique.store.due import mark_documents, mark_records
from communique.store.merging import mark_stale
from communique.store.sketches import rows_of
from communique.store.sql import chunks


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


def drop_pairs_without(
    connection: Connection, document: int, others: Collection[int]
) -> frozenset[int]:
    """Forget the pairs among documents of one story that a document is not part of.

    Args:
        connection: A writing connection.
        document: The document.
        others: All others of its story.

    Returns:
        The others that have no pair with it.
    """
    table = tables.version_pair
    missing = set(others)
    for pair in pairs_among(connection, {document, *others}):
        if document in (pair.first, pair.second):
            missing -= {pair.first, pair.second}
        else:
            both = and_(table.c.first == pair.first, table.c.second == pair.second)
            connection.execute(delete(table).where(both))
    return frozenset(missing)


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
        near = rows_of(connection, [document, *_neighbours(connection, document)])
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
    stories = {row.story for row in rows_of(connection, documents)}
    found: set[int] = set()
    for chunk in chunks(sorted(stories)):
        found.update(connection.scalars(select(table.c.id).where(table.c.story.in_(chunk))))
    for chunk in chunks(sorted(found)):
        either = or_(pair.c.first.in_(chunk), pair.c.second.in_(chunk))
        connection.execute(delete(pair).where(either))
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(story=0))
    mark_told(connection, found)
    return found


def mark_told(connection: Connection, documents: Collection[int]) -> None:
    """Have the records that documents tell computed anew: their voices are counted otherwise.

    Rules see stories, too: the documents and these records are to be checked anew.
    """
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
    mark_records(connection, records)
    mark_documents(connection, documents)


def story_of(connection: Connection, document: int) -> tuple[int, ...]:
    """Numbers of the documents of a document's story, the earliest published first.

    Those without a date come last, and those of one day in the order of their keys, so that the
    order in which they were put in makes no difference.
    """
    table = tables.document
    story = select(table.c.story).where(table.c.id == document).scalar_subquery()
    return tuple(row.id for row in connection.execute(_in_order(story)))


def versions_of(connection: Connection, story: int) -> tuple[StoredVersion, ...]:
    """The documents of a story in the order of `story_of`."""
    return tuple(
        StoredVersion(row.id, row.key, load_document(connection, row.id))
        for row in connection.execute(_in_order(literal(story))).all()
    )


def _in_order(story: ColumnElement[int]) -> Select[Any]:
    """Asks for the documents of a story."""
    table = tables.document
    return (
        select(table.c.id, table.c.key)
        .where(table.c.story == story)
        .order_by(table.c.published.is_(None), table.c.published, table.c.key)
    )

"""Stories as people read them: which there are, and the documents of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, func, select

from communique.store import tables
from communique.store.browsing import WantedDocuments, conditions, rows_asked
from communique.store.catalogue import DocumentRow, document_row
from communique.store.sql import chunks


def stories_told(connection: Connection, wanted: WantedDocuments) -> tuple[int, ...]:
    """Numbers of the stories that several documents tell, the latest first.

    Args:
        connection: A connection to the dossier.
        wanted: Documents of which a story must have one; of these the earliest tells its place.
    """
    table = tables.document
    several = (
        select(table.c.story)
        .where(table.c.story > 0)
        .group_by(table.c.story)
        .having(func.count() > 1)
    )
    first = func.min(table.c.published)
    asked = (
        select(table.c.story)
        .where(table.c.story.in_(several), *conditions(wanted))
        .group_by(table.c.story)
        .order_by(first.is_(None), first.desc(), table.c.story.desc())
    )
    return tuple(connection.scalars(asked))


def story_rows(connection: Connection, story: int) -> tuple[DocumentRow, ...]:
    """The documents of a story, the earliest first, those without a day last."""
    return versions_in(connection, [story]).get(story, ())


def versions_in(
    connection: Connection, stories: Collection[int]
) -> dict[int, tuple[DocumentRow, ...]]:
    """The documents of stories, in the order of `story_rows`; stories that are not are left out."""
    table = tables.document
    order = (table.c.published.is_(None), table.c.published, table.c.key)
    found: dict[int, list[DocumentRow]] = defaultdict(list)
    for chunk in chunks(sorted(set(stories) - {0})):
        asked = rows_asked().where(table.c.story.in_(chunk)).order_by(*order)
        for row in connection.execute(asked):
            found[row.story].append(document_row(row, row.claims))
    return {story: tuple(rows) for story, rows in found.items()}

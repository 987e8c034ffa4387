"""What a dossier rests on: sources, period, languages, readers and reviewers, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, and_, cast, func, select

from communique.model.decision import BY_PEOPLE
from communique.model.failure import Failure
from communique.model.languages import is_read
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.sql import chunks

# Publishers, languages and reviewers that are told by name; a dossier may have very many.
_TOLD = 100


@dataclass(frozen=True, slots=True)
class Basis:
    """The documents that something rests on.

    Attributes:
        documents: Number of documents; notes of reviewers are not among them.
        stories: Number of independent stories.
        first: Day of the earliest publication.
        last: Day of the latest.
        publishers: Numbers of documents by publisher, None where it is not known; most first.
        languages: Numbers of documents by ISO 639-1 code, None where it can't be told.
        extractors: Numbers of documents by what read them.
    """

    documents: int
    stories: int
    first: date | None
    last: date | None
    publishers: Mapping[str | None, int]
    languages: Mapping[str | None, int]
    extractors: Mapping[str | None, int]

    @property
    def left_out(self) -> tuple[str, ...]:
        """Codes of languages that are not read, most documents first."""
        return tuple(code for code in self.languages if code and not is_read(code))

    @property
    def named_publishers(self) -> tuple[str, ...]:
        """Publishers that are known, most documents first."""
        return tuple(name for name in self.publishers if name)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How much people reviewed.

    Attributes:
        authors: Numbers of decisions by who made them, most first.
        claims: Numbers of claims by what decisions made of them.
    """

    authors: Mapping[str, int]
    claims: Mapping[str, int]


def basis_of(connection: Connection, naming: Collection[Collection[str]] = ()) -> Basis:
    """What documents there are.

    Args:
        connection: A connection to the dossier.
        naming: For each side the names of what may stand for it: only documents that name one of
            each are counted.
    """
    table, named = tables.document, tables.named
    columns = (table.c.publisher, table.c.language, table.c.extractor)
    day, told = table.c.published, table.c.extractor != BY_PEOPLE
    for names in naming:
        side = select(named.c.document).where(named.c.kind == "party")
        told &= table.c.id.in_(side.where(named.c.name.in_(sorted(names))))
    asked = select(*columns, cast(day, Text), table.c.story).where(told)
    # Of a whole dossier the database adds up what is alike in all but the story.
    documents, stories = (_each if naming else _alike)(connection, asked)
    days = sorted(day for *_, day in documents if day)
    return Basis(
        documents.total(),
        stories,
        date.fromisoformat(days[0]) if days else None,
        date.fromisoformat(days[-1]) if days else None,
        *(_ranked(documents, place) for place in range(len(columns))),
    )


# Publisher, language, extractor and day of publication.
_Alike = tuple[str | None, str | None, str | None, str | None]


def _each(connection: Connection, asked: Select[Any]) -> tuple[Counter[_Alike], int]:
    """Numbers of documents by what they have alike, and of stories."""
    rows = connection.execute(asked).all()
    return Counter(tuple(row[:4]) for row in rows), len({row[4] for row in rows})


def _alike(connection: Connection, asked: Select[Any]) -> tuple[Counter[_Alike], int]:
    """The same of many documents, added up by the database."""
    *alike, story = asked.selected_columns
    *three, day = alike
    counted = asked.with_only_columns(*three, func.min(day), func.max(day), func.count())
    found: Counter[_Alike] = Counter()
    for *held, first, last, number in connection.execute(counted.group_by(*three)):
        # All are entered under the first day; the last is there as a day alone.
        found[(*held, last)] += 0
        found[(*held, first)] += number
    told = asked.with_only_columns(func.count(story.distinct()))
    return found, connection.scalar(told) or 0


def _ranked(counted: Counter[_Alike], place: int) -> dict[str | None, int]:
    """Numbers of documents by one of the things that they have alike, the most frequent first."""
    found: Counter[str | None] = Counter()
    for alike, number in counted.items():
        found[alike[place]] += number
    ordered = sorted(found, key=lambda name: (-found[name], name or ""))
    return {name: found[name] for name in ordered[:_TOLD]}


def reviewed(connection: Connection) -> Reviewed:
    """How much people reviewed."""
    decision, claim = tables.decision, tables.claim
    everyone = decision.c.author.isnot(None)
    found = _by(connection, decision.c.author, everyone)
    authors = {name: number for name, number in found.items() if name is not None}
    # Without a decision all claims are as they were found, and there may be a great many.
    states = _by(connection, claim.c.state, claim.c.id.isnot(None)) if authors else {}
    return Reviewed(authors, {state: n for state, n in states.items() if state is not None})


def count_failures(connection: Connection) -> int:
    """Number of sources that could not be read."""
    asked = select(func.count()).select_from(tables.source).where(_failed())
    return int(connection.scalar(asked) or 0)


def list_failures(connection: Connection, first: int, most: int) -> tuple[tuple[str, Failure], ...]:
    """Sources that could not be read, by address.

    Args:
        connection: A connection to the dossier.
        first: How many to pass over.
        most: How many at most.
    """
    table = tables.source
    asked = select(table.c.address, table.c.failure).where(_failed())
    page = asked.order_by(table.c.address, table.c.digest).offset(first).limit(most)
    rows = connection.execute(page)
    return tuple((row.address, shaped(row.failure, Failure)) for row in rows)


def published_on(connection: Connection, keys: Collection[str]) -> Mapping[str, Published]:
    """When and by whom documents were published, by key."""
    table = tables.document
    columns = (table.c.key, table.c.title, table.c.ident, table.c.published, table.c.publisher)
    found: dict[str, Published] = {}
    for chunk in chunks(sorted(keys)):
        rows: Any = connection.execute(select(*columns).where(table.c.key.in_(chunk)))
        found |= {row.key: Published(row.title or row.ident, *row[3:]) for row in rows}
    return found


@dataclass(frozen=True, slots=True)
class Published:
    """A document at its shortest.

    Attributes:
        title: Its title, or the id under which it was given.
        day: Day of publication.
        publisher: Who published it.
    """

    title: str
    day: date | None
    publisher: str | None


def _failed() -> ColumnElement[bool]:
    table = tables.source
    return and_(table.c.document.is_(None), table.c.failure.isnot(None))


def _by(
    connection: Connection,
    column: ColumnElement[Any],
    condition: ColumnElement[bool],
) -> dict[Any, int]:
    count = func.count()
    asked: Select[Any] = select(column, count).where(condition).group_by(column)
    rows = connection.execute(asked.order_by(count.desc(), column).limit(_TOLD))
    return {name: number for name, number in rows}

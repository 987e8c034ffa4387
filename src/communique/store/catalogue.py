"""What a dossier holds besides records: documents, stories, and whom its documents name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, select

from communique.model.claim import Party
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.claims import REJECTED


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both inclusive; None leaves an end open."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document at a glance.

    Attributes:
        key: Names it in the dossier.
        ident: The id under which it was given.
        title: Its title.
        published: Day of publication.
        publisher: Who published it.
        url: Its address.
        language: Its language, as an ISO 639-1 code.
        speaks_for: Parties in whose name it speaks.
        story: Number of its story, 0 while it is not known.
        claims: Number of its claims, without those that people rejected.
    """

    key: str
    ident: str
    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    language: str | None
    speaks_for: tuple[Party, ...]
    story: int
    claims: int


@dataclass(frozen=True, slots=True)
class PartyCount:
    """A party and how much there is on it.

    Attributes:
        name: Canonical name.
        code: Its code.
        records: Number of records that it is a party of, by kind.
        documents: Number of documents that name it.
    """

    name: str
    code: str | None
    records: Counter[str]
    documents: int


def list_documents(
    connection: Connection, period: Period, naming: Sequence[Collection[str]] = ()
) -> tuple[DocumentRow, ...]:
    """Documents by day of publication, those without one first.

    Args:
        connection: A connection to the dossier.
        period: Days of publication.
        naming: For each side the names of what may stand for it: a document must name one of each.
    """
    table = tables.document
    asked = select(table)
    if period.since is not None:
        asked = asked.where(table.c.published >= period.since)
    if period.until is not None:
        asked = asked.where(table.c.published <= period.until)
    counts = _claims_counted(connection)
    rows = connection.execute(_naming(asked, naming))
    found = (document_row(row, counts[row.id]) for row in rows)
    return tuple(sorted(found, key=lambda d: (d.published or date.min, d.key)))


def list_stories(connection: Connection) -> tuple[tuple[DocumentRow, ...], ...]:
    """Stories that several documents tell, the latest last; the earliest document stands first."""
    by_story: dict[int, list[DocumentRow]] = defaultdict(list)
    for document in list_documents(connection, Period()):
        if document.story:
            by_story[document.story].append(document)
    several = (tuple(versions) for versions in by_story.values() if len(versions) > 1)
    return tuple(sorted(several, key=lambda v: (v[0].published or date.min, v[0].key)))


def list_parties(connection: Connection) -> tuple[PartyCount, ...]:
    """Parties of records, and those that documents name, most records first."""
    records, codes = _records_counted(connection)
    named = tables.named
    asked = (
        select(named.c.name, func.max(named.c.code).label("code"), func.count().label("documents"))
        .where(named.c.kind == "party")
        .group_by(named.c.name)
    )
    documents = {}
    for row in connection.execute(asked):
        documents[row.name] = row.documents
        codes.setdefault(row.name, row.code)
    found = (
        PartyCount(name, code, records.get(name, Counter()), documents.get(name, 0))
        for name, code in codes.items()
    )
    return tuple(sorted(found, key=lambda p: (-p.records.total(), -p.documents, p.name)))


def _claims_counted(connection: Connection) -> Counter[int]:
    table = tables.claim
    asked = (
        select(table.c.document, func.count().label("claims"))
        .where(table.c.state != REJECTED)
        .group_by(table.c.document)
    )
    return Counter({row.document: row.claims for row in connection.execute(asked)})


def _naming(
    asked: Select[tuple[Any, ...]], naming: Sequence[Collection[str]]
) -> Select[tuple[Any, ...]]:
    named = tables.named
    for names in naming:
        held = and_(
            named.c.document == tables.document.c.id,
            named.c.kind == "party",
            named.c.name.in_(sorted(names)),
        )
        asked = asked.where(exists().where(held))
    return asked


def document_row(row: Any, claims: int) -> DocumentRow:  # noqa: ANN401 - a row
    """A document at a glance, from a row that has its columns, and the number of its claims."""
    return DocumentRow(
        key=row.key,
        ident=row.ident,
        title=row.title,
        published=row.published,
        publisher=row.publisher,
        url=row.url,
        language=row.language,
        speaks_for=speakers_of(row),
        story=row.story,
        claims=claims,
    )


def speakers_of(row: Any) -> tuple[Party, ...]:  # noqa: ANN401 - a row
    """Parties in whose name a document speaks, as a person ruled, or else as it was read."""
    told = row.speaks_for if row.ruled_speaks_for is None else row.ruled_speaks_for
    return tuple(shaped(entry, Party) for entry in told)


def _records_counted(
    connection: Connection,
) -> tuple[dict[str, Counter[str]], dict[str, str | None]]:
    """Numbers of records by party and kind, and the codes of the parties."""
    party, record = tables.record_party, tables.record
    asked = (
        select(
            party.c.name,
            func.max(party.c.code).label("code"),
            record.c.kind,
            func.count(record.c.id.distinct()).label("records"),
        )
        .join(record, record.c.id == party.c.record)
        .where(record.c.body.isnot(None))
        .group_by(party.c.name, record.c.kind)
    )
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    codes: dict[str, str | None] = {}
    for row in connection.execute(asked):
        counted[row.name][row.kind] += row.records
        codes[row.name] = codes.get(row.name) or row.code
    return counted, codes

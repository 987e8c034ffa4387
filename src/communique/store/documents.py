"""Documents in a dossier: what was read from where, and the way back to a `Document`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Text, insert, select, type_coerce, update

from communique.claims.identity import lineage
from communique.model.claim import Party
from communique.model.decision import BY_PEOPLE
from communique.model.document import Document, PublishedFrom, Region, RegionKind
from communique.model.failure import Failure
from communique.model.mention import MENTION_OF, Mention
from communique.model.plain import plain
from communique.model.record import DocumentFacts
from communique.model.route import Route
from communique.model.shaped import shaped
from communique.model.span import Span
from communique.store import tables
from communique.store.due import mark_documents
from communique.store.routes import put_routes
from communique.store.sql import chunks, insert_missing

_KEY_DIGITS = 16
_NAMED = frozenset({"party", "person", "organization", "place"})


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that is to be kept.

    Attributes:
        document: The document.
        mentions: What it names.
        speaks_for: Parties in whose name it speaks.
        extractor: Program, version and method that read it.
        added: When it was put in.
        subjects: Sides that it is about.
        routes: Routes that it names.
    """

    document: Document
    mentions: tuple[Mention, ...]
    speaks_for: tuple[Party, ...]
    extractor: str
    added: datetime
    subjects: tuple[Party, ...] = ()
    routes: tuple[Route, ...] = ()


def document_key(document: Document) -> str:
    """Names a document: a digest of its text and of what is known of it."""
    facts = (
        document.text_sha256,
        lineage(document),
        document.title,
        plain(document.published),
        document.publisher,
        document.language,
    )
    joined = "\x1f".join("" if fact is None else fact for fact in facts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]


def add_document(connection: Connection, new: NewDocument) -> tuple[int, bool]:
    """Keep a document; its number, and whether it is new."""
    document = new.document
    key = document_key(document)
    table = tables.document
    known = connection.scalar(select(table.c.id).where(table.c.key == key))
    if known is not None:
        return known, False
    row = {
        "key": key,
        "ident": document.id,
        "lineage": lineage(document),
        "text": _add_text(connection, document),
        "text_given": document.text_given,
        "title": document.title,
        "published": document.published,
        "published_from": plain(document.published_from),
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "regions": _regions(document),
        "mentions": [{"kind": m.kind, **plain(m)} for m in new.mentions],
        "speaks_for": plain(new.speaks_for),
        "subjects": plain(new.subjects),
        "extractor": new.extractor,
        "added": new.added.isoformat(timespec="seconds"),
        "story": 0,
    }
    number = connection.execute(insert(table).values(row)).inserted_primary_key
    assert number is not None
    name_in(connection, number[0], new.mentions)
    put_routes(connection, number[0], new.routes)
    mark_documents(connection, [number[0]])
    return number[0], True


def renew_document(connection: Connection, number: int, new: NewDocument) -> None:
    """Put what a newer extractor found in the place of what was found before."""
    table = tables.document
    renewed = {
        "mentions": [{"kind": m.kind, **plain(m)} for m in new.mentions],
        "subjects": plain(new.subjects),
        "extractor": new.extractor,
    }
    connection.execute(update(table).where(table.c.id == number).values(renewed))
    connection.execute(tables.named.delete().where(tables.named.c.document == number))
    name_in(connection, number, new.mentions)
    put_routes(connection, number, new.routes)
    mark_documents(connection, [number])


def name_in(connection: Connection, number: int, mentions: Iterable[Mention]) -> None:
    """Count what a document names."""
    times: Counter[tuple[str, str]] = Counter()
    codes: dict[tuple[str, str], str | None] = {}
    for mention in mentions:
        if mention.kind in _NAMED:
            name = getattr(mention, "name", "")
            times[mention.kind, name] += 1
            codes.setdefault((mention.kind, name), getattr(mention, "code", None))
    rows = [
        {"document": number, "kind": kind, "name": name, "code": codes[kind, name], "times": count}
        for (kind, name), count in sorted(times.items())
    ]
    if rows:
        connection.execute(insert(tables.named), rows)


def _add_text(connection: Connection, document: Document) -> int:
    digest = document.text_sha256
    table = tables.text
    known: int | None = connection.scalar(select(table.c.id).where(table.c.sha256 == digest))
    if known is not None:
        return known
    body = document.text.encode("utf-8", "surrogatepass")
    row = connection.execute(insert(table).values(sha256=digest, body=body))
    assert row.inserted_primary_key is not None
    number: int = row.inserted_primary_key[0]
    return number


def _regions(document: Document) -> list[list[Any]]:
    return [[r.kind.value, r.span.start, r.span.end] for r in document.regions]


def known_sources(connection: Connection, digests: Collection[str]) -> dict[str, str]:
    """Those of the digests under which a document was read before, with the document's key."""
    table, document = tables.source, tables.document
    found: dict[str, str] = {}
    for chunk in chunks(digests):
        asked = (
            select(table.c.digest, document.c.key)
            .join(document, document.c.id == table.c.document)
            .where(table.c.digest.in_(chunk))
        )
        found.update((digest, key) for digest, key in connection.execute(asked))
    return found


def note_source(
    connection: Connection,
    digest: str,
    address: str,
    extractor: str,
    outcome: int | Failure,
) -> None:
    """Keep under what digest a document was read, or failed; a success is never unsaid."""
    failed = isinstance(outcome, Failure)
    row = {
        "digest": digest,
        "address": address,
        "document": None if failed else outcome,
        "failure": plain(outcome) if failed else None,
        "extractor": extractor,
    }
    if not insert_missing(connection, tables.source, [row]):
        table = tables.source
        changed = update(table).where(table.c.digest == digest, table.c.document.is_(None))
        connection.execute(changed.values(row))


def load_document(connection: Connection, number: int) -> Document:
    """A document as it was read.

    Raises:
        KeyError: There is none of that number.
    """
    table = tables.document
    asked = select(table, tables.text.c.body).join(tables.text).where(table.c.id == number)
    row = connection.execute(asked).one_or_none()
    if row is None:
        raise KeyError(number)
    return _document(row)


def load_read(
    connection: Connection, numbers: Collection[int]
) -> dict[int, tuple[Document, tuple[Mention, ...]]]:
    """Documents as they were read and what they name, by number; numbers of none are left out."""
    table = tables.document
    found: dict[int, tuple[Document, tuple[Mention, ...]]] = {}
    for chunk in chunks(sorted(numbers)):
        asked = select(*_READ).join(tables.text).where(table.c.id.in_(chunk))
        for row in connection.execute(asked).all():
            found[row.id] = (_document(row), tuple(_mention(entry) for entry in row.mentions))
    return found


# What a document is made of.
_READ = (
    tables.document.c.id,
    *(tables.document.c[name] for name in (
        "ident", "text_given", "title", "published", "published_from", "publisher", "url",
        "language", "regions", "mentions",
    )),
    tables.text.c.body,
)  # fmt: skip


def all_numbers(connection: Connection) -> tuple[int, ...]:
    """Numbers of all documents, in order."""
    return tuple(connection.scalars(select(tables.document.c.id).order_by(tables.document.c.id)))


def _mention(entry: dict[str, Any]) -> Mention:
    """A mention of what was just read from JSON, which is used up."""
    kind = MENTION_OF[entry.pop("kind")]
    return shaped(entry, kind)


def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.ident,
        text=row.body.decode("utf-8", "surrogatepass"),
        text_given=row.text_given,
        title=row.title,
        published=row.published,
        published_from=None if row.published_from is None else PublishedFrom(row.published_from),
        publisher=row.publisher,
        url=row.url,
        language=row.language,
        regions=tuple(Region(RegionKind(k), Span(start, end)) for k, start, end in row.regions),
    )


def facts_of(connection: Connection, numbers: Collection[int]) -> Mapping[int, DocumentFacts]:
    """What merging and electing need to know of documents, by number."""
    table = tables.document
    told = (table.c.speaks_for, table.c.ruled_speaks_for, table.c.subjects)
    columns = (
        *(table.c.id, table.c.key, table.c.published, table.c.publisher, table.c.story),
        *(type_coerce(column, Text).label(column.name) for column in told),
    )
    # Few parties stand under thousands of documents.
    parties = cache(_parties)
    found: dict[int, DocumentFacts] = {}
    for chunk in chunks(numbers):
        for row in connection.execute(select(*columns).where(table.c.id.in_(chunk))).all():
            ruled = row.ruled_speaks_for
            sides = parties(row.speaks_for if ruled is None else ruled)
            # A document whose story is not known yet is a voice of its own.
            story = row.story or row.id
            subjects = parties(row.subjects or "[]")
            found[row.id] = DocumentFacts(
                row.key, row.published, row.publisher, sides, story, subjects
            )
    return found


def _parties(told: str) -> tuple[Party, ...]:
    return tuple(shaped(entry, Party) for entry in json.loads(told))


def read_by_others(connection: Connection, extractor: str | None) -> tuple[int, ...]:
    """Numbers of the documents that another extractor or version has read; of all for None.

    Notes of people, which no extractor reads, are none of them.
    """
    table = tables.document
    asked = select(table.c.id).where(table.c.extractor != BY_PEOPLE).order_by(table.c.id)
    if extractor is not None:
        asked = asked.where(table.c.extractor != extractor)
    return tuple(connection.scalars(asked))

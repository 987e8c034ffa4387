"""Texts, documents and claims: digests, and every quote, read again from the stored text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, select

from communique.claims.from_json import claim_of
from communique.claims.identity import lineage
from communique.model.document import Document
from communique.store import tables
from communique.store.documents import document_key, load_document
from communique.store.search import indexed
from communique.store.verifying.problem import UNREADABLE, Problem


def text_problems(connection: Connection) -> Iterator[Problem]:
    """Texts that are others than when they were put in."""
    table = tables.text
    for number in list(connection.scalars(select(table.c.id).order_by(table.c.id))):
        row = connection.execute(select(table).where(table.c.id == number)).one()
        if sha256(row.body).hexdigest() != row.sha256:
            yield Problem(f"text {row.sha256}", "its digest is another")


def document_problems(connection: Connection) -> Iterator[Problem]:
    """Documents that can't be read back, or whose facts and claims don't fit their text."""
    table = tables.document
    asked = select(table.c.id, table.c.key).order_by(table.c.id)
    for number, key in connection.execute(asked).all():
        try:
            document = load_document(connection, number)
        except UNREADABLE as error:
            yield Problem(f"document {key}", f"it can't be read back ({error})")
            continue
        yield from _facts(key, document, connection, number)
        yield from _mentions(key, document.text, connection, number)
        yield from _claims(key, document.text, connection, number)


def index_problems(connection: Connection) -> Iterator[Problem]:
    """Documents that searching does not know, and the other way round."""
    table = tables.document
    keys = {number: key for number, key in connection.execute(select(table.c.id, table.c.key))}
    known = indexed(connection)
    for number in sorted(set(keys) - known):
        yield Problem(f"document {keys[number]}", "it can't be found by its words")
    for number in sorted(known - set(keys)):
        yield Problem(f"index of words, row {number}", "there is no such document")


def _facts(key: str, document: Document, connection: Connection, number: int) -> Iterator[Problem]:
    where = f"document {key}"
    if document_key(document) != key:
        yield Problem(where, "its key is not that of its text and facts")
    table = tables.document
    kept = connection.scalar(select(table.c.lineage).where(table.c.id == number))
    if kept != lineage(document):
        yield Problem(where, "its lineage is not that of its facts")
    for region in document.regions:
        if region.span.end > len(document.text):
            yield Problem(where, f"a region ends at {region.span.end}, beyond its text")


def _mentions(key: str, text: str, connection: Connection, number: int) -> Iterator[Problem]:
    table = tables.document
    where = f"document {key}"
    try:
        told = connection.scalar(select(table.c.mentions).where(table.c.id == number)) or []
    except UNREADABLE as error:
        yield Problem(where, f"its mentions can't be read back ({error})")
        return
    for mention in told:
        if not _quoted(text, mention, "text"):
            stretch = f"{mention.get('start')} to {mention.get('end')}"
            yield Problem(where, f"a mention's words are not in its text, {stretch}")


def _claims(key: str, text: str, connection: Connection, number: int) -> Iterator[Problem]:
    table = tables.claim
    try:
        rows = connection.execute(select(table).where(table.c.document == number)).all()
    except UNREADABLE as error:
        yield Problem(f"document {key}", f"its claims can't be read back ({error})")
        return
    for row in rows:
        for what in _claim(text, row):
            yield Problem(f"claim {key}/{row.ident}", what)


def _claim(text: str, row: Row[Any]) -> Iterator[str]:
    bodies = [row.body] if row.ruled_body is None else [row.body, row.ruled_body]
    for body in bodies:
        try:
            claim = claim_of(body)
        except UNREADABLE as error:
            yield f"it breaks the claim model ({error})"
            continue
        if (claim.kind, claim.id) != (row.kind, row.ident):
            yield "its id or kind is not that of its body"
        if not claim.evidence:
            yield "it has no evidence"
        # Equal code points are equal bytes: the texts are kept in one encoding.
        for e in claim.evidence:
            if not 0 <= e.start < e.end or text[e.start : e.end] != e.exact:
                yield f"its quote is not in the text, {e.start} to {e.end}"
    first = row.body.get("evidence", [])[:1]
    if [(e["start"], e["end"]) for e in first] != [(row.start, row.end)]:
        yield "it does not stand where its evidence begins"


def _quoted(text: str, entry: Mapping[str, Any], name: str) -> bool:
    """Whether the words of an entry stand in the text where it says."""
    start, end = entry.get("start"), entry.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    return 0 <= start <= end and text[start:end] == entry.get(name)

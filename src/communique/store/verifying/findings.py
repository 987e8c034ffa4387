"""Findings: whether their words stand in the texts, and whether what they are about is there."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Text, cast, exists, select, type_coerce

from communique.model.finding import Finding, Scope
from communique.model.plain import plain
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.verifying.problem import UNREADABLE, Problem


def finding_problems(connection: Connection) -> Iterator[Problem]:
    """Findings whose words are not in the texts, or that are listed by what they do not hold."""
    table = tables.finding
    texts = _texts(connection)
    documents, records = _documents(connection), _records(connection)
    # Read as text, so that one that is damaged is told of, and stops nothing.
    since = cast(table.c.since, Text).label("since")
    columns = (table.c.id, table.c.ident, table.c.code, table.c.severity)
    asked = select(*columns, since, type_coerce(table.c.body, Text).label("body"))
    for row in connection.execute(asked.order_by(table.c.id)).all():
        try:
            finding = shaped(json.loads(row.body), Finding)
        except UNREADABLE as error:
            yield Problem(f"finding {row.ident}", f"it can't be read back ({error})")
            continue
        told = [*_quotes(finding, texts), *_listed(row, finding, documents, records)]
        yield from (Problem(f"finding {row.ident}", what) for what in told)


def _texts(connection: Connection) -> dict[str, str]:
    """The texts of documents that are quoted, by key."""
    document, text, quoted = tables.document, tables.text, tables.finding_document
    asked = (
        select(document.c.key, text.c.body)
        .join(text, text.c.id == document.c.text)
        .where(exists().where(quoted.c.document == document.c.id))
    )
    return {key: _decoded(body) for key, body in connection.execute(asked)}


def _decoded(body: bytes) -> str:
    """A text as it is read; of one that is none nothing, as it is told of by itself."""
    try:
        return body.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return ""


def _documents(connection: Connection) -> dict[int, set[str]]:
    """Keys of the documents that each finding is listed under."""
    link, document = tables.finding_document, tables.document
    found: dict[int, set[str]] = defaultdict(set)
    asked = select(link.c.finding, document.c.key).join(document)
    for finding, key in connection.execute(asked):
        found[finding].add(key)
    return found


def _records(connection: Connection) -> dict[int, set[str]]:
    """Ids of the records that each finding is listed under."""
    link = tables.finding_record
    found: dict[int, set[str]] = defaultdict(set)
    for finding, record in connection.execute(select(link.c.finding, link.c.record)):
        found[finding].add(record)
    return found


def _quotes(finding: Finding, texts: dict[str, str]) -> Iterator[str]:
    for quote in finding.quotes:
        text = texts.get(quote.document)
        stands = text is not None and text[quote.start : quote.end] == quote.exact
        if not stands or not 0 <= quote.start <= quote.end:
            yield f"its quote is not in document {quote.document}, {quote.start} to {quote.end}"


def _listed(
    row: Row[Any], finding: Finding, documents: dict[int, set[str]], records: dict[int, set[str]]
) -> Iterator[str]:
    if documents[row.id] != {quote.document for quote in finding.quotes}:
        yield "it is not listed under the documents that it quotes"
    if records[row.id] != set(finding.records):
        yield "it is not listed under the records that it is about"
    held = (finding.code, finding.severity.value, plain(finding.since))
    if (row.code, row.severity, row.since) != held or not row.ident.startswith(f"{finding.code}:"):
        yield "what it is listed by is not what its body holds"


def gone_problems(connection: Connection) -> Iterator[Problem]:
    """Findings, and keys of rules, of what is not there; while anything is due they may be."""
    if connection.scalar(select(tables.check_due.c.unit).limit(1)) is not None:
        return
    finding, key, link = tables.finding, tables.check_key, tables.finding_record
    there = {
        Scope.DOCUMENT.value: set(connection.scalars(select(tables.document.c.key))),
        Scope.RECORD.value: set(
            connection.scalars(select(tables.record.c.id).where(tables.record.c.body.isnot(None)))
        ),
        Scope.DOSSIER.value: set(connection.scalars(select(key.c.digest).distinct())),
    }
    found = select(finding.c.ident, finding.c.scope, finding.c.unit).order_by(finding.c.id)
    for ident, scope, unit in connection.execute(found):
        if unit not in there.get(scope, ()):
            yield Problem(f"finding {ident}", f"the {scope} {unit}, in which it was found, is gone")
    about = select(finding.c.ident, link.c.record).join(link).order_by(finding.c.id)
    for ident, record in connection.execute(about):
        if record not in there[Scope.RECORD.value]:
            yield Problem(f"finding {ident}", f"the record {record}, which it is about, is gone")
    under = select(key.c.code, key.c.scope, key.c.member).order_by(key.c.digest)
    for code, scope, member in connection.execute(under):
        if member not in there.get(scope, ()):
            yield Problem(f"rule {code}", f"it compares the {scope} {member}, which is gone")

"""What a dossier holds, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Executable,
    distinct,
    func,
    select,
    text,
    true,
)

from communique.model.finding import Severity
from communique.store import tables
from communique.store.claims import REJECTED
from communique.store.versions import CURRENT


@dataclass(frozen=True, slots=True)
class Overview:
    """A dossier at a glance.

    Attributes:
        version: Version of its schema.
        bytes: Its size on disk.
        documents: Number of documents.
        texts: Number of texts: several documents may have one.
        stories: Number of stories that have been told so far.
        failures: Number of sources that could not be read.
        claims: Number of claims by kind.
        records: Number of records by kind.
        findings: Number of findings by severity, the gravest first.
        decisions: Number of decisions.
        extractors: Number of documents by what read them.
    """

    version: str
    bytes: int
    documents: int
    texts: int
    stories: int
    failures: int
    claims: Mapping[str, int]
    records: Mapping[str, int]
    findings: Mapping[str, int]
    decisions: int
    extractors: Mapping[str, int]


_PAGES = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
_RELATIONS = (
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class"
    " WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind = 'r'"
)


def overview(connection: Connection) -> Overview:
    """Count what a dossier holds."""
    document, claim, record = tables.document, tables.claim, tables.record
    size = _PAGES if connection.dialect.name == "sqlite" else _RELATIONS
    told = document.c.story != 0
    return Overview(
        version=CURRENT,
        bytes=_number(connection, text(size)),
        documents=_number(connection, select(func.count()).select_from(document)),
        texts=_number(connection, select(func.count()).select_from(tables.text)),
        stories=_number(connection, select(func.count(distinct(document.c.story))).where(told)),
        failures=_number(
            connection, select(func.count()).where(tables.source.c.document.is_(None))
        ),
        claims=_by(connection, claim.c.kind, claim.c.state != REJECTED),
        records=_by(connection, record.c.kind, record.c.body.isnot(None)),
        findings=_by_severity(connection),
        decisions=_number(connection, select(func.count()).select_from(tables.decision)),
        extractors=_by(connection, document.c.extractor, true()),
    )


def _by_severity(connection: Connection) -> dict[str, int]:
    counted = _by(connection, tables.finding.c.severity, true())
    return {s.value: counted[s.value] for s in Severity if s.value in counted}


def _number(connection: Connection, asked: Executable) -> int:
    return int(connection.scalar(asked) or 0)


def _by(
    connection: Connection, column: Column[Any], condition: ColumnElement[bool]
) -> dict[str, int]:
    asked = select(column, func.count()).where(condition).group_by(column).order_by(column)
    return {name: number for name, number in connection.execute(asked)}

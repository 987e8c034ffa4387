"""Findings by the records that they concern, and what people accepted though a finding stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Text, and_, exists, or_, select, type_coerce

from communique.model.decision import Decision, Ruling
from communique.model.finding import Severity
from communique.model.record import ClaimRef
from communique.store import tables
from communique.store.decisions import decisions_by_id, undoings_of
from communique.store.sql import chunks

_Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding with what it concerns.

    Attributes:
        ident: Its name.
        basis: Digest of what it was computed from.
        records: Ids of the records that it is about, or whose words it quotes.
    """

    ident: str
    basis: str
    records: frozenset[str]


def raised(
    connection: Connection, severity: Severity, today: date, on: ClaimRef | None = None
) -> tuple[Raised, ...]:
    """The findings of a severity that hold on a day.

    Args:
        connection: A connection to the dossier.
        severity: The severity.
        today: The day.
        on: Only those that concern a record of this claim.
    """
    finding, about = tables.finding, tables.finding_record
    holds = and_(
        finding.c.severity == severity.value,
        or_(finding.c.since.is_(None), finding.c.since <= today),
    )
    asked = select(finding.c.id, finding.c.ident, finding.c.basis, finding.c.body).where(holds)
    mine = frozenset[str]()
    if on is not None:
        mine = records_with(connection, on)
        quoting, document = tables.finding_document, tables.document
        of_record = exists().where(about.c.finding == finding.c.id, about.c.record.in_(mine))
        of_document = exists().where(
            quoting.c.finding == finding.c.id,
            quoting.c.document == document.c.id,
            document.c.key == on.document,
        )
        asked = asked.where(or_(of_record, of_document))
    rows: list[Any] = list(connection.execute(asked))
    told = _told(connection, [row.id for row in rows])
    quoted = {row.id: _spans(row.body) for row in rows}
    under = _quoting(connection, {span for spans in quoted.values() for span in spans})
    found = (
        Raised(
            row.ident,
            row.basis,
            frozenset(told[row.id]).union(*(under[span] for span in quoted[row.id])),
        )
        for row in rows
    )
    return tuple(one for one in found if on is None or one.records & mine)


def records_with(connection: Connection, ref: ClaimRef, kind: str | None = None) -> frozenset[str]:
    """Ids of the records that a claim is in; those of one kind, if that is told."""
    claim, document = tables.claim, tables.document
    pair, profile = tables.claim_profile, tables.profile
    asked = (
        select(profile.c.record)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .join(document, document.c.id == claim.c.document)
        .where(claim.c.ident == ref.claim, document.c.key == ref.document)
        .where(profile.c.record.isnot(None))
    )
    if kind is not None:
        asked = asked.where(profile.c.kind == kind)
    return frozenset(connection.scalars(asked))


def accepted_though(connection: Connection) -> tuple[Decision, ...]:
    """Decisions that accept a claim though a finding stands, and all that undo them."""
    table = tables.decision
    told = type_coerce(table.c.payload, Text).contains('"seen"', autoescape=True)
    asked = select(table.c.id).where(table.c.ruling == Ruling.ACCEPT.value, told)
    return undoings_of(connection, decisions_by_id(connection, connection.scalars(asked).all()))


def records_of_decisions(
    connection: Connection, decisions: Iterable[Decision]
) -> Mapping[str, frozenset[str]]:
    """Ids of the records of the claims that decisions are about, by id of the decision."""
    placed, claim = tables.placement, tables.claim
    pair, profile = tables.claim_profile, tables.profile
    found: dict[str, set[str]] = defaultdict(set)
    for chunk in chunks(sorted({decision.id for decision in decisions})):
        asked = (
            select(placed.c.decision, profile.c.record)
            .join(claim, claim.c.document == placed.c.document)
            .join(pair, pair.c.claim == claim.c.id)
            .join(profile, profile.c.id == pair.c.profile)
            .where(claim.c.ident == placed.c.claim, placed.c.decision.in_(chunk))
            .where(profile.c.record.isnot(None))
        )
        for decision, record in connection.execute(asked):
            found[decision].add(record)
    return {decision: frozenset(records) for decision, records in found.items()}


def _told(connection: Connection, numbers: Collection[int]) -> Mapping[int, set[str]]:
    """The records that findings are about, by number of the finding."""
    about = tables.finding_record
    found: dict[int, set[str]] = defaultdict(set)
    for chunk in chunks(sorted(numbers)):
        for number, record in connection.execute(select(about).where(about.c.finding.in_(chunk))):
            found[number].add(record)
    return found


def _spans(body: Mapping[str, Any]) -> frozenset[_Span]:
    return frozenset((q["document"], q["start"], q["end"]) for q in body["quotes"])


def _quoting(connection: Connection, quoted: Collection[_Span]) -> Mapping[_Span, set[str]]:
    """Ids of the records of the claims that share words with quotes of documents, by quote."""
    claim, document = tables.claim, tables.document
    pair, profile = tables.claim_profile, tables.profile
    by_document: dict[str, list[_Span]] = defaultdict(list)
    for span in quoted:
        by_document[span[0]].append(span)
    found: dict[_Span, set[str]] = defaultdict(set)
    for chunk in chunks(sorted(by_document)):
        asked = (
            select(document.c.key, claim.c.start, claim.c.end, profile.c.record)
            .join(document, document.c.id == claim.c.document)
            .join(pair, pair.c.claim == claim.c.id)
            .join(profile, profile.c.id == pair.c.profile)
            .where(document.c.key.in_(chunk), profile.c.record.isnot(None))
        )
        for key, start, end, record in connection.execute(asked):
            for span in by_document[key]:
                if span[1] < end and start < span[2]:
                    found[span].add(record)
    return found

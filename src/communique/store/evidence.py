"""What stands behind a record in a dossier: its claims with their documents, and decisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from communique.model.decision import Decision, Ruling, Standing
from communique.model.record import ClaimRef, Node
from communique.store import tables
from communique.store.claims import StoredClaim, claims_by_number
from communique.store.decisions import decisions_on
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in the document that tells it.

    Attributes:
        stored: The claim, as people left it.
        ident: The id under which the document was given.
        title: Its title.
        url: Its address.
        language: Its language.
    """

    stored: StoredClaim
    ident: str
    title: str | None
    url: str | None
    language: str | None


def told_in(connection: Connection, refs: Iterable[ClaimRef]) -> Mapping[ClaimRef, Told]:
    """The claims of the references; those that are gone, or that people rejected, are left out."""
    wanted = set(refs)
    numbers = list(_numbers(connection, wanted))
    stored = claims_by_number(connection, numbers)
    documents = _documents(connection, sorted({claim.document for claim in stored.values()}))
    return {claim.node.ref: _told(claim, documents[claim.document]) for claim in stored.values()}


def nodes_of(connection: Connection, refs: Iterable[ClaimRef]) -> Mapping[ClaimRef, Node]:
    """The claims of the references as merging sees them; those that do not count are left out."""
    stored = claims_by_number(connection, list(_numbers(connection, set(refs))))
    return {claim.node.ref: claim.node for claim in stored.values()}


def _numbers(connection: Connection, refs: set[ClaimRef]) -> Iterator[int]:
    """Numbers of claims. A claim's id may stand in several versions of a document."""
    claim, document = tables.claim, tables.document
    by_document: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        by_document[ref.document].add(ref.claim)
    for chunk in chunks(sorted({ref.claim for ref in refs})):
        asked = (
            select(claim.c.id, claim.c.ident, document.c.key)
            .join(document, document.c.id == claim.c.document)
            .where(claim.c.ident.in_(chunk))
        )
        for number, ident, key in connection.execute(asked):
            if ident in by_document.get(key, ()):
                yield number


def _documents(connection: Connection, numbers: Sequence[int]) -> dict[int, Row[Any]]:
    table = tables.document
    columns = (table.c.id, table.c.ident, table.c.title, table.c.url, table.c.language)
    found: dict[int, Row[Any]] = {}
    for chunk in chunks(numbers):
        rows: Iterable[Row[Any]] = connection.execute(select(*columns).where(table.c.id.in_(chunk)))
        found.update((row.id, row) for row in rows)
    return found


def _told(claim: StoredClaim, row: Row[Any]) -> Told:
    return Told(claim, row.ident, row.title, row.url, row.language)


def decisions_about(connection: Connection, refs: Iterable[ClaimRef]) -> tuple[Decision, ...]:
    """Decisions on claims or their documents, and those that undo them, in order; no silences."""
    held: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        held[ref.document].add(ref.claim)
    placed, lineages = _placed(connection, held)
    found: list[Decision] = []
    for decision in decisions_on(connection, lineages):
        if decision.ruling is Ruling.SILENCE:
            # It rules on a finding, not on what the document tells.
            placed.discard(decision.id)
        elif decision.id in placed or decision.payload.get("decision") in placed:
            placed.add(decision.id)
            found.append(decision)
    return tuple(found)


def _placed(connection: Connection, held: Mapping[str, set[str]]) -> tuple[set[str], set[str]]:
    """Ids of the decisions that were placed on claims or their documents, and the lineages."""
    placed, document = tables.placement, tables.document
    decisions: set[str] = set()
    lineages: set[str] = set()
    for chunk in chunks(sorted(held)):
        asked = (
            select(placed.c.decision, placed.c.claim, document.c.key, document.c.lineage)
            .join(document, document.c.id == placed.c.document)
            .where(document.c.key.in_(chunk), placed.c.standing == Standing.ATTACHED.value)
        )
        for row in connection.execute(asked):
            if row.claim is None or row.claim in held[row.key]:
                decisions.add(row.decision)
                lineages.add(row.lineage)
    return decisions, lineages

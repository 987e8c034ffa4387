"""Claims in a dossier: as the extractor found them, and as people ruled on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from communique.claims.from_json import claim_of, entry_of
from communique.model.claim import Claim
from communique.model.decision import BY_PEOPLE, ClaimState
from communique.model.record import ClaimRef, Node
from communique.store import tables
from communique.store.documents import facts_of
from communique.store.sql import chunks, delete_of

#: State of a claim in which it counts for nothing.
REJECTED = ClaimState.REJECTED.value


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim with its number in the dossier.

    Attributes:
        number: Its number.
        document: Number of its document.
        node: What merging sees of it.
    """

    number: int
    document: int
    node: Node


def put_claims(
    connection: Connection, document: int, claims: Iterable[Claim], extractor: str
) -> tuple[int, ...]:
    """Keep what an extractor found in a document, in the place of what one found before.

    A claim that is found again keeps its number, and what people ruled on it; one that people
    added stays.

    Returns:
        Numbers of claims that are gone, their profiles with them.
    """
    table = tables.claim
    asked = select(table.c.id, table.c.ident, table.c.extractor).where(table.c.document == document)
    known = {row.ident: row for row in connection.execute(asked)}
    new = []
    found: set[str] = set()
    for claim in claims:
        found.add(claim.id)
        row = _row(document, claim, extractor)
        if claim.id in known:
            connection.execute(update(table).where(table.c.id == known[claim.id].id).values(row))
        else:
            new.append({**row, "state": ClaimState.FOUND.value, "ruled_slots": []})
    if new:
        connection.execute(insert(table), new)
    gone = tuple(r.id for i, r in known.items() if i not in found and r.extractor != BY_PEOPLE)
    return gone


def _row(document: int, claim: Claim, extractor: str) -> dict[str, Any]:
    return {
        "document": document,
        "ident": claim.id,
        "kind": claim.kind,
        "start": claim.evidence[0].start,
        "end": claim.evidence[0].end,
        "body": entry_of(claim),
        "extractor": extractor,
    }


def drop_claims(connection: Connection, numbers: Collection[int]) -> None:
    """Forget claims that are found no more; their profiles must have gone before."""
    delete_of(connection, tables.claim.c.id, numbers)


def claims_of(connection: Connection, document: int) -> tuple[StoredClaim, ...]:
    """The claims of a document that count, as people left them, in text order."""
    table = tables.claim
    return tuple(_stored(connection, (table.c.document == document) & (table.c.state != REJECTED)))


def claims_in(
    connection: Connection, documents: Collection[int]
) -> Mapping[int, Sequence[StoredClaim]]:
    """The claims of documents as `claims_of` gives them, by number of the document."""
    table = tables.claim
    found: dict[int, list[StoredClaim]] = {number: [] for number in documents}
    for chunk in chunks(sorted(documents)):
        asked = table.c.document.in_(chunk) & (table.c.state != REJECTED)
        for stored in _stored(connection, asked):
            found[stored.document].append(stored)
    return found


def rejected_of(connection: Connection, document: int) -> tuple[int, ...]:
    """Numbers of the claims of a document that people rejected."""
    table = tables.claim
    asked = select(table.c.id).where(table.c.document == document, table.c.state == REJECTED)
    return tuple(connection.scalars(asked))


def claims_by_number(connection: Connection, numbers: Sequence[int]) -> Mapping[int, StoredClaim]:
    """Claims by their number; those that people rejected are left out."""
    table = tables.claim
    found: dict[int, StoredClaim] = {}
    for chunk in chunks(numbers):
        asked = table.c.id.in_(chunk) & (table.c.state != REJECTED)
        found.update((stored.number, stored) for stored in _stored(connection, asked))
    return found


def claims_of_kind(connection: Connection, kind: str) -> tuple[StoredClaim, ...]:
    """The claims of a kind that count, as people left them, by document and in text order."""
    table = tables.claim
    return tuple(_stored(connection, (table.c.kind == kind) & (table.c.state != REJECTED)))


def offices_of(connection: Connection, documents: Collection[int]) -> dict[str, tuple[Claim, ...]]:
    """The offices that documents tell, by the key of the document, as people left them."""
    table, document = tables.claim, tables.document
    found: dict[str, tuple[Claim, ...]] = {}
    for chunk in chunks(sorted(documents)):
        asked = (
            select(document.c.key, table.c.body, table.c.ruled_body)
            .join(document, document.c.id == table.c.document)
            .where(table.c.document.in_(chunk), table.c.kind == "office")
            .where(table.c.state != REJECTED)
            .order_by(table.c.document, table.c.start, table.c.ident)
        )
        for key, body, ruled in connection.execute(asked):
            claim = claim_of(body if ruled is None else ruled)
            found[key] = (*found.get(key, ()), claim)
    return found


def _stored(connection: Connection, condition: Any) -> Iterator[StoredClaim]:  # noqa: ANN401
    table = tables.claim
    asked = select(table).where(condition).order_by(table.c.document, table.c.start, table.c.ident)
    rows = connection.execute(asked).all()
    facts = facts_of(connection, {row.document for row in rows})
    for row in rows:
        document = facts[row.document]
        node = Node(
            ClaimRef(document.key, row.ident),
            _claim(row),
            document,
            tuple(row.ruled_slots),
            tuple(sorted((row.apart or {}).items())),
        )
        yield StoredClaim(row.id, row.document, node)


def _claim(row: Row[Any]) -> Claim:
    return claim_of(row.body if row.ruled_body is None else row.ruled_body)

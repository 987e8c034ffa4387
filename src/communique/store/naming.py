"""Finds claims and documents by what people call them: ids, keys, or how these begin."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, or_, select, true

from communique.claims.from_json import claim_of
from communique.model.claim import Claim
from communique.model.record import ClaimRef
from communique.store import tables
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class Named:
    """A claim that goes by a name.

    Attributes:
        number: Its number.
        document: Number of its document.
        ref: Where it stands.
        found: The claim as it was found or added, before corrections.
    """

    number: int
    document: int
    ref: ClaimRef
    found: Claim


def claim_ids_like(
    connection: Connection, beginning: str, key: str | None, most: int = 10
) -> tuple[str, ...]:
    """Ids of claims that begin so, of documents whose key begins so, at most so many, in order."""
    claim = tables.claim
    begins = claim.c.ident.startswith(beginning, autoescape=True)
    asked = select(claim.c.ident).distinct().where(begins & _in_documents(key))
    asked = asked.join(tables.document, tables.document.c.id == claim.c.document)
    return tuple(connection.scalars(asked.order_by(claim.c.ident).limit(most)))


def claims_named(connection: Connection, ident: str, key: str | None) -> tuple[Named, ...]:
    """Claims of an id, in documents whose key begins so; the latest come last."""
    return _claims(connection, (tables.claim.c.ident == ident) & _in_documents(key))


def _in_documents(key: str | None) -> ColumnElement[bool]:
    """Of documents whose key begins so; of all for None."""
    return true() if key is None else tables.document.c.key.startswith(key, autoescape=True)


def claims_by_ref(connection: Connection, refs: Collection[ClaimRef]) -> dict[ClaimRef, Named]:
    """Claims by where they stand; those that are not there are left out."""
    found: dict[ClaimRef, Named] = {}
    for chunk in chunks(sorted({ref.claim for ref in refs})):
        named = _claims(connection, tables.claim.c.ident.in_(chunk))
        found.update((one.ref, one) for one in named if one.ref in refs)
    return found


def _claims(connection: Connection, wanted: ColumnElement[bool]) -> tuple[Named, ...]:
    claim, document = tables.claim, tables.document
    asked = (
        select(claim.c.id, claim.c.document, document.c.key, claim.c.ident, claim.c.body)
        .join(document, document.c.id == claim.c.document)
        .where(wanted)
        .order_by(claim.c.document, claim.c.start, claim.c.ident)
    )
    return tuple(
        Named(row.id, row.document, ClaimRef(row.key, row.ident), claim_of(row.body))
        for row in connection.execute(asked)
    )


def documents_like(connection: Connection, name: str) -> tuple[int, ...]:
    """Numbers of documents whose key begins so, or that have that id or address."""
    table = tables.document
    either = or_(
        table.c.key.startswith(name, autoescape=True), table.c.ident == name, table.c.url == name
    )
    return tuple(connection.scalars(select(table.c.id).where(either).order_by(table.c.id)))

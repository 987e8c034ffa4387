"""Loads what rules see: documents and records, many at once, with few queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from communique.checks.seen import Case, Sheet
from communique.claims.identity import lineage
from communique.model.claim import Claim
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.mention import Mention
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.store.claims import claims_in
from communique.store.documents import facts_of, load_read
from communique.store.dossier import Connection
from communique.store.evidence import nodes_of
from communique.store.listing import records_by_id, relations_of

_NONE: Mapping[ClaimRef, Node] = MappingProxyType({})


def sheet_of(facts: DocumentFacts, extraction: Extraction) -> Sheet:
    """What rules see of a document that was just extracted."""
    return _sheet(facts, extraction.document, extraction.mentions, extraction.claims)


def load_sheets(connection: Connection, numbers: Iterable[int]) -> Iterator[Sheet]:
    """Documents as rules see them, in the order of their numbers."""
    return (sheet for sheet, _ in load_told(connection, numbers))


def load_told(
    connection: Connection, numbers: Iterable[int]
) -> Iterator[tuple[Sheet, tuple[Node, ...]]]:
    """The same, each with its claims as records have them."""
    wanted = sorted(numbers)
    facts, claims = facts_of(connection, wanted), claims_in(connection, wanted)
    for number, (document, mentions) in sorted(load_read(connection, wanted).items()):
        nodes = tuple(stored.node for stored in claims[number])
        told = tuple(node.claim for node in nodes)
        yield _sheet(facts[number], document, mentions, told), nodes


def _sheet(
    facts: DocumentFacts,
    document: Document,
    mentions: tuple[Mention, ...],
    claims: tuple[Claim, ...],
) -> Sheet:
    return Sheet(
        facts,
        lineage(document),
        document.title,
        document.text,
        document.regions,
        mentions,
        claims,
    )


def load_cases(
    connection: Connection, idents: Collection[str], known: Mapping[ClaimRef, Node] = _NONE
) -> Iterator[Case]:
    """Records as rules see them; ids without a record are passed over.

    Args:
        connection: A connection to the dossier.
        idents: The ids.
        known: Claims that need not be loaded again.
    """
    records = records_by_id(connection, idents)
    relations = relations_of(connection, sorted(records))
    others = {relation.record for told in relations.values() for relation in told}
    heads = {**records, **records_by_id(connection, others - records.keys())}
    refs = {ref for record in records.values() for ref in record.claims}
    nodes = {ref: known[ref] for ref in refs if ref in known}
    nodes.update(nodes_of(connection, refs - nodes.keys()))
    for ident, record in sorted(records.items()):
        told = tuple(nodes[ref] for ref in record.claims if ref in nodes)
        related = tuple((r, heads[r.record]) for r in relations[ident] if r.record in heads)
        if told:
            yield Case(record, told, related)

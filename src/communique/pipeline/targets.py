"""Finds what a person means by a name on the command line: a claim, a record, a finding.

A name is an id, or how it begins, where this is not ambiguous.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from communique.claims.identity import lineage
from communique.errors import AmbiguousTarget, UnknownTarget
from communique.model.decision import Decision, Selector
from communique.model.record import Record
from communique.records.selectors import selector_of
from communique.store.decisions import decisions_by_id
from communique.store.decisions import ids_like as decisions_like
from communique.store.documents import load_document
from communique.store.dossier import Connection
from communique.store.findings import WantedFindings
from communique.store.findings import idents_like as findings_like
from communique.store.listing import ids_like as records_like
from communique.store.listing import load_record
from communique.store.naming import (
    Named,
    claim_ids_like,
    claims_by_ref,
    claims_named,
    documents_like,
)
from communique.store.ruled_links import profiles_of_claims
from communique.views.findings import Kept, list_findings

# Ids that a message lists.
_MOST = 4
# Documents of one name that are looked at: the versions of a page.
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class Aim:
    """A claim of a record.

    Attributes:
        named: The claim.
        profile: Which profile of the claim is meant, as plain JSON; None where it has but one of
            the kind.
        number: Number of that profile.
    """

    named: Named
    profile: Mapping[str, Any] | None
    number: int


def claim_called(connection: Connection, name: str) -> Named:
    """The claim of an id, or `DOCUMENTKEY/id`; of two versions of a document in the later one.

    Raises:
        DecisionError: There is none, or there are several.
    """
    key, between, ident = name.rpartition("/")
    within = key if between else None
    found = claim_ids_like(connection, ident, within)
    whole = [ident] if ident in found else found
    chosen = _one(name, "claim", whole, "`communique show` tells their ids")
    return claims_named(connection, chosen, within)[-1]


def selector_for(connection: Connection, named: Named) -> Selector:
    """How to find a claim again."""
    return selector_of(load_document(connection, named.document), named.found)


def document_called(connection: Connection, name: str) -> int:
    """The number of the document of a key, id or address; of several versions the latest.

    Raises:
        DecisionError: There is none, or there are several.
    """
    found = documents_like(connection, name)
    lineages = {lineage(load_document(connection, number)) for number in found[:_LOOKED_AT]}
    _one(name, "document", sorted(lineages), "`communique show documents` lists them")
    return found[-1]


def record_called(connection: Connection, name: str) -> Record:
    """The record of an id, or what it was merged into.

    Raises:
        DecisionError: There is none, or there are several.
    """
    found = records_like(connection, name)
    ident = _one(name, "record", [name] if name in found else found, "`communique show` lists them")
    listed = load_record(connection, ident)
    if listed is None:
        remedy = "its claims were rejected or are found no more"
        raise UnknownTarget(f"record {ident}", "it has no claims any more", remedy)
    return listed.record


def decision_called(connection: Connection, name: str) -> Decision:
    """The decision of an id.

    Raises:
        DecisionError: There is none, or there are several.
    """
    found = decisions_like(connection, name)
    ident = _one(name, "decision", found, "`communique decide list` lists them")
    (decision,) = decisions_by_id(connection, [ident])
    return decision


def finding_called(connection: Connection, name: str) -> Kept:
    """The finding of a name; of several under one name the first that is not silenced.

    Two versions of a page, for one, may say the same.

    Raises:
        DecisionError: There is none, or there are several names.
    """
    ident = _one(name, "finding", findings_like(connection, name), "`communique check` lists them")
    found = list_findings(connection, WantedFindings(idents=frozenset({ident})))
    return next((kept for kept in found if kept.silenced is None), found[0])


def _one(name: str, what: str, found: Sequence[str], remedy: str) -> str:
    if not found or not name:
        raise UnknownTarget(f"{what} {name!r}", f"there is no {what} of that name", remedy)
    if len(found) > 1:
        ids = ", ".join(found[:_MOST]) + (" …" if len(found) > _MOST else "")
        raise AmbiguousTarget(f"{what} {name!r}", f"it may be {ids}", "give more of the id")
    return found[0]


def aims(connection: Connection, record: Record) -> tuple[Aim, ...]:
    """The claims of a record, the one that stands for it first: its founder, if that is there.

    Raises:
        UnknownTarget: It has none.
    """
    claims = claims_by_ref(connection, set(record.claims))
    profiles = profiles_of_claims(connection, {named.number for named in claims.values()})
    found: list[Aim] = []
    for ref in sorted(claims, key=lambda ref: (ref != record.founder, ref)):
        named = claims[ref]
        of_kind = [p for p in profiles.get(named.number, ()) if p.profile.kind == record.kind]
        meant = next((stored for stored in of_kind if stored.record == record.id), None)
        if meant is not None:
            body = meant.profile.body if len(of_kind) > 1 else None
            found.append(Aim(named, body, meant.number))
    if not found:
        remedy = "its claims were rejected or are found no more"
        raise UnknownTarget(f"record {record.id}", "it has no claims any more", remedy)
    return tuple(found)

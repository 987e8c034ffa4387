"""What decisions make of a dossier: where their targets stand, and the claims they rule on.

All of it is derived: it can be made anew from documents, claims and decisions at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from communique.claims.from_json import claim_of, entry_of
from communique.claims.slots.office import holders_of
from communique.model.claim import Party
from communique.model.decision import BY_PEOPLE, Placement, Ruling, Standing
from communique.model.plain import plain
from communique.model.record import ClaimRef, Delivery
from communique.model.ruling import Page, Replay, RuledClaim
from communique.store import tables
from communique.store.claims import claims_of, offices_of
from communique.store.due import mark_documents, mark_records
from communique.store.merging import mark_stale
from communique.store.sql import chunks

# Most dossiers have none, and every record asks for its own.
_A_DELIVERY = (
    select(tables.decision.c.id).where(tables.decision.c.ruling == Ruling.DELIVERED.value).limit(1)
)


@dataclass(frozen=True, slots=True)
class Applied:
    """What changed when decisions were applied to a document.

    Attributes:
        changed: Whether anything did: its claims then need their profiles anew.
        gone: Numbers of claims that a person had added and that no decision adds any more; their
            profiles must go before they are dropped.
    """

    changed: bool
    gone: tuple[int, ...]


def concerned(connection: Connection, numbers: Collection[int] | None) -> tuple[int, ...]:
    """Those of the documents that decisions are about, or were; of all documents for None."""
    table, target, placed = tables.document, tables.target, tables.placement
    about = select(target.c.lineage)
    were = select(placed.c.document)
    if numbers is None:
        either = or_(table.c.lineage.in_(about), table.c.id.in_(were))
        return tuple(connection.scalars(select(table.c.id).where(either).order_by(table.c.id)))
    found: list[int] = []
    for chunk in chunks(sorted(numbers)):
        of_these = table.c.id.in_(chunk)
        by_target = select(table.c.id).join(target, target.c.lineage == table.c.lineage)
        found += connection.scalars(by_target.where(of_these))
        found += connection.scalars(were.where(placed.c.document.in_(chunk)))
    return tuple(sorted(set(found)))


def load_page(connection: Connection, number: int) -> Page:
    """A document as decisions find it."""
    table, text, claim = tables.document, tables.text, tables.claim
    asked = select(table.c.key, table.c.lineage, text.c.body).join(text).where(table.c.id == number)
    row = connection.execute(asked).one()
    found = (
        select(claim.c.body)
        .where(claim.c.document == number, claim.c.extractor != BY_PEOPLE)
        .order_by(claim.c.start, claim.c.ident)
    )
    claims = tuple(claim_of(body) for body in connection.scalars(found))
    return Page(row.key, row.lineage, row.body.decode("utf-8", "surrogatepass"), claims)


def put_replay(connection: Connection, number: int, replay: Replay) -> Applied:
    """Keep what decisions make of a document, and have its records computed anew if it changed.

    Args:
        connection: A writing connection.
        number: Number of the document.
        replay: What all decisions in force make of it.
    """
    table = tables.claim
    known = {
        row.ident: row
        for row in connection.execute(select(table).where(table.c.document == number))
    }
    held = _holders(connection, number)
    changed = [
        ruled.found
        for ruled in replay.claims
        if _put_claim(connection, number, known.get(ruled.found.id), ruled)
    ]
    kept = {ruled.found.id for ruled in replay.claims}
    people = (row for row in known.values() if row.extractor == BY_PEOPLE)
    lost = [row for row in people if row.ident not in kept]
    moved = _put_placements(connection, number, replay.placements)
    spoken = _put_speakers(connection, number, replay)
    if not (changed or lost or moved is not None or spoken):
        return Applied(False, ())
    told = {claim.id for claim in changed} | {row.ident for row in lost} | (moved or set())
    now = _holders(connection, number)
    others = {name for name in held.keys() | now.keys() if held.get(name) != now.get(name)}
    told |= _naming(connection, number, others)
    # Who speaks bears on all that a document tells.
    records = _records_in(connection, number, None if spoken else told)
    mark_stale(connection, records)
    # Corrected claims may leave a record as it is, yet rules see them.
    mark_records(connection, records)
    mark_documents(connection, [number])
    return Applied(True, tuple(row.id for row in lost))


def _holders(connection: Connection, number: int) -> dict[str, Party]:
    """In whose office a document tells each person, by full name, as people left its claims."""
    return {
        name: party
        for told in offices_of(connection, [number]).values()
        for name, party in holders_of(told).items()
    }


def _naming(connection: Connection, number: int, persons: Collection[str]) -> set[str]:
    """Ids of the claims of a document that name some persons without a party.

    Theirs is that of the office in which the document tells the person.
    """
    if not persons:
        return set()
    return {
        stored.node.ref.claim
        for stored in claims_of(connection, number)
        for actor in getattr(stored.node.claim, "actors", ())
        if actor.party is None and actor.person is not None and actor.person.name in persons
    }


def _records_in(connection: Connection, number: int, idents: Collection[str] | None) -> set[str]:
    """Records of some claims of a document, by their ids; of all its claims for None."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    asked = (
        select(profile.c.record)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .where(claim.c.document == number, profile.c.record.isnot(None))
    )
    if idents is None:
        return set(connection.scalars(asked))
    found: set[str] = set()
    for chunk in chunks(sorted(idents)):
        found.update(connection.scalars(asked.where(claim.c.ident.in_(chunk))))
    return found


def _put_claim(
    connection: Connection, number: int, known: Row[Any] | None, ruled: RuledClaim
) -> bool:
    table = tables.claim
    wanted: dict[str, Any] = {
        "ruled_body": None if ruled.claim == ruled.found else entry_of(ruled.claim),
        "state": ruled.state.value,
        "ruled_slots": list(ruled.slots),
        "apart": dict(ruled.apart) or None,
    }
    if known is None or known.extractor == BY_PEOPLE:
        quote = ruled.found.evidence[0]
        body = entry_of(ruled.found)
        wanted |= {"body": body, "start": quote.start, "end": quote.end}
    if known is None:
        row = {"document": number, "ident": ruled.found.id, "kind": ruled.found.kind}
        connection.execute(insert(table).values({**row, **wanted, "extractor": BY_PEOPLE}))
        return True
    if all(getattr(known, name) == value for name, value in wanted.items()):
        return False
    connection.execute(update(table).where(table.c.id == known.id).values(wanted))
    return True


def _put_placements(
    connection: Connection, number: int, placements: Iterable[Placement]
) -> set[str] | None:
    """Keep where targets stand; None where nothing changed that claims or records hang on.

    Otherwise the ids of the claims on which targets came to stand, or stood before.
    """
    table = tables.placement
    rows = [
        {
            "decision": placement.decision,
            "target": placement.target,
            "document": number,
            "claim": placement.claim,
            "standing": placement.standing.value,
            "note": placement.note,
        }
        for placement in placements
    ]
    asked = select(table).where(table.c.document == number)
    had = [dict(row) for row in connection.execute(asked).mappings()]
    differing = [row for row in (*had, *rows) if row not in had or row not in rows]
    if not differing:
        return None
    connection.execute(delete(table).where(table.c.document == number))
    if rows:
        connection.execute(insert(table), rows)
    # What is silenced changes neither claims nor records.
    decision = tables.decision
    ids = sorted({row["decision"] for row in differing})
    silences = select(decision.c.id).where(
        decision.c.id.in_(ids), decision.c.ruling == Ruling.SILENCE.value
    )
    passed_over = set(connection.scalars(silences))
    others = [row for row in differing if row["decision"] not in passed_over]
    return {row["claim"] for row in others if row["claim"] is not None} if others else None


def _put_speakers(connection: Connection, number: int, replay: Replay) -> bool:
    table = tables.document
    wanted = None if replay.speaks_for is None else plain(replay.speaks_for)
    had = connection.scalar(select(table.c.ruled_speaks_for).where(table.c.id == number))
    if had == wanted:
        return False
    connection.execute(update(table).where(table.c.id == number).values(ruled_speaks_for=wanted))
    return True


def all_placements(connection: Connection) -> tuple[Placement, ...]:
    """Where all targets of decisions in force stand, in a fixed order."""
    table, document = tables.placement, tables.document
    asked = (
        select(table, document.c.key)
        .join(document)
        .order_by(table.c.decision, table.c.target, table.c.document)
    )
    return tuple(
        Placement(r.decision, r.target, r.key, Standing(r.standing), r.claim, r.note)
        for r in connection.execute(asked)
    )


def places_of_decisions(
    connection: Connection, decisions: Collection[str]
) -> dict[str, list[tuple[int, str, str | None]]]:
    """Where targets of decisions stand: index of the target, key of the document, id of the claim.

    Of several versions of a document the latest is told first.
    """
    table, document = tables.placement, tables.document
    found: dict[str, list[tuple[int, str, str | None]]] = {}
    for chunk in chunks(sorted(decisions)):
        asked = (
            select(table.c.decision, table.c.target, document.c.key, table.c.claim)
            .join(document, document.c.id == table.c.document)
            .where(table.c.decision.in_(chunk), table.c.standing == Standing.ATTACHED.value)
            .order_by(table.c.decision, table.c.target, document.c.id.desc())
        )
        for ident, target, key, claim in connection.execute(asked):
            found.setdefault(ident, []).append((target, key, claim))
    return found


def deliveries_of(
    connection: Connection, kind: str, claims: Collection[ClaimRef]
) -> tuple[Delivery, ...]:
    """What people marked as delivery of a record of a kind that has these claims, by day."""
    placed, document, decision = tables.placement, tables.document, tables.decision
    found: dict[str, Delivery] = {}
    if connection.scalar(_A_DELIVERY) is None:
        return ()
    for chunk in chunks(sorted({ref.document for ref in claims})):
        asked = (
            select(document.c.key, placed.c.claim, decision.c.id, decision.c.payload)
            .join(document, document.c.id == placed.c.document)
            .join(decision, decision.c.id == placed.c.decision)
            .where(document.c.key.in_(chunk), decision.c.ruling == Ruling.DELIVERED.value)
            .where(placed.c.standing == Standing.ATTACHED.value)
        )
        for row in connection.execute(asked):
            if row.payload["kind"] == kind and ClaimRef(row.key, row.claim) in claims:
                found[row.id] = _delivery(row.id, row.payload)
    return tuple(sorted(found.values(), key=lambda d: (d.on or date.max, d.decision)))


def _delivery(ident: str, payload: dict[str, Any]) -> Delivery:
    on = payload["on"]
    return Delivery(ident, None if on is None else date.fromisoformat(on), payload["evidence"])

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
from communique.model.decision import BY_PEOPLE, Placement, Ruling, Standing
from communique.model.plain import plain
from communique.model.record import ClaimRef, Delivery
from communique.model.ruling import Page, Replay, RuledClaim
from communique.store import tables
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
    changed = [_put_claim(connection, number, known.get(r.found.id), r) for r in replay.claims]
    kept = {ruled.found.id for ruled in replay.claims}
    people = (row for row in known.values() if row.extractor == BY_PEOPLE)
    gone = tuple(row.id for row in people if row.ident not in kept)
    moved = _put_placements(connection, number, replay.placements)
    spoken = _put_speakers(connection, number, replay)
    if not (any(changed) or gone or moved or spoken):
        return Applied(False, ())
    mark_stale(connection, _records_in(connection, number))
    return Applied(True, gone)


def _records_in(connection: Connection, number: int) -> set[str]:
    """Records of the claims of a document."""
    claim, pair, profile = tables.claim, tables.claim_profile, tables.profile
    asked = (
        select(profile.c.record)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .where(claim.c.document == number, profile.c.record.isnot(None))
    )
    return set(connection.scalars(asked))


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


def _put_placements(connection: Connection, number: int, placements: Iterable[Placement]) -> bool:
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
    if _sorted(had) == _sorted(rows):
        return False
    connection.execute(delete(table).where(table.c.document == number))
    if rows:
        connection.execute(insert(table), rows)
    return True


def _sorted(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (row["decision"], row["target"]))


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

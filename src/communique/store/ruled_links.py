"""What people ruled on pairs of records, as links between profiles: together, or apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, insert, or_, select

from communique.store import tables
from communique.store.merging import StoredProfile, mark_unsettled, profiles_by_number
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class Stood:
    """A target that was found in a document.

    Attributes:
        decision: Id of the decision.
        target: Index of the target.
        key: Key of the document.
        claim: Number of the claim.
    """

    decision: str
    target: int
    key: str
    claim: int


@dataclass(frozen=True, slots=True)
class RuledLink:
    """A ruling on two profiles, by their numbers.

    Attributes:
        decision: Id of the decision.
        first: The smaller number.
        second: The larger.
        together: Whether they are one thing.
    """

    decision: str
    first: int
    second: int
    together: bool


def targets_of(connection: Connection, decisions: Collection[str]) -> tuple[Stood, ...]:
    """The claims that decisions found, in a fixed order."""
    placed, claim, document = tables.placement, tables.claim, tables.document
    same = and_(claim.c.document == placed.c.document, claim.c.ident == placed.c.claim)
    found: list[Stood] = []
    for chunk in chunks(sorted(decisions)):
        asked = (
            select(placed.c.decision, placed.c.target, document.c.key, claim.c.id)
            .join(claim, same)
            .join(document, document.c.id == placed.c.document)
            .where(placed.c.decision.in_(chunk))
            .order_by(placed.c.decision, placed.c.target, placed.c.document)
        )
        found += [Stood(*row) for row in connection.execute(asked)]
    return tuple(found)


def profiles_of_claims(
    connection: Connection, claims: Collection[int]
) -> Mapping[int, tuple[StoredProfile, ...]]:
    """The profiles of claims, by the number of the claim."""
    table = tables.claim_profile
    held: dict[int, list[int]] = defaultdict(list)
    for chunk in chunks(sorted(claims)):
        asked = select(table).where(table.c.claim.in_(chunk)).order_by(table.c.profile)
        for row in connection.execute(asked):
            held[row.claim].append(row.profile)
    profiles = profiles_by_number(connection, {n for numbers in held.values() for n in numbers})
    return {claim: tuple(profiles[n] for n in numbers) for claim, numbers in held.items()}


def put_ruled_links(connection: Connection, links: Collection[RuledLink]) -> None:
    """Keep all that is ruled on pairs, in the place of what was; what that touches waits again."""
    table = tables.ruled_link
    had = {RuledLink(*row) for row in connection.execute(select(table))}
    wanted = set(links)
    for link in sorted(had - wanted, key=_order):
        one = and_(
            table.c.decision == link.decision,
            table.c.first == link.first,
            table.c.second == link.second,
        )
        connection.execute(delete(table).where(one))
    new = [
        {"decision": k.decision, "first": k.first, "second": k.second, "together": k.together}
        for k in sorted(wanted - had, key=_order)
    ]
    if new:
        connection.execute(insert(table), new)
    mark_unsettled(connection, {n for link in had ^ wanted for n in (link.first, link.second)})


def _order(link: RuledLink) -> tuple[str, int, int, bool]:
    return link.decision, link.first, link.second, link.together


def keeps_apart(
    connection: Connection, records: tuple[str, str], but: Collection[int]
) -> str | None:
    """A decision that keeps claims of two records apart, other than these profiles."""
    table, first, second = tables.ruled_link, tables.profile.alias("p"), tables.profile.alias("q")
    one, other = records
    between = or_(
        and_(first.c.record == one, second.c.record == other),
        and_(first.c.record == other, second.c.record == one),
    )
    asked = (
        select(table.c.decision, table.c.first, table.c.second)
        .join(first, first.c.id == table.c.first)
        .join(second, second.c.id == table.c.second)
        .where(table.c.together.is_(False), between)
        .order_by(table.c.decision)
    )
    for row in connection.execute(asked):
        if {row.first, row.second} != set(but):
            return str(row.decision)
    return None

"""Decisions: whether they are as they were ruled, and stand where they are said to stand."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, select

from communique.model.decision import Decision, Ruling, Standing, signed
from communique.store import tables
from communique.store.decisions import decisions_by_id
from communique.store.verifying.problem import UNREADABLE, Problem


def decision_problems(connection: Connection) -> Iterator[Problem]:
    """Decisions that are others than when they were ruled, or are found under other documents."""
    table = tables.decision
    for ident in list(connection.scalars(select(table.c.id).order_by(table.c.number))):
        where = f"decision {ident}"
        try:
            (decision,) = decisions_by_id(connection, [ident])
        except UNREADABLE as error:
            yield Problem(where, f"it can't be read back ({error})")
            continue
        if signed(decision).id != ident:
            yield Problem(where, "its digest is another")
        for what in _listed(connection, decision):
            yield Problem(where, what)


def _listed(connection: Connection, decision: Decision) -> Iterator[str]:
    table, target = tables.decision, tables.target
    asked = select(target.c.lineage).where(target.c.decision == decision.id)
    lineages = list(connection.scalars(asked.order_by(target.c.number)))
    if lineages != [selector.lineage for selector in decision.targets]:
        yield "it is not listed under the documents that it is about"
    undoes = connection.scalar(select(table.c.undoes).where(table.c.id == decision.id))
    if undoes != (decision.payload["decision"] if decision.ruling is Ruling.UNDO else None):
        yield "it is not listed under the decision that it undoes"


def placement_problems(connection: Connection) -> Iterator[Problem]:
    """Targets that are said to be found in claims that are not there."""
    placed, claim, document = tables.placement, tables.claim, tables.document
    found = and_(claim.c.document == placed.c.document, claim.c.ident == placed.c.claim)
    asked = (
        select(placed.c.decision, placed.c.target, placed.c.claim, document.c.key)
        .join(document, document.c.id == placed.c.document)
        .outerjoin(claim, found)
        .where(placed.c.standing == Standing.ATTACHED.value)
        .where(placed.c.claim.isnot(None), claim.c.id.is_(None))
    )
    for row in connection.execute(asked):
        where = f"decision {row.decision}"
        yield Problem(
            where, f"target {row.target} is not where it was found, {row.key}/{row.claim}"
        )

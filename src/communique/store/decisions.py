"""Decisions in a dossier: a list that only grows, and the way from them to documents and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select

from communique.model.decision import Decision, Ruling
from communique.model.plain import plain
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.sql import chunks


def append(connection: Connection, decision: Decision) -> bool:
    """Keep a decision; whether it is new."""
    table = tables.decision
    if connection.scalar(select(table.c.id).where(table.c.id == decision.id)) is not None:
        return False
    number = (connection.scalar(select(func.max(table.c.number))) or 0) + 1
    undoes = decision.payload["decision"] if decision.ruling is Ruling.UNDO else None
    row = {**plain(decision), "number": number, "undoes": undoes}
    connection.execute(insert(table).values({**row, "ruling": decision.ruling.value}))
    targets = [
        {"decision": decision.id, "number": index, "lineage": target.lineage}
        for index, target in enumerate(decision.targets)
    ]
    if targets:
        connection.execute(insert(tables.target), targets)
    return True


def all_decisions(connection: Connection) -> tuple[Decision, ...]:
    """All decisions, in the order in which they were put in."""
    asked = select(tables.decision).order_by(tables.decision.c.number)
    return tuple(_decision(row) for row in connection.execute(asked))


def count_decisions(connection: Connection) -> int:
    """How many decisions there are."""
    return connection.scalar(select(func.count()).select_from(tables.decision)) or 0


def latest_decisions(connection: Connection, start: int, most: int) -> tuple[Decision, ...]:
    """So many decisions from a place on, what was put in last first."""
    asked = select(tables.decision).order_by(tables.decision.c.number.desc())
    rows = connection.execute(asked.offset(start).limit(most))
    return tuple(_decision(row) for row in rows)


def undoings_of(connection: Connection, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Decisions, with all that undo them or these undoings."""
    return _with_undoings(connection, decisions)


def decisions_by_id(connection: Connection, idents: Collection[str]) -> tuple[Decision, ...]:
    """Decisions by their ids; those that are not there are left out."""
    return tuple(_where(connection, tables.decision.c.id, idents))


def ids_like(connection: Connection, beginning: str, most: int = 10) -> tuple[str, ...]:
    """Ids of decisions that begin so, at most so many."""
    table = tables.decision
    like = table.c.id.startswith(beginning, autoescape=True)
    return tuple(
        connection.scalars(select(table.c.id).where(like).order_by(table.c.id).limit(most))
    )


def decisions_on(connection: Connection, lineages: Collection[str]) -> tuple[Decision, ...]:
    """Decisions with a target in one of the lineages, and all that undo them."""
    table = tables.target
    idents: set[str] = set()
    for chunk in chunks(sorted(lineages)):
        idents.update(
            connection.scalars(select(table.c.decision).where(table.c.lineage.in_(chunk)))
        )
    return _with_undoings(connection, decisions_by_id(connection, sorted(idents)))


def decisions_that(connection: Connection, rulings: Collection[Ruling]) -> tuple[Decision, ...]:
    """Decisions of some rulings, and all that undo them."""
    found = _where(connection, tables.decision.c.ruling, [ruling.value for ruling in rulings])
    return _with_undoings(connection, tuple(found))


def documents_of(connection: Connection, decisions: Iterable[Decision]) -> tuple[int, ...]:
    """Numbers of the documents that decisions are about; of an undoing, what it undoes is about."""
    lineages: set[str] = set()
    edge = list(decisions)
    while edge:
        lineages.update(target.lineage for decision in edge for target in decision.targets)
        undone = {str(d.payload["decision"]) for d in edge if d.ruling is Ruling.UNDO}
        edge = list(decisions_by_id(connection, sorted(undone)))
    table = tables.document
    found: set[int] = set()
    for chunk in chunks(sorted(lineages)):
        found.update(connection.scalars(select(table.c.id).where(table.c.lineage.in_(chunk))))
    return tuple(sorted(found))


def _with_undoings(connection: Connection, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    found = {decision.id: decision for decision in decisions}
    edge: Sequence[str] = sorted(found)
    while edge:
        more = [
            decision
            for decision in _where(connection, tables.decision.c.undoes, edge)
            if decision.id not in found
        ]
        found.update((decision.id, decision) for decision in more)
        edge = [decision.id for decision in more]
    return tuple(found.values())


def _where(
    connection: Connection, column: ColumnElement[Any], values: Collection[str]
) -> Iterator[Decision]:
    table = tables.decision
    for chunk in chunks(values):
        asked = select(table).where(column.in_(chunk)).order_by(table.c.number)
        yield from [_decision(row) for row in connection.execute(asked)]


def _decision(row: Row[Any]) -> Decision:
    names = ("id", "ruling", "targets", "payload", "author", "at", "reason")
    return shaped({name: getattr(row, name) for name in names}, Decision)

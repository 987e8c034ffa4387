"""How records stand to one another: whether both sides say it, and both stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sqlalchemy import Connection, or_, select

from communique.model.record import RelationKind
from communique.store import tables
from communique.store.verifying.problem import Problem

_BACK: Mapping[str, str] = MappingProxyType(
    {
        RelationKind.PART_OF.value: RelationKind.HAS_PART.value,
        RelationKind.HAS_PART.value: RelationKind.PART_OF.value,
        RelationKind.SUPERSEDES.value: RelationKind.SUPERSEDED_BY.value,
        RelationKind.SUPERSEDED_BY.value: RelationKind.SUPERSEDES.value,
    }
)


def relation_problems(connection: Connection) -> Iterator[Problem]:
    """Relations that only one side knows, or to a record that was merged into another."""
    table, record = tables.relation, tables.record
    rows = connection.execute(select(table.c.record, table.c.kind, table.c.other)).all()
    told = {tuple(row) for row in rows}
    for one, kind, other in sorted(told):
        if (other, _BACK.get(kind), one) not in told:
            yield Problem(f"record {one}", f"it is {kind} of {other}, which does not know of it")
    asked = (
        select(table.c.record, table.c.other)
        .join(record, or_(record.c.id == table.c.record, record.c.id == table.c.other))
        .where(record.c.redirect.isnot(None), record.c.stale.is_(False))
        .distinct()
    )
    for one, other in connection.execute(asked):
        yield Problem(f"record {one}", f"it is related to {other}, and one of them was merged away")

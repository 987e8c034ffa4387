"""How records stand to one another: what is compared to tell, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, or_, select

from communique.model.record import Relation
from communique.store import tables
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class Outlined:
    """What of a record is compared, ready to be kept.

    Attributes:
        body: The outline as plain JSON.
        offered: Keys under which it is found.
        sought: Keys under which it finds others.
    """

    body: Mapping[str, Any]
    offered: frozenset[str]
    sought: frozenset[str]


def put_outlines(
    connection: Connection, records: Collection[str], outlines: Mapping[str, Outlined]
) -> None:
    """Keep outlines of records, in the place of what they had; those without one lose theirs."""
    drop_outlines(connection, records)
    rows = [{"record": ident, "body": told.body} for ident, told in outlines.items()]
    keys = [
        {"key": key, "record": ident, "sought": sought}
        for ident, told in outlines.items()
        for sought, found in ((False, told.offered), (True, told.sought))
        for key in sorted(found)
    ]
    if rows:
        connection.execute(insert(tables.outline), rows)
    if keys:
        connection.execute(insert(tables.outline_key), keys)


def drop_outlines(connection: Connection, records: Collection[str]) -> None:
    """Forget the outlines of records, and how they stand to others."""
    relation = tables.relation
    for chunk in chunks(sorted(records)):
        for table in (tables.outline_key, tables.outline):
            connection.execute(delete(table).where(table.c.record.in_(chunk)))
        either = or_(relation.c.record.in_(chunk), relation.c.other.in_(chunk))
        connection.execute(delete(relation).where(either))


def told_relations(
    connection: Connection, records: Collection[str]
) -> frozenset[tuple[str, str, str, str]]:
    """How some records stand to others, and these to them: record, kind, other, and reasons."""
    relation = tables.relation
    found: set[tuple[str, str, str, str]] = set()
    for chunk in chunks(sorted(records)):
        either = or_(relation.c.record.in_(chunk), relation.c.other.in_(chunk))
        for row in connection.execute(select(relation).where(either)):
            found.add((row.record, row.kind, row.other, "\n".join(row.reasons)))
    return frozenset(found)


def may_relate(connection: Connection, records: Iterable[str]) -> dict[str, set[str]]:
    """For each record those that seek a key that it offers, or offer one that it seeks."""
    own, other = tables.outline_key.alias("own"), tables.outline_key.alias("other")
    found: dict[str, set[str]] = defaultdict(set)
    for chunk in chunks(sorted(records)):
        asked = (
            select(own.c.record, other.c.record.label("other"))
            .join(other, and_(own.c.key == other.c.key, own.c.sought != other.c.sought))
            .where(own.c.record.in_(chunk), own.c.record != other.c.record)
            .distinct()
        )
        for record, found_record in connection.execute(asked):
            found[record].add(found_record)
    return found


def outlines_of(connection: Connection, records: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Outlines of records as plain JSON."""
    table = tables.outline
    found: dict[str, Mapping[str, Any]] = {}
    for chunk in chunks(sorted(records)):
        rows = connection.execute(select(table).where(table.c.record.in_(chunk)))
        found.update((row.record, row.body) for row in rows)
    return found


def put_relations(connection: Connection, relations: Iterable[tuple[str, Relation]]) -> None:
    """Keep how records stand to others; of each pair both directions are given."""
    rows = [
        {
            "record": record,
            "kind": told.kind.value,
            "other": told.record,
            "reasons": list(told.reasons),
        }
        for record, told in relations
    ]
    if rows:
        connection.execute(insert(tables.relation), rows)

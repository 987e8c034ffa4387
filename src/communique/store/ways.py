"""What a map draws as lines: routes that documents name, and guests that came to a host."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from communique.model.route import Route
from communique.store import tables
from communique.store.browsing import WantedDocuments, conditions
from communique.store.routes import ROUTE, route_of
from communique.store.sql import chunks


@dataclass(frozen=True, slots=True)
class NamedRoute:
    """A route that a document names.

    Attributes:
        document: Key of the document.
        route: The route; where the document tells it several times, the words of the first.
    """

    document: str
    route: Route


@dataclass(frozen=True, slots=True)
class Stay:
    """Parties at an event that had a host.

    Attributes:
        hosts: Codes of the states that were host.
        guests: Codes of the other states that took part.
    """

    hosts: frozenset[str]
    guests: frozenset[str]


def list_routes(connection: Connection, wanted: WantedDocuments) -> list[NamedRoute]:
    """The routes that the documents that are asked for name, in the order of the documents."""
    named, document = tables.named, tables.document
    asked = (
        select(document.c.key, named.c.name, named.c.code)
        .join(document, document.c.id == named.c.document)
        .where(named.c.kind == ROUTE, *conditions(wanted))
        .order_by(document.c.id, named.c.name)
    )
    found = []
    for key, name, code in connection.execute(asked):
        found.append(NamedRoute(key, route_of(name, code)))
    return found


def stays(connection: Connection, among: Collection[str] | None = None) -> Mapping[str, Stay]:
    """The events that states came to at a host's, by id.

    Args:
        connection: A connection to the dossier.
        among: Ids of which an event must have one; None for any.
    """
    table = tables.record_party
    hosted = select(table.c.record).where(table.c.role == "host", table.c.code.isnot(None))
    asked = select(table.c.record, table.c.role, table.c.code).where(
        table.c.role.in_(["host", "actor"]), table.c.code.isnot(None)
    )
    rows: list[Any] = []
    if among is None:
        rows += connection.execute(asked.where(table.c.record.in_(hosted))).all()
    else:
        for chunk in chunks(sorted(among)):
            rows += connection.execute(asked.where(table.c.record.in_(chunk))).all()
    held: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"host": set(), "actor": set()})
    for record, role, code in rows:
        held[record][role].add(code)
    return {
        record: Stay(frozenset(told["host"]), frozenset(told["actor"] - told["host"]))
        for record, told in held.items()
        if told["host"] and told["actor"] - told["host"]
    }

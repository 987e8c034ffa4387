"""Places that documents name, counted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from communique.store import tables
from communique.store.browsing import naming_person
from communique.store.catalogue import Period


def places_named(
    connection: Connection,
    period: Period,
    naming: Sequence[Collection[str]] = (),
    person: str = "",
) -> list[tuple[str, int]]:
    """Places with the number of documents that name them, the most named first.

    Args:
        connection: A connection to the dossier.
        period: Days of publication.
        naming: For each side the names of what may stand for it: a document must name one of each.
        person: Part of the name of somebody whom it must name; empty for anybody.
    """
    named, document = tables.named, tables.document
    number = func.count().label("documents")
    asked = select(named.c.name, number).where(named.c.kind == "place")
    for names in naming:
        side = named.alias()
        naming_it = select(side.c.document).where(
            side.c.kind == "party", side.c.name.in_(sorted(names))
        )
        asked = asked.where(named.c.document.in_(naming_it))
    if person:
        asked = asked.where(named.c.document.in_(naming_person(person)))
    published = document.c.published
    bounds = [published >= period.since] if period.since else []
    bounds += [published <= period.until] if period.until else []
    if bounds:
        asked = asked.where(named.c.document.in_(select(document.c.id).where(*bounds)))
    ordered = asked.group_by(named.c.name).order_by(number.desc(), named.c.name)
    return [(row.name, row.documents) for row in connection.execute(ordered).all()]

"""Tells how the records that changed stand to others: parts of a sum, and restated totals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.model.plain import plain
from communique.model.record import Node, Record, Relation
from communique.model.shaped import shaped
from communique.records.comparing.parties import Sides
from communique.records.relations import Outline, inverse, offered, outline, relate, sought
from communique.store.dossier import Connection
from communique.store.relations import (
    Outlined,
    may_relate,
    outlines_of,
    put_outlines,
    put_relations,
)


def relate_records(
    connection: Connection, computed: Sequence[tuple[Record, Sequence[Node]]], sides: Sides
) -> None:
    """Replace what is known of how some records stand to others.

    Args:
        connection: A writing connection.
        computed: Records that were computed anew, with their claims.
        sides: Tells parties.
    """
    drawn = {record.id: outline(record, nodes, sides) for record, nodes in computed}
    own = {ident: told for ident, told in drawn.items() if told is not None}
    ready = {i: Outlined(plain(told), offered(told), sought(told)) for i, told in own.items()}
    put_outlines(connection, list(drawn), ready)
    pairs = may_relate(connection, own)
    bodies = outlines_of(connection, {i for others in pairs.values() for i in others} - set(own))
    outlines = {**own, **{ident: shaped(body, Outline) for ident, body in bodies.items()}}
    put_relations(connection, _related(pairs, outlines, sides))


def _related(
    pairs: Mapping[str, set[str]], outlines: Mapping[str, Outline], sides: Sides
) -> Iterator[tuple[str, Relation]]:
    met = {(min(a, b), max(a, b)) for a, others in pairs.items() for b in others}
    for one, other in sorted(met):
        relation = relate(outlines[one], outlines[other], sides)
        if relation is not None:
            yield one, relation
            yield other, inverse(relation, one)

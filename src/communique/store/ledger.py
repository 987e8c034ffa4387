"""The ledger: what of commitments is filtered and added up, without reading the records.

A dossier holds ten thousand of them, and a body is large.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    cast,
    func,
    insert,
    select,
    type_coerce,
)

from communique.claims.slots.commitment import Commitment
from communique.model.claim import Amount
from communique.model.mention import Bound
from communique.model.record import ClaimRef, Record, Relation, RelationKind
from communique.model.terms import Finance, Grade, Modality
from communique.store import tables
from communique.store.periods import days_within
from communique.store.sql import chunks, delete_of

# From so many ids on all rows of a table are read, and the others passed over.
_MANY = 2_000


class Line(NamedTuple):
    """A commitment as it is filtered and added up.

    Attributes:
        record: Id of the record.
        grade: How firm it is.
        finance: The kind of money; None where no text tells.
        amount: The sum.
        modality: How far the texts stand by it.
        payers: Names of the parties that give.
        told_last: Day of the latest publication that tells it, in ISO form.
        whole: Id of the record whose sum, by its own words, contains its own.
    """

    record: str
    grade: Grade
    finance: Finance | None
    amount: Amount | None
    modality: Modality
    payers: tuple[str, ...]
    told_last: str | None = None
    whole: str | None = None


@dataclass(frozen=True, slots=True)
class WantedLines:
    """Which commitments are asked for; what is left empty chooses nothing.

    Attributes:
        equal: Values of columns: `grade`, `finance`, `currency`; None for what no text tells.
        least: The least sum, in the main unit of its currency.
        payers: Names of the parties that give, all of one line together; None for any.
        since: First day of the period that they are of (`store.listing.Wanted`).
        until: Last day of it.
    """

    equal: tuple[tuple[str, str | None], ...] = ()
    least: float | None = None
    payers: tuple[tuple[str, ...], ...] | None = None
    since: date | None = None
    until: date | None = None


def lines_of(records: Iterable[Record]) -> list[Line]:
    """The lines of records that are there; those of other kinds are passed over."""
    held = {one.id: one for one in records if isinstance(one.head, Commitment)}
    place = {ref: ident for ident, one in held.items() for ref in one.claims}
    return [_line_of(one, place) for one in held.values()]


def _line_of(one: Record, place: Mapping[ClaimRef, str]) -> Line:
    head = one.head
    assert isinstance(head, Commitment)
    whole = None
    if head.part_of is not None:
        whole = place.get(ClaimRef(one.claims[0].document, head.part_of))
    return Line(
        one.id,
        head.grade,
        head.finance,
        head.amount,
        head.modality,
        tuple(party.name for party in head.by),
        one.told_last.isoformat() if one.told_last else None,
        whole,
    )


def put_lines(connection: Connection, records: Iterable[Record]) -> None:
    """Keep the lines of records that have changed; those of other kinds are passed over."""
    changed = [one for one in records if one.kind == Commitment.kind]
    drop_lines(connection, [one.id for one in changed])
    rows = [_row(one) for one in changed]
    if rows:
        connection.execute(insert(tables.ledger), rows)


def drop_lines(connection: Connection, idents: Sequence[str]) -> None:
    """Forget the lines of records."""
    delete_of(connection, tables.ledger.c.record, idents)


def _row(one: Record) -> dict[str, Any]:
    head = one.head
    assert isinstance(head, Commitment)
    amount = head.amount
    return {
        "record": one.id,
        "grade": head.grade.value,
        "finance": head.finance.value if head.finance else None,
        "currency": amount.currency if amount else None,
        "value": amount.value if amount else None,
        "bound": amount.bound.value if amount and amount.bound else None,
        "modality": head.modality.value,
        "payers": [party.name for party in head.by],
        "document": one.claims[0].document,
        "part_of": head.part_of,
        **{name: getattr(one, name) for name in ("first", "last", "told_first", "told_last")},
    }


def load_lines(
    connection: Connection, wanted: WantedLines, among: Collection[str] | None = None
) -> list[Line]:
    """The lines that are asked for; in order of time where all are, else in no fixed one.

    Args:
        connection: A connection to the dossier.
        wanted: Which lines.
        among: Ids of which a record must have one; None for any.
    """
    asked = _lines().where(*conditions(wanted))
    if among is None:
        asked = asked.order_by(*_order())
    return _read(connection, _rows(connection, asked, tables.ledger.c.record, among))


def lines_that(connection: Connection, held: Iterable[ColumnElement[bool]]) -> list[Line]:
    """The lines for which some conditions hold, in no order."""
    return _read(connection, connection.execute(_lines().where(*held)).all())


def _lines() -> Select[Any]:
    table = tables.ledger
    return select(
        *(table.c.record, table.c.grade, table.c.finance, table.c.value, table.c.currency),
        *(table.c.bound, table.c.modality, type_coerce(table.c.payers, Text)),
        *(cast(table.c.told_last, Text), table.c.document, table.c.part_of),
    )


def _read(connection: Connection, rows: Sequence[Any]) -> list[Line]:
    wholes = _wholes(connection, [(row[9], row[10]) for row in rows if row[10] is not None])
    # Thousands of lines have few hundred payers and sums.
    payers_of, amount_of = cache(payers_in), cache(_amount)
    return [
        Line(
            row[0],
            GRADES[row[1]],
            FINANCES[row[2]],
            None if row[3] is None else amount_of(*row[3:6]),
            MODALITIES[row[6]],
            payers_of(row[7]),
            row[8],
            wholes.get((row[9], row[10])) if row[10] else None,
        )
        for row in rows
    ]


def _rows(
    connection: Connection,
    asked: Select[Any],
    ident: ColumnElement[str],
    among: Collection[str] | None,
) -> list[Any]:
    """Rows of some records; of very many it is quicker to read all and pass over the others."""
    if among is None:
        return list(connection.execute(asked).all())
    if len(among) > _MANY:
        held = frozenset(among)
        return [row for row in connection.execute(asked).all() if row[0] in held]
    found: list[Any] = []
    for chunk in chunks(among):
        found += connection.execute(asked.where(ident.in_(chunk))).all()
    return found


def conditions(wanted: WantedLines) -> Iterator[ColumnElement[bool]]:
    """What holds of the lines that are asked for."""
    table = tables.ledger
    for name, value in wanted.equal:
        yield table.c[name].is_(None) if value is None else table.c[name] == value
    if wanted.least is not None:
        yield table.c.value >= wanted.least
    if wanted.payers is not None:
        yield table.c.payers.in_([list(names) for names in wanted.payers])
    yield from days_within(wanted.since, wanted.until, table)


def _amount(value: float, currency: str | None, bound: str | None) -> Amount:
    whole = int(value)
    return Amount(whole if whole == value else value, currency, BOUNDS[bound])


def payers_in(told: str) -> tuple[str, ...]:
    """Names of the parties that give, from the JSON of their column."""
    return tuple(json.loads(told))


#: Terms by the values of their columns.
GRADES = {term.value: term for term in Grade}
FINANCES: dict[str | None, Finance | None] = {None: None, **{term.value: term for term in Finance}}
MODALITIES = {term.value: term for term in Modality}
BOUNDS: dict[str | None, Bound | None] = {None: None, **{term.value: term for term in Bound}}


def _wholes(
    connection: Connection, named: Collection[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """The records of claims, given by the keys of their documents and their ids."""
    claim, document = tables.claim, tables.document
    pair, profile = tables.claim_profile, tables.profile
    found: dict[tuple[str, str], str] = {}
    for chunk in chunks(sorted({ident for _, ident in named})):
        asked = (
            select(document.c.key, claim.c.ident, profile.c.record)
            .join(claim, claim.c.document == document.c.id)
            .join(pair, pair.c.claim == claim.c.id)
            .join(profile, profile.c.id == pair.c.profile)
            .where(claim.c.ident.in_(chunk), profile.c.kind == Commitment.kind)
            .where(profile.c.record.isnot(None))
        )
        found |= {(key, ident): record for key, ident, record in connection.execute(asked)}
    return found


def edges_among(
    connection: Connection, idents: Collection[str]
) -> defaultdict[str, tuple[Relation, ...]]:
    """How commitments stand to others, by their ids; without the reasons."""
    table = tables.relation
    asked = select(table.c.record, table.c.kind, table.c.other)
    found: defaultdict[str, tuple[Relation, ...]] = defaultdict(tuple)
    for record, kind, other in _rows(connection, asked, table.c.record, idents):
        found[record] += (Relation(RelationKind(kind), other, ()),)
    return found


def count_lines(connection: Connection, wanted: WantedLines = WantedLines()) -> int:
    """Number of the commitments that are asked for."""
    asked = select(func.count()).select_from(tables.ledger).where(*conditions(wanted))
    return connection.scalar(asked) or 0


def ordered_lines(connection: Connection, wanted: WantedLines = WantedLines()) -> tuple[str, ...]:
    """Ids of the commitments that are asked for in order of time, those without any day last."""
    asked = select(tables.ledger.c.record).where(*conditions(wanted)).order_by(*_order())
    # Fetched at once: row by row thousands take twice the time.
    return tuple(connection.scalars(asked).all())


def list_payers(connection: Connection) -> tuple[tuple[str, ...], ...]:
    """Whom commitments name as givers, each combination once."""
    told = type_coerce(tables.ledger.c.payers, Text)
    return tuple(payers_in(names) for names in connection.scalars(select(told).distinct()))


def _order() -> tuple[ColumnElement[Any], ...]:
    table = tables.ledger
    day = func.coalesce(table.c.first, table.c.last, table.c.told_first)
    return (day.is_(None), day, func.coalesce(table.c.last, day), table.c.record)

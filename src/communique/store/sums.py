"""Adds up commitments that stand alone: the database can, since no other keeps them from counting.

What is related to others is for `views.totals` to look at, one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    and_,
    cast,
    func,
    not_,
    or_,
    select,
    type_coerce,
)

from communique.model.mention import Bound
from communique.model.terms import Finance, Grade, Modality
from communique.store import tables
from communique.store.ledger import (
    BOUNDS,
    FINANCES,
    GRADES,
    MODALITIES,
    Line,
    WantedLines,
    conditions,
    lines_that,
    payers_in,
)

# Sums below this that are whole are added without loss, however many there are.
_EXACT = 1e12


class Alike(NamedTuple):
    """Commitments that stand alone and are alike, added up.

    Attributes:
        grade: How firm they are.
        finance: The kind of money; None where no text tells.
        currency: ISO 4217 code, None where the texts leave it open.
        payers: Names of the parties that give.
        modality: How far the texts stand by them.
        bound: How each of the sums is hedged.
        value: What they come to.
        number: How many they are.
    """

    grade: Grade
    finance: Finance | None
    currency: str | None
    payers: tuple[str, ...]
    modality: Modality
    bound: Bound | None
    value: int
    number: int

    @property
    def certain(self) -> bool:
        """Whether the texts assert them."""
        return self.modality is Modality.ASSERTED


def add_alike(connection: Connection, wanted: WantedLines) -> list[Alike]:
    """What commitments come to that stand alone and have a whole sum, in no order."""
    table = tables.ledger
    alike = (
        *(table.c.grade, table.c.finance, table.c.currency, type_coerce(table.c.payers, Text)),
        *(table.c.modality, table.c.bound),
    )
    asked = select(*alike, func.sum(cast(table.c.value, BigInteger)), func.count())
    asked = asked.where(*conditions(wanted), *_alone(), _is_able(), _is_exact())
    rows = connection.execute(asked.group_by(*alike)).all()
    # Few sorts of money have thousands of payers.
    payers_of = cache(payers_in)
    return [
        Alike(
            *(GRADES[row[0]], FINANCES[row[1]], row[2], payers_of(row[3]), MODALITIES[row[4]]),
            *(BOUNDS[row[5]], int(row[6]), row[7]),
        )
        for row in rows
    ]


def load_others(connection: Connection, wanted: WantedLines) -> list[Line]:
    """The lines that are related to others, or have a sum that is not whole, in no order."""
    related = not_(and_(*_alone()))
    return lines_that(
        connection, [*conditions(wanted), or_(related, and_(_is_able(), ~_is_exact()))]
    )


def list_unable(connection: Connection, wanted: WantedLines) -> list[tuple[str, bool]]:
    """Ids of commitments that stand alone and can't be added up, and whether they have a sum."""
    table = tables.ledger
    asked = select(table.c.record, table.c.value.isnot(None))
    found = connection.execute(asked.where(*conditions(wanted), *_alone(), not_(_is_able())))
    return [(ident, bool(has)) for ident, has in found.all()]


def _alone() -> Iterator[ColumnElement[bool]]:
    """That no other commitment contains or replaces one, as far as it tells or they do."""
    table, relation = tables.ledger, tables.relation
    yield table.c.part_of.is_(None)
    for column in (relation.c.record, relation.c.other):
        yield table.c.record.notin_(select(column))


def _is_able() -> ColumnElement[bool]:
    table = tables.ledger
    return and_(table.c.value.isnot(None), table.c.modality != Modality.DENIED.value)


def _is_exact() -> ColumnElement[Any]:
    value = tables.ledger.c.value
    return and_(func.round(value) == value, value < _EXACT)

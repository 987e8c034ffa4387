"""The parties of records, and who takes part with whom, counted; page by page in SQL."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from sqlalchemy import Connection, ScalarSelect, Select, Table, func, select

from communique.claims.shapes import SHAPES
from communique.store import tables
from communique.store.called import PERSON
from communique.store.sql import begins_with, chunks

# Rows of parties that pairs are looked for in, and pairs that are told; enough to know the most
# frequent ones.
_SAMPLE, _PAIRS = 6_000, 400
_KINDS = (*(shape.kind for shape in SHAPES), PERSON)


@dataclass(frozen=True, slots=True)
class Party:
    """A party of records.

    Attributes:
        name: Canonical name.
        code: Its code.
        records: Numbers of records by kind.
        documents: Number of documents that name it.
    """

    name: str
    code: str | None
    records: Counter[str] = field(default_factory=Counter)
    documents: int = 0


def count_parties(connection: Connection, holding: str = "") -> int:
    """How many parties take part in records; only those whose name holds some words."""
    asked = _names(holding).subquery()
    return int(connection.scalar(select(func.count()).select_from(asked)) or 0)


def party_names(
    connection: Connection, holding: str = "", first: int = 0, most: int = 50
) -> tuple[str, ...]:
    """Names of parties, those that play most parts in records first.

    Args:
        connection: A connection to the dossier.
        holding: Words that a name must hold, in any case.
        first: How many to pass over.
        most: How many at most.
    """
    name = tables.record_party.c.name
    page = _names(holding).order_by(func.count().desc(), name).offset(first).limit(most)
    return tuple(connection.scalars(page))


def party_page(
    connection: Connection, holding: str, first: int, most: int
) -> tuple[tuple[str, ...], int]:
    """A page of the same names, and how many there are in all; nothing beyond the end."""
    name = tables.record_party.c.name
    asked = _names(holding).add_columns(func.count().over())
    page = asked.order_by(func.count().desc(), name).offset(first).limit(most)
    rows = connection.execute(page).all()
    return tuple(row[0] for row in rows), rows[0][1] if rows else 0


def parties_called(connection: Connection, names: Sequence[str]) -> tuple[Party, ...]:
    """Parties with the numbers of their records and documents, in the order of the names."""
    party, named = tables.record_party, tables.named
    codes: dict[str, str | None] = {}
    records: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, int] = {}
    for chunk in chunks(names):
        distinct = func.count(party.c.record.distinct())
        counted = select(party.c.name, _code_of(party), distinct).group_by(party.c.name)
        # By each kind alone the index has the records in order, and nothing is sorted.
        for kind in _KINDS:
            held = begins_with(connection, party.c.record, f"{kind}.")
            asked = counted.where(party.c.name.in_(chunk), held)
            for name, code, number in connection.execute(asked):
                codes[name] = codes.get(name) or code
                records[name][kind] = number
        told = select(named.c.name, func.count()).where(
            named.c.kind == "party", named.c.name.in_(chunk)
        )
        documents |= {name: n for name, n in connection.execute(told.group_by(named.c.name))}
    return tuple(
        Party(name, codes.get(name), records[name], documents.get(name, 0)) for name in names
    )


def _code_of(party: Table) -> ScalarSelect[str | None]:
    """The code of a party, which it has wherever it has one."""
    other = party.alias("other")
    told = select(other.c.code).where(other.c.name == party.c.name, other.c.code.isnot(None))
    return told.limit(1).correlate(party).scalar_subquery()


def partners_of(connection: Connection, names: Collection[str], most: int) -> Counter[str]:
    """With whom a party takes part in records, and in how many; the most frequent alone.

    Args:
        connection: A connection to the dossier.
        names: Names of the party and its bodies.
        most: How many others at most.
    """
    mine, theirs = tables.record_party.alias("mine"), tables.record_party.alias("theirs")
    records = select(mine.c.record).where(mine.c.name.in_(sorted(names))).distinct().subquery()
    count = func.count(theirs.c.record.distinct())
    asked = (
        select(theirs.c.name, count)
        .join(records, records.c.record == theirs.c.record)
        .where(theirs.c.name.notin_(sorted(names)))
        .group_by(theirs.c.name)
        .order_by(count.desc(), theirs.c.name)
        .limit(most)
    )
    return Counter({name: number for name, number in connection.execute(asked)})


def frequent_pairs(connection: Connection) -> Counter[tuple[str, str]]:
    """The most frequent pairs of names that take part in one record, in a part of the records.

    The numbers serve to compare pairs, not to be told: only some thousand records are looked at.
    """
    party = tables.record_party
    # A party may have several roles in a record. Asked for distinct names, databases sort all rows.
    order = (party.c.record, party.c.name)
    asked = select(*order).order_by(*order).limit(2 * _SAMPLE)
    held: dict[str, list[str]] = defaultdict(list)
    for record, name in islice(dict.fromkeys(map(tuple, connection.execute(asked))), _SAMPLE):
        held[record].append(name)
    # Databases would look for the partners of each row among all rows.
    counted = Counter(pair for names in held.values() for pair in combinations(sorted(names), 2))
    most = sorted(counted, key=lambda pair: (-counted[pair], pair))[:_PAIRS]
    return Counter({pair: counted[pair] for pair in most})


def _names(holding: str) -> Select[tuple[str]]:
    name = tables.record_party.c.name
    asked = select(name).group_by(name)
    if holding:
        asked = asked.where(func.lower(name).contains(holding.lower(), autoescape=True))
    return asked

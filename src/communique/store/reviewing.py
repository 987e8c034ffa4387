"""What waits for a person's eye: records in an order of weight, read no further than is asked.

Bodies of records are large. A page of the queue is filled by walking from its beginning until it is
full, so that it costs the same in a small dossier and in a large one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Text, select, type_coerce

from communique.model.finding import Severity
from communique.model.record import ClaimRef, Record
from communique.store import tables
from communique.store.raised import raised, records_with
from communique.store.records import record_of
from communique.store.sql import chunks

# Records looked at at once while a page is filled, and read at once at least.
_BATCH, _FEW = 100, 10
# Days between which two records may be of one happening, for the offer to merge them.
_NEAR = timedelta(days=31)
# Records of which the parties are compared.
_COMPARED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Which records are walked through.

    Attributes:
        kinds: Their kinds.
        holding: What the JSON of a record must hold, letter by letter.
        voices: Number of independent stories that it must have at least.
        most_voices: Number that it must have at most.
        among: Numbers among which its own must be; None for any.
        ranked: Numbers of the records that come first in a walk, in this order; all others follow,
            the latest formed first.
        passed: Numbers that are not among these others: the ranked ones, and some that a walk
            never comes to.
    """

    kinds: tuple[str, ...]
    holding: tuple[str, ...] = ()
    voices: int = 0
    most_voices: int | None = None
    among: frozenset[int] | None = None
    ranked: tuple[int, ...] = ()
    passed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk begins, this record left out.

    Attributes:
        number: Number of a record.
        back: Whether it goes towards the beginning; else away from it.
    """

    number: int
    back: bool = False


def number_of(connection: Connection, ident: str) -> int | None:
    """The number of a record: the later it was formed, the higher."""
    return connection.scalar(select(tables.record.c.number).where(tables.record.c.id == ident))


def waiting(
    connection: Connection,
    wanted: Waiting,
    place: Place | None,
    most: int,
    fits: Callable[[Record], bool],
) -> list[tuple[int, Record]]:
    """The next so many records that fit, with their numbers, in the order of the walk."""
    table = tables.record
    found: list[tuple[int, Record]] = []
    for lot in chunks(_walked(connection, wanted, place), min(_BATCH, max(most, _FEW))):
        asked = select(table.c.number, table.c.body).where(table.c.number.in_(lot))
        bodies = {row.number: row.body for row in connection.execute(asked)}
        for number in lot:
            record = record_of(bodies[number])
            if fits(record):
                found.append((number, record))
                if len(found) == most:
                    return found
    return found


def waiting_ids(connection: Connection, wanted: Waiting) -> list[str]:
    """Ids of all records that are asked for, the latest formed first; none is read."""
    table = tables.record
    bare = _conditions(select(table.c.number, table.c.id), wanted)
    rows: list[Any] = []
    if wanted.among is None:
        rows += connection.execute(bare).all()
    else:
        for chunk in chunks(sorted(wanted.among)):
            rows += connection.execute(bare.where(table.c.number.in_(chunk))).all()
    return [row.id for row in sorted(rows, key=lambda r: r.number, reverse=True)]


def _walked(connection: Connection, wanted: Waiting, place: Place | None) -> Iterator[int]:
    """The numbers of a walk, looked for in small lots."""
    back = place is not None and place.back
    ahead, within = _ahead(wanted, place)
    parts = (_of_these(connection, wanted, ahead), _others(connection, wanted, within, place))
    for numbers in reversed(parts) if back else parts:
        yield from numbers


def _ahead(wanted: Waiting, place: Place | None) -> tuple[Sequence[int], bool | None]:
    """What a walk meets of the ranked records, and where it stands among the others.

    Returns:
        Numbers of the ranked records that lie before it, and whether it begins within the others:
        false if it begins before all of them, none if it never comes to them.
    """
    back = place is not None and place.back
    if place is None:
        return wanted.ranked, False
    if place.number in wanted.ranked:
        at = wanted.ranked.index(place.number)
        return (wanted.ranked[:at][::-1], None) if back else (wanted.ranked[at + 1 :], False)
    within = place.number not in wanted.passed
    if back:
        return wanted.ranked[::-1], True if within else None
    return (), within


def _of_these(connection: Connection, wanted: Waiting, numbers: Iterable[int]) -> Iterator[int]:
    """Those of some numbers that are wanted, in their order."""
    table = tables.record
    asked = _conditions(select(table.c.number), wanted)
    on_the_way = (n for n in numbers if wanted.among is None or n in wanted.among)
    for lot in chunks(on_the_way, _BATCH):
        held = set(connection.scalars(asked.where(table.c.number.in_(lot))))
        yield from (number for number in lot if number in held)


def _others(
    connection: Connection, wanted: Waiting, within: bool | None, place: Place | None
) -> Iterator[int]:
    """The records that are not ranked, from a place on if a walk begins within them."""
    if within is None:
        return
    back = place is not None and place.back
    start = place if within else None
    if wanted.among is not None:
        numbers = sorted(wanted.among - wanted.passed, reverse=not back)
        if start is not None:
            beyond = start.number
            numbers = [n for n in numbers if (n > beyond if back else n < beyond)]
        yield from _of_these(connection, wanted, numbers)
        return
    for number in _by_lots(connection, wanted, start, back):
        if number not in wanted.passed:
            yield number


def _by_lots(
    connection: Connection, wanted: Waiting, place: Place | None, back: bool
) -> Iterator[int]:
    column = tables.record.c.number
    while True:
        asked = _beyond(_conditions(select(column), wanted), place)
        order = column.asc() if back else column.desc()
        numbers = connection.scalars(asked.order_by(order).limit(_BATCH)).all()
        yield from numbers
        if len(numbers) < _BATCH:
            return
        place = Place(numbers[-1], back)


def sums_told(connection: Connection) -> list[tuple[int, float, str | None]]:
    """The sums of commitments: number of the record, value in the main unit, currency."""
    table, line = tables.record, tables.ledger
    # The number of a record stands before its body: no body is read.
    asked = (
        select(table.c.number, line.c.value, line.c.currency)
        .join(line, line.c.record == table.c.id)
        .where(line.c.value.isnot(None))
    )
    rows = connection.execute(asked).all()
    return [(number, told, code) for number, told, code in rows if told]


def having_sides(connection: Connection, sides: Sequence[Collection[str]]) -> frozenset[int]:
    """Numbers of the records that have one of the names of each side among their parties."""
    party, record = tables.record_party, tables.record
    held = [party.alias() for _ in sides]
    asked = select(record.c.number).distinct()
    for one, names in zip(held, sides, strict=True):
        asked = asked.join(one, one.c.record == record.c.id).where(one.c.name.in_(sorted(names)))
    return frozenset(connection.scalars(asked))


def numbers_of(connection: Connection, idents: Collection[str]) -> frozenset[int]:
    """Numbers of records."""
    table = tables.record
    found: set[int] = set()
    for chunk in chunks(sorted(idents)):
        found.update(connection.scalars(select(table.c.number).where(table.c.id.in_(chunk))))
    return frozenset(found)


def record_with(connection: Connection, ref: ClaimRef, kind: str) -> str | None:
    """Id of the record of a kind that a claim is in; None where it is in none, or in several."""
    found = records_with(connection, ref, kind)
    return next(iter(found)) if len(found) == 1 else None


def _beyond(asked: Select[Any], place: Place | None) -> Select[Any]:
    if place is None:
        return asked
    column = tables.record.c.number
    return asked.where(column > place.number if place.back else column < place.number)


def _conditions(asked: Select[Any], wanted: Waiting) -> Select[Any]:
    table = tables.record
    # No bare column, so that SQLite walks by number instead of sorting all records of a kind.
    asked = asked.where((table.c.kind + "").in_(wanted.kinds), table.c.body.isnot(None))
    if wanted.voices:
        asked = asked.where(table.c.stories >= wanted.voices)
    if wanted.most_voices is not None:
        asked = asked.where(table.c.stories <= wanted.most_voices)
    body = type_coerce(table.c.body, Text)
    return asked.where(*(body.contains(part, autoescape=True) for part in wanted.holding))


def under_findings(connection: Connection, severity: Severity, today: date) -> frozenset[str]:
    """Ids of records that findings of a severity are about, or whose words they quote."""
    return frozenset().union(*(one.records for one in raised(connection, severity, today)))


def near_to(connection: Connection, record: Record, most: int) -> tuple[str, ...]:
    """Ids of other records of the kind that may be of the same, those with most in common first.

    They were compared with it, or are of the same weeks and share a party.
    """
    shared = Counter(_compared_with(connection, record))
    for ident in _of_the_time(connection, record):
        shared[ident] += 1
    ranked = sorted(shared, key=lambda ident: (-shared[ident], ident))[:_COMPARED]
    alike = _sharing_parties(connection, record.id, ranked)
    ranked.sort(key=lambda ident: (-alike[ident], -shared[ident], ident))
    return tuple(ranked[:most])


def _compared_with(connection: Connection, record: Record) -> Sequence[str]:
    """Records of profiles that share a block with those of a record, once for each block."""
    profile, block = tables.profile, tables.block
    other = block.alias()
    mine = select(profile.c.id).where(profile.c.record == record.id).limit(20)
    keys = list(
        connection.scalars(
            select(block.c.key).where(block.c.profile.in_(mine)).distinct().limit(60)
        )
    )
    asked = (
        select(profile.c.record)
        .join(other, other.c.profile == profile.c.id)
        .where(other.c.key.in_(keys), profile.c.record != record.id)
        .where(profile.c.kind == record.kind)
        .limit(2000)
    )
    return list(connection.scalars(asked))


def _of_the_time(connection: Connection, record: Record) -> Sequence[str]:
    """Records of the same weeks with a party in common."""
    table, party = tables.record, tables.record_party
    day = record.first or record.last
    if day is None:
        return ()
    own = select(party.c.name).where(party.c.record == record.id)
    asked = (
        select(table.c.id)
        .join(party, party.c.record == table.c.id)
        .where(table.c.kind == record.kind, table.c.id != record.id)
        .where(table.c.first >= day - _NEAR, table.c.first <= day + _NEAR)
        .where(party.c.name.in_(own), table.c.redirect.is_(None))
        .distinct()
        .limit(_COMPARED)
    )
    return list(connection.scalars(asked))


def _sharing_parties(connection: Connection, ident: str, others: Collection[str]) -> Counter[str]:
    """How many parties each of other records shares with a record."""
    party = tables.record_party
    own = select(party.c.name).where(party.c.record == ident)
    found: Counter[str] = Counter()
    for chunk in chunks(others):
        asked = select(party.c.record, party.c.name).where(
            party.c.record.in_(chunk), party.c.name.in_(own)
        )
        found.update(record for record, _ in set(map(tuple, connection.execute(asked).all())))
    return found

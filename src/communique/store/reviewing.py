"""What waits for a person's eye: records in an order of weight, read no further than is asked.

Bodies of records are large, and a dossier holds ten thousand: which records come next is told by
an index (`waiting`) alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, null, or_, select, true

from communique.model.finding import Severity
from communique.model.record import ClaimRef, Record
from communique.store import tables
from communique.store.raised import raised, records_with
from communique.store.sql import chunks
from communique.store.taking_part import records_between

# Days between which two records may be of one happening, for the offer to merge them.
_NEAR = timedelta(days=31)
# Records of which the parties are compared.
_COMPARED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Which records are walked through.

    Attributes:
        kinds: Their kinds.
        ruled: Whether a person must have set something, or nothing; None for either.
        disputed: Whether claims must disagree where nobody has ruled, or must not.
        voices: Number of independent stories that it must have at least.
        most_voices: Number that it must have at most.
        least: Its sum at least: in the common currency, or in one without a rate.
        among: Ids among which its own must be; None for any.
        units: How many units of currencies make one of the common one: the largest sums in these
            come first in a walk, and all other records follow, the latest formed first.
    """

    kinds: tuple[str, ...]
    ruled: bool | None = None
    disputed: bool | None = None
    voices: int = 0
    most_voices: int | None = None
    least: float | None = None
    among: frozenset[str] | None = None
    units: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk begins, this record left out.

    Attributes:
        number: Number of a record.
        back: Whether it goes towards the beginning; else away from it.
    """

    number: int
    back: bool = False


class Waits(NamedTuple):
    """A record in a walk.

    Attributes:
        number: Its number.
        record: Its id.
        stories: Number of independent stories that tell it.
        ruled: Whether a person has set anything.
        disputed: Whether claims disagree where nobody has ruled.
        size: Its sum in the common currency; None where it has none, or there is no rate.
    """

    number: int
    record: str
    stories: int
    ruled: bool
    disputed: bool
    size: float | None

    @property
    def rank(self) -> tuple[bool, float, int]:
        """Where it comes in a walk: what is less comes first."""
        return _rank(self.size, self.number)


def _rank(size: float | None, number: int) -> tuple[bool, float, int]:
    return size is None, -(size or 0.0), -number


def number_of(connection: Connection, ident: str) -> int | None:
    """The number of a record: the later it was formed, the higher."""
    return connection.scalar(select(tables.record.c.number).where(tables.record.c.id == ident))


def waiting(connection: Connection, wanted: Waiting, place: Place | None, most: int) -> list[Waits]:
    """The next so many records that are wanted, in the order of the walk."""
    back = place is not None and place.back
    start = None if place is None else _start(connection, wanted, place)
    if wanted.among is not None:
        found = sorted(_among(connection, wanted), key=lambda one: one.rank, reverse=back)
        ahead = [one for one in found if start is None or (one.rank < start) == back]
        return [one for one in ahead if one.rank != start][:most]
    walked: list[Waits] = []
    for sized in (False, True) if back else (True, False):
        if len(walked) < most:
            walked += _walked(connection, wanted, sized, start, back, most - len(walked))
    return walked


def waiting_ids(connection: Connection, wanted: Waiting) -> list[str]:
    """Ids of all records that are wanted, the latest formed first; none is read."""
    table = tables.waiting
    asked = select(table.c.number, table.c.record).where(*_conditions(wanted))
    rows: list[Any] = []
    if wanted.among is None:
        rows += connection.execute(asked).all()
    else:
        for chunk in chunks(sorted(wanted.among)):
            rows += connection.execute(asked.where(table.c.record.in_(chunk))).all()
    return [row.record for row in sorted(rows, key=lambda r: r.number, reverse=True)]


def _start(connection: Connection, wanted: Waiting, place: Place) -> tuple[bool, float, int]:
    """Where a walk begins; the record of the place need not be wanted, and may have lost all."""
    table = tables.waiting
    asked = select(_size(wanted)).where(table.c.number == place.number)
    return _rank(connection.scalar(asked), place.number)


def _among(connection: Connection, wanted: Waiting) -> Iterator[Waits]:
    asked = _asked(wanted).where(*_conditions(wanted))
    for chunk in chunks(sorted(wanted.among or ())):
        for row in connection.execute(asked.where(tables.waiting.c.record.in_(chunk))):
            yield Waits(*row)


def _walked(
    connection: Connection,
    wanted: Waiting,
    sized: bool,
    start: tuple[bool, float, int] | None,
    back: bool,
    most: int,
) -> list[Waits]:
    """The next records of a walk that have a size, or of those that have none."""
    if sized and not wanted.units:
        return []
    measured = _asked(wanted).where(*_conditions(wanted), _is_sized(wanted, sized)).subquery()
    size, number = measured.c.size, measured.c.number
    asked = select(measured)
    if start is not None:
        unsized, less, last = start
        if unsized == sized:
            # It begins among the others, so that of these it meets all or none.
            if sized != back:
                return []
        else:
            beyond = number > -last if back else number < -last
            further = size > -less if back else size < -less
            asked = asked.where(or_(further, and_(size == -less, beyond)) if sized else beyond)
    order = (size, number) if sized else (number,)
    asked = asked.order_by(*(column.asc() if back else column.desc() for column in order))
    return [Waits(*row) for row in connection.execute(asked.limit(most))]


def _asked(wanted: Waiting) -> Select[Any]:
    table = tables.waiting
    columns = (table.c.number, table.c.record, table.c.stories, table.c.ruled, table.c.disputed)
    return select(*columns, _size(wanted).label("size"))


def _size(wanted: Waiting) -> ColumnElement[Any]:
    """The sum of a record in the common currency."""
    return _converted(tuple(wanted.units.items())) if wanted.units else null()


# There are dozens of currencies: putting the words together takes longer than the database does.
@lru_cache(maxsize=8)
def _converted(units: tuple[tuple[str, float], ...]) -> ColumnElement[Any]:
    table = tables.waiting
    rated = {code: table.c.value / rate for code, rate in units}
    # A sum of nothing is none.
    told = case(rated, value=table.c.currency)
    return case((table.c.value != 0, told))


def _is_sized(wanted: Waiting, sized: bool) -> ColumnElement[bool]:
    """Whether a record has a sum in a currency with a rate, or has none."""
    table = tables.waiting
    if not wanted.units:
        return true()
    if sized:
        return and_(table.c.currency.in_(list(wanted.units)), table.c.value != 0)
    rateless = or_(table.c.currency.is_(None), table.c.currency.notin_(list(wanted.units)))
    return or_(rateless, table.c.value.is_(None), table.c.value == 0)


def _conditions(wanted: Waiting) -> Iterator[ColumnElement[bool]]:
    table = tables.waiting
    yield table.c.kind.in_(wanted.kinds)
    if wanted.ruled is not None:
        yield table.c.ruled.is_(wanted.ruled)
    if wanted.disputed is not None:
        yield table.c.disputed.is_(wanted.disputed)
    if wanted.voices:
        yield table.c.stories >= wanted.voices
    if wanted.most_voices is not None:
        yield table.c.stories <= wanted.most_voices
    if wanted.least is not None:
        rateless = _is_sized(wanted, sized=False)
        own = and_(rateless, table.c.value >= wanted.least)
        yield or_(own, _size(wanted) >= wanted.least)


def having_sides(connection: Connection, sides: Sequence[Collection[str]]) -> frozenset[str]:
    """Ids of the records that have one of the names of each side among their parties."""
    return frozenset(records_between(connection, sides))


def record_with(connection: Connection, ref: ClaimRef, kind: str) -> str | None:
    """Id of the record of a kind that a claim is in; None where it is in none, or in several."""
    found = records_with(connection, ref, kind)
    return next(iter(found)) if len(found) == 1 else None


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

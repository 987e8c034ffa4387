"""Records at a glance: when and between whom, without what they hold.

Choosing and counting among thousands of records costs little so; what a page shows of them is
loaded for these alone (`store.listing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from communique.claims.slots.office import Office
from communique.model.record import PartyRow
from communique.store import tables
from communique.store.listing import Wanted, is_told, of_time, rows_of
from communique.store.sql import chunks

# In the order of the fields of `Glimpse`.
_COLUMNS = ("id", "kind", "first", "last", "told_first", "told_last", "stories")


class Glimpse(NamedTuple):
    """A record at a glance.

    Attributes:
        id: Its id.
        kind: Its kind.
        first: First day of what it is about, None where unknown or open.
        last: Last such day.
        told_first: Day of the earliest publication that tells it.
        told_last: Day of the latest.
        stories: Number of independent stories that tell it.
        parties: Its parties, where sides were asked for.
    """

    id: str
    kind: str
    first: date | None
    last: date | None
    told_first: date | None
    told_last: date | None
    stories: int
    parties: tuple[PartyRow, ...] = ()

    @property
    def day(self) -> date | None:
        """Its first day, or failing that the day of its first telling."""
        return self.first or self.told_first


def glimpses(
    connection: Connection,
    wanted: Wanted,
    among: frozenset[str] | None = None,
    known: Mapping[str, tuple[PartyRow, ...]] | None = None,
) -> tuple[Glimpse, ...]:
    """Records by time, those without any last, then by id.

    Args:
        connection: A connection to the dossier.
        wanted: Which records.
        among: Ids of which a record must have one; None for any.
        known: Parties of the records of the kind in which all sides take part, if that is known.
    """
    table = tables.record
    columns = [table.c[name] for name in _COLUMNS]
    rows = rows_of(connection, wanted, columns, among, known)
    return tuple(_glimpse(row, parties) for row, parties in rows)


def _glimpse(row: Sequence[Any], parties: tuple[PartyRow, ...] = ()) -> Glimpse:
    ident, kind, first, last, told_first, told_last, stories = row
    return Glimpse(ident, kind, first, last, told_first, told_last, stories, parties)


def latest(
    connection: Connection, wanted: Wanted, first: int, most: int
) -> tuple[tuple[Glimpse, ...], int]:
    """So many records of a kind in time, the latest first, and the number of all of them.

    Args:
        connection: A connection to the dossier.
        wanted: Which records; sides and what a record must hold are not looked at.
        first: How many to pass over.
        most: How many at most.
    """
    table = tables.record
    columns = [table.c[name] for name in _COLUMNS]
    begun = func.coalesce(table.c.first, table.c.last, table.c.told_first)
    asked = of_time(select(*columns, func.count().over().label("of")), wanted)
    asked = asked.where(table.c.kind == wanted.kind, is_told())
    # Those without any day are the last of `list_records`, and the first here.
    order = (begun.is_(None).desc(), begun.desc(), table.c.last.desc(), table.c.id.desc())
    rows = connection.execute(asked.order_by(*order).offset(first).limit(most)).all()
    found = (_glimpse(row[: len(_COLUMNS)]) for row in rows)
    return tuple(found), rows[0].of if rows else 0


def told_lately(connection: Connection, kinds: Collection[str], most: int) -> tuple[str, ...]:
    """Ids of records that the documents published last tell.

    Args:
        connection: A connection to the dossier.
        kinds: Kinds of record.
        most: Number of documents.
    """
    document, claim = tables.document, tables.claim
    profile, pair = tables.profile, tables.claim_profile
    newest = document.c.published.desc()
    told = document.c.published.isnot(None)
    numbers = list(
        connection.scalars(select(document.c.id).where(told).order_by(newest).limit(most))
    )
    found: set[str] = set()
    for chunk in chunks(numbers):
        asked = (
            select(profile.c.record)
            .join(pair, pair.c.profile == profile.c.id)
            .join(claim, claim.c.id == pair.c.claim)
            .where(claim.c.kind.in_(sorted(kinds)), claim.c.document.in_(chunk))
            .where(profile.c.kind.in_(sorted(kinds)), profile.c.record.isnot(None))
        )
        found.update(connection.scalars(asked.distinct()))
    return tuple(sorted(found))


def offices_told_with(connection: Connection, records: Sequence[str], most: int) -> tuple[str, ...]:
    """Records of offices that documents of other records tell, those of most documents first.

    Args:
        connection: A connection to the dossier.
        records: Ids of the other records.
        most: How many at most.
    """
    profile, pair, claim = tables.profile, tables.claim_profile, tables.claim
    documents: set[int] = set()
    for chunk in chunks(records):
        told = (
            select(claim.c.document)
            .join(pair, pair.c.claim == claim.c.id)
            .join(profile, profile.c.id == pair.c.profile)
            .where(profile.c.record.in_(chunk))
        )
        documents.update(connection.scalars(told))
    counted: Counter[str] = Counter()
    for some in chunks(sorted(documents)):
        held = (
            select(profile.c.record, func.count(claim.c.document.distinct()))
            .join(pair, pair.c.profile == profile.c.id)
            .join(claim, claim.c.id == pair.c.claim)
            .where(claim.c.kind == Office.kind, claim.c.document.in_(some))
            .where(profile.c.kind == Office.kind, profile.c.record.isnot(None))
            .group_by(profile.c.record)
        )
        counted.update({record: number for record, number in connection.execute(held)})
    ranked = sorted(counted, key=lambda ident: (-counted[ident], ident))
    return tuple(ranked[:most])

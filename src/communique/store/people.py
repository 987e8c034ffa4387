"""The persons of a dossier: the names that texts give them, and where they take part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from communique.store import tables
from communique.store.called import PERSON as PERSON
from communique.store.called import named_with


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person.

    Attributes:
        record: Id of the person's record.
        names: The names in texts, that of most claims first, each with their number.
        records: Ids of the other records whose claims name the person, by kind, sorted.
    """

    record: str
    names: tuple[tuple[str, int], ...]
    records: Mapping[str, tuple[str, ...]]


class PersonName(NamedTuple):
    """A name that texts give a person.

    Attributes:
        record: Id of the person's record.
        name: The name.
    """

    record: str
    name: str


def persons_named(connection: Connection, words: Collection[str]) -> tuple[PersonName, ...]:
    """Names of persons that hold all words.

    Args:
        connection: A connection to the dossier.
        words: Words, without case and accents, at least one.
    """
    profile, found = tables.profile, named_with(words).subquery()
    asked = (
        select(profile.c.record, profile.c.body)
        .join(found, found.c.profile == profile.c.id)
        .where(profile.c.record.isnot(None))
        .order_by(profile.c.id)
    )
    return tuple(PersonName(row.record, row.body["name"]) for row in connection.execute(asked))


def names_of(connection: Connection, records: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The names that texts give some persons, by their records."""
    profile = tables.profile
    asked = (
        select(profile.c.record, profile.c.body)
        .where(profile.c.kind == PERSON, profile.c.record.in_(sorted(records)))
        .order_by(profile.c.id)
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in connection.execute(asked):
        found[row.record] = (*found.get(row.record, ()), row.body["name"])
    return found


def list_persons(connection: Connection) -> tuple[PersonRow, ...]:
    """Persons, those whom most claims name first."""
    records = _records(connection)
    found = (
        PersonRow(ident, tuple(names), records.get(ident, {}))
        for ident, names in _names(connection).items()
    )
    return tuple(sorted(found, key=lambda p: (-sum(count for _, count in p.names), p.record)))


def _names(connection: Connection) -> dict[str, list[tuple[str, int]]]:
    """Names by record, the most frequent first."""
    profile, pair = tables.profile, tables.claim_profile
    asked = (
        select(profile.c.record, profile.c.body, func.count().label("claims"))
        .join(pair, pair.c.profile == profile.c.id)
        .where(profile.c.kind == PERSON, profile.c.record.isnot(None))
        .group_by(profile.c.id, profile.c.record, profile.c.body)
    )
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for row in connection.execute(asked):
        counted[row.record][row.body["name"]] += row.claims
    return {
        ident: sorted(names.items(), key=lambda told: (-told[1], -len(told[0]), told[0]))
        for ident, names in counted.items()
    }


def _records(connection: Connection) -> dict[str, dict[str, tuple[str, ...]]]:
    """Records that share a claim with a person's, by the person's record and kind."""
    own, other = tables.profile.alias("own"), tables.profile.alias("other")
    mine, theirs = tables.claim_profile.alias("mine"), tables.claim_profile.alias("theirs")
    asked = (
        select(own.c.record, other.c.kind, other.c.record.label("other"))
        .join(mine, mine.c.profile == own.c.id)
        .join(theirs, theirs.c.claim == mine.c.claim)
        .join(other, other.c.id == theirs.c.profile)
        .where(own.c.kind == PERSON, other.c.kind != PERSON)
        .where(own.c.record.isnot(None), other.c.record.isnot(None))
        .distinct()
    )
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(asked):
        found[row.record][row.kind].append(row.other)
    return {
        ident: {kind: tuple(sorted(others)) for kind, others in sorted(kinds.items())}
        for ident, kinds in found.items()
    }

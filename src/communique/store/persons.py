"""Persons of a dossier one page at a time, and what a few of them are told of.

`people` tells all of them at once, which takes seconds in a large dossier.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from communique.store import tables
from communique.store.called import named_with
from communique.store.catalogue import Period
from communique.store.listing import is_told
from communique.store.people import PERSON
from communique.store.sql import chunks
from communique.store.words import words_of

# Two profiles of one claim.
_OWN, _OTHER = tables.profile.alias("own"), tables.profile.alias("other")
_MINE, _THEIRS = tables.claim_profile.alias("mine"), tables.claim_profile.alias("theirs")


@dataclass(frozen=True, slots=True)
class Named:
    """What texts call a person.

    Attributes:
        names: The names, that of most claims first, each with their number.
        posts: The posts in which the person is named, likewise, as most texts write them.
    """

    names: tuple[tuple[str, int], ...]
    posts: tuple[tuple[str, int], ...]

    @property
    def name(self) -> str:
        """The name of most claims."""
        return self.names[0][0] if self.names else ""


def list_person_ids(connection: Connection) -> tuple[str, ...]:
    """Ids of all persons, those whom most claims name first."""
    table = tables.record
    asked = (
        select(table.c.id)
        .where(table.c.kind == PERSON, is_told())
        .order_by(table.c.claims.desc(), table.c.stories.desc(), table.c.id)
    )
    return tuple(connection.scalars(asked).all())


def persons_told_in(connection: Connection, period: Period) -> frozenset[str]:
    """Ids of the persons whom claims of documents name that were published in a period."""
    table = tables.record
    begun, ended = table.c.told_first, table.c.told_last
    since, until = period.since, period.until
    asked = select(table.c.id).where(table.c.kind == PERSON, is_told())
    if since is not None:
        asked = asked.where(ended >= since)
    if until is not None:
        asked = asked.where(begun <= until)
    if since is not None and until is not None:
        # Of who was named both before and after the period alone, claims have to be looked at.
        asked = asked.where(or_(begun >= since, ended <= until, _is_named_in(since, until)))
    return frozenset(connection.scalars(asked))


def _is_named_in(since: date, until: date) -> ColumnElement[bool]:
    """That a claim of a person is of a document that was published between two days."""
    document, claim = tables.document, tables.claim
    profile, pair = tables.profile, tables.claim_profile
    held = (
        select(profile.c.id)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .join(document, document.c.id == claim.c.document)
        .where(profile.c.record == tables.record.c.id)
        .where(document.c.published.between(since, until))
    )
    return held.exists()


def persons_named(connection: Connection, words: str) -> frozenset[str]:
    """Ids of the persons of whom some name holds all words, in any case, without accents."""
    wanted = frozenset(word.folded for word in words_of(words))
    if not wanted:
        return frozenset()
    profile, found = tables.profile, named_with(wanted).subquery()
    asked = (
        select(profile.c.record)
        .join(found, found.c.profile == profile.c.id)
        .where(profile.c.record.isnot(None))
    )
    return frozenset(connection.scalars(asked))


def names_of(connection: Connection, persons: Collection[str]) -> Mapping[str, Named]:
    """What texts call persons, by their ids.

    Claims that share a profile have one post; the first of them lends it its wording.
    """
    profile, pair = tables.profile, tables.claim_profile
    names: dict[str, Counter[str]] = defaultdict(Counter)
    held: list[tuple[str, int, int]] = []
    for chunk in chunks(sorted(persons)):
        counted = func.count().label("claims"), func.min(pair.c.claim).label("first")
        asked = (
            select(profile.c.record, profile.c.body, *counted)
            .join(pair, pair.c.profile == profile.c.id)
            .where(profile.c.kind == PERSON, profile.c.record.in_(chunk))
            .group_by(profile.c.id, profile.c.record, profile.c.body)
        )
        for row in connection.execute(asked):
            names[row.record][row.body["name"]] += row.claims
            if row.body.get("posts"):
                held.append((row.record, row.first, row.claims))
    posts = _posts_of(connection, held)
    return {ident: Named(_ranked(names[ident]), posts.get(ident, ())) for ident in names}


def _posts_of(
    connection: Connection, held: Sequence[tuple[str, int, int]]
) -> dict[str, tuple[tuple[str, int], ...]]:
    """The posts of persons, each told by a claim and with a number; capitals make no other post."""
    claim = tables.claim
    told: dict[int, str] = {}
    for chunk in chunks(sorted({first for _, first, _ in held})):
        asked = select(claim.c.id, claim.c.body, claim.c.ruled_body).where(claim.c.id.in_(chunk))
        told |= {r.id: (r.ruled_body or r.body).get("post", "") for r in connection.execute(asked)}
    written: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for record, first, number in held:
        if post := told.get(first):
            written[record][post.casefold()][post] += number
    return {ident: _as_written(posts) for ident, posts in written.items()}


def _as_written(posts: Mapping[str, Counter[str]]) -> tuple[tuple[str, int], ...]:
    return _ranked(Counter({_ranked(told)[0][0]: told.total() for told in posts.values()}))


def records_of(
    connection: Connection, persons: Collection[str], kinds: Collection[str] = ()
) -> Mapping[str, tuple[str, ...]]:
    """Ids of the other records whose claims name some of the persons, by kind, sorted.

    Args:
        connection: A connection to the dossier.
        persons: Ids of the persons.
        kinds: Kinds of record; none for all.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for chunk in chunks(sorted(persons)):
        asked = _beside_persons(chunk, _OTHER.c.kind, _OTHER.c.record)
        if kinds:
            asked = asked.where(_OTHER.c.kind.in_(sorted(kinds)))
        for kind, record in connection.execute(asked):
            found[kind].add(record)
    return {kind: tuple(sorted(records)) for kind, records in sorted(found.items())}


def records_of_each(
    connection: Connection, persons: Collection[str]
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Of each person the ids of the other records whose claims name them, by kind, sorted."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for chunk in chunks(sorted(persons)):
        asked = _beside_persons(chunk, _OWN.c.record, _OTHER.c.kind, _OTHER.c.record)
        for person, kind, record in connection.execute(asked):
            found[person][kind].add(record)
    return {
        person: {kind: tuple(sorted(records)) for kind, records in sorted(held.items())}
        for person, held in found.items()
    }


def persons_of(connection: Connection, records: Sequence[str]) -> Mapping[str, str]:
    """The person whom each record's claims name most, by the ids of the records."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for chunk in chunks(records):
        person, claims = _OTHER.c.record.label("person"), func.count().label("claims")
        asked = (
            _of_one_claim(_OWN.c.record, person, claims)
            .where(_OWN.c.record.in_(chunk), _OTHER.c.kind == PERSON, _OTHER.c.record.isnot(None))
            .group_by(_OWN.c.record, _OTHER.c.record)
        )
        for row in connection.execute(asked):
            counted[row.record][row.person] += row.claims
    return {record: _ranked(found)[0][0] for record, found in counted.items()}


def _of_one_claim(*columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*columns)
        .select_from(_OWN)
        .join(_MINE, _MINE.c.profile == _OWN.c.id)
        .join(_THEIRS, _THEIRS.c.claim == _MINE.c.claim)
        .join(_OTHER, _OTHER.c.id == _THEIRS.c.profile)
    )


def _beside_persons(persons: Collection[str], *columns: ColumnElement[Any]) -> Select[Any]:
    """Of claims that name one of some persons, the other records."""
    return (
        _of_one_claim(*columns)
        .where(_OWN.c.record.in_(persons), _OWN.c.kind == PERSON, _OTHER.c.kind != PERSON)
        .where(_OTHER.c.record.isnot(None))
        .distinct()
    )


def _ranked(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda told: (-told[1], -len(told[0]), told[0])))

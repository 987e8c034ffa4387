"""Gives the groups of profiles their records: an id is given once, and outlives merges.

Of the records whose founders are in one group, the oldest keeps its id and the others lead to it;
where a group parts again, each record goes with its founder, and one that had been merged comes
back under its own id.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, func, insert, select, update

from communique.store import tables
from communique.store.merging import StoredProfile, claims_of_profiles, mark_stale
from communique.store.sql import chunks

_DIGITS = 10
# Numbers of the profiles of one record.
Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Founder:
    """A claim that founds a record.

    Attributes:
        document: Key of its document.
        claim: Its id.
        profile: Digest of the profile that is meant.
    """

    document: str
    claim: str
    profile: str


def assign(
    connection: Connection, profiles: Mapping[int, StoredProfile], groups: Iterable[Group]
) -> None:
    """Give each group its record, and have the records it changes computed anew.

    Args:
        connection: A writing connection.
        profiles: All profiles of the groups; groups of several kinds may be given at once.
        groups: Numbers of the profiles of each record.
    """
    given = list(groups)
    place = {number: index for index, group in enumerate(given) for number in group}
    known = _known(connection, {p.record for p in profiles.values() if p.record is not None})
    owners = _owners(connection, known, profiles, place)
    touched = {p.record for p in profiles.values() if p.record is not None}
    orphaned = [index for index in range(len(given)) if not owners[index]]
    new = _found(connection, [given[index] for index in orphaned], profiles)
    for index, owner in zip(orphaned, new, strict=True):
        owners[index].append(owner)
    heads = [sorted(owners[index]) for index in range(len(given))]
    _lead(connection, heads)
    _settle(connection, given, [ident for (_, ident), *_ in heads])
    mark_stale(connection, touched | {ident for (_, ident), *_ in heads})


def _known(connection: Connection, idents: Collection[str]) -> list[Row[Any]]:
    """Records, and those that were merged into them, at whatever remove; the oldest first."""
    table = tables.record
    found: dict[str, Row[Any]] = {r.id: r for r in _rows(connection, table.c.id, idents)}
    edge: Collection[str] = list(found)
    while edge:
        merged = [r for r in _rows(connection, table.c.redirect, edge) if r.id not in found]
        found.update((row.id, row) for row in merged)
        edge = [row.id for row in merged]
    return sorted(found.values(), key=lambda row: row.number)


def _rows(
    connection: Connection, column: ColumnElement[str], values: Collection[str]
) -> Iterator[Row[Any]]:
    for chunk in chunks(sorted(values)):
        rows: Iterable[Row[Any]] = connection.execute(
            select(tables.record).where(column.in_(chunk))
        )
        yield from rows


def _owners(
    connection: Connection,
    known: Sequence[Row[Any]],
    profiles: Mapping[int, StoredProfile],
    place: Mapping[int, int],
) -> dict[int, list[tuple[int, str]]]:
    """Records by the group that their founders are in, each as number and id.

    A record whose founder is found no more goes with most of the profiles it had; one that has
    none left owns nothing.
    """
    founders = _profiles_of_founders(connection, known)
    held: dict[str, Counter[int]] = defaultdict(Counter)
    for number, profile in profiles.items():
        if profile.record is not None:
            held[profile.record][place[number]] += 1
    owners: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in known:
        options = [number for number in founders.get(row.id, ()) if number in place]
        exact = [n for n in options if profiles[n].profile.digest == row.founder_profile]
        of_kind = [n for n in options if profiles[n].profile.kind == row.kind]
        if exact or of_kind:
            owners[place[(exact or of_kind)[0]]].append((row.number, row.id))
        elif held[row.id]:
            most = max(sorted(held[row.id]), key=lambda index: held[row.id][index])
            owners[most].append((row.number, row.id))
    return owners


def _profiles_of_founders(
    connection: Connection, records: Sequence[Row[Any]]
) -> dict[str, list[int]]:
    """Numbers of the profiles of the founder of each record, sorted."""
    claim, document, pair = tables.claim, tables.document, tables.claim_profile
    by_founder = defaultdict(list)
    for row in records:
        by_founder[row.founder_document, row.founder_claim].append(row.id)
    found: dict[str, list[int]] = defaultdict(list)
    for chunk in chunks(sorted({claim for _, claim in by_founder})):
        asked = (
            select(document.c.key, claim.c.ident, pair.c.profile)
            .join(document, document.c.id == claim.c.document)
            .join(pair, pair.c.claim == claim.c.id)
            .where(claim.c.ident.in_(chunk))
            .order_by(pair.c.profile)
        )
        for key, claim_ident, profile in connection.execute(asked):
            for ident in by_founder.get((key, claim_ident), ()):
                found[ident].append(profile)
    return found


def _new_founders(
    connection: Connection, groups: Sequence[Group], profiles: Mapping[int, StoredProfile]
) -> list[_Founder]:
    """The claim that each group is founded on: the first that was put in."""
    claims = claims_of_profiles(connection, [number for group in groups for number in group])
    firsts = [min((claims[n][0], n) for n in group if n in claims) for group in groups]
    named: dict[int, tuple[str, str]] = {}
    claim, document = tables.claim, tables.document
    for chunk in chunks(sorted({number for number, _ in firsts})):
        asked = (
            select(claim.c.id, claim.c.ident, document.c.key)
            .join(document, document.c.id == claim.c.document)
            .where(claim.c.id.in_(chunk))
        )
        named.update((row.id, (row.key, row.ident)) for row in connection.execute(asked))
    return [
        _Founder(*named[number], profiles[profile].profile.digest) for number, profile in firsts
    ]


def _found(
    connection: Connection, groups: Sequence[Group], profiles: Mapping[int, StoredProfile]
) -> list[tuple[int, str]]:
    """Put in a record for each group; number and id of each.

    The founder names it. Should a record of that founder and id have lost all its claims before,
    the claim that has come back brings it back.
    """
    table = tables.record
    number = connection.scalar(select(func.max(table.c.number))) or 0
    founders = _new_founders(connection, groups, profiles)
    kinds = [profiles[group[0]].profile.kind for group in groups]
    idents = [_ident(kind, founder) for kind, founder in zip(kinds, founders, strict=True)]
    known = {row.id: row.number for row in _rows(connection, table.c.id, set(idents))}
    rows = [
        {
            "id": ident,
            "number": number + index,
            "kind": kind,
            "founder_document": founder.document,
            "founder_claim": founder.claim,
            "founder_profile": founder.profile,
            "stories": 0,
            "claims": 0,
            "revision": 0,
            "stale": True,
        }
        for index, (ident, kind, founder) in enumerate(
            zip(idents, kinds, founders, strict=True), start=1
        )
        if ident not in known
    ]
    if rows:
        connection.execute(insert(table), rows)
    return [(known.get(ident, number + i), ident) for i, ident in enumerate(idents, start=1)]


def _ident(kind: str, founder: _Founder) -> str:
    told = "\n".join((kind, founder.document, founder.claim, founder.profile))
    return f"{kind}.{sha256(told.encode()).hexdigest()[:_DIGITS]}"


def _lead(connection: Connection, heads: Sequence[Sequence[tuple[int, str]]]) -> None:
    """Lead the ids of merged records to the one that keeps its id, the first of each."""
    table = tables.record
    owners = [ident for (_, ident), *_ in heads]
    for chunk in chunks(owners):
        back = table.c.id.in_(chunk) & table.c.redirect.isnot(None)
        connection.execute(update(table).where(back).values(redirect=None))
    rows = [
        {"merged": ident, "redirect": owner, "stale": True}
        for (_, owner), *others in heads
        for _, ident in others
    ]
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("merged")), rows)


def _settle(connection: Connection, groups: Sequence[Group], owners: Sequence[str]) -> None:
    table = tables.profile
    rows = [
        {"member": number, "record": owner, "settled": True}
        for group, owner in zip(groups, owners, strict=True)
        for number in group
    ]
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("member")), rows)

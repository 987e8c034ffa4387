"""What merging keeps in a dossier: profiles, their blocks, and the links between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, and_, delete, insert, or_, select, update

from communique.model.linking import Linked, Profiled, Rulings
from communique.store import tables
from communique.store.called import PERSON, drop_names, put_names
from communique.store.sql import chunks

# Sides of a link.
_ENDS = ("first", "second")


@dataclass(frozen=True, slots=True)
class StoredProfile:
    """A profile with its number in the dossier.

    Attributes:
        number: Its number.
        profile: The profile; its blocks are not loaded.
        record: Id of its record, None while it has none.
        compared: Whether it has been compared before.
    """

    number: int
    profile: Profiled
    record: str | None
    compared: bool


def put_profiles(connection: Connection, profiles: Mapping[int, Sequence[Profiled]]) -> None:
    """Give claims their profiles, in the place of those they had.

    Profiles that are new, or that a claim leaves or joins, have their records computed anew when
    the dossier is settled.

    Args:
        connection: A writing connection.
        profiles: The profiles of each claim, by the number of the claim; none of a claim that
            counts no more.
    """
    numbers = _numbers(connection, [p for told in profiles.values() for p in told])
    wanted = {(claim, numbers[p.digest]) for claim, told in profiles.items() for p in told}
    had = _pairs(connection, profiles)
    table = tables.claim_profile
    for claim, profile in sorted(had - wanted):
        gone = (table.c.claim == claim) & (table.c.profile == profile)
        connection.execute(delete(table).where(gone))
    new = [{"claim": claim, "profile": profile} for claim, profile in sorted(wanted - had)]
    if new:
        connection.execute(insert(table), new)
    touched = {profile for _, profile in had ^ wanted}
    mark_stale(connection, _records_of(connection, touched))
    _drop_orphans(connection, {profile for _, profile in had - wanted})


def _numbers(connection: Connection, profiles: Sequence[Profiled]) -> dict[str, int]:
    """Numbers of profiles by digest; those that are not there are put in."""
    told = {profile.digest: profile for profile in profiles}
    found = _numbers_by_digest(connection, told)
    new = [told[digest] for digest in sorted(set(told) - set(found))]
    return found | _put(connection, new)


def _put(connection: Connection, profiles: Sequence[Profiled]) -> dict[str, int]:
    if not profiles:
        return {}
    rows = [
        {
            "kind": profile.kind,
            "digest": profile.digest,
            "body": profile.body,
            "compared": False,
            "settled": False,
        }
        for profile in profiles
    ]
    connection.execute(insert(tables.profile), rows)
    found = _numbers_by_digest(connection, [profile.digest for profile in profiles])
    blocks = [{"key": key, "profile": found[p.digest]} for p in profiles for key in p.blocks]
    if blocks:
        connection.execute(insert(tables.block), blocks)
    put_names(connection, {found[p.digest]: p.body for p in profiles if p.kind == PERSON})
    return found


def _numbers_by_digest(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    table = tables.profile
    found: dict[str, int] = {}
    for chunk in chunks(digests):
        asked = select(table.c.digest, table.c.id).where(table.c.digest.in_(chunk))
        found.update((row.digest, row.id) for row in connection.execute(asked))
    return found


def _pairs(connection: Connection, claims: Iterable[int]) -> set[tuple[int, int]]:
    """Claims and their profiles as they stand."""
    table = tables.claim_profile
    found: set[tuple[int, int]] = set()
    for chunk in chunks(claims):
        rows = connection.execute(select(table).where(table.c.claim.in_(chunk)))
        found.update((row.claim, row.profile) for row in rows)
    return found


def _records_of(connection: Connection, profiles: Collection[int]) -> set[str]:
    table = tables.profile
    found: set[str] = set()
    for chunk in chunks(profiles):
        asked = select(table.c.record).where(table.c.id.in_(chunk), table.c.record.isnot(None))
        found.update(connection.scalars(asked))
    return found


def mark_stale(connection: Connection, records: Collection[str]) -> None:
    """Have records computed anew when the dossier is settled."""
    table = tables.record
    for chunk in chunks(sorted(records)):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(stale=True))


def mark_unsettled(connection: Connection, profiles: Collection[int]) -> None:
    """Have the records of profiles formed anew when the dossier is settled."""
    table = tables.profile
    for chunk in chunks(sorted(profiles)):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(settled=False))


def _drop_orphans(connection: Connection, profiles: Collection[int]) -> None:
    """Forget those of the profiles that no claim has; what they held together is formed anew."""
    kept = tables.claim_profile
    for chunk in chunks(sorted(profiles)):
        used = set(connection.scalars(select(kept.c.profile).where(kept.c.profile.in_(chunk))))
        orphans = [number for number in chunk if number not in used]
        mark_unsettled(connection, _neighbours(connection, orphans))
        for table in (tables.link, tables.ruled_link):
            either = or_(table.c.first.in_(orphans), table.c.second.in_(orphans))
            connection.execute(delete(table).where(either))
        connection.execute(delete(tables.block).where(tables.block.c.profile.in_(orphans)))
        drop_names(connection, orphans)
        connection.execute(delete(tables.profile).where(tables.profile.c.id.in_(orphans)))


def _neighbours(connection: Connection, profiles: Collection[int]) -> set[int]:
    """Profiles that links or rulings lead to from the given ones."""
    found: set[int] = set()
    for chunk in chunks(profiles):
        for table in (tables.link, tables.ruled_link):
            for near, far in (_ENDS, _ENDS[::-1]):
                asked = select(table.c[far]).where(table.c[near].in_(chunk))
                found.update(connection.scalars(asked))
    return found - set(profiles)


def unsettled(connection: Connection, most: int) -> tuple[StoredProfile, ...]:
    """Profiles whose records are to be formed, those that were put in first, at most so many."""
    table = tables.profile
    asked = select(table).where(table.c.settled.is_(False)).order_by(table.c.id).limit(most)
    return tuple(_stored(connection, asked))


def profiles_by_number(
    connection: Connection, numbers: Collection[int]
) -> dict[int, StoredProfile]:
    """Profiles by their number."""
    table = tables.profile
    found: dict[int, StoredProfile] = {}
    for chunk in chunks(sorted(numbers)):
        asked = select(table).where(table.c.id.in_(chunk))
        found.update((profile.number, profile) for profile in _stored(connection, asked))
    return found


def _stored(connection: Connection, asked: Select[Any]) -> Iterator[StoredProfile]:
    for row in connection.execute(asked):
        profile = Profiled(row.kind, row.digest, row.body)
        yield StoredProfile(row.id, profile, row.record, row.compared)


def candidates(connection: Connection, profiles: Collection[int]) -> dict[int, set[int]]:
    """For each profile the others that share a block with it, all compared before or among them.

    What waits to be compared, and is not among the given ones, is left out: its turn comes, and
    then it meets these.
    """
    given, other = tables.block.alias("given"), tables.block.alias("other")
    waiting = tables.profile
    found: dict[int, set[int]] = defaultdict(set)
    for chunk in chunks(sorted(profiles)):
        asked = (
            select(given.c.profile, other.c.profile.label("other"))
            .join(other, and_(given.c.key == other.c.key, given.c.profile != other.c.profile))
            .join(waiting, waiting.c.id == other.c.profile)
            .where(given.c.profile.in_(chunk))
            .where(or_(waiting.c.compared.is_(True), other.c.profile.in_(sorted(profiles))))
            .distinct()
        )
        for row in connection.execute(asked):
            found[row.profile].add(row.other)
    return found


def put_links(
    connection: Connection, compared: Collection[StoredProfile], links: Iterable[Linked]
) -> None:
    """Keep links, and that profiles have been compared.

    Args:
        connection: A writing connection.
        compared: The profiles.
        links: Links between them and others.
    """
    new = list(links)
    numbers = _numbers_by_digest(connection, {d for e in new for d in (e.first, e.second)})
    rows = []
    for entry in new:
        first, second = sorted((numbers[entry.first], numbers[entry.second]))
        told = {"score": entry.score, "reasons": list(entry.reasons)}
        rows.append({"first": first, "second": second, **told})
    if rows:
        connection.execute(insert(tables.link), rows)
    table = tables.profile
    for chunk in chunks(sorted(profile.number for profile in compared)):
        connection.execute(update(table).where(table.c.id.in_(chunk)).values(compared=True))


def reachable(connection: Connection, seeds: Collection[int]) -> set[int]:
    """All profiles that links and rulings lead to from the given ones, and these."""
    found = set(seeds)
    edge = set(seeds)
    while edge:
        edge = _neighbours(connection, edge) - found
        found |= edge
    return found


def links_among(
    connection: Connection, profiles: Mapping[int, StoredProfile]
) -> tuple[tuple[Linked, ...], Rulings]:
    """The links between the given profiles, and what people ruled on pairs of them."""
    links = [
        Linked(
            profiles[row.first].profile.digest,
            profiles[row.second].profile.digest,
            row.score,
            tuple(row.reasons),
        )
        for row in _among(connection, tables.link, profiles)
    ]
    together, apart = [], []
    for row in _among(connection, tables.ruled_link, profiles):
        pair = (profiles[row.first].profile.digest, profiles[row.second].profile.digest)
        if row.together:
            together.append(Linked(*pair, score=0.0, decision=row.decision))
        else:
            apart.append(pair)
    return tuple(links), Rulings(tuple(together), tuple(apart))


def _among(
    connection: Connection,
    table: Table,
    profiles: Mapping[int, StoredProfile],
) -> Iterator[Row[Any]]:
    for chunk in chunks(sorted(profiles)):
        for row in connection.execute(select(table).where(table.c.first.in_(chunk))):
            if row.second in profiles:
                yield row


def claims_of_profiles(
    connection: Connection, profiles: Collection[int]
) -> dict[int, tuple[int, ...]]:
    """Numbers of the claims of each profile, by the number of the profile."""
    table = tables.claim_profile
    found: dict[int, list[int]] = defaultdict(list)
    for chunk in chunks(sorted(profiles)):
        asked = select(table).where(table.c.profile.in_(chunk)).order_by(table.c.claim)
        for row in connection.execute(asked):
            found[row.profile].append(row.claim)
    return {profile: tuple(claims) for profile, claims in found.items()}

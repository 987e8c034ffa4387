"""Under which keys rules compare documents and records with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, exists, func, insert, select

from communique.model.finding import Scope
from communique.store import tables
from communique.store.due import mark_keys
from communique.store.sql import chunks

_DIGITS = 40


@dataclass(frozen=True, slots=True, order=True)
class CheckKey:
    """A key under which a rule compares, or several that share their keys.

    Attributes:
        code: Code of the rule, or the name under which rules share keys.
        key: The key.
    """

    code: str
    key: str

    @property
    def digest(self) -> str:
        """What it is called in findings."""
        content = f"{self.code}\n{self.key}".encode("utf-8", "surrogatepass")
        return sha256(content).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands under a key.

    Attributes:
        key: The key.
        documents: Keys of documents.
        records: Ids of records.
    """

    key: CheckKey
    documents: frozenset[str]
    records: frozenset[str]


def put_keys(
    connection: Connection, scope: Scope, keys: Mapping[str, Collection[CheckKey]]
) -> None:
    """Keep under which keys documents or records stand, in the place of those they had.

    All that stands under the old keys and the new ones is to be compared anew.

    Args:
        connection: A writing connection.
        scope: Whether they are documents or records.
        keys: The keys of each, by key of the document or id of the record.
    """
    _forget(connection, scope, keys)
    rows = [
        {
            "digest": key.digest,
            "scope": scope.value,
            "member": member,
            "code": key.code,
            "key": key.key,
        }
        for member, told in sorted(keys.items())
        for key in dict.fromkeys(told)
    ]
    if rows:
        connection.execute(insert(tables.check_key), rows)
        mark_keys(connection, scope, keys)


def _forget(connection: Connection, scope: Scope, members: Collection[str]) -> None:
    """Drop the keys that documents or records had; most that are checked first have none."""
    table = tables.check_key
    for chunk in chunks(sorted(members)):
        had = (table.c.scope == scope.value) & table.c.member.in_(chunk)
        if connection.scalar(select(exists().where(had))):
            mark_keys(connection, scope, chunk)
            connection.execute(delete(table).where(had))


def count_under(connection: Connection, digests: Collection[str]) -> dict[str, int]:
    """How many documents and records stand under keys, by their digests; none is left out."""
    table = tables.check_key
    found: dict[str, int] = {}
    for chunk in chunks(sorted(digests)):
        asked = select(table.c.digest, func.count()).where(table.c.digest.in_(chunk))
        found.update((row[0], row[1]) for row in connection.execute(asked.group_by(table.c.digest)))
    return found


def compared_under(connection: Connection, digests: Collection[str]) -> dict[str, Compared]:
    """What stands under keys, by their digests; those under which nothing stands are left out."""
    table = tables.check_key
    keys: dict[str, CheckKey] = {}
    members: dict[tuple[str, str], set[str]] = defaultdict(set)
    columns = (table.c.digest, table.c.scope, table.c.member, table.c.code, table.c.key)
    for chunk in chunks(sorted(digests)):
        asked = select(*columns).where(table.c.digest.in_(chunk))
        for digest, scope, member, code, key in connection.execute(asked).all():
            if digest not in keys:
                keys[digest] = CheckKey(code, key)
            members[digest, scope].add(member)
    return {
        digest: Compared(
            key,
            frozenset(members[digest, Scope.DOCUMENT.value]),
            frozenset(members[digest, Scope.RECORD.value]),
        )
        for digest, key in keys.items()
    }

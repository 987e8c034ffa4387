"""Records in which somebody of a name takes part, in a dossier of many persons."""

from __future__ import annotations

from collections.abc import Collection

from communique.store.dossier import Connection
from communique.store.persons import persons_named, records_of


def records_naming(connection: Connection, words: str, kinds: Collection[str]) -> frozenset[str]:
    """Ids of records of some kinds whose claims name somebody of whom a name holds all words."""
    theirs = records_of(connection, persons_named(connection, words), kinds)
    return frozenset(ident for idents in theirs.values() for ident in idents)

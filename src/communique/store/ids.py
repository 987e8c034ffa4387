"""Ids of records as people type them: as short as they can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from sqlalchemy import Connection, select

from communique.store import tables

#: Shortest beginning of an id, so that what was typed once stays good for a while.
_SHORTEST = 4


def short_ids(connection: Connection) -> Mapping[str, str]:
    """The beginning of each record's id, without its kind, that no other record shares."""
    idents = list(connection.scalars(select(tables.record.c.id)))
    ends = sorted((ident.rpartition(".")[2], ident) for ident in idents)
    shared = dict.fromkeys((ident for _, ident in ends), 0)
    for (one, first), (other, second) in pairwise(ends):
        common = _common(one, other)
        shared[first] = max(shared[first], common)
        shared[second] = max(shared[second], common)
    return {ident: end[: max(shared[ident] + 1, _SHORTEST)] for end, ident in ends}


def _common(one: str, other: str) -> int:
    """How many characters two texts share from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))

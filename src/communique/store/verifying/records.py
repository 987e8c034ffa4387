"""Records: whether their bodies, founders and redirects fit what the dossier holds."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Text, cast, exists, select, true, type_coerce

from communique.claims.shapes import SHAPE_OF
from communique.model.plain import plain
from communique.model.record import ClaimRef
from communique.store import tables
from communique.store.records import record_of
from communique.store.verifying.problem import UNREADABLE, Problem

_DAYS = ("first", "last", "told_first", "told_last")
# Rows that are fetched at once.
_AT_ONCE = 200


def redirect_problems(connection: Connection) -> Iterator[Problem]:
    """Records that lead in a circle, or that were merged away and still hold something."""
    table = tables.record
    leads = _redirects(connection)
    for ident in sorted(leads):
        if _end(ident, leads) is None:
            yield Problem(f"record {ident}", "its redirect leads in a circle")
    held = table.c.redirect.isnot(None) & table.c.body.isnot(None) & table.c.stale.is_(False)
    for ident in connection.scalars(select(table.c.id).where(held)):
        yield Problem(f"record {ident}", "it was merged into another, but has contents")


def founder_problems(connection: Connection) -> Iterator[Problem]:
    """Records that are not where the claim is that they were founded on."""
    record, profile = tables.record, tables.profile
    pair, claim, document = tables.claim_profile, tables.claim, tables.document
    held = (
        select(document.c.key, claim.c.ident, profile.c.digest, profile.c.record)
        .join(claim, claim.c.document == document.c.id)
        .join(pair, pair.c.claim == claim.c.id)
        .join(profile, profile.c.id == pair.c.profile)
        .where(profile.c.settled.is_(True))
    )
    places = {tuple(told): place for *told, place in connection.execute(held)}
    leads = _redirects(connection)
    founded = select(
        record.c.id, record.c.founder_document, record.c.founder_claim, record.c.founder_profile
    )
    for ident, *founder in connection.execute(founded.order_by(record.c.number)):
        # A founder may be gone, or read anew in other words; then its record goes with the others.
        place = places.get(tuple(founder))
        if place is not None and _end(ident, leads) != place:
            yield Problem(f"record {ident}", f"its founding claim is in record {place}")


def body_problems(connection: Connection) -> Iterator[Problem]:
    """Records whose bodies say something else than their rows, or than their claims."""
    held = _claims_by_record(connection)
    for row in _fresh(connection):
        try:
            told = list(_body(row, held.get(row.id, frozenset())))
        except UNREADABLE as error:
            told = [f"it can't be read back ({error})"]
        for what in told:
            yield Problem(f"record {row.id}", what)


def beside_problems(connection: Connection) -> Iterator[Problem]:
    """Records that lists, searching or the review queue do not know as they are."""
    table = tables.record
    for beside, kinds, what in (
        (tables.brief, true(), "lists do not know it"),
        (tables.heading, true(), "it can't be found by what it is called"),
        (tables.waiting, table.c.kind.in_(list(SHAPE_OF)), "the review queue does not know it"),
    ):
        known = exists().where(beside.c.record == table.c.id)
        missing = select(table.c.id).where(table.c.body.isnot(None), kinds, ~known)
        for ident in connection.scalars(missing.order_by(table.c.id)):
            yield Problem(f"record {ident}", what)
        stray = select(table.c.id).where(table.c.body.is_(None), known)
        for ident in connection.scalars(stray.order_by(table.c.id)):
            yield Problem(f"record {ident}", "it has no contents, but is listed or found")
    brief = tables.brief
    other = select(table.c.id).join(brief, brief.c.record == table.c.id)
    for ident in connection.scalars(
        other.where(brief.c.revision != table.c.revision).order_by(table.c.id)
    ):
        yield Problem(f"record {ident}", "lists show another revision of it")


def _fresh(connection: Connection) -> Iterable[Row[Any]]:
    """Records of which nothing waits to be done, the oldest first; values as they are stored."""
    table, profile = tables.record, tables.profile
    waiting = exists().where(profile.c.record == table.c.id, profile.c.settled.is_(False))
    # Read as text, so that one that is damaged is told of, and stops nothing.
    as_text = [cast(table.c[name], Text).label(name) for name in _DAYS]
    columns = [table.c[name] for name in ("id", "kind", "claims", "stories")]
    asked = (
        select(*columns, *as_text, type_coerce(table.c.body, Text).label("body"))
        .where(table.c.stale.is_(False), table.c.redirect.is_(None), ~waiting)
        .order_by(table.c.number)
        .execution_options(yield_per=_AT_ONCE)
    )
    rows: Iterable[Row[Any]] = connection.execute(asked)
    return rows


def _body(row: Row[Any], claims: frozenset[ClaimRef]) -> Iterator[str]:
    if row.body is None:
        if claims:
            yield f"it has {len(claims)} claims, but no contents"
        return
    record = record_of(json.loads(row.body))
    if (record.id, record.kind) != (row.id, row.kind):
        yield "its id or kind is not that of its body"
    for ref in sorted(set(record.claims) - claims):
        yield f"it tells of claim {ref}, which is not in it"
    for ref in sorted(claims - set(record.claims)):
        yield f"it does not tell of claim {ref}, which is in it"
    days = [plain(getattr(record, name)) for name in _DAYS]
    listed = [row.claims, row.stories, *(getattr(row, name) for name in _DAYS)]
    if listed != [len(record.claims), record.stories, *days]:
        yield "what it is listed by is not what its body holds"


def _claims_by_record(connection: Connection) -> dict[str, frozenset[ClaimRef]]:
    """The claims of each record, by their profiles."""
    pair, profile = tables.claim_profile, tables.profile
    claim, document = tables.claim, tables.document
    asked = (
        select(profile.c.record, document.c.key, claim.c.ident)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .join(document, document.c.id == claim.c.document)
        .where(profile.c.record.isnot(None), profile.c.settled.is_(True))
    )
    found: dict[str, set[ClaimRef]] = defaultdict(set)
    for row in connection.execute(asked):
        found[row.record].add(ClaimRef(row.key, row.ident))
    return {record: frozenset(claims) for record, claims in found.items()}


def _redirects(connection: Connection) -> dict[str, str]:
    """Where records that were merged into others lead."""
    table = tables.record
    asked = select(table.c.id, table.c.redirect).where(table.c.redirect.isnot(None))
    return {ident: target for ident, target in connection.execute(asked)}


def _end(ident: str, leads: Mapping[str, str]) -> str | None:
    """Where redirects lead from a record; None where they lead in a circle."""
    seen = {ident}
    here = ident
    while (further := leads.get(here)) is not None:
        if further in seen:
            return None
        seen.add(further)
        here = further
    return here

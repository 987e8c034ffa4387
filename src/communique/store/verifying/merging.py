"""Profiles, blocks and links: whether they fit one another."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, and_, exists, func, or_, select

from communique.store import tables
from communique.store.claims import REJECTED
from communique.store.verifying.problem import Problem


def profile_problems(connection: Connection) -> Iterator[Problem]:
    """Profiles without claims, or settled without a record that stands."""
    profile, pair, record = tables.profile, tables.claim_profile, tables.record
    lonely = ~exists().where(pair.c.profile == profile.c.id)
    for digest in connection.scalars(select(profile.c.digest).where(lonely)):
        yield Problem(f"profile {digest}", "no claim has it")
    asked = (
        select(profile.c.digest, profile.c.record, profile.c.compared, record.c.redirect)
        .outerjoin(record, record.c.id == profile.c.record)
        .where(profile.c.settled.is_(True))
    )
    for row in connection.execute(asked):
        where = f"profile {row.digest}"
        if row.record is None:
            yield Problem(where, "it is settled, but has no record")
        elif row.redirect is not None:
            yield Problem(where, f"its record {row.record} was merged into another")
        if not row.compared:
            yield Problem(where, "it is settled, but was not compared")


def claim_problems(connection: Connection) -> Iterator[Problem]:
    """Rejected claims that still count."""
    claim, pair, document = tables.claim, tables.claim_profile, tables.document
    asked = (
        select(document.c.key, claim.c.ident)
        .join(document, document.c.id == claim.c.document)
        .where(claim.c.state == REJECTED, exists().where(pair.c.claim == claim.c.id))
    )
    for row in connection.execute(asked):
        yield Problem(f"claim {row.key}/{row.ident}", "it was rejected, but still has a profile")


def link_problems(connection: Connection) -> Iterator[Problem]:
    """Links between profiles that can't have been compared."""
    link, one, other = tables.link, tables.profile.alias("one"), tables.profile.alias("other")
    block, also = tables.block.alias("block_of_one"), tables.block.alias("block_of_other")
    shared = (
        exists()
        .where(and_(block.c.profile == link.c.first, also.c.profile == link.c.second))
        .where(block.c.key == also.c.key)
    )
    waiting = or_(one.c.compared.is_(False), other.c.compared.is_(False))
    odd = or_(one.c.kind != other.c.kind, link.c.first >= link.c.second, waiting, ~shared)
    asked = (
        select(link.c.first, link.c.second, one.c.kind, other.c.kind.label("kind2"))
        .join(one, one.c.id == link.c.first)
        .join(other, other.c.id == link.c.second)
        .where(odd)
    )
    for row in connection.execute(asked):
        where = f"link {row.first} to {row.second}"
        if row.kind != row.kind2:
            yield Problem(where, f"it joins a {row.kind} to a {row.kind2}")
        else:
            yield Problem(where, "its profiles share no block, or were not compared")


def waiting_notes(connection: Connection) -> Iterator[Problem]:
    """What an interrupted run left to do; the next `communique add` goes on with it."""
    counted = {
        "profiles are not settled yet": tables.profile.c.settled.is_(False),
        "records are to be computed anew": tables.record.c.stale.is_(True),
        "documents have not been looked at for copies": tables.document.c.story == 0,
        "documents, records and keys are to be checked": tables.check_due.c.unit.isnot(None),
    }
    for what, condition in counted.items():
        number = connection.scalar(select(func.count()).where(condition))
        if number:
            yield Problem("dossier", f"{number} {what}", note=True)

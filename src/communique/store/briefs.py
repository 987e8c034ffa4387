"""Records in brief: parts of their bodies, as far as a list tells them; `glimpses` is for choosing.

A record of thousands of claims takes as long to load as hundreds of others; a list needs its head.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from communique.claims.from_json import claim_of
from communique.model.claim import Claim
from communique.model.record import ClaimRef, Delivery, Record, Step
from communique.model.shaped import shaped
from communique.store import tables
from communique.store.listing import Listed, relations_of
from communique.store.parts import part
from communique.store.sql import chunks

_COLUMNS = (
    *(tables.record.c.id, tables.record.c.kind, tables.record.c.stories),
    *(tables.record.c.claims.label("number"), tables.record.c.first, tables.record.c.last),
    *(tables.record.c.told_first, tables.record.c.told_last, tables.record.c.revision),
)


@dataclass(frozen=True, slots=True)
class Brief:
    """A record in brief; fields that a record has too mean the same.

    Attributes:
        id: Its id.
        kind: Its kind.
        head: The elected values.
        claims: The claim that lends its words to the record, alone.
        stories: Number of independent stories.
        number: Number of claims.
        first: First day of what it is about.
        last: Last such day.
        told_first: Day of the earliest publication that tells it.
        told_last: Day of the latest.
        history: Steps of an instrument or commitment, in order.
        revision: Counts its changes.
    """

    id: str
    kind: str
    head: Claim
    claims: tuple[ClaimRef, ...]
    stories: int
    number: int
    first: date | None
    last: date | None
    told_first: date | None
    told_last: date | None
    history: tuple[Step, ...]
    revision: int


class Head(NamedTuple):
    """The elected values of a record.

    Attributes:
        id: Id of the record.
        stories: Number of independent stories.
        head: The values.
    """

    id: str
    stories: int
    head: Claim


def load_heads(connection: Connection, idents: Sequence[str]) -> list[Head]:
    """The elected values of records, in no fixed order."""
    table = tables.record
    head = part(connection, "head").label("head")
    asked = select(table.c.id, table.c.stories, head).where(table.c.body.isnot(None))
    found: list[Head] = []
    for chunk in chunks(idents):
        rows = connection.execute(asked.where(table.c.id.in_(chunk))).all()
        found += (Head(row.id, row.stories, claim_of(json.loads(row.head))) for row in rows)
    return found


class Life(NamedTuple):
    """The steps of an instrument.

    Attributes:
        record: Id of the record.
        type: What sort of document it is.
        steps: Names of the steps that are told, planned ones too.
    """

    record: str
    type: str
    steps: frozenset[str]


def load_lives(connection: Connection, idents: Sequence[str]) -> list[Life]:
    """The steps of instruments, in no fixed order; no record is read whole."""
    table = tables.record
    columns = (("head", "type"), ("head", "action"), ("history",))
    asked = select(table.c.id, *(part(connection, *path) for path in columns))
    found: list[Life] = []
    for chunk in chunks(idents):
        rows = connection.execute(asked.where(table.c.id.in_(chunk), table.c.body.isnot(None)))
        for ident, kind, action, history in rows:
            steps = frozenset((action, *(step["term"] for step in json.loads(history))))
            found.append(Life(ident, kind, steps))
    return found


def load_briefs(connection: Connection, idents: Sequence[str]) -> list[Brief]:
    """Records by their ids, in the order of these; ids without a record are passed over."""
    table = tables.record
    asked = select(
        *_COLUMNS,
        part(connection, "head").label("head"),
        part(connection, "claims", 0).label("leading"),
        part(connection, "history").label("history"),
    ).where(table.c.body.isnot(None))
    found: dict[str, Brief] = {}
    for chunk in chunks(idents):
        rows = connection.execute(asked.where(table.c.id.in_(chunk)))
        found.update((row.id, _brief(row)) for row in rows)
    return [found[ident] for ident in idents if ident in found]


def _brief(row: Any) -> Brief:  # noqa: ANN401 - a row
    return Brief(
        id=row.id,
        kind=row.kind,
        head=claim_of(json.loads(row.head)),
        claims=(shaped(json.loads(row.leading), ClaimRef),),
        stories=row.stories,
        number=row.number,
        first=row.first,
        last=row.last,
        told_first=row.told_first,
        told_last=row.told_last,
        history=tuple(shaped(step, Step) for step in json.loads(row.history)),
        revision=row.revision,
    )


def load_bare(connection: Connection, idents: Sequence[str]) -> Iterator[Listed]:
    """Records without parties, disputes, joints and tellers, in no fixed order.

    It is what lists and undertakings need; the rest of a body is not even decoded.
    """
    table = tables.record
    columns = (table.c.founder_document, table.c.founder_claim, *_COLUMNS)
    parts = (part(connection, name).label(name) for name in ("head", "history", "delivery"))
    refs = part(connection, "claims").label("refs")
    asked = select(*columns, *parts, refs).where(table.c.body.isnot(None))
    for chunk in chunks(idents):
        relations = relations_of(connection, chunk)
        for row in connection.execute(asked.where(table.c.id.in_(chunk))):
            yield Listed(_bare(row), (), relations[row.id], row.revision)


def _bare(row: Any) -> Record:  # noqa: ANN401 - a row
    return Record(
        id=row.id,
        kind=row.kind,
        head=claim_of(json.loads(row.head)),
        founder=ClaimRef(row.founder_document, row.founder_claim),
        claims=tuple(ClaimRef(**ref) for ref in json.loads(row.refs)),
        stories=row.stories,
        history=tuple(shaped(step, Step) for step in json.loads(row.history)),
        delivery=tuple(shaped(delivery, Delivery) for delivery in json.loads(row.delivery)),
        first=row.first,
        last=row.last,
        told_first=row.told_first,
        told_last=row.told_last,
    )

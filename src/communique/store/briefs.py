"""Records in brief: parts of their bodies, as far as a list tells them; `glimpses` is for choosing.

A record of thousands of claims takes as long to load as hundreds of others; a list needs its head.
"""

from __future__ import annotations

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
from communique.store.sql import chunks


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
    table = tables.brief
    asked = select(table.c.record, table.c.head, table.c.history)
    found: list[Life] = []
    for chunk in chunks(idents):
        for ident, head, history in connection.execute(asked.where(table.c.record.in_(chunk))):
            steps = frozenset((head["action"], *(step["term"] for step in history)))
            found.append(Life(ident, head["type"], steps))
    return found


def load_briefs(connection: Connection, idents: Sequence[str]) -> list[Brief]:
    """Records by their ids, in the order of these; ids without a record are passed over."""
    table = tables.brief
    found: dict[str, Brief] = {}
    for chunk in chunks(idents):
        rows = connection.execute(select(table).where(table.c.record.in_(chunk)))
        found.update((row.record, _brief(row)) for row in rows)
    return [found[ident] for ident in idents if ident in found]


def _brief(row: Any) -> Brief:  # noqa: ANN401 - a row
    return Brief(
        id=row.record,
        kind=row.kind,
        head=claim_of(row.head),
        claims=(ClaimRef(**row.leading),),
        stories=row.stories,
        number=row.claims,
        first=row.first,
        last=row.last,
        told_first=row.told_first,
        told_last=row.told_last,
        history=tuple(shaped(step, Step) for step in row.history),
        revision=row.revision,
    )


def load_bare(connection: Connection, idents: Sequence[str]) -> Iterator[Listed]:
    """Records without parties, disputes, joints and tellers, in no fixed order.

    Of their claims they have the one that lends its words to the record, alone. It is what lists
    and undertakings need; the body is not even read.
    """
    table = tables.brief
    for chunk in chunks(idents):
        relations = relations_of(connection, chunk)
        for row in connection.execute(select(table).where(table.c.record.in_(chunk))):
            yield Listed(_bare(row), (), relations[row.record], row.revision)


def _bare(row: Any) -> Record:  # noqa: ANN401 - a row
    return Record(
        id=row.record,
        kind=row.kind,
        head=claim_of(row.head),
        founder=ClaimRef(row.founder_document, row.founder_claim),
        claims=(ClaimRef(**row.leading),),
        stories=row.stories,
        history=tuple(shaped(step, Step) for step in row.history),
        delivery=tuple(shaped(delivery, Delivery) for delivery in row.delivery),
        first=row.first,
        last=row.last,
        told_first=row.told_first,
        told_last=row.told_last,
    )

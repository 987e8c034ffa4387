"""Records as far as they tell of what lies ahead: enough to say of thousands what came of them.

The heads hold terms alone; who, what and by when is loaded for those that are shown (`briefs`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, select

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Claim, When
from communique.model.record import ClaimRef, Delivery, Record, Step
from communique.model.shaped import shaped
from communique.model.terms import (
    EventStatus,
    EventType,
    Grade,
    InstrumentAction,
    InstrumentType,
    Modality,
)
from communique.store import tables
from communique.store.ledger import edges_among
from communique.store.listing import Listed
from communique.store.sql import chunks


def load_outlooks(connection: Connection, idents: Sequence[str]) -> Iterator[Listed]:
    """Events, instruments and commitments with their terms, steps and relations, in no order."""
    table = tables.brief
    columns = [table.c[name] for name in ("record", "kind", "first", "last", "told_first")]
    parts = [table.c[name] for name in ("told_last", "leading", "head", "history", "delivery")]
    asked = select(*columns, *parts).where(table.c.kind.in_(sorted(_HEADS)))
    for chunk in chunks(idents):
        relations = edges_among(connection, chunk)
        for row in connection.execute(asked.where(table.c.record.in_(chunk))):
            yield Listed(_record(row), (), relations[row.record], 0)


def _record(row: Any) -> Record:  # noqa: ANN401 - a row
    leading = ClaimRef(**row.leading)
    return Record(
        id=row.record,
        kind=row.kind,
        head=_HEADS[row.kind](row.head),
        founder=leading,
        claims=(leading,),
        history=tuple([_step(step) for step in row.history]),
        delivery=tuple([shaped(delivery, Delivery) for delivery in row.delivery]),
        first=row.first,
        last=row.last,
        told_first=row.told_first,
        told_last=row.told_last,
    )


def _step(told: Mapping[str, Any]) -> Step:
    """A step; who tells it, which may be hundreds of claims, is left out."""
    first, last = _day(told["first"]), _day(told["last"])
    return Step(told["term"], first, last, told["dated"], told["planned"], ())


def _day(told: str | None) -> date | None:
    return None if told is None else date.fromisoformat(told)


def _event(head: Mapping[str, Any]) -> Event:
    return Event(
        evidence=(),
        modality=Modality(head["modality"]),
        type=EventType(head["type"]),
        status=EventStatus(head["status"]),
    )


def _instrument(head: Mapping[str, Any]) -> Instrument:
    when = head["when"]
    return Instrument(
        evidence=(),
        modality=Modality(head["modality"]),
        type=InstrumentType(head["type"]),
        action=InstrumentAction(head["action"]),
        when=None if when is None else shaped(when, When),
    )


def _commitment(head: Mapping[str, Any]) -> Commitment:
    return Commitment(
        evidence=(), modality=Modality(head["modality"]), action="", grade=Grade(head["grade"])
    )


_HEADS: Mapping[str, Callable[[Mapping[str, Any]], Claim]] = MappingProxyType(
    {Event.kind: _event, Instrument.kind: _instrument, Commitment.kind: _commitment}
)

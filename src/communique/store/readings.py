"""Claims of figures as far as a series tells them: values, periods, changes, and whose they are.

All the press may repeat a figure. Of its hundreds of claims the words are only read where they are
shown (`evidence`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Text, func, select, type_coerce

from communique.claims.slots.figure import Figure
from communique.model.claim import Change, When
from communique.model.mention import Bound
from communique.model.record import ClaimRef, DocumentFacts, Node
from communique.model.shaped import shaped
from communique.model.terms import Indicator, Modality
from communique.store import tables
from communique.store.claims import REJECTED
from communique.store.sql import chunks


def readings_of(connection: Connection, records: Sequence[str]) -> Mapping[str, Sequence[Node]]:
    """The claims of series that count, as people left them, by the id of the record, in no order.

    Of the documents they have the key and the story alone.
    """
    claim, document = tables.claim, tables.document
    pair, profile = tables.claim_profile, tables.profile
    body = func.coalesce(type_coerce(claim.c.ruled_body, Text), type_coerce(claim.c.body, Text))
    columns = (profile.c.record, document.c.id, document.c.key, document.c.story, claim.c.ident)
    asked = (
        select(*columns, body)
        .join(pair, pair.c.profile == profile.c.id)
        .join(claim, claim.c.id == pair.c.claim)
        .join(document, document.c.id == claim.c.document)
        .where(profile.c.kind == Figure.kind, claim.c.state != REJECTED)
    )
    # Most claims of a series are of few periods.
    when_of = cache(_when)
    found: dict[str, list[Node]] = defaultdict(list)
    for chunk in chunks(records):
        for record, number, key, story, ident, told in connection.execute(
            asked.where(profile.c.record.in_(chunk))
        ).all():
            # A document whose story is not known yet is a voice of its own.
            facts = DocumentFacts(key, story=story or number)
            figure = _figure(json.loads(told), when_of)
            found[record].append(Node(ClaimRef(key, ident), figure, facts))
    return found


def _figure(told: Mapping[str, Any], when_of: Callable[[str], When]) -> Figure:
    bound, period, change = told.get("bound"), told.get("period"), told.get("change")
    return Figure(
        evidence=(),
        modality=Modality(told["modality"]),
        attributed_to=told.get("attributed_to"),
        indicator=Indicator(told["indicator"]),
        label=told["label"],
        value=told["value"],
        unit=told["unit"],
        bound=None if bound is None else Bound(bound),
        period=None if period is None else when_of(json.dumps(period)),
        change=None if change is None else shaped(change, Change),
    )


def _when(told: str) -> When:
    return shaped(json.loads(told), When)

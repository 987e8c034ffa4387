"""Undertakings: what sides said they would do, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Response

from communique.exports.undertakings import entry
from communique.store.dossier import Connection
from communique.views.choosing import loaded
from communique.views.undertakings import MARKS, Undertaking, undertakings
from communique.web.api.answers import Json, ListOfEntries, TheWindow, listed
from communique.web.asked import Asked, TheAsked
from communique.web.visitors import TheSite

router = APIRouter(tags=["undertakings"])
_Told = tuple[tuple[Undertaking, tuple[str, ...]], ...]


@router.get("/undertakings", response_model=ListOfEntries, response_class=Json)
def list_undertakings(
    site: TheSite,
    asked: TheAsked,
    window: TheWindow,
    every: Annotated[
        bool, Query(alias="all", description="Those of which something came too.")
    ] = False,
) -> Response:
    """Undertakings, those told first first."""
    with site.reading() as connection:
        found = site.cache.get(
            site.state(connection),
            ("undertakings listed", *asked.pairs()),
            lambda: _undertakings(connection, asked),
        )
    wanted = [told for told in found if every or told[0].is_open]
    chosen, after = window.cut(wanted, [one.record for one, _ in wanted])
    return listed([entry(one, via) for one, via in chosen], after, len(wanted))


def _undertakings(connection: Connection, asked: Asked) -> _Told:
    question = asked.question(connection)
    shown = [
        one
        for kind, marks in MARKS.items()
        for one in loaded(connection, question.pick(connection, kind, marks))
    ]
    via = {one.listed.record.id: one.via for one in shown}
    found = undertakings(one.listed for one in shown)
    told = sorted(found, key=lambda one: (one.told_first or date.min, one.record))
    return tuple((one, via[one.record]) for one in told)

"""What the dossier holds, and a relationship at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Response

from communique.exports import figures as exported_figures
from communique.exports import totals as exported_totals
from communique.exports.records import entry
from communique.model.plain import plain
from communique.store.dossier import Connection
from communique.store.listing import load_records
from communique.store.overview import overview
from communique.views.overview import Overview
from communique.views.series import Series
from communique.views.shown import Shown
from communique.web.api.answers import Entry, Json
from communique.web.asked import TheAsked
from communique.web.faults import NotThere
from communique.web.telling.overview import overview_of
from communique.web.visitors import TheSite

router = APIRouter(tags=["relationship"])


@router.get("/dossier", response_model=Entry, response_class=Json)
def dossier(site: TheSite) -> Response:
    """What the dossier holds, in numbers."""
    with site.reading() as connection:
        held = site.cache.get(site.state(connection), "overview", lambda: overview(connection))
    return Json(plain(held))


@router.get("/relationship", response_model=Entry, response_class=Json)
def relationship(site: TheSite, asked: TheAsked) -> Response:
    """A relationship at a glance.

    Raises:
        NotThere: No sides are told.
    """
    sides = asked.relationship
    if sides is None:
        raise NotThere("no sides are told", "name them: ?between=KZ&between=EU")
    with site.reading() as connection:
        told = _entry(connection, overview_of(site, connection, asked, sides))
    return Json(told)


def _entry(connection: Connection, told: Overview) -> dict[str, Any]:
    return {
        "counts": dict(told.counts),
        "recent": _entries(connection, told.recent),
        "coming": _entries(connection, told.coming),
        "signed": _entries(connection, told.signed),
        "speakers": [
            {"side": plain(side.party), "offices": _entries(connection, offices)}
            for side, offices in told.speakers
        ],
        "totals": exported_totals.entry(told.ledger.totals),
        "figures": [exported_figures.entry(one) for one in _whole(connection, told.figures)],
        "findings": [{"id": kept.ident, **plain(kept.finding)} for kept in told.findings],
        "alarms": {severity.value: count for severity, count in told.alarms.items()},
        "basis": plain(told.basis),
        "reviewed": plain(told.reviewed),
        "failures": told.failures,
    }


def _entries(connection: Connection, shown: Sequence[Shown]) -> list[dict[str, Any]]:
    """Records whole, of which an overview has the heads."""
    why = {one.listed.record.id: one for one in shown}
    whole = load_records(connection, list(why))
    return [entry(replace(why[listed.record.id], listed=listed)) for listed in whole]


def _whole(connection: Connection, told: Sequence[Series]) -> list[Series]:
    """Series with their records whole."""
    listed = {one.record.id: one for one in load_records(connection, _idents(told))}
    return [
        replace(one, shown=replace(one.shown, listed=listed[ident]))
        for ident, one in zip(_idents(told), told, strict=True)
    ]


def _idents(told: Sequence[Series]) -> list[str]:
    return [one.shown.listed.record.id for one in told]

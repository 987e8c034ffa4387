"""What the dossier holds, and a relationship at a glance."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from communique.exports import figures as exported_figures
from communique.exports import totals as exported_totals
from communique.exports.records import entry
from communique.model.plain import plain
from communique.store.overview import overview
from communique.views.overview import Overview
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
        told = overview_of(site, connection, asked, sides)
    return Json(_entry(told))


def _entry(told: Overview) -> dict[str, Any]:
    return {
        "counts": dict(told.counts),
        "recent": [entry(shown) for shown in told.recent],
        "coming": [entry(shown) for shown in told.coming],
        "signed": [entry(shown) for shown in told.signed],
        "speakers": [
            {"side": plain(side.party), "offices": [entry(shown) for shown in offices]}
            for side, offices in told.speakers
        ],
        "totals": exported_totals.entry(told.ledger.totals),
        "figures": [exported_figures.entry(series) for series in told.figures],
        "findings": [{"id": kept.ident, **plain(kept.finding)} for kept in told.findings],
        "alarms": {severity.value: count for severity, count in told.alarms.items()},
        "basis": plain(told.basis),
        "reviewed": plain(told.reviewed),
        "failures": told.failures,
    }

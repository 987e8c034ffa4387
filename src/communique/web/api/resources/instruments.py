"""Instruments: what was signed, with the steps of its life."""

from __future__ import annotations

from fastapi import APIRouter, Response

from communique.exports.records import entry
from communique.views.choosing import loaded
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ListOf, RecordTold, exemplified, record_example
from communique.web.asked import TheAsked
from communique.web.telling.instruments import TheFilters, instruments_asked
from communique.web.visitors import TheSite

router = APIRouter(tags=["instruments"])


class InstrumentTold(RecordTold):
    """An instrument; `history` tells its steps."""

    model_config = exemplified(
        **record_example(
            "instrument.cccc1",
            "2024-05-04",
            {"type": "agreement", "name": "treaty", "action": "signed"},
            history=[
                {
                    "term": "signed",
                    "first": "2024-05-04",
                    "last": "2024-05-04",
                    "dated": True,
                    "planned": False,
                    "claims": [],
                }
            ],
        )
    )


@router.get("/instruments", response_model=ListOf[InstrumentTold], response_class=Json)
def instruments(site: TheSite, asked: TheAsked, filters: TheFilters, window: TheWindow) -> Response:
    """Instruments with the steps of their lives, the latest first."""
    with site.reading() as connection:
        found = instruments_asked(site, connection, asked, filters)
        chosen, after = window.cut(found, [one.glimpse.id for one in found])
        items = [entry(shown) for shown in loaded(connection, chosen)]
    return listed(items, after, len(found))

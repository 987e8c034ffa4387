"""Instruments: what was signed, with its life-cycle."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response

from communique.claims.slots.instrument import Instrument
from communique.model.terms import InstrumentAction, InstrumentType
from communique.views.choosing import Picked, loaded_bare
from communique.web.asked import TheAsked
from communique.web.latest import latest_page
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.telling.instruments import TheFilters, instruments_asked
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/instruments"


@router.get(_PATH)
def instruments(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    filters: TheFilters,
    number: int = 1,
) -> Response:
    """Instruments, the latest first, each with the steps of its life."""
    with site.reading() as connection:
        found: Sequence[Picked]
        if filters.is_open:
            pager, found = latest_page(connection, asked, Instrument.kind, number, _PATH)
        else:
            latest = instruments_asked(site, connection, asked, filters)
            told = [*asked.pairs(), *filters.pairs()]
            pager = Pager.of_list(number, len(latest), _PATH, told)
            found = pager.cut(latest)
        shown = loaded_bare(connection, found)
    context = {
        "shown": shown,
        "pager": pager,
        "types": list(InstrumentType),
        "steps": list(InstrumentAction),
        "steps_of": {term.value: term for term in InstrumentAction},
        "type": filters.type,
        "step": filters.step,
    }
    return page(request, "instruments.html", context, asked=asked)

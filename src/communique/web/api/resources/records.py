"""Records: events, instruments, commitments, figures, offices and persons."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.figure import Figure
from communique.errors import BadOption
from communique.exports import figures as exported_figures
from communique.exports import page as exported
from communique.exports.records import entry
from communique.store.listing import load_record
from communique.views.choosing import loaded
from communique.views.loading import load_page, with_points
from communique.views.shown import Shown
from communique.web.api.answers import Entry, Json, TheWindow, listed
from communique.web.api.shapes import ListOf, RecordTold
from communique.web.asked import TheAsked
from communique.web.faults import NotThere
from communique.web.telling.picking import picked
from communique.web.visitors import TheSite

router = APIRouter(tags=["records"])


@router.get("/records", response_model=ListOf[RecordTold], response_class=Json)
def list_records(
    site: TheSite,
    asked: TheAsked,
    window: TheWindow,
    kind: Annotated[str, Query(description="Kind of record.", max_length=20)],
) -> Response:
    """Records of a kind, in order of time.

    Raises:
        BadOption: There is no such kind.
    """
    if kind not in SHAPE_OF:
        raise BadOption(kind, "it is no kind of record", f"one of {', '.join(SHAPE_OF)}")
    with site.reading() as connection:
        found = picked(site, connection, asked, kind)
        chosen, after = window.cut(found, [one.glimpse.id for one in found])
        items = [entry(shown) for shown in loaded(connection, chosen)]
    return listed(items, after, len(found))


@router.get("/records/{ident}", response_model=Entry, response_class=Json)
def one_record(ident: str, site: TheSite) -> Response:
    """A record with everything that stands behind it; of a series of figures its points too.

    Raises:
        NotThere: There is no such record, or its claims are gone.
    """
    with site.reading() as connection:
        found = load_record(connection, ident)
        if found is None:
            raise NotThere(f"there is no record {ident}", "its claims may have been rejected")
        if found.record.id != ident:
            return RedirectResponse(found.record.id, 301)
        told = exported.entry(load_page(connection, found, site.today))
        if found.record.kind == Figure.kind:
            (series,) = with_points(connection, [Shown(found)])
            told |= exported_figures.entry(series)
    return Json(told)

"""The overview of a relationship."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from communique.web.asked import TheAsked
from communique.web.rendering import page
from communique.web.telling.overview import overview_of
from communique.web.visitors import Reader, TheSite

router = APIRouter()


@router.get("/relationship")
def relationship(request: Request, site: TheSite, asked: TheAsked, visitor: Reader) -> Response:
    """What happened, what is coming, what was signed and promised, and what does not add up."""
    if asked.relationship is None:
        return RedirectResponse("/", 303)
    with site.reading() as connection:
        told = overview_of(site, connection, asked, asked.relationship)
    return page(request, "relationship.html", {"told": told}, asked=asked)

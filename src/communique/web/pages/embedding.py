"""A timeline and a ledger that other sites show in a frame."""

from __future__ import annotations

from html import escape
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.views.choosing import loaded_bare
from communique.views.ledger import Sieve
from communique.web.asked import TheAsked
from communique.web.rendering import page
from communique.web.telling.ledger import ledger_of
from communique.web.visitors import Reader, TheSite

router = APIRouter()
# Entries of a frame unless it asks for more or fewer, and the most.
_ENTRIES, _MOST = 30, 100
_HEIGHT = 480
Entries = Annotated[int, Query(ge=1, le=_MOST, description="Most entries.")]


@router.get("/embed/timeline")
def timeline(
    request: Request, site: TheSite, asked: TheAsked, visitor: Reader, entries: Entries = _ENTRIES
) -> Response:
    """The latest events, for a frame."""
    with site.reading() as connection:
        picked = asked.question(connection).pick(connection, Event.kind)
        shown = loaded_bare(connection, picked[-entries:][::-1])
    context = {"shown": shown, "of": len(picked), "full": asked.address("/timeline")}
    return page(request, "embed_timeline.html", context, asked=asked)


@router.get("/embed/ledger")
def ledger(
    request: Request, site: TheSite, asked: TheAsked, visitor: Reader, entries: Entries = _ENTRIES
) -> Response:
    """What commitments come to, and the latest of them, for a frame.

    Without sides they are not added up: sums of a whole dossier mean nothing.
    """
    with site.reading() as connection:
        picked = asked.question(connection).pick(connection, Commitment.kind)
        shown = loaded_bare(connection, picked[-entries:][::-1])
        summed = None
        if asked.relationship is not None:
            summed = ledger_of(site, connection, asked, Sieve())
    context = {
        "shown": shown,
        "of": len(picked),
        "totals": summed.totals.totals if summed else (),
        "full": asked.address("/commitments"),
    }
    return page(request, "embed_ledger.html", context, asked=asked)


@router.get("/embedding")
def embedding(request: Request, site: TheSite, asked: TheAsked, visitor: Reader) -> Response:
    """How to show a timeline or a ledger on another site: the lines to copy."""
    base = str(request.base_url).rstrip("/")
    name = asked.name or "this dossier"
    frames = [
        (title, _lines(base + asked.address(path), f"{title}: {name}"), asked.address(path))
        for title, path in (("Timeline", "/embed/timeline"), ("Ledger", "/embed/ledger"))
    ]
    return page(request, "embedding.html", {"frames": frames}, asked=asked)


def _lines(address: str, title: str) -> str:
    """What to copy into a page of another site."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}"'
        f' width="100%" height="{_HEIGHT}" loading="lazy"></iframe>'
    )

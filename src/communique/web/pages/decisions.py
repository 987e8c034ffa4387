"""The log of all decisions: who ruled what, when and why, and the way to take it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from communique.pipeline.exchanging import exported
from communique.pipeline.ruling import Unplaced, unplaced
from communique.store.decisions import count_decisions, latest_decisions
from communique.store.dossier import Connection
from communique.web.deciding import decide
from communique.web.notices import notices, told
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.visitors import Reader, Reviewer, TheSite, genuine

router = APIRouter()
_PATH = "/decisions"
# Where a form may lead back to: pages of reviewers, with their parameters.
_BACK = ("/review", _PATH, "/records/", "/documents/", "/findings")


@router.get(_PATH)
def decisions(
    request: Request, site: TheSite, visitor: Reader, number: int = 1, done: str = ""
) -> Response:
    """All decisions, the last first."""
    with site.reading() as connection:
        pager = Pager.of_list(number, count_decisions(connection), _PATH)
        found = latest_decisions(connection, max(pager.first - 1, 0), pager.size)
        context = {
            "pager": pager,
            "decisions": told(connection, found, site.wording),
            "lost": len(_lost(connection, site)),
            "notices": notices(connection, done, site.wording),
        }
    return page(request, "decisions.html", context)


@router.get(_PATH + "/lost")
def lost(request: Request, site: TheSite, visitor: Reader) -> Response:
    """Decisions in force that did not find their target, or found two: they are made anew."""
    with site.reading() as connection:
        missing = _lost(connection, site)
        shown = {
            one.decision.id: one
            for one in told(connection, [m.decision for m in missing], site.wording)
        }
    return page(request, "decisions_lost.html", {"missing": missing, "told": shown})


def _lost(connection: Connection, site: Site) -> tuple[Unplaced, ...]:
    return site.cache.get(site.state(connection), "unplaced", lambda: unplaced(connection))


@router.get(_PATH + ".jsonl")
def download(site: TheSite, visitor: Reader) -> Response:
    """All decisions as lines of JSON, to be imported elsewhere."""
    with site.reading() as connection:
        lines = "".join(f"{line}\n" for line in exported(connection))
    named = {"Content-Disposition": 'attachment; filename="decisions.jsonl"'}
    return Response(lines, media_type="application/jsonl", headers=named)


@router.post(_PATH + "/{ident}/undo", dependencies=[Depends(genuine)])
def undo(
    site: TheSite,
    ident: str,
    visitor: Reviewer,
    back: Annotated[str, Form(max_length=2000)] = "",
    reason: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Take a decision back, also one that takes another back."""
    made = decide(site, visitor, lambda decider: decider.undo(ident), reason)
    safe = back.startswith(_BACK) and "\\" not in back and "//" not in back.partition("?")[0]
    address = back if safe else _PATH
    between = "&" if "?" in address else "?"
    return RedirectResponse(f"{address}{between}done={made.id}", 303)

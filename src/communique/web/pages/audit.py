"""The audit: what was done with accounts, and through them."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.model.account import What
from communique.store.audit import count_entries, list_entries
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.visitors import Administrator, TheSite

router = APIRouter()
_PATH = "/audit"


@router.get(_PATH)
def audit(
    request: Request, site: TheSite, visitor: Administrator, what: str = "", number: int = 1
) -> Response:
    """What was done, the latest first; all of it, or what is of one kind."""
    chosen = What(what) if what in set(What) else None
    with site.reading() as connection:
        of = count_entries(connection, chosen)
        pager = Pager.of_list(number, of, _PATH, [("what", chosen.value if chosen else "")])
        found = list_entries(connection, max(pager.first - 1, 0), pager.size, chosen)
    context = {"entries": found, "kinds_of_entry": list(What), "chosen": chosen, "pager": pager}
    answer = page(request, "audit.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer

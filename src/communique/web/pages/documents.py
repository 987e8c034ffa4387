"""Documents: what the dossier was read from, in a list."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.model.languages import is_read
from communique.store.browsing import (
    WantedDocuments,
    count_documents,
    page_of_documents,
    parties_named,
    versions_counted,
)
from communique.store.dossier import Connection
from communique.web.asked import TheAsked
from communique.web.paging import SIZE, Pager
from communique.web.rendering import page
from communique.web.telling.documents import TheFilters, languages_of, wanted_by
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/documents"


@router.get(_PATH)
def documents(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    filters: TheFilters,
    number: int = 1,
) -> Response:
    """Documents, the latest first."""
    with site.reading() as connection:
        languages = languages_of(site, connection)
        wanted = wanted_by(asked, filters, languages)
        of = site.cache.get(
            site.state(connection),
            ("documents", wanted),
            lambda: count_documents(connection, wanted),
        )
        pager = Pager.of_list(number, of, _PATH, [*asked.pairs(), *filters.pairs()])
        context = _context(connection, wanted, pager)
    context |= {"pager": pager, "more": filters, "languages": languages}
    context |= {"is_read": is_read, "filtered": not filters.is_open}
    return page(request, "documents.html", context, asked=asked)


def _context(connection: Connection, wanted: WantedDocuments, pager: Pager) -> dict[str, object]:
    """The documents of a page, with what is told beside them."""
    rows = page_of_documents(connection, wanted, max(pager.first - 1, 0), SIZE)
    return {
        "rows": rows,
        "versions": versions_counted(connection, [row.story for row in rows]),
        "named": parties_named(connection, [row.key for row in rows]),
        "sides": wanted.naming,
    }

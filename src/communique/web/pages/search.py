"""Search over texts, records and people."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from communique.store.briefs import load_briefs
from communique.store.search import Hit, count_found, search_documents
from communique.views.searching import people_called, records_with
from communique.web.links import words_address
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/search"
# Hits of a page (each text is read whole for its snippet), records and people.
_HITS, _RECORDS, _PEOPLE = 10, 20, 10
# Documents in whose records the words are looked for, the best.
_LOOKED_AT = 40


@router.get(_PATH)
def search(
    request: Request,
    site: TheSite,
    visitor: Reader,
    q: Annotated[str, Query(max_length=500)] = "",
    number: int = 1,
) -> Response:
    """What a search for words brings up."""
    words = q.strip()
    with site.reading() as connection:
        pager = Pager.of_list(number, count_found(connection, words), _PATH, [("q", words)], _HITS)
        offset = max(pager.first - 1, 0)
        hits = search_documents(connection, words, _HITS, offset) if pager.of else ()
        first = pager.number == 1
        idents = records_with(connection, words, _LOOKED_AT, _RECORDS) if first else ()
        records = load_briefs(connection, idents)
        people = people_called(connection, words, _PEOPLE) if first else ()
    context = {
        "q": words,
        "hits": [(hit, _address(hit), _parts(hit)) for hit in hits],
        "pager": pager,
        "records": records,
        "people": people,
    }
    return page(request, "search.html", context)


def _address(hit: Hit) -> str:
    """Where the first of the words stand."""
    if not hit.marks:
        return words_address(hit.document, hit.start, hit.start + len(hit.snippet))
    start, end = hit.marks[0]
    return words_address(hit.document, start, end)


def _parts(hit: Hit) -> list[tuple[str, bool]]:
    """The snippet in parts: what was looked for, and what stands between."""
    parts, at = [], 0
    for start, end in hit.marks:
        parts.append((hit.snippet[at : start - hit.start], False))
        parts.append((hit.snippet[start - hit.start : end - hit.start], True))
        at = end - hit.start
    return [*parts, (hit.snippet[at:], False)]

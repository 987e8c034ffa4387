"""Searching texts, records and people."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from communique.exports.records import entry
from communique.model.plain import plain
from communique.store.search import count_found, search_documents
from communique.views.searching import people_called, records_with
from communique.views.shown import Shown
from communique.web.api.answers import Entry, Json
from communique.web.visitors import TheSite

router = APIRouter(tags=["search"])
# Documents in whose records the words are looked for, the best.
_LOOKED_AT = 40


@router.get("/search", response_model=Entry, response_class=Json)
def search(
    site: TheSite,
    q: Annotated[str, Query(description="Words; phrases in quotation marks.", max_length=500)],
    limit: Annotated[int, Query(description="Most hits of each sort.", ge=1, le=100)] = 20,
) -> Response:
    """Documents that hold all words, the best first; records and people by their names."""
    with site.reading() as connection:
        hits = search_documents(connection, q, limit)
        told = {
            "documents": [plain(hit) for hit in hits],
            "count": count_found(connection, q),
            "records": [
                entry(Shown(found)) for found in records_with(connection, q, _LOOKED_AT, limit)
            ],
            "people": [
                {"record": record, "names": list(names)}
                for record, names in people_called(connection, q, limit)
            ],
        }
    return Json(told)

"""Documents with their texts and claims."""

from __future__ import annotations

from fastapi import APIRouter, Response

from communique.claims.from_json import entry_of
from communique.model.plain import plain
from communique.store.browsing import document_keys, documents_called, kept_document
from communique.store.claims import claims_of
from communique.web.api.answers import Entry, Json, ListOfEntries, TheWindow, listed
from communique.web.asked import TheAsked
from communique.web.faults import NotThere
from communique.web.telling.documents import TheFilters, languages_of, wanted_by
from communique.web.visitors import TheSite

router = APIRouter(tags=["documents"])


@router.get("/documents", response_model=ListOfEntries, response_class=Json)
def documents(site: TheSite, asked: TheAsked, filters: TheFilters, window: TheWindow) -> Response:
    """Documents by day of publication, those without one first; all sides are named in each."""
    with site.reading() as connection:
        languages = languages_of(site, connection) if filters.language else None
        wanted = wanted_by(asked, filters, languages)
        found = site.cache.get(
            site.state(connection),
            ("documents listed", wanted),
            lambda: document_keys(connection, wanted),
        )
        chosen, after = window.cut(found, found)
        rows = documents_called(connection, chosen)
    return listed([plain(row) for row in rows], after, len(found))


@router.get("/documents/{key}", response_model=Entry, response_class=Json)
def document(key: str, site: TheSite) -> Response:
    """A document with its text and its claims; offsets are code points of the text.

    Raises:
        NotThere: There is none.
    """
    with site.reading() as connection:
        kept = kept_document(connection, key)
        if kept is None:
            raise NotThere(f"there is no document {key}", "see /documents")
        claims = claims_of(connection, kept.number)
    told = {
        "key": kept.key,
        **plain(kept.document),
        "speaks_for": plain(kept.speaks_for),
        "story": kept.story,
        "extractor": kept.extractor,
        "added": kept.added,
        "claims": [entry_of(stored.node.claim) for stored in claims],
    }
    return Json(told)

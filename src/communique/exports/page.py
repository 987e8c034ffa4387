"""The page of a record as a JSON object, and its quotes as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.claims.from_json import entry_of
from communique.exports import records
from communique.model.claim import Evidence
from communique.model.plain import plain
from communique.store.evidence import Told
from communique.views.page import Page
from communique.views.shown import Shown

#: Columns of the sheet of a record: a row for each quote.
COLUMNS = (
    "record",
    "claim",
    "document",
    "published",
    "publisher",
    "title",
    "url",
    "speaks_for",
    "story",
    "attributed_to",
    "start",
    "end",
    "quote",
)


def entry(page: Page) -> dict[str, Any]:
    """The JSON object of a record with its claims, and where the versions of a story differ."""
    return {
        **records.entry(Shown(page.listed)),
        "evidence": [_evidence(told) for told in page.told.values()],
        "variants": plain(page.variants),
        "findings": [{"id": kept.ident, **plain(kept.finding)} for kept in page.findings],
        "decisions": [{**plain(d), "undone": d.id in page.undone} for d in page.decisions],
    }


def quotes(page: Page) -> Iterator[dict[str, Any]]:
    """A flat object for each quote."""
    for told in page.told.values():
        for quote in told.stored.node.claim.evidence:
            yield _quote(page, told, quote)


def _evidence(told: Told) -> dict[str, Any]:
    node = told.stored.node
    return {
        "document": node.document.key,
        "ident": told.ident,
        "published": plain(node.document.published),
        "publisher": node.document.publisher,
        "title": told.title,
        "url": told.url,
        "language": told.language,
        "speaks_for": plain(node.document.speaks_for),
        "story": node.document.story,
        "ruled": list(node.ruled),
        "claim": entry_of(node.claim),
    }


def _quote(page: Page, told: Told, quote: Evidence) -> dict[str, Any]:
    node = told.stored.node
    return {
        "record": page.listed.record.id,
        "claim": node.claim.id,
        "document": node.document.key,
        "published": plain(node.document.published),
        "publisher": node.document.publisher,
        "title": told.title,
        "url": told.url,
        "speaks_for": plain(node.document.speaks_for),
        "story": node.document.story,
        "attributed_to": node.claim.attributed_to,
        "start": quote.start,
        "end": quote.end,
        "quote": quote.exact,
    }

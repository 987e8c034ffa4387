"""One document: its text as it is, with every claim in it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from communique.model.languages import is_read
from communique.model.span import Span
from communique.store.browsing import KeptDocument, is_rejected, kept_document
from communique.store.dossier import Connection
from communique.views.reading import Reading, Shown, first_marked, load_reading
from communique.web.citing import MEDIA, Citation, plain, written
from communique.web.exact import exact, json_ld, outside
from communique.web.faults import NotThere, WebFault
from communique.web.linked import linked_document
from communique.web.links import document_address
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.visitors import Reader, TheSite

router = APIRouter()
# Parties that a document is said to be about.
_ABOUT = 5


@router.get("/documents/{key}")
def document(
    request: Request,
    key: str,
    site: TheSite,
    visitor: Reader,
    claim: str = "",
    first: Annotated[int | None, Query(alias="from")] = None,
    to: int | None = None,
    part: int = 0,
) -> Response:
    """A document; the words of a claim or those between two offsets are marked.

    Raises:
        NotThere: There is no such document.
        WebFault: No words stand where some are asked for.
    """
    with site.reading() as connection:
        reading = load_reading(connection, key, site.today)
        if reading is None:
            raise NotThere(f"there is no document {key}", "look for it among the documents")
        found = reading.find(claim) if claim else None
        gone = _gone(connection, reading, claim) if claim and found is None else ""
    shown = found or Shown(_words(reading.text, first, to))
    context = _told(reading, shown, part) | {"gone": gone}
    return page(request, "document.html", context | _cited(request, site, reading))


def _gone(connection: Connection, reading: Reading, claim: str) -> str:
    """What became of a claim that is not shown."""
    if is_rejected(connection, reading.kept.number, claim):
        return "People rejected this claim: it counts for nothing any more."
    return (
        "This claim is not there any more: the text is read otherwise now,"
        " or the claim was never in this document."
    )


def _words(text: str, first: int | None, to: int | None) -> tuple[Span, ...]:
    """The words between two offsets, the end of the text at most; none where none are asked for.

    Raises:
        WebFault: There are no words.
    """
    if first is None and to is None:
        return ()
    start, end = first or 0, len(text) if to is None else to
    if not 0 <= start < min(end, len(text)):
        raise WebFault(
            f"no words stand from {start} to {end}",
            f"the text has {len(text):,} characters; 'from' is the first, 'to' one past the last",
        )
    return (Span(start, min(end, len(text))),)


def _told(reading: Reading, shown: Shown, part: int) -> dict[str, object]:
    """What the template is given of the text."""
    parts = reading.parts
    index = reading.part(part, shown)
    blocks = reading.blocks(parts[index], shown)
    return {
        "reading": reading,
        "shown": shown,
        "part": index,
        "parts": parts,
        "blocks": blocks,
        "first_mark": first_marked(blocks),
        "listed": reading.told_in(parts[index]),
        "exact": exact,
        "is_read": is_read,
        "original": outside(reading.kept.document.url),
    }


def _cited(request: Request, site: Site, reading: Reading) -> dict[str, object]:
    """What the template is given for those who cite the document."""
    base = str(request.base_url).rstrip("/")
    about = [party.name for party in reading.parties[:_ABOUT]]
    return {
        "citation": plain(_citation(reading.kept, base, site)),
        "citation_address": document_address(reading.kept.key) + "/citation",
        "linked": json_ld(linked_document(reading.kept, base, about)),
    }


def _citation(kept: KeptDocument, base: str, site: Site) -> Citation:
    document = kept.document
    return Citation(
        key=f"communique-{kept.key}",
        title=document.title or document.id,
        address=base + document_address(kept.key),
        accessed=site.today,
        issued=document.published,
        publisher=document.publisher,
        original=outside(document.url),
        medium="webpage" if kept.speaks_for else "article-newspaper",
    )


@router.get("/documents/{key}/citation.{ending}")
def citation(request: Request, key: str, ending: str, site: TheSite, visitor: Reader) -> Response:
    """How a document is cited.

    Raises:
        NotThere: There is no such document, or no such form of citation.
    """
    with site.reading() as connection:
        kept = kept_document(connection, key)
    if kept is None or ending not in MEDIA:
        raise NotThere(f"there is no citation.{ending} of {key}", "ask for txt, bib or json")
    made = _citation(kept, str(request.base_url).rstrip("/"), site)
    return Response(written(made, ending).encode("utf-8", "replace"), media_type=MEDIA[ending])

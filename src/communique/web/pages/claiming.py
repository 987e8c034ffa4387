"""Adding a claim by hand, from words of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from communique.claims.grounding import LONGEST_QUOTE
from communique.claims.shapes import SHAPES
from communique.model.document import Document
from communique.model.span import Span
from communique.pipeline.values import Reader as ValueReader
from communique.records.decisions import added_claim
from communique.records.quotes import places_of
from communique.store.documents import load_document
from communique.store.naming import documents_like
from communique.views.context import surrounded
from communique.web.deciding import decide
from communique.web.faults import NotThere, Refused
from communique.web.links import document_address, with_query
from communique.web.rendering import page
from communique.web.reviewing import TheSent
from communique.web.site import Site
from communique.web.slots import Field, fields_of
from communique.web.visitors import Reviewer, TheSite, genuine

router = APIRouter()
_PATH = "/documents/{key}/add-claim"
# Slots that the words fill where nothing else is said.
_DESCRIBING = frozenset({"action", "label"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that are to become a claim.

    Attributes:
        words: The words, as they stand in the text or as they were pasted.
        places: Where they stand in the text.
        chosen: The place that is meant; None where there is none, or where several might be.
    """

    words: str
    places: tuple[Span, ...] = ()
    chosen: Span | None = None


@router.get(_PATH)
def form(
    request: Request,
    key: str,
    site: TheSite,
    visitor: Reviewer,
    first: Annotated[int | None, Query(alias="from")] = None,
    to: int | None = None,
    words: Annotated[str, Query(max_length=4 * LONGEST_QUOTE)] = "",
    kind: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The form: first the words and the kind, then the slots.

    Raises:
        NotThere: There is no such document.
    """
    document = _document(site, key)
    marked = _marked(document.text, words, first, to)
    return _form(request, site, key, document, marked, kind, {})


@router.post(_PATH, dependencies=[Depends(genuine)])
def add(request: Request, key: str, site: TheSite, visitor: Reviewer, sent: TheSent) -> Response:
    """Add the claim; what can't be added is shown again with what was filled in."""
    document = _document(site, key)
    start = sent.one("start")
    first = int(start) if start.isdecimal() and len(start) < 10 else None
    words, kind = sent.fields.get("words", ("",))[-1], sent.one("kind")
    slots = {
        name.removeprefix("slot."): sent.one(name)
        for name in sent.fields
        if name.startswith("slot.") and sent.one(name)
    }
    marked = _marked(document.text, words, first, None)
    quote = words if marked.chosen is None else _exact(document.text, marked.chosen)
    try:
        made = decide(
            site,
            visitor,
            lambda d: d.add(key, quote, kind, slots, first),
            sent.one("reason"),
        )
    except Refused as refused:
        return _form(request, site, key, document, marked, kind, slots, refused)
    found = added_claim(made, quote, Span(0, len(quote)))
    told = with_query(document_address(key), [("claim", found.id)])
    return RedirectResponse(f"{told}#words", 303)


def _document(site: Site, key: str) -> Document:
    with site.reading() as connection:
        found = documents_like(connection, key)
        if not found:
            raise NotThere(f"there is no document {key}", "look for it among the documents")
        return load_document(connection, found[-1])


def _exact(text: str, place: Span) -> str:
    return text[place.start : place.end]


def _marked(text: str, words: str, first: int | None, to: int | None) -> Marked:
    """The words that are meant: pasted, or told by offsets; the offsets alone need no words."""
    if not words.strip() and first is not None and to is not None:
        if not 0 <= first < to <= len(text) or not text[first:to].strip():
            return Marked("")
        piece = text[first:to]
        first += len(piece) - len(piece.lstrip())
        place = Span(first, first + len(piece.strip()))
        return Marked(_exact(text, place), (place,), place)
    places = places_of(words.strip(), text) if words.strip() else ()
    meant = [p for p in places if p.start == first] or list(places)
    return Marked(words.strip(), tuple(places), meant[0] if len(meant) == 1 else None)


def _form(
    request: Request,
    site: Site,
    key: str,
    document: Document,
    marked: Marked,
    kind: str,
    slots: Mapping[str, str],
    refused: Refused | None = None,
) -> Response:
    kinds = [shape.kind for shape in SHAPES]
    chosen = kind if kind in kinds else ""
    context: dict[str, Any] = {
        "key": key,
        "title": document.title or document.id,
        "marked": marked,
        "longest": LONGEST_QUOTE,
        "places": [(p, surrounded(document.text, p.start, p.end, 120)) for p in marked.places[:8]],
        "kind_names": kinds,
        "kind": chosen,
        "fields": _fields(site, chosen, slots) if chosen else (),
        "refused": refused,
        "reason": "",
    }
    return page(request, "add_claim.html", context, status=422 if refused else 200)


def _fields(site: Site, kind: str, slots: Mapping[str, str]) -> tuple[Field, ...]:
    reader = ValueReader(lambda name: site.kin.named(name))
    found = fields_of(kind, site.wording, reader)
    return tuple(
        replace(
            one,
            value=slots.get(one.name, ""),
            required=one.required and one.name not in _DESCRIBING,
        )
        for one in found
    )

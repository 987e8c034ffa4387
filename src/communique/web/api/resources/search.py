"""Searching texts, records and people."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from communique.exports.records import entry
from communique.model.plain import plain
from communique.store.dossier import Connection
from communique.store.listing import load_records
from communique.store.search import count_found, place_of, search_documents
from communique.views.searching import people_called, records_with
from communique.views.shown import Shown
from communique.web.api.answers import Json, TheWindow, cursor_of, gone
from communique.web.api.shapes import RecordTold, Shape, exemplified, record_example
from communique.web.visitors import TheSite

router = APIRouter(tags=["search"])
# Documents in whose records the words are looked for, the best.
_LOOKED_AT = 40


class HitTold(Shape):
    """A document that holds the words."""

    document: str = Field(description="Key of the document.")
    title: str | None = Field(description="Its title.")
    published: date | None = Field(description="Day of publication.")
    publisher: str | None = Field(description="Who published it.")
    start: int = Field(description="First code point of the snippet in the text.")
    snippet: str = Field(description="The stretch of the text that holds most of the words.")
    marks: list[list[int]] = Field(
        description="What was found in it: first code point and one past the last, in the text."
    )
    rank: float = Field(description="How well it answers, the more the better, within a search.")


class PersonCalled(Shape):
    """A person of whom some name holds the words."""

    record: str = Field(description="Id of the person's record.")
    names: list[str] = Field(description="The names in texts; one that holds the words first.")


_HIT: dict[str, Any] = {
    "document": "4c1f1e2436c83226",
    "title": "Oman and Peru",
    "published": "2024-06-06",
    "publisher": "Example Wire",
    "start": 0,
    "snippet": "Oman and Peru met in Muscat.",
    "marks": [[21, 27]],
    "rank": 1.5,
}


class Brought(Shape):
    """What a search brings up."""

    model_config = exemplified(
        documents=[_HIT],
        next=None,
        count=1,
        records=[record_example("event.aaaa1", "2024-06-06", {"place": "Muscat"})],
        people=[],
    )

    documents: list[HitTold] = Field(description="Documents of this page, the best first.")
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    count: int = Field(description="Number of all documents that hold the words.")
    records: list[RecordTold] = Field(
        description="Records by their names, those of most stories first; on the first page only."
    )
    people: list[PersonCalled] = Field(description="People by their names; likewise.")


@router.get("/search", response_model=Brought, response_class=Json)
def search(
    site: TheSite,
    q: Annotated[str, Query(description="Words; phrases in quotation marks.", max_length=500)],
    window: TheWindow,
) -> Response:
    """Documents that hold all words, the best first; records and people by their names.

    Of records and people the first page tells as many as it may hold documents.

    Raises:
        BadCursor: The cursor stands for a document that is none of the hits.
    """
    last, limit = window.cursor, window.limit
    with site.reading() as connection:
        passed = 0 if last is None else place_of(connection, q, last)
        if passed is None:
            raise gone()
        hits = search_documents(connection, q, limit, passed)
        count = count_found(connection, q)
        goes_on = hits and passed + len(hits) < count
        told = {
            "documents": [plain(hit) for hit in hits],
            "next": cursor_of(hits[-1].document) if goes_on else None,
            "count": count,
            **(_by_name(connection, q, limit) if last is None else {"records": [], "people": []}),
        }
    return Json(told)


def _by_name(connection: Connection, words: str, most: int) -> dict[str, Any]:
    """Records and people whose names hold words."""
    records = load_records(connection, records_with(connection, words, _LOOKED_AT, most))
    people = people_called(connection, words, most)
    return {
        "records": [entry(Shown(found)) for found in records],
        "people": [{"record": record, "names": list(names)} for record, names in people],
    }

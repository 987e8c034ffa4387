"""The review queue: which records wait for a person's eye, why, and in what order."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import Field

from communique.errors import BadOption
from communique.exports.records import entry
from communique.model.plain import plain
from communique.store.dossier import Connection
from communique.store.evidence import decisions_about
from communique.store.listing import load_record
from communique.store.reviewing import Place, number_of
from communique.views.headlines import headline
from communique.views.queue import Entry, Why, whys_of
from communique.views.shown import Shown
from communique.web.api.answers import BadCursor, Json, TheWindow, listed
from communique.web.api.shapes import ListOf, RecordTold, Shape, exemplified, record_example
from communique.web.asked import TheParties
from communique.web.faults import NotThere
from communique.web.queueing import Line
from communique.web.site import Site
from communique.web.visitors import Reviewer, TheSite, site_of

router = APIRouter(tags=["review"])
_WAITING: dict[str, Any] = {
    "record": "commitment.dddd1",
    "kind": "commitment",
    "headline": "Oman · 5,000,000 EUR",
    "whys": ["sums", "single"],
}


class Waiting(Shape):
    """A record that waits."""

    model_config = exemplified(**_WAITING)

    record: str = Field(description="Its id.")
    kind: str = Field(description="Its kind.")
    headline: str = Field(description="What it tells, in plain words.")
    whys: list[Why] = Field(description="Why it waits, gravest first.")


class UnderReview(Shape):
    """A record as a reviewer has it before them."""

    model_config = exemplified(
        record=record_example("commitment.dddd1", "2024-05-05", {"grade": "pledged"}),
        whys=["single"],
        next="event.aaaa1",
        previous=None,
        decisions=[],
    )

    record: RecordTold = Field(description="The record.")
    whys: list[Why] = Field(description="Why it waits, gravest first; none where it does not.")
    next: str | None = Field(description="Id of the record after it; null at the end.")
    previous: str | None = Field(description="Id of the record before it.")
    decisions: list[dict[str, Any]] = Field(description="What people ruled on it, in order.")


def _line(
    request: Request,
    asked: TheParties,
    why: Annotated[Why | None, Query(description="Why records wait; else any reason.")] = None,
    kind: Annotated[str, Query(description="Kind of record.", max_length=40)] = "",
) -> Line:
    """Which records a reviewer goes through.

    Raises:
        BadOption: There is no such kind.
    """
    site = site_of(request)
    kinds = site.wording.words.kinds
    if kind and kind not in kinds:
        raise BadOption(kind, "it is no kind of record", f"one of {', '.join(kinds)}")
    return Line(asked, why, kind, site)


_TheLine = Annotated[Line, Depends(_line)]


@router.get("/review", response_model=ListOf[Waiting], response_class=Json)
def review(site: TheSite, line: _TheLine, visitor: Reviewer, window: TheWindow) -> Response:
    """Records that wait, the gravest reason first; each once, under the gravest of its reasons.

    Those of one reason are in the order of the queue, whatever else they wait for.
    """
    with site.reading() as connection:
        begun, place = _place(connection, line, window.cursor)
        whys = [line.why] if line.why else list(Why)[list(Why).index(begun) :]
        found: list[tuple[Why, Entry]] = []
        for why in whys:
            wanted = window.limit + 1 - len(found)
            found += ((why, one) for one in _of_reason(connection, line, why, place, wanted))
            place = None
            if len(found) > window.limit:
                break
    shown = found[: window.limit]
    after = f"{shown[-1][0].value} {shown[-1][1].record.id}" if len(found) > len(shown) else None
    return listed([_entry(one, site) for _, one in shown], after, None)


def _place(connection: Connection, line: Line, cursor: str | None) -> tuple[Why, Place | None]:
    """The reason and the place in its queue where a page begins.

    Raises:
        BadCursor: The record that the page before ended with is gone.
    """
    if cursor is None:
        return next(iter(Why)), None
    why, _, ident = cursor.partition(" ")
    number = number_of(connection, ident)
    if number is None or why not in set(Why):
        reason = "the record that this cursor stands for is gone"
        raise BadCursor(reason, "begin anew without a cursor")
    return Why(why), Place(number)


def _of_reason(
    connection: Connection, line: Line, why: Why, place: Place | None, most: int
) -> list[Entry]:
    """The next so many records of a reason; those told under a graver one are passed over."""
    queue, found = line.queue(connection, why), list[Entry]()
    while len(found) < most:
        some = queue.entries(connection, place, most)
        found += (one for one in some if line.why or one.whys[:1] == (why,))
        if len(some) < most:
            break
        place = Place(some[-1].number)
    return found[:most]


@router.get("/review/{ident}", response_model=UnderReview, response_class=Json)
def item(ident: str, site: TheSite, line: _TheLine, visitor: Reviewer) -> Response:
    """A record in the queue: why it waits, what was ruled on it, and what comes next.

    Raises:
        NotThere: There is no such record, or its claims are gone.
    """
    with site.reading() as connection:
        found = load_record(connection, ident)
        if found is None:
            raise NotThere(f"there is no record {ident}", "its claims may have been rejected")
        if found.record.id != ident:
            return RedirectResponse(found.record.id, 301)
        told = {
            "record": entry(Shown(found)),
            "whys": whys_of(found.record, line.queue(connection).errors),
            "next": line.neighbour(connection, ident),
            "previous": line.neighbour(connection, ident, back=True),
            "decisions": plain(decisions_about(connection, found.record.claims)),
        }
    return Json(told)


def _entry(one: Entry, site: Site) -> dict[str, Any]:
    return {
        "record": one.record.id,
        "kind": one.record.kind,
        "headline": headline(one.record.head, site.wording),
        "whys": list(one.whys),
    }

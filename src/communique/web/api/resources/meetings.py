"""What each side says of a meeting, and what it leaves out."""

from __future__ import annotations

from typing import Any, Literal

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from pydantic import Field

from communique.exports.records import entry
from communique.model.plain import plain
from communique.store.evidence import Told, told_in
from communique.store.listing import load_record
from communique.views.headlines import headline
from communique.views.meeting import Besides, Column, Meeting, Row, is_meeting, load_meeting
from communique.views.shown import Shown
from communique.web.api.answers import Json
from communique.web.api.shapes import ClaimName, RecordTold, Shape, exemplified, record_example
from communique.web.asked import TheSides
from communique.web.faults import NotThere
from communique.web.site import Site
from communique.web.visitors import TheSite

router = APIRouter(tags=["meetings"])
_NAME: dict[str, Any] = {"document": "4c1f1e2436c83226", "claim": "event-1b7e0f2a9c"}


class ColumnTold(Shape):
    """Who tells."""

    voice: Literal["joint", "side", "outsiders"] = Field(description="Who they are.")
    name: str = Field(description="The side; empty for the others.")
    documents: list[str] = Field(description="Keys of the documents in which they tell it.")
    claims: list[ClaimName] = Field(description="What they tell; none where they are silent.")


class Said(Shape):
    """A value, and the claims that tell it."""

    words: str = Field(description="The value in words.")
    claims: list[ClaimName] = Field(description="The claims.")


class Matter(Shape):
    """What is said of one matter."""

    label: str = Field(description="What people call it.")
    cells: list[list[Said]] = Field(
        description="What each column says, in their order; an empty list where it says nothing."
    )


class Another(Shape):
    """Another record that documents of the meeting tell."""

    record: str = Field(description="Its id.")
    kind: str = Field(description="Its kind.")
    headline: str = Field(description="What it tells, in plain words.")
    cells: list[ClaimName | None] = Field(
        description="For each column the claim that tells it; null where none does."
    )


class MeetingTold(Shape):
    """A meeting as each side tells it."""

    model_config = exemplified(
        record=record_example("event.aaaa1", "2024-05-02", {"place": "Lima"}),
        columns=[
            {"voice": "joint", "name": "", "documents": [], "claims": []},
            {
                "voice": "side",
                "name": "Oman",
                "documents": ["4c1f1e2436c83226"],
                "claims": [_NAME],
            },
            {"voice": "side", "name": "Peru", "documents": [], "claims": []},
            {"voice": "outsiders", "name": "", "documents": [], "claims": []},
        ],
        rows=[{"label": "place", "cells": [[], [{"words": "Lima", "claims": [_NAME]}], [], []]}],
        besides=[
            {
                "record": "instrument.cccc1",
                "kind": "instrument",
                "headline": "treaty",
                "cells": [None, _NAME, None, None],
            }
        ],
        silent=[],
    )

    record: RecordTold = Field(description="The meeting.")
    columns: list[ColumnTold] = Field(description="Who tells: together, each side, outsiders.")
    rows: list[Matter] = Field(description="What they say of the meeting itself.")
    besides: list[Another] = Field(description="What else their documents of these days tell.")
    silent: list[str] = Field(description="Further sides, which tell nothing of their own.")


@router.get("/meetings/{ident}", response_model=MeetingTold, response_class=Json)
def meeting(ident: str, site: TheSite, sides: TheSides) -> Response:
    """What each side says of a meeting, in columns; the sides that are asked for come first.

    Raises:
        NotThere: There is no such record, or it is no meeting.
    """
    with site.reading() as connection:
        found = load_record(connection, ident)
        if found is None:
            raise NotThere(f"there is no record {ident}", "its claims may have been rejected")
        if not is_meeting(found.record.head):
            raise NotThere(f"record {ident} is no meeting", f"see /records/{ident}")
        if found.record.id != ident:
            return RedirectResponse(found.record.id, 301)
        told = told_in(connection, found.record.claims)
        here = [told[ref] for ref in found.record.claims if ref in told]
        first = [] if sides is None else [side.party.name for side in sides.sides]
        seen = load_meeting(connection, found, here, first, site.kin, site.wording)
    return Json({"record": entry(Shown(found)), **_entry(seen, site)})


def _entry(seen: Meeting, site: Site) -> dict[str, Any]:
    return {
        "columns": [_column(one) for one in seen.columns],
        "rows": [_row(one) for one in seen.rows],
        "besides": [_besides(one, site) for one in seen.besides],
        "silent": list(seen.silent),
    }


def _column(one: Column) -> dict[str, Any]:
    return {
        "voice": one.voice.value,
        "name": one.name,
        "documents": list(dict.fromkeys(_document(told) for told in one.told)),
        "claims": [plain(told.stored.node.ref) for told in one.told],
    }


def _document(told: Told) -> str:
    return told.stored.node.ref.document


def _row(one: Row) -> dict[str, Any]:
    cells = [[{"words": s.words, "claims": plain(s.refs)} for s in cell] for cell in one.cells]
    return {"label": one.label, "cells": cells}


def _besides(one: Besides, site: Site) -> dict[str, Any]:
    return {
        "record": one.record.id,
        "kind": one.record.kind,
        "headline": headline(one.record.head, site.wording),
        "cells": [None if ref is None else plain(ref) for ref in one.cells],
    }

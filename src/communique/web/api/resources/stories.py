"""Stories: texts of which there are several versions, and how two of them differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from communique.model.plain import plain
from communique.records.stories.differences import Edit
from communique.store.catalogue import DocumentRow
from communique.store.story_lists import stories_told, versions_in
from communique.views.comparing import load_comparison
from communique.views.loading import changes_of
from communique.views.versions import Changed
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ListOf, PartyName, Shape, exemplified
from communique.web.asked import TheAsked
from communique.web.faults import NotThere
from communique.web.telling.documents import wanted_by
from communique.web.visitors import TheSite

router = APIRouter(tags=["stories"])
# Numbers of stories are whole numbers of the database.
_MOST = 2**31 - 1
Number = Annotated[int, Path(description="Number of the story.", ge=1, le=_MOST)]
_KEY = Query(description="Key of a version; else the first or the one after it.", max_length=40)


class Words(Shape):
    """Where words stand in a text."""

    start: int = Field(description="First code point.")
    end: int = Field(description="One past the last.")


class EditTold(Shape):
    """A passage of one version, and what stands for it in another."""

    removed: Words = Field(description="The passage; empty for what was put in.")
    removed_text: str = Field(description="Exactly those words.")
    inserted: Words = Field(description="What stands for it; empty for what was taken out.")
    inserted_text: str = Field(description="Exactly those words.")
    touches: list[str] = Field(description="Sorts of facts that both do not share.")


class ChangeTold(Shape):
    """The figures in which a version departs from an earlier one."""

    earlier: str = Field(description="Key of the earlier version.")
    edits: list[EditTold] = Field(description="What stands otherwise, in text order.")


class Version(Shape):
    """A version of a story: a document."""

    key: str = Field(description="Key of the document.")
    ident: str = Field(description="The id under which it was given.")
    title: str | None = Field(description="Its title.")
    published: date | None = Field(description="Day of publication.")
    publisher: str | None = Field(description="Who published it.")
    url: str | None = Field(description="Its address.")
    language: str | None = Field(description="ISO 639-1 code.")
    speaks_for: list[PartyName] = Field(description="Parties in whose name it speaks.")
    story: int = Field(description="Number of the story.")
    claims: int = Field(description="Number of its claims.")
    changed: ChangeTold | None = Field(description="Figures that it changes; null for none.")


_VERSION: dict[str, Any] = {
    "key": "4c1f1e2436c83226",
    "ident": "doc-1",
    "title": "Oman and Peru",
    "published": "2024-06-06",
    "publisher": "Example Wire",
    "url": None,
    "language": "en",
    "speaks_for": [],
    "story": 12,
    "claims": 3,
    "changed": None,
}
_EDIT: dict[str, Any] = {
    "removed": {"start": 18, "end": 19},
    "removed_text": "7",
    "inserted": {"start": 18, "end": 19},
    "inserted_text": "9",
    "touches": ["number"],
}


class Story(Shape):
    """A story with its versions."""

    model_config = exemplified(story=12, first="2024-06-06", last="2024-06-06", versions=[_VERSION])

    story: int = Field(description="Its number.")
    first: date | None = Field(description="Day of the earliest version.")
    last: date | None = Field(description="Day of the latest.")
    versions: list[Version] = Field(description="Its documents, the earliest first.")


class Differences(Shape):
    """How two versions differ."""

    model_config = exemplified(
        story=12, earlier="4c1f1e2436c83226", later="9a7b0c11d2e3f405", edits=[_EDIT]
    )

    story: int = Field(description="Number of the story.")
    earlier: str = Field(description="Key of the one version.")
    later: str = Field(description="Key of the other.")
    edits: list[EditTold] = Field(description="What leads from one to the other, in text order.")


@router.get("/stories", response_model=ListOf[Story], response_class=Json)
def stories(
    site: TheSite,
    asked: TheAsked,
    window: TheWindow,
) -> Response:
    """Stories with several versions, the latest first, of documents that answer."""
    wanted = wanted_by(asked)
    with site.reading() as connection:
        found = site.cache.get(
            site.state(connection), ("stories", wanted), lambda: stories_told(connection, wanted)
        )
        chosen, after = window.cut(found, [str(number) for number in found])
        versions = versions_in(connection, chosen)
        changed = changes_of(connection, versions.values())
    return listed([_story(n, versions[n], changed) for n in chosen], after, len(found))


@router.get("/stories/{number}", response_model=Story, response_class=Json)
def story(number: Number, site: TheSite) -> Response:
    """A story with its versions, and the figures that later ones tell otherwise.

    Raises:
        NotThere: There is none.
    """
    with site.reading() as connection:
        rows = versions_in(connection, [number]).get(number)
        if rows is None:
            raise NotThere(f"there is no story {number}", "see /stories")
        changed = changes_of(connection, [rows])
    return Json(_story(number, rows, changed))


@router.get("/stories/{number}/differences", response_model=Differences, response_class=Json)
def compared(
    number: Number,
    site: TheSite,
    earlier: Annotated[str, _KEY] = "",
    later: Annotated[str, _KEY] = "",
) -> Response:
    """How two versions of a story differ; the later one is told as departing from the earlier.

    Raises:
        NotThere: There is no such story or version, or the story has one version only.
    """
    with site.reading() as connection:
        rows, found = load_comparison(
            connection, number, earlier, later, lambda: site.known().facts
        )
    if not rows:
        raise NotThere(f"there is no story {number}", "see /stories")
    strangers = {key for key in (earlier, later) if key} - {row.key for row in rows}
    if strangers:
        raise NotThere(f"story {number} has no version {min(strangers)}", f"see /stories/{number}")
    if found is None:
        raise NotThere(f"story {number} has one version only", "see /stories")
    told = {
        "story": number,
        "earlier": found.earlier.key,
        "later": found.later.key,
        "edits": [_edit(edit) for edit in found.edits],
    }
    return Json(told)


def _story(
    number: int, rows: Sequence[DocumentRow], changed: Mapping[str, Changed]
) -> dict[str, Any]:
    days = [row.published for row in rows if row.published is not None]
    return {
        "story": number,
        "first": plain(min(days, default=None)),
        "last": plain(max(days, default=None)),
        "versions": [{**plain(row), "changed": _changed(changed.get(row.key))} for row in rows],
    }


def _changed(found: Changed | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"earlier": found.earlier, "edits": [_edit(edit) for edit in found.edits]}


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "removed": {"start": edit.removed.start, "end": edit.removed.end},
        "removed_text": edit.removed_text,
        "inserted": {"start": edit.inserted.start, "end": edit.inserted.end},
        "inserted_text": edit.inserted_text,
        "touches": [touch.value for touch in edit.touches],
    }

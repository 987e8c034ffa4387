"""The form of answers: lists in pages by cursor, problems (RFC 9457), and when one is unchanged."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from communique.exports.lines import encoded
from communique.web.faults import WebFault
from communique.web.site import Site
from communique.web.visitors import site_of, visitor_of

T = TypeVar("T")
_MOST = 200
_FEW = 50


class Json(JSONResponse):
    """JSON that holds any text of ours, lone surrogates too."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - JSON
        """The bytes of a value."""
        return encoded(content).encode()


class Entry(BaseModel):
    """One entry; further members may come with a later version."""

    model_config = ConfigDict(extra="allow")


class ListOfEntries(BaseModel):
    """A page of a list."""

    items: list[Entry] = Field(description="The entries of this page.")
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    count: int | None = Field(description="Number of all entries, where it is known.")


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="A code of the program's errors, or about:blank.")
    title: str = Field(description="What is wrong.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What to do about it.")


class BadCursor(WebFault):
    """A cursor that leads nowhere."""

    status = 400


def gone() -> BadCursor:
    """That the entry is gone that a cursor stands for."""
    reason = "the entry that this cursor stands for is gone"
    return BadCursor(reason, "begin anew without a cursor")


class Unchanged(Exception):
    """The reader has what they ask for.

    Attributes:
        tag: The entity tag.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


@dataclass(frozen=True, slots=True)
class Window:
    """Which page of a list is asked for.

    Attributes:
        cursor: What the page before ended with; None for the first.
        limit: Most entries.
    """

    cursor: str | None = None
    limit: int = _FEW

    def cut(self, entries: Sequence[T], names: Sequence[str]) -> tuple[Sequence[T], str | None]:
        """The entries of the page, and the cursor of the next.

        Args:
            entries: All entries in order.
            names: What each is known by.

        Raises:
            BadCursor: The entry that the page before ended with is gone.
        """
        start = 0
        if self.cursor is not None:
            try:
                start = names.index(self.cursor) + 1
            except ValueError as error:
                raise gone() from error
        end = start + self.limit
        return entries[start:end], (names[end - 1] if end < len(entries) else None)


def window_of(
    cursor: Annotated[
        str | None, Query(description="`next` of the page before.", max_length=400)
    ] = None,
    limit: Annotated[int, Query(description="Most entries.", ge=1, le=_MOST)] = _FEW,
) -> Window:
    """The page of a list that a request asks for.

    Raises:
        BadCursor: The cursor is none of ours.
    """
    if cursor is None:
        return Window(None, limit)
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        name = json.loads(base64.urlsafe_b64decode(padded.encode("ascii")))
    except (ValueError, binascii.Error) as error:
        raise BadCursor("this is no cursor", "take `next` of the page before") from error
    if not isinstance(name, str):
        raise BadCursor("this is no cursor", "take `next` of the page before")
    return Window(name, limit)


TheWindow = Annotated[Window, Depends(window_of)]


def listed(items: Sequence[Mapping[str, Any]], after: str | None, count: int | None) -> Json:
    """The answer of a page of a list."""
    return Json({"items": list(items), "next": cursor_of(after), "count": count})


def cursor_of(name: str | None) -> str | None:
    """The cursor that stands for an entry; None for none."""
    if name is None:
        return None
    return base64.urlsafe_b64encode(json.dumps(name).encode()).decode().rstrip("=")


def fresh(request: Request) -> None:
    """A dependency of what is read: who has the present answer is told so (RFC 9110, 304).

    Raises:
        Unchanged: The reader has it.
    """
    site: Site = site_of(request)
    visitor = visitor_of(request)
    with site.reading() as connection:
        state = site.state(connection)
    told = f"{state}\n{request.url}\n{visitor.name}\n{visitor.role}"
    tag = f'W/"{sha256(told.encode()).hexdigest()[:32]}"'
    known = [part.strip() for part in request.headers.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        raise Unchanged(tag)
    request.state.tag = tag

"""Adding documents, and how far that is."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request, Response
from pydantic import BaseModel, Field

from communique.model.plain import plain
from communique.model.raw import GivenDocument
from communique.web.api.answers import Entry, Json
from communique.web.faults import NotThere
from communique.web.rendering import counted
from communique.web.visitors import Reviewer, TheSite, genuine
from communique.web.workshop import Job, workshop_of

router = APIRouter(tags=["documents"])


class Given(BaseModel):
    """A document to be added."""

    text: str = Field(description="The text; offsets of claims count its code points.")
    id: str | None = Field(None, max_length=500)
    title: str | None = Field(None, max_length=2000)
    published: str | None = Field(None, max_length=40, description="ISO 8601 date.")
    publisher: str | None = Field(None, max_length=500)
    url: str | None = Field(None, max_length=2000)
    language: str | None = Field(None, max_length=10, description="ISO 639-1 code.")


@router.post(
    "/documents",
    status_code=202,
    response_model=Entry,
    response_class=Json,
    dependencies=[Depends(genuine)],
)
def add(
    request: Request,
    site: TheSite,
    visitor: Reviewer,
    documents: Annotated[list[Given], Body(min_length=1, max_length=200)],
) -> Response:
    """Add documents; they are read one after the other.

    Raises:
        Forbidden: The dossier is served for reading only.
    """
    given = [
        GivenDocument(address=f"document {n} of the request", **one.model_dump())
        for n, one in enumerate(documents, 1)
    ]
    what = counted(len(given), "document")
    job = workshop_of(request).take_on(visitor, what, lambda: given)
    return Json(_entry(job), 202, headers={"Location": f"additions/{job.ident}"})


@router.get("/additions/{ident}", response_model=Entry, response_class=Json)
def addition(request: Request, ident: str, visitor: Reviewer) -> Response:
    """How far an addition is.

    Raises:
        NotThere: Nothing is known of it any more.
    """
    job = workshop_of(request).job(ident)
    if job is None:
        raise NotThere("there is no such addition any more", "what was added is in the dossier")
    return Json(_entry(job))


def _entry(job: Job) -> dict[str, Any]:
    return {**plain(job), "over": job.state.is_over}

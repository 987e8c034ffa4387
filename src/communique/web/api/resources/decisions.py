"""Decisions: what people ruled, and ruling."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Body, Depends, Response
from pydantic import BaseModel, Field

from communique.errors import BadOption
from communique.model.decision import Decision
from communique.model.plain import plain
from communique.pipeline.deciding import Decider
from communique.records.rulings import standing_ids
from communique.store.decisions import all_decisions
from communique.web.api.answers import Entry, Json, ListOfEntries, TheWindow, listed
from communique.web.deciding import decide
from communique.web.visitors import Reviewer, TheSite, genuine

router = APIRouter(tags=["decisions"])
changing = APIRouter(tags=["decisions"])
_Name = Annotated[str, Field(max_length=200)]


class Ruled(BaseModel):
    """What is to be ruled; which members are needed depends on the ruling."""

    ruling: Literal[
        "accept",
        "reject",
        "correct",
        "add",
        "merge",
        "never_merge",
        "split",
        "delivered",
        "speaks_for",
        "silence",
        "undo",
    ]
    claim: _Name | None = Field(None, description="accept, reject, correct: id of the claim.")
    slot: _Name | None = Field(None, description="correct: name of the slot.")
    value: str | None = Field(None, max_length=4000, description="correct: value, or none.")
    record: _Name | None = Field(None, description="split, delivered: id of the record.")
    records: list[_Name] = Field([], max_length=50, description="merge, never_merge: ids.")
    claims: list[_Name] = Field([], max_length=500, description="split: claims that leave.")
    document: _Name | None = Field(None, description="add, speaks_for: key of the document.")
    quote: str | None = Field(None, max_length=2000, description="add: words of the document.")
    kind: _Name | None = Field(None, description="add: kind of the claim.")
    slots: dict[str, str] = Field({}, description="add: values of slots.")
    parties: list[_Name] = Field([], max_length=50, description="speaks_for: codes or names.")
    on: date | None = Field(None, description="delivered: day.")
    evidence: str | None = Field(None, max_length=4000, description="delivered: what shows it.")
    finding: _Name | None = Field(None, description="silence: name of the finding.")
    decision: _Name | None = Field(None, description="undo: id of the decision.")
    reason: str | None = Field(None, max_length=4000, description="Why; silence needs it.")

    def needed(self, name: str) -> str:
        """A member that the ruling needs.

        Raises:
            BadOption: It is not told.
        """
        value: str | None = getattr(self, name)
        if not value:
            raise BadOption(self.ruling, f"it needs {name!r}", "tell it")
        return value


_MAKE: dict[str, Callable[[Ruled, Decider], Decision]] = {
    "accept": lambda told, by: by.accept(told.needed("claim")),
    "reject": lambda told, by: by.reject(told.needed("claim")),
    "correct": lambda told, by: by.correct(
        told.needed("claim"), told.needed("slot"), told.needed("value")
    ),
    "add": lambda told, by: by.add(
        told.needed("document"), told.needed("quote"), told.needed("kind"), told.slots
    ),
    "merge": lambda told, by: by.merge(told.records),
    "never_merge": lambda told, by: by.never_merge(told.records),
    "split": lambda told, by: by.split(told.needed("record"), told.claims),
    "delivered": lambda told, by: by.deliver(
        told.needed("record"), told.on, told.needed("evidence")
    ),
    "speaks_for": lambda told, by: by.speaks_for(told.needed("document"), told.parties),
    "silence": lambda told, by: by.silence(told.needed("finding")),
    "undo": lambda told, by: by.undo(told.needed("decision")),
}


@router.get("/decisions", response_model=ListOfEntries, response_class=Json)
def decisions(site: TheSite, window: TheWindow) -> Response:
    """Decisions in the order in which they were entered, undone ones too."""
    with site.reading() as connection:
        found = all_decisions(connection)
    standing = standing_ids(found)
    chosen, after = window.cut(found, [decision.id for decision in found])
    items = [{**plain(one), "undone": one.id not in standing} for one in chosen]
    return listed(items, after, len(found))


@changing.post(
    "/decisions",
    status_code=201,
    response_model=Entry,
    response_class=Json,
    dependencies=[Depends(genuine)],
)
def rule_on(site: TheSite, visitor: Reviewer, told: Annotated[Ruled, Body()]) -> Response:
    """Make a decision; records are up to date in the answer's moment, findings soon after.

    So are persons whom hundreds of claims name.
    """
    made = decide(site, visitor, lambda by: _MAKE[told.ruling](told, by), told.reason)
    return Json(plain(made), 201)

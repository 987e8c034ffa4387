"""Shapes that entries of several resources share, as the description tells them.

They describe: answers are made by the functions that tell the same on the command line, and are
not made anew from these. Tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T", bound=BaseModel)


class Shape(BaseModel):
    """Something that is told; further members may come with a later version."""

    model_config = ConfigDict(extra="allow")


def exemplified(**example: Any) -> ConfigDict:  # noqa: ANN401 - JSON
    """The settings of a shape that shows what it looks like."""
    return ConfigDict(extra="allow", json_schema_extra={"examples": [example]})


class ListOf(BaseModel, Generic[T]):
    """A page of a list."""

    items: list[T] = Field(description="The entries of this page.")
    next: str | None = Field(description="Cursor of the next page; null on the last.")
    count: int | None = Field(description="Number of all entries, where it is known.")


class PartyName(Shape):
    """A party."""

    name: str = Field(description="Canonical name.", examples=["Oman"])
    code: str | None = Field(description="Its code, where it has one.", examples=["OM"])


class ClaimName(Shape):
    """Where a claim stands: `/documents/{document}` tells it."""

    document: str = Field(description="Key of the document.", examples=["4c1f1e2436c83226"])
    claim: str = Field(description="Id of the claim.", examples=["event-1b7e0f2a9c"])


class Days(Shape):
    """A day, or days between which it is; null where an end is open."""

    first: date | None = Field(description="First day.", examples=["2024-05-02"])
    last: date | None = Field(description="Last day.", examples=["2024-05-02"])


class StepTaken(Shape):
    """A step in the life of an instrument, or in the firmness of a commitment."""

    term: str = Field(description="The action, or the grade.", examples=["signed"])
    first: date | None = Field(description="First day on which it may have been taken.")
    last: date | None = Field(description="Last such day.")
    dated: bool = Field(description="Whether a text gives the day; else it is that of publication.")
    planned: bool = Field(description="Whether it lies ahead.")
    claims: list[ClaimName] = Field(description="The claims that tell it.")


class PartyIn(PartyName):
    """A party of a record, and in what role."""

    role: str = Field(description="In what role it takes part.", examples=["participant"])


class RelationTold(Shape):
    """How a record stands to another."""

    kind: str = Field(description="What the other is to this one.", examples=["part_of"])
    record: str = Field(description="Id of the other record.")
    reasons: list[str] = Field(description="What speaks for it, in plain words.")


class RecordTold(Shape):
    """A record."""

    id: str = Field(description="Its id.", examples=["event.aaaa1"])
    kind: str = Field(description="Its kind.", examples=["event"])
    head: dict[str, Any] = Field(description="The elected values, as a claim of the kind.")
    founder: ClaimName = Field(description="The claim it was founded on.")
    claims: list[ClaimName] = Field(description="Its claims; the first lends it its words.")
    stories: int = Field(description="Number of independent stories that tell it.")
    first: date | None = Field(description="First day of what it is about; null where unknown.")
    last: date | None = Field(description="Last such day.")
    told_first: date | None = Field(description="Day of the earliest publication that tells it.")
    told_last: date | None = Field(description="Day of the latest.")
    disputes: list[dict[str, Any]] = Field(description="Slots in which its claims disagree.")
    joints: list[dict[str, Any]] = Field(description="Why the claims are in one record.")
    tellers: dict[str, Any] = Field(description="Who tells it.")
    history: list[StepTaken] = Field(description="Steps of an instrument or commitment, in order.")
    delivery: list[dict[str, Any]] = Field(description="What people marked as delivery.")
    ruled: list[str] = Field(description="Names of slots that a person has set.")
    parties: list[PartyIn] = Field(description="Its parties.")
    relations: list[RelationTold] = Field(description="How it stands to other records.")
    revision: int = Field(description="Counts its changes.")
    via: list[str] = Field(description="Who stands for a side by a switch of the question.")
    regional: bool = Field(description="Whether it is a grouping's money: no share is stated.")


def record_example(ident: str, day: str, head: Mapping[str, Any], **own: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """What a record looks like: of one claim, told on the day on which it was."""
    kind = ident.partition(".")[0]
    claim = {"document": "4c1f1e2436c83226", "claim": f"{kind}-1b7e0f2a9c"}
    told: dict[str, Any] = {
        "id": ident,
        "kind": kind,
        "head": {"kind": kind, **head},
        "founder": claim,
        "claims": [claim],
        "stories": 1,
        **dict.fromkeys(("first", "last", "told_first", "told_last"), day),
        **{name: [] for name in ("disputes", "joints", "history", "delivery", "ruled")},
        "tellers": {"parties": [], "joint": False, "outsiders": True},
        "parties": [{"name": "Oman", "code": "OM", "role": "participant"}],
        "relations": [],
        "revision": 1,
        "via": [],
        "regional": False,
    }
    return told | own


class FindingTold(Shape):
    """A finding; `/findings?ident=` tells it with its places."""

    id: str = Field(description="Its name.", examples=["CAL209:81a4cb8a9f30"])
    code: str = Field(description="Code of the rule.", examples=["CAL209"])
    severity: str = Field(description="Its severity.", examples=["warning"])
    message: str = Field(description="What does not add up, in words.")

"""Commitments as a ledger, and what they come to."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from pydantic import Field

from communique.exports import totals as exported
from communique.exports.records import entry
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ListOf, RecordTold, Shape, exemplified, record_example
from communique.web.asked import TheAsked
from communique.web.telling.ledger import TheSieve, entries_of, ledger_of
from communique.web.visitors import TheSite

router = APIRouter(tags=["commitments"])
_TOTAL: dict[str, Any] = {
    "grade": "intended",
    "currency": "EUR",
    "finance": None,
    "payers": ["European Union"],
    "regional": True,
    "certain": True,
    "value": 10_000_000_000,
    "bound": None,
    "records": ["commitment.afcf1bb1d7"],
}
_LEFT: dict[str, Any] = {"record": "commitment.185d525cb5", "reason": "no amount", "within": []}


class CommitmentTold(RecordTold):
    """A commitment; `history` tells how firm it was when, `delivery` what people marked."""

    model_config = exemplified(
        **record_example(
            "commitment.dddd1",
            "2024-05-05",
            {
                "grade": "pledged",
                "action": "give 5 million euros",
                "amount": {"value": 5_000_000, "currency": "EUR", "bound": None},
            },
        )
    )


class Total(Shape):
    """A sum of one firmness, currency, kind of money and payers."""

    grade: str = Field(description="How firm the commitments are.")
    currency: str | None = Field(description="ISO 4217 code.")
    finance: str | None = Field(description="Kind of money; null where no text tells.")
    payers: list[str] = Field(description="The sides that pay; none where nobody is told.")
    regional: bool = Field(description="Whether it is a grouping's money: no share is stated.")
    certain: bool = Field(description="Whether no text tells a commitment as possible only.")
    value: float = Field(description="The sum, in the main unit of the currency.")
    bound: str | None = Field(description="Whether it is at least or about so much.")
    records: list[str] = Field(description="Ids of what is added up.")


class NotAdded(Shape):
    """A commitment that is in no total."""

    record: str = Field(description="Its id.")
    reason: str = Field(description="Why.")
    within: list[str] = Field(description="Ids of those that contain or restate it.")


class Sums(Shape):
    """What commitments come to."""

    model_config = exemplified(totals=[_TOTAL], left_out=[_LEFT])

    totals: list[Total] = Field(description="The sums.")
    left_out: list[NotAdded] = Field(description="What is in no sum.")


@router.get("/commitments", response_model=ListOf[CommitmentTold], response_class=Json)
def commitments(site: TheSite, asked: TheAsked, sieve: TheSieve, window: TheWindow) -> Response:
    """Commitments that fit, the latest first, money of regions last."""
    with site.reading() as connection:
        most = 0 if sieve.is_open else None
        found = entries_of(site, connection, asked, sieve, most)
        chosen, after = window.cut(found.idents, found.idents)
        items = [entry(shown) for shown in found.load_whole(connection, chosen)]
    return listed(items, after, len(found.idents))


@router.get("/totals", response_model=Sums, response_class=Json)
def totals(site: TheSite, asked: TheAsked, sieve: TheSieve) -> Response:
    """Sums of one firmness, currency, kind of money and payer, each commitment once."""
    with site.reading() as connection:
        found = ledger_of(site, connection, asked, sieve)
    return Json(exported.entry(found.totals))

"""Parties of records and documents, and whom one of them has to do with."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from pydantic import Field

from communique.store.catalogue import PartyCount, list_parties
from communique.store.counting import partners_of
from communique.views.between import Switches, names_standing_for
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import ListOf, PartyName, exemplified
from communique.web.faults import NotThere
from communique.web.visitors import TheSite

router = APIRouter(tags=["parties"])
# Others with whom a party takes part in records, of which there may be thousands.
_PARTNERS = 1000


class PartyTold(PartyName):
    """A party and how much there is on it."""

    model_config = exemplified(
        name="Oman", code="OM", records={"event": 4, "commitment": 1}, documents=9
    )

    records: dict[str, int] = Field(description="Number of records that it takes part in, by kind.")
    documents: int = Field(description="Number of documents that name it.")


class Partner(PartyName):
    """Somebody with whom a party takes part in records."""

    model_config = exemplified(name="Peru", code="PE", records=5)

    records: int = Field(description="Number of records of both.")


@router.get("/parties", response_model=ListOf[PartyTold], response_class=Json)
def parties(
    site: TheSite,
    window: TheWindow,
    q: Annotated[str, Query(description="Words that the name holds.", max_length=200)] = "",
) -> Response:
    """Parties, those with most records first."""
    with site.reading() as connection:
        found = site.cache.get(site.state(connection), "parties", lambda: list_parties(connection))
    words = q.strip().casefold()
    fit = [row for row in found if words in row.name.casefold()]
    chosen, after = window.cut(fit, [row.name for row in fit])
    return listed([_entry(row) for row in chosen], after, len(fit))


@router.get("/partners", response_model=ListOf[Partner], response_class=Json)
def partners(
    site: TheSite,
    window: TheWindow,
    of: Annotated[str, Query(description="Code or name of a party.", max_length=300)],
) -> Response:
    """With whom a party takes part in records, the most frequent first.

    Raises:
        NotThere: Nobody is called so.
    """
    party = site.kin.named(of)
    if party is None:
        raise NotThere(f"nobody known is called {of}", "see /parties")
    own = names_standing_for(party.name, Switches(), None, site.kin)
    with site.reading() as connection:
        counted = site.cache.get(
            site.state(connection),
            ("partners of", party.name),
            lambda: partners_of(connection, own, _PARTNERS),
        )
    found = list(counted.items())
    chosen, after = window.cut(found, [name for name, _ in found])
    items = [
        {"name": name, "code": site.kin.party(name).code, "records": number}
        for name, number in chosen
    ]
    return listed(items, after, len(found))


def _entry(row: PartyCount) -> dict[str, Any]:
    return {
        "name": row.name,
        "code": row.code,
        "records": dict(row.records),
        "documents": row.documents,
    }

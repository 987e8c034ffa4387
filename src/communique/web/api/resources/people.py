"""People: the names that texts give them, their terms of office, and where they take part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from pydantic import Field

from communique.claims.slots.office import Office
from communique.model.claim import Party
from communique.model.plain import plain
from communique.store.briefs import Brief, load_briefs
from communique.store.dossier import Connection
from communique.store.listing import load_record
from communique.store.people import PERSON
from communique.store.persons import names_of, persons_of, records_of_each
from communique.web.api.answers import Json, TheWindow, listed
from communique.web.api.shapes import (
    ClaimName,
    FindingTold,
    ListOf,
    PartyName,
    Shape,
    exemplified,
)
from communique.web.asked import TheAsked, TheTimes
from communique.web.faults import NotThere
from communique.web.telling.people import (
    findings_on_posts,
    persons_asked,
    records_naming_one,
    terms_asked,
)
from communique.web.visitors import TheSite

router = APIRouter(tags=["people"])
_TERM: dict[str, Any] = {
    "record": "office.eeee1",
    "side": {"name": "Oman", "code": "OM"},
    "person": "person.ffff1",
    "name": "Ali Rahimov",
    "post": "President",
    "party": {"name": "Oman", "code": "OM"},
    "first": "2024-05-03",
    "last": "2024-05-09",
    "told_first": "2024-05-03",
    "told_last": "2024-05-03",
    "stories": 1,
    "claims": 1,
    "leading": {"document": "4c1f1e2436c83226", "claim": "office-0d9c1b"},
}
_PERSON: dict[str, Any] = {
    "record": "person.ffff1",
    "names": [{"name": "Ali Rahimov", "claims": 3}],
    "posts": [{"name": "president", "claims": 2}],
    "records": {"event": ["event.aaaa1"], "office": ["office.eeee1"]},
}


class Counted(Shape):
    """What texts call somebody."""

    name: str = Field(description="The name, or the post without capitals.")
    claims: int = Field(description="Number of the claims that say so.")


class PersonTold(Shape):
    """A person."""

    model_config = exemplified(**_PERSON)

    record: str = Field(description="Id of the person's record.")
    names: list[Counted] = Field(description="Names in texts, that of most claims first.")
    posts: list[Counted] = Field(description="Posts in which texts name the person, likewise.")
    records: dict[str, list[str]] = Field(
        description="Ids of the records whose claims name the person, by kind."
    )


class Term(Shape):
    """A term of office."""

    model_config = exemplified(**_TERM)

    record: str = Field(description="Id of its record.")
    side: PartyName | None = Field(description="The side that was asked for and is spoken for.")
    person: str | None = Field(description="Id of the person's record, where it is known.")
    name: str = Field(description="Who holds the post.")
    post: str = Field(description="The post.")
    party: PartyName | None = Field(description="Whose post it is.")
    first: date | None = Field(description="First day on which it is told that it is held.")
    last: date | None = Field(description="Last such day.")
    told_first: date | None = Field(description="Day of the earliest publication that tells it.")
    told_last: date | None = Field(description="Day of the latest.")
    stories: int = Field(description="Number of independent stories that tell it.")
    claims: int = Field(description="Number of its claims.")
    leading: ClaimName = Field(description="The claim that lends it its words.")


class PersonWhole(PersonTold):
    """A person with their terms of office."""

    model_config = exemplified(**_PERSON, tenures=[_TERM], findings=[])

    tenures: list[Term] = Field(description="Terms of office, the most told first.")
    findings: list[FindingTold] = Field(description="What does not add up about the posts.")


@router.get("/people", response_model=ListOf[PersonTold], response_class=Json)
def people(site: TheSite, asked: TheTimes, window: TheWindow) -> Response:
    """People whom documents of the period tell of, those whom most claims name first."""
    with site.reading() as connection:
        found = persons_asked(site, connection, asked)
        chosen, after = window.cut(found, found)
        items = _persons(connection, chosen)
    return listed(items, after, len(found))


@router.get("/people/{ident}", response_model=PersonWhole, response_class=Json)
def person(ident: str, site: TheSite) -> Response:
    """A person with all terms of office, and what does not add up about them.

    Raises:
        NotThere: There is none.
    """
    with site.reading() as connection:
        found = load_briefs(connection, [ident])
        if not found or found[0].kind != PERSON:
            return _moved(connection, ident)
        theirs = records_naming_one(site, connection, ident)
        terms = theirs.get(Office.kind, ())
        told = {
            **_persons(connection, [ident])[0],
            "records": {kind: list(idents) for kind, idents in theirs.items()},
            "tenures": [_term(term, ident, None) for term in load_briefs(connection, list(terms))],
            "findings": [
                {"id": kept.ident, **plain(kept.finding)}
                for kept in findings_on_posts(connection, [ident, *terms], site)
            ],
        }
    return Json(told)


@router.get("/tenures", response_model=ListOf[Term], response_class=Json)
def tenures(site: TheSite, asked: TheAsked, window: TheWindow) -> Response:
    """Terms of office: who speaks for each side, side after side, the most told first."""
    with site.reading() as connection:
        sides = terms_asked(site, connection, asked)
        found = [(terms.party, ident) for terms in sides for ident in terms.idents]
        # A term may be of two sides: it is told of each.
        names = [f"{party.name if party else ''} {ident}" for party, ident in found]
        chosen, after = window.cut(found, names)
        records = {r.id: r for r in load_briefs(connection, [ident for _, ident in chosen])}
        persons = persons_of(connection, list(records))
    items = [
        _term(records[ident], persons.get(ident), party)
        for party, ident in chosen
        if ident in records
    ]
    return listed(items, after, len(found))


def _moved(connection: Connection, ident: str) -> Response:
    """The answer for a person who was merged into another.

    Raises:
        NotThere: There is no such person.
    """
    found = load_record(connection, ident)
    if found is None or found.record.kind != PERSON:
        raise NotThere(f"there is no person {ident}", "see /people")
    return RedirectResponse(found.record.id, 301)


def _persons(connection: Connection, idents: Sequence[str]) -> list[dict[str, Any]]:
    names, records = names_of(connection, idents), records_of_each(connection, idents)
    return [
        {
            "record": ident,
            "names": [{"name": n, "claims": c} for n, c in names[ident].names],
            "posts": [{"name": n, "claims": c} for n, c in names[ident].posts],
            "records": {kind: list(held) for kind, held in records.get(ident, {}).items()},
        }
        for ident in idents
        if ident in names
    ]


def _term(term: Brief, person: str | None, side: Party | None) -> dict[str, Any]:
    head = term.head
    assert isinstance(head, Office)
    return {
        "record": term.id,
        "side": plain(side),
        "person": person,
        "name": head.person.name,
        "post": head.post,
        "party": plain(head.party),
        **{name: plain(getattr(term, name)) for name in _DAYS},
        "stories": term.stories,
        "claims": term.number,
        "leading": plain(term.claims[0]),
    }


_DAYS = ("first", "last", "told_first", "told_last")

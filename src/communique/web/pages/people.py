"""People: who holds which post and who speaks for whom, and one page for each person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.model.claim import Party
from communique.store.briefs import Brief, load_briefs
from communique.store.dossier import Connection
from communique.store.listing import load_record
from communique.store.people import PERSON
from communique.store.persons import Named, names_of, persons_of
from communique.web.asked import Asked, TheAsked
from communique.web.drawing.track import Drawn, Track, track_of
from communique.web.faults import NotThere
from communique.web.links import person_address, record_address
from communique.web.paging import Pager
from communique.web.rendering import page, short
from communique.web.site import Site
from communique.web.telling.people import (
    Terms,
    findings_on_posts,
    persons_asked,
    records_naming_one,
    terms_asked,
)
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/people"
# Of a person's terms so many are shown; there are hundreds of much-named ones, mostly ill-read.
_TERMS = 40


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in a post.

    Attributes:
        term: The record of the term.
        person: Id of the person's record; None where it is not known.
    """

    term: Brief
    person: str | None


@dataclass(frozen=True, slots=True)
class Bench:
    """Who speaks for a side.

    Attributes:
        party: The side.
        of: Number of all terms.
        holders: Those of this page, the most told first.
    """

    party: Party
    of: int
    holders: tuple[Holder, ...]


@router.get(_PATH)
def people(
    request: Request, site: TheSite, asked: TheAsked, visitor: Reader, number: int = 1
) -> Response:
    """Who speaks for each side; without sides all persons, the most named first."""
    if asked.relationship is not None:
        return _by_side(request, site, asked, number)
    with site.reading() as connection:
        idents = persons_asked(site, connection, asked)
        pager = Pager.of_list(number, len(idents), _PATH, asked.pairs())
        persons = load_briefs(connection, pager.cut(idents))
        names = names_of(connection, [person.id for person in persons])
    context = {"persons": persons, "names": names, "nobody": Named((), ()), "pager": pager}
    return page(request, "people.html", context, asked=asked)


def _by_side(request: Request, site: Site, asked: Asked, number: int) -> Response:
    """Who speaks for each side: the pages of all sides are turned together."""
    with site.reading() as connection:
        sides = terms_asked(site, connection, asked)
        most = max((len(terms.idents) for terms in sides), default=0)
        pager = Pager.of_list(number, most, _PATH, asked.pairs(), _TERMS)
        benches = [_bench(connection, terms, pager) for terms in sides]
    context = {"benches": benches, "pager": pager}
    return page(request, "people_by_side.html", context, asked=asked)


def _bench(connection: Connection, of: Terms, pager: Pager) -> Bench:
    begin = (pager.number - 1) * pager.size
    terms = load_briefs(connection, of.idents[begin : begin + pager.size])
    persons = persons_of(connection, [term.id for term in terms])
    holders = tuple(Holder(term, persons.get(term.id)) for term in terms)
    assert of.party is not None
    return Bench(of.party, len(of.idents), holders)


@router.get("/people/{ident}")
def person(
    request: Request, ident: str, site: TheSite, visitor: Reader, number: int = 1
) -> Response:
    """One person: names, terms of office, where they took part, and what does not add up.

    Raises:
        NotThere: There is no such person.
    """
    with site.reading() as connection:
        found = load_briefs(connection, [ident])
        if not found or found[0].kind != PERSON:
            return _moved(connection, ident)
        theirs = records_naming_one(site, connection, ident)
        events = theirs.get(Event.kind, ())
        pager = Pager.of_list(number, len(events), person_address(ident))
        context = {
            "person": found[0],
            "named": names_of(connection, [ident]).get(ident, Named((), ())),
            "terms": load_briefs(connection, theirs.get(Office.kind, ())[:_TERMS]),
            "terms_of": len(theirs.get(Office.kind, ())),
            "events": load_briefs(connection, pager.cut(events)),
            "pager": pager,
            "others": {kind: len(held) for kind, held in theirs.items()},
            "findings": findings_on_posts(connection, [ident, *theirs.get(Office.kind, ())], site),
        }
    context["track"] = _track(site, context["terms"])  # type: ignore[arg-type]
    return page(request, "person.html", context)


def _moved(connection: Connection, ident: str) -> Response:
    """Where a person is told who was merged into another.

    Raises:
        NotThere: There is no such person.
    """
    now = _redirected(connection, ident)
    if now is None:
        raise NotThere(f"there is no person {ident}", "look for the name among the people")
    return RedirectResponse(now, 301)


def _redirected(connection: Connection, ident: str) -> str | None:
    """The address of what a record was merged into, or of a record that is no person."""
    listed = load_record(connection, ident)
    if listed is None:
        return None
    told = listed.record
    return person_address(told.id) if told.kind == PERSON else record_address(told.id)


def _track(site: Site, terms: Sequence[Brief]) -> Track | None:
    drawn = []
    for number, term in enumerate(terms, 1):
        told = site.wording.slot(term.head, "post")
        first, last = term.first or term.told_first, term.last or term.told_last
        address = f"#term-{number}"
        drawn.append(Drawn(number, term.kind, "done", first, last, short(told, 100), address))
    return track_of(drawn, None, None, site.today)

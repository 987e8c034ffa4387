"""Parties: who takes part in records, how often, and with whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from communique.store.counting import count_parties, parties_called, partners_of, party_page
from communique.store.dossier import Connection
from communique.views.between import Switches, names_standing_for
from communique.web.asked import Asked, TheAsked
from communique.web.faults import NotThere
from communique.web.links import with_query
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/parties"
_PARTNERS = 50
_SIZE = 50
# No dossier has so many pages of parties.
_FARTHEST = 1_000_000


@router.get(_PATH)
def parties(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    q: Annotated[str, Query(max_length=200)] = "",
    of: Annotated[str, Query(max_length=300)] = "",
    number: int = 1,
) -> Response:
    """Parties, those that play most parts first; or whom one of them has to do with.

    Raises:
        NotThere: Nobody is called so.
    """
    if of:
        return _partners(request, site, asked, of)
    words = q.strip()
    with site.reading() as connection:
        names, total = _page(connection, words, number)
        pager = Pager.of_list(number, total, _PATH, [*asked.pairs(), ("q", words)], _SIZE)
        found = site.cache.get(
            site.state(connection),
            ("parties", names),
            lambda: parties_called(connection, names),
        )
    known = frozenset(name for name in names if name in site.kin.codes)
    context = {"found": found, "pager": pager, "q": words, "known": known}
    return page(request, "parties.html", context, asked=asked)


def _page(connection: Connection, words: str, number: int) -> tuple[tuple[str, ...], int]:
    """The names of a page, and the number of all; of a page beyond the last those of the last."""
    first = min(max(number - 1, 0), _FARTHEST) * _SIZE
    names, total = party_page(connection, words, first, _SIZE)
    if names or not first:
        return names, total
    last = max(count_parties(connection, words) - 1, 0) // _SIZE
    return party_page(connection, words, last * _SIZE, _SIZE)


def _partners(request: Request, site: Site, asked: Asked, of: str) -> Response:
    party = site.kin.named(of)
    if party is None:
        raise NotThere(f"nobody known is called {of}", "choose one from the list at /parties")
    own = names_standing_for(party.name, Switches(), None, site.kin)
    with site.reading() as connection:
        counted = site.cache.get(
            site.state(connection),
            ("partners", party.name),
            lambda: partners_of(connection, own, _PARTNERS),
        )
    sides = [(name, number) for name, number in counted.most_common() if name in site.kin.codes]
    context = {
        "party": party,
        "partners": [(name, n, _relationship(party.name, name)) for name, n in sides],
    }
    return page(request, "partners.html", context, asked=asked)


def _relationship(one: str, other: str) -> str:
    return with_query("/relationship", [("between", one), ("between", other)])

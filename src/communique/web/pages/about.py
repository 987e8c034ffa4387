"""What the dossier rests on: documents, period, languages, readers, reviewers, failures."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from communique.model.languages import is_read
from communique.store.basis import basis_of, count_failures, list_failures, reviewed
from communique.web.asked import TheAsked
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/about"


@router.get(_PATH)
def about(
    request: Request, site: TheSite, asked: TheAsked, visitor: Reader, number: int = 1
) -> Response:
    """The documents of the dossier, or those that name all sides, in full."""
    sides = () if asked.relationship is None else asked.relationship.sides
    with site.reading() as connection:
        basis, people = site.cache.get(
            site.state(connection),
            ("about", *asked.sides_alone()),
            lambda: (
                basis_of(connection, [side.names for side in sides]),
                reviewed(connection),
            ),
        )
        pairs = asked.sides_alone()
        pager = Pager.of_list(number, count_failures(connection), _PATH, pairs)
        failures = list_failures(connection, max(pager.first - 1, 0), pager.size)
    context = {
        "basis": basis,
        "people": people,
        "failures": failures,
        "pager": pager,
        "is_read": is_read,
    }
    return page(request, "about.html", context, asked=asked)

"""The ledger of commitments: what was promised, how firmly, by whom, and what it comes to."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request, Response

from communique.model.terms import Grade
from communique.views.ledger import UNTOLD
from communique.views.totals import Reason
from communique.web.asked import TheAsked
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.telling.ledger import TheSieve, entries_of, pairs_of
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/commitments"
# So many are added up without being asked for it; more take some time.
_MOST = 1000
#: Why a commitment is in no total, in words.
REASONS = {
    Reason.NO_AMOUNT: "without a sum",
    Reason.DENIED: "denied",
    Reason.CONTAINED: "contained in, or restated by, another that counts",
}


@router.get(_PATH)
def commitments(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    sieve: TheSieve,
    add_up: bool = False,
    number: int = 1,
) -> Response:
    """Commitments that fit, the latest first, with what all of them come to."""
    with site.reading() as connection:
        found = entries_of(site, connection, asked, sieve, None if add_up else _MOST)
        more = [*pairs_of(sieve), ("add_up", "1" if add_up else "")]
        pager = Pager.of_list(number, len(found.idents), _PATH, [*asked.pairs(), *more])
        shown = found.load(connection, pager.cut(found.idents))
    context = {
        "shown": shown,
        "pager": pager,
        "ledger": found.ledger,
        "choices": found.choices,
        "sieve": sieve,
        "of": found.of,
        "adding_up": [*pairs_of(sieve), ("add_up", "1")],
        "reasons": REASONS,
        "untold": UNTOLD,
        "terms": {term.value: term for term in Grade},
        "uncounted": Counter(one.reason for one in found.ledger.totals.left_out)
        if found.ledger
        else {},
        "reasons_of": found.ledger.left_out if found.ledger else {},
    }
    return page(request, "commitments.html", context, asked=asked)

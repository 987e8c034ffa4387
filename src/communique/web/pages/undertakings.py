"""Undertakings: what was said to lie ahead, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, Request, Response

from communique.store.briefs import load_bare
from communique.store.dossier import Connection
from communique.store.glimpses import told_lately
from communique.views.choosing import loaded_bare
from communique.views.shown import Shown
from communique.views.undertaken import came, firmness, what
from communique.views.undertakings import MARKS, Undertaking, undertaking
from communique.views.wording import Wording
from communique.web.asked import Asked, TheAsked
from communique.web.paging import Pager
from communique.web.rendering import page, short
from communique.web.site import Site
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/undertakings"
# Of a whole dossier the records of so many documents are read, those published last, and no more
# records than this; sides have all of theirs read.
_DOCUMENTS = 100
_MOST = 400


class Row(NamedTuple):
    """A row of the page.

    Attributes:
        told: The undertaking.
        shown: Its record.
        what: What is undertaken, in words.
        firm: How firm it is, in words.
        came: What came of it, in words.
        restated: Id of the record that restates it.
    """

    told: Undertaking
    shown: Shown
    what: str
    firm: str
    came: str
    restated: str | None


class Found(NamedTuple):
    """What answers.

    Attributes:
        open: Undertakings of which nothing came in this dossier, those told last first.
        every: All of them, likewise.
        whole: Whether all records that may hold one were read.
    """

    open: tuple[tuple[Undertaking, Shown], ...]
    every: tuple[tuple[Undertaking, Shown], ...]
    whole: bool


@router.get(_PATH)
def undertakings(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    every: bool = False,
    number: int = 1,
) -> Response:
    """Undertakings, those told last first; only the open ones unless all are asked for."""
    found = _found(site, asked)
    chosen = found.every if every else found.open
    more = [("every", "1")] if every else []
    pager = Pager.of_list(number, len(chosen), _PATH, [*asked.pairs(), *more])
    context = {
        "rows": [_row(one, shown, site.wording) for one, shown in pager.cut(chosen)],
        "pager": pager,
        "found": found,
        "every": every,
        "today": site.today,
    }
    return page(request, "undertakings.html", context, asked=asked)


def _row(one: Undertaking, shown: Shown, wording: Wording) -> Row:
    outcome = one.outcome
    ids = {} if outcome.record is None else {outcome.record: "another"}
    told = what(one.what, wording, short)
    return Row(
        one, shown, told, firmness(one, wording), came(outcome, wording, ids), outcome.record
    )


def _found(site: Site, asked: Asked) -> Found:
    with site.reading() as connection:
        return site.cache.get(
            site.state(connection),
            ("undertakings", *asked.pairs()),
            lambda: _read(connection, asked),
        )


def _read(connection: Connection, asked: Asked) -> Found:
    question = asked.question(connection)
    if asked.narrows:
        candidates = [
            one
            for kind, marks in MARKS.items()
            for one in question.pick(connection, kind, marks)
            if not one.regional
        ]
        shown = loaded_bare(connection, candidates[-_MOST:] if not asked.sides else candidates)
        whole = len(shown) == len(candidates)
    else:
        idents = told_lately(connection, MARKS, _DOCUMENTS)
        shown = tuple(Shown(one) for one in load_bare(connection, idents[:_MOST]))
        whole = False
    pairs = [(found, one) for one in shown if (found := undertaking(one.listed)) is not None]
    ordered = tuple(sorted(pairs, key=lambda pair: _latest(pair[0]))[::-1])
    still = tuple(pair for pair in ordered if pair[0].is_open)
    return Found(still, ordered, whole)


def _latest(one: Undertaking) -> tuple[date, str]:
    return one.told_last or date.min, one.record

"""Undertakings: what was said to lie ahead, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, Request, Response

from communique.store.briefs import load_bare
from communique.store.dossier import Connection
from communique.store.glimpses import told_lately
from communique.store.outlooks import load_outlooks
from communique.views.choosing import Picked, Question
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
        open: Ids of undertakings of which nothing came in this dossier, those told last first.
        every: Those of all of them, likewise.
        picked: Why each is there, by id, where the whole dossier is not asked for.
        whole: Whether all records that may hold one were read.
    """

    open: tuple[str, ...]
    every: tuple[str, ...]
    picked: Mapping[str, Picked]
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
    with site.reading() as connection:
        found = _found(site, connection, asked)
        chosen = found.every if every else found.open
        more = [("every", "1")] if every else []
        pager = Pager.of_list(number, len(chosen), _PATH, [*asked.pairs(), *more])
        shown = list(_shown(connection, found, pager.cut(chosen)))
    context = {
        "rows": [_row(undertaken, one, site.wording) for undertaken, one in shown],
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


def _found(site: Site, connection: Connection, asked: Asked) -> Found:
    return site.cache.get(
        site.state(connection),
        ("undertakings", *asked.pairs()),
        lambda: _read(connection, asked),
    )


def _shown(
    connection: Connection, found: Found, idents: Sequence[str]
) -> Iterator[tuple[Undertaking, Shown]]:
    """Undertakings with their records, in the order of the ids."""
    bare = {one.record.id: one for one in load_bare(connection, idents)}
    for ident in idents:
        undertaken = undertaking(bare[ident])
        why = found.picked.get(ident)
        if undertaken is not None:
            yield undertaken, Shown(bare[ident], why.via if why else ())


def _read(connection: Connection, asked: Asked) -> Found:
    picked: dict[str, Picked] = {}
    if asked.narrows:
        question = asked.question(connection)
        if asked.sides:
            kinds = MARKS.items()
            chosen = [one for k, marks in kinds for one in question.pick(connection, k, marks)]
            some, whole = [one for one in chosen if not one.regional], True
        else:
            some, whole = _last(connection, question)
        picked = {one.glimpse.id: one for one in some}
        idents = list(picked)
    else:
        idents, whole = list(told_lately(connection, MARKS, _DOCUMENTS)[:_MOST]), False
    told = [
        found
        for listed in load_outlooks(connection, idents)
        if (found := undertaking(listed)) is not None
    ]
    ordered = sorted(told, key=_latest, reverse=True)
    still = tuple(one.record for one in ordered if one.is_open)
    return Found(still, tuple(one.record for one in ordered), picked, whole)


def _last(connection: Connection, question: Question) -> tuple[list[Picked], bool]:
    """The last of the records that may hold an undertaking, and whether they are all of them."""
    found: list[Picked] = []
    for kind, marks in tuple(MARKS.items())[::-1]:
        room = _MOST - len(found)
        if marks:
            some: Sequence[Picked] = question.pick(connection, kind, marks)[::-1]
            number = len(some)
        else:
            some, number = question.latest(connection, kind, 0, max(room, 1))
        found = [*some[:room][::-1], *found]
        if number > room:
            return found, False
    return found, True


def _latest(one: Undertaking) -> tuple[date, str]:
    return one.told_last or date.min, one.record

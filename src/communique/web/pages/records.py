"""The page of one record: everything that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from communique.claims.slots.declare import slots_of
from communique.model.record import Record, Tellers
from communique.model.terms import Grade, InstrumentAction
from communique.store.browsing import name_of_person
from communique.store.dossier import Connection
from communique.store.evidence import Told
from communique.store.listing import Listed, load_record
from communique.views.headlines import headline
from communique.views.meeting import Meeting, is_meeting, load_meeting
from communique.views.sheet import Sheet, load_sheet
from communique.web.asked import Asked, TheAsked
from communique.web.citing import MEDIA, Citation, plain, written
from communique.web.exact import json_ld
from communique.web.faults import NotThere
from communique.web.linked import linked_record
from communique.web.links import leading_words, record_address
from communique.web.paging import Pager
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.visitors import Reader, TheSite

router = APIRouter()
# Claims of a page; works that linked data names.
_CLAIMS = 40
_WORKS = 20


@router.get("/records/{ident}")
def record(
    request: Request, ident: str, site: TheSite, asked: TheAsked, visitor: Reader, number: int = 1
) -> Response:
    """Everything about one record; one that was merged leads to what it was merged into.

    Raises:
        NotThere: There is no such record, or its claims are gone.
    """
    with site.reading() as connection:
        listed = _listed(connection, ident)
        if listed.record.id != ident:
            return RedirectResponse(record_address(listed.record.id), 301)
        path = record_address(ident)
        pager = Pager.of_list(number, len(listed.record.claims), path, asked.pairs(), _CLAIMS)
        sheet = load_sheet(connection, listed, site.today, max(pager.first - 1, 0), _CLAIMS)
        meeting = _meeting(connection, site, asked, sheet)
        name = _name(connection, site, listed.record)
    context = {
        "sheet": sheet,
        "page": sheet.page,
        "record": listed.record,
        "name": name,
        "pager": pager,
        "meeting": meeting,
        "slot_names": {slot.label: slot.name for slot in slots_of(type(listed.record.head))},
        "disputed": {d.slot: len(d.tellings) for d in listed.record.disputes},
        "who": told_by(listed.record.tellers),
        "step": lambda term: site.wording.value(_term(term)),
        **_cited(request, site, listed, name, sheet.shown[:_WORKS]),
    }
    return page(request, "record.html", context, asked=asked)


def _listed(connection: Connection, ident: str) -> Listed:
    listed = load_record(connection, ident)
    if listed is None:
        raise NotThere(f"there is no record {ident}", "its claims may have been rejected")
    return listed


def _meeting(connection: Connection, site: Site, asked: Asked, sheet: Sheet) -> Meeting | None:
    if not is_meeting(sheet.record.head):
        return None
    relationship = asked.relationship
    first = [] if relationship is None else [s.party.name for s in relationship.sides]
    told = [sheet.told[ref] for ref in sheet.record.claims if ref in sheet.told]
    return load_meeting(connection, sheet.page.listed, told, first, site.kin, site.wording)


def _name(connection: Connection, site: Site, record: Record) -> str:
    """A record in one line: a person by name."""
    named = name_of_person(connection, record.id) if record.kind == "person" else None
    return named or headline(record.head, site.wording)


def _term(term: str) -> Grade | InstrumentAction:
    return Grade(term) if term in set(Grade) else InstrumentAction(term)


def told_by(tellers: Tellers) -> str:
    """Who tells a record: "Kazakhstan, sides together, outsiders"."""
    told = [party.name for party in tellers.parties]
    told += ["sides together"] if tellers.joint else []
    told += ["outsiders"] if tellers.outsiders else []
    return ", ".join(told)


def _cited(
    request: Request, site: Site, listed: Listed, name: str, told: Sequence[Told]
) -> dict[str, object]:
    """What the template is given for those who cite the record."""
    base = str(request.base_url).rstrip("/")
    address = base + record_address(listed.record.id)
    words = leading_words(listed.record.head)
    return {
        "citation": plain(_citation(site, listed, name, address, words)),
        "citation_address": record_address(listed.record.id) + "/citation",
        "linked": json_ld(linked_record(listed.record, name, address, told, base)),
    }


def _citation(site: Site, listed: Listed, name: str, address: str, words: str) -> Citation:
    record = listed.record
    voices = f"{record.stories} independent {'voice' if record.stories == 1 else 'voices'}"
    note = f"revision {listed.revision}, {voices}"
    return Citation(
        key=record.id,
        title=name,
        address=address,
        accessed=site.today,
        note=f"{note}; leading words: “{words}”" if words else note,
        medium="entry",
    )


@router.get("/records/{ident}/citation.{ending}")
def citation(request: Request, ident: str, ending: str, site: TheSite, visitor: Reader) -> Response:
    """How a record is cited.

    Raises:
        NotThere: There is no such record, or no such form of citation.
    """
    if ending not in MEDIA:
        raise NotThere(f"there is no citation.{ending}", "ask for txt, bib or json")
    with site.reading() as connection:
        listed = _listed(connection, ident)
        name = _name(connection, site, listed.record)
    address = str(request.base_url).rstrip("/") + record_address(listed.record.id)
    made = _citation(site, listed, name, address, leading_words(listed.record.head))
    return Response(written(made, ending).encode("utf-8", "replace"), media_type=MEDIA[ending])

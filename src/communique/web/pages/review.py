"""Review: which records wait for a person's eye, and everything that can be done with one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from communique.claims.slots.commitment import Commitment
from communique.model.record import ClaimRef
from communique.pipeline.values import Reader as ValueReader
from communique.store.briefs import Brief
from communique.store.dossier import Connection
from communique.store.evidence import Told, decisions_about, told_in
from communique.store.listing import Listed, load_record, load_records
from communique.store.reviewing import Place, near_to, record_with
from communique.store.texts import texts_of
from communique.views.context import Surrounded, surrounded
from communique.views.findings import Kept, list_findings, standing
from communique.views.page import page_of
from communique.views.queue import Why
from communique.web.acts import ACTS, DONE, NAMES
from communique.web.deciding import decide_all
from communique.web.faults import NotThere
from communique.web.links import record_address
from communique.web.notices import notices
from communique.web.notices import told as told_decisions
from communique.web.queueing import PATH, Line, TheLine
from communique.web.rendering import page
from communique.web.reviewing import Changed, Seen, Sent, TheSent, differences, unchanged
from communique.web.site import Site
from communique.web.slots import fields_of
from communique.web.visitors import Reviewer, TheSite, genuine

router = APIRouter()
# Records of a section, and of a page of one reason.
_FIRST, _SIZE = 5, 25
# Claims that are shown with their words; a person has thousands.
_CLAIMS = 12
_CANDIDATES = 6
_DECISIONS = 30


@router.get(PATH)
def review(
    request: Request,
    site: TheSite,
    line: TheLine,
    visitor: Reviewer,
    after: int = 0,
    done: str = "",
) -> Response:
    """What waits: the gravest reason first, or the records of one reason."""
    place = Place(after) if after > 0 else None
    most = _FIRST if line.why is None else _SIZE
    with site.reading() as connection:
        sections = [
            (why, line.queue(connection, why).entries(connection, place, most + 1))
            for why in (Why if line.why is None else (line.why,))
        ]
        made = notices(connection, done, site.wording)
    context = {
        "line": line,
        "sections": [(why, found[:most], len(found) > most) for why, found in sections],
        "after": after,
        "notices": made,
        "whys": list(Why),
    }
    return page(request, "review.html", context, asked=line.asked)


@router.get(PATH + "/{ident}")
def item(
    request: Request,
    ident: str,
    site: TheSite,
    line: TheLine,
    visitor: Reviewer,
    edit: Annotated[str, Query(max_length=200)] = "",
    start: int = 0,
    done: str = "",
) -> Response:
    """One record with its claims, their words, and what can be done.

    Raises:
        NotThere: There is no such record, or its claims are gone.
    """
    with site.reading() as connection:
        listed = load_record(connection, ident)
        if listed is None:
            raise NotThere(f"there is no record {ident}", "its claims may have been rejected")
        if listed.record.id != ident:
            return RedirectResponse(line.item_address(listed.record.id, done=done), 303)
        context = _item(connection, site, listed, max(0, start))
        context |= {
            "line": line,
            "next": line.neighbour(connection, ident),
            "previous": line.neighbour(connection, ident, back=True),
            "notices": notices(connection, done, site.wording),
        }
    told: dict[ClaimRef, Told] = context["told"]
    edited = next((one for ref, one in told.items() if str(ref) == edit), None)
    chosen = edited or next(iter(told.values()), None)
    fields = () if chosen is None else _fields(site, chosen)
    context |= {"edited": chosen, "editing": edited is not None, "fields": fields}
    return page(request, "review_item.html", context, asked=line.asked)


def _fields(site: Site, told: Told) -> tuple[Any, ...]:
    claim = told.stored.node.claim
    reader = ValueReader(lambda name: site.kin.named(name))
    return fields_of(claim.kind, site.wording, reader, claim)


def _item(connection: Connection, site: Site, listed: Listed, start: int) -> dict[str, Any]:
    """What the page of a record is given."""
    record = listed.record
    shown = record.claims[start : start + _CLAIMS]
    told = told_in(connection, shown)
    in_order = {ref: told[ref] for ref in shown if ref in told}
    decisions = decisions_about(connection, record.claims)[-_DECISIONS:]
    candidates = near_to(connection, record, _CANDIDATES)
    return {
        "listed": listed,
        "record": record,
        "told": in_order,
        "contexts": _contexts(connection, in_order.values()),
        "findings": _findings(connection, listed, in_order, site),
        "decisions": told_decisions(connection, decisions[::-1], site.wording),
        "seen": Seen.of(connection, listed, site.wording),
        "candidates": [one.record for one in load_records(connection, candidates)],
        "is_commitment": record.kind == Commitment.kind,
        "start": start,
        "size": _CLAIMS,
    }


def _contexts(connection: Connection, told: Iterable[Told]) -> dict[ClaimRef, list[Surrounded]]:
    """The words of claims with what stands around them."""
    claims = list(told)
    texts = texts_of(connection, {one.stored.document for one in claims})
    return {
        one.stored.node.ref: [
            surrounded(texts[one.stored.document], quote.start, quote.end)
            for quote in one.stored.node.claim.evidence
        ]
        for one in claims
    }


def _findings(
    connection: Connection, listed: Listed, told: dict[ClaimRef, Told], site: Site
) -> tuple[Kept, ...]:
    """What does not add up about a record, or in the words that are shown."""
    wanted = standing(site.today)
    of_record = list_findings(connection, replace(wanted, records=frozenset({listed.record.id})))
    documents = frozenset(ref.document for ref in told)
    of_words = list_findings(connection, replace(wanted, documents=documents)) if documents else ()
    found = tuple(dict.fromkeys((*of_record, *of_words)))
    return page_of(listed, told, {}, (), found).findings


@router.post(PATH + "/{ident}/{act}", dependencies=[Depends(genuine)])
def act(
    request: Request,
    ident: str,
    act: str,
    site: TheSite,
    line: TheLine,
    visitor: Reviewer,
    sent: TheSent,
) -> Response:
    """Do something with a record, if it is as the reviewer saw it.

    Raises:
        NotThere: There is no such thing to do.
    """
    make = ACTS.get(act)
    if make is None:
        raise NotThere("there is no such thing to do with a record", "go back to the record")
    seen = Seen.sent(sent)
    with site.reading() as connection:
        following = line.following(connection, ident)
    try:
        decisions = decide_all(
            site,
            visitor,
            lambda d: make(d, unchanged(d.connection, ident, seen, site.wording), sent),
            sent.one("reason"),
        )
    except Changed as changed:
        return _changed(request, site, line, changed.ident, act, sent)
    done = ",".join(decision.id for decision in decisions)
    return RedirectResponse(_onwards(site, line, ident, act, sent, done, following), 303)


def _onwards(
    site: Site,
    line: Line,
    ident: str,
    act: str,
    sent: Sent,
    done: str,
    following: Sequence[Brief],
) -> str:
    """Where a reviewer goes on: to the same record as it is now, or the next.

    Which is the next was looked up before the decision, as a record that is gone has no place.
    """
    with site.reading() as connection:
        listed = _as_it_is(connection, ident, sent)
        if act not in DONE and listed is not None:
            return line.item_address(listed.record.id, done=done)
        onwards = line.still(connection, following)
        if onwards is None and following:
            onwards = line.neighbour(connection, following[-1].id)
        if onwards is not None:
            return line.item_address(onwards, done=done)
    return line.list_address(done=done)


def _as_it_is(connection: Connection, ident: str, sent: Sent) -> Listed | None:
    """The record of an id, or the one that the claim of a form has moved to.

    A claim whose sum was corrected, say, may be of another record than before.
    """
    listed = load_record(connection, ident)
    document, _, claim = sent.one("claim").partition("/")
    ref = ClaimRef(document, claim)
    if not claim or (listed is not None and ref in listed.record.claims):
        return listed
    moved = record_with(connection, ref, ident.partition(".")[0])
    return listed if moved is None else load_record(connection, moved)


def _changed(
    request: Request, site: Site, line: Line, ident: str, act: str, sent: Sent
) -> Response:
    """The page that shows what changed meanwhile, and offers to decide all the same."""
    with site.reading() as connection:
        listed = _as_it_is(connection, ident, sent)
        if listed is None:
            raise NotThere(f"record {ident} is gone", "its claims were rejected meanwhile")
        now = Seen.of(connection, listed, site.wording)
        decisions = decisions_about(connection, listed.record.claims)[-_DECISIONS:]
        made = told_decisions(connection, decisions[::-1], site.wording)
    kept = sent.pairs("csrf", "revision", "decided", "saw")
    context = {
        "line": line,
        "record": listed.record,
        "seen": now,
        "differences": differences(Seen.sent(sent), now),
        "decisions": made,
        "act": act,
        "act_name": NAMES[act],
        "kept": kept,
        "wanted": [
            (name.removeprefix("slot."), sent.one("was." + name.removeprefix("slot.")), value)
            for name, value in kept
            if name.startswith("slot.")
            and value.strip() != sent.one("was." + name.removeprefix("slot."))
        ],
        "back": record_address(listed.record.id),
    }
    return page(request, "review_changed.html", context, asked=line.asked, status=409)

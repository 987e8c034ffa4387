"""Bulk acceptance: many records that several voices tell and nothing speaks against, at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from communique.claims.shapes import SHAPES
from communique.model.decision import Decision
from communique.model.finding import ALARMS
from communique.pipeline.deciding import Decider
from communique.store.dossier import Connection
from communique.store.listing import load_records
from communique.store.reviewing import Waiting, having_sides, under_findings, waiting_ids
from communique.web.asked import Asked, TheAsked
from communique.web.deciding import decide_all
from communique.web.faults import Stale
from communique.web.links import with_query
from communique.web.rendering import page
from communique.web.site import Site
from communique.web.visitors import Reviewer, TheSite, genuine, site_of

router = APIRouter()
_PATH = "/review/bulk"
# Records that are accepted at once: one transaction, in which nobody else can write.
_MOST = 200
# Records that the preview shows.
_SAMPLE = 12
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which records are to be accepted.

    Attributes:
        asked: The sides.
        kind: Kind of record.
        voices: Number of independent voices that each has at least.
        findings: Whether those under findings are wanted too.
        site: The site.
    """

    asked: Asked
    kind: str
    voices: int
    findings: bool
    site: Site

    def idents(self, connection: Connection) -> list[str]:
        """Ids of the records, the latest formed first."""
        sides = self.asked.relationship
        among = None if sides is None else having_sides(connection, sides.names(self.kind))
        # Nobody has ruled on them, and their claims agree.
        wanted = Waiting(
            kinds=(self.kind,), ruled=False, disputed=False, voices=self.voices, among=among
        )
        found = waiting_ids(connection, wanted)
        if self.findings or not found:
            return found
        today = self.site.today
        under = frozenset().union(*(under_findings(connection, s, today) for s in ALARMS))
        return [ident for ident in found if ident not in under]

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of an address that chooses the same."""
        more = [("voices", str(self.voices)), ("findings", "1" if self.findings else "")]
        return [*self.asked.sides_alone(), ("kind", self.kind), *more]

    @property
    def address(self) -> str:
        """The address of the preview."""
        return with_query(_PATH, self.pairs())


def _chosen(
    request: Request,
    asked: TheAsked,
    kind: Annotated[str, Query(description="Kind of record.", max_length=40)] = "event",
    voices: Annotated[int, Query(description="Voices at least.", ge=1, le=1000)] = 2,
    findings: Annotated[bool, Query(description="Those under findings too.")] = False,
) -> Chosen:
    known = {shape.kind for shape in SHAPES}
    return Chosen(asked, kind if kind in known else "event", voices, findings, site_of(request))


TheChosen = Annotated[Chosen, Depends(_chosen)]


@router.get(_PATH)
def preview(
    request: Request, site: TheSite, visitor: Reviewer, chosen: TheChosen, done: int = 0
) -> Response:
    """What would be accepted: how many, and some of them."""
    with site.reading() as connection:
        idents = chosen.idents(connection)
        sample = [one.record for one in load_records(connection, _spread(idents[:_MOST]))]
    context = {
        "chosen": chosen,
        "all": len(idents),
        "count": min(len(idents), _MOST),
        "most": _MOST,
        "digest": _digest(idents[:_MOST]),
        "sample": sample,
        "done": done,
    }
    return page(request, "review_bulk.html", context, asked=chosen.asked)


@router.post(_PATH, dependencies=[Depends(genuine)])
def accept(
    site: TheSite,
    visitor: Reviewer,
    chosen: TheChosen,
    count: Annotated[int, Form()],
    digest: Annotated[str, Form()],
    reason: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Accept what the preview told, if it is still the same.

    Raises:
        Stale: Other records would be accepted than the preview told.
    """

    def make(decider: Decider) -> Sequence[Decision]:
        idents = chosen.idents(decider.connection)[:_MOST]
        if (len(idents), _digest(idents)) != (count, digest):
            reason = f"it would be {len(idents)} other records now, the preview told {count}"
            raise Stale(reason, "look at the preview again")
        return [decider.accept(name) for name in _leading(decider.connection, idents)]

    made = decide_all(site, visitor, make, reason)
    return RedirectResponse(with_query(_PATH, [*chosen.pairs(), ("done", str(len(made)))]), 303)


def _leading(connection: Connection, idents: Sequence[str]) -> list[str]:
    """The claims that lend records their words; one may do so for several records."""
    found = (str(one.record.claims[0]) for one in load_records(connection, idents))
    return list(dict.fromkeys(found))


def _digest(idents: Sequence[str]) -> str:
    return sha256("\n".join(idents).encode()).hexdigest()[:_DIGITS]


def _spread(idents: Sequence[str]) -> Sequence[str]:
    """Some of many, from all over."""
    step = max(1, -(-len(idents) // _SAMPLE))
    return idents[::step]

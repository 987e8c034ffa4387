"""Where a reviewer is in the queue: its address, and what comes before and after a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Query, Request

from communique.store.briefs import Brief
from communique.store.dossier import Connection
from communique.store.reviewing import Place, having_sides, number_of
from communique.views.queue import Queue, Why
from communique.views.standing import under_errors
from communique.web.asked import Asked, TheAsked
from communique.web.links import with_query
from communique.web.site import Site
from communique.web.visitors import site_of

PATH = "/review"
# Records that are looked at for the next one after a decision, which may have settled some of them.
_FOLLOWING = 8


def among_sides(
    site: Site, connection: Connection, asked: Asked, kind: str
) -> frozenset[str] | None:
    """Ids of the records that have all sides that are asked for; None where none are."""
    if asked.relationship is None:
        return None
    sides = asked.relationship.names(kind)
    key = ("having", sides)
    return site.cache.get(site.state(connection), key, lambda: having_sides(connection, sides))


@dataclass(frozen=True, slots=True)
class Line:
    """The records that a reviewer goes through.

    Attributes:
        asked: The sides.
        why: The reason for which they wait; None for all reasons.
        kind: Their kind; empty for any.
        site: The site.
    """

    asked: Asked
    why: Why | None
    kind: str
    site: Site

    def queue(self, connection: Connection, why: Why | None = None) -> Queue:
        """The queue of a reason; of the line's own, else of the broadest, if none is given."""
        state, today = self.site.state(connection), self.site.today
        errors = self.site.cache.get(state, "errors", lambda: under_errors(connection, today))
        among = among_sides(self.site, connection, self.asked, self.kind)
        return Queue(why or self.why or Why.SINGLE, self.kind or None, errors, among)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The parameters of an address in this line."""
        yield from self.asked.sides_alone()
        yield "why", "" if self.why is None else self.why.value
        yield "kind", self.kind

    def list_address(self, **more: str) -> str:
        """The address of the list; what is given takes the place of the line's own."""
        told = dict(more)
        pairs = [(name, told.pop(name, value)) for name, value in self.pairs()]
        return with_query(PATH, [*pairs, *told.items()])

    def item_address(self, ident: str, act: str = "", **more: str) -> str:
        """The address of a record in this line, or of what is done with it."""
        path = f"{PATH}/{quote(ident, safe='')}" + (f"/{act}" if act else "")
        told = dict(more)
        pairs = [(name, told.pop(name, value)) for name, value in self.pairs()]
        return with_query(path, [*pairs, *told.items()])

    def following(self, connection: Connection, ident: str) -> tuple[Brief, ...]:
        """Some records that come after one: what a decision on it leaves of them comes next."""
        number = number_of(connection, ident)
        if number is None:
            return ()
        found = self.queue(connection).entries(connection, Place(number), _FOLLOWING)
        return tuple(entry.record for entry in found)

    def still(self, connection: Connection, records: Sequence[Brief]) -> str | None:
        """Id of the first of some records that still waits; None if none does."""
        return self.queue(connection).still(connection, records)

    def neighbour(self, connection: Connection, ident: str, back: bool = False) -> str | None:
        """Id of the record after one, or before it; None at the end of the line."""
        number = number_of(connection, ident)
        if number is None:
            return None
        found = self.queue(connection).entries(connection, Place(number, back))
        return found[0].record.id if found else None


def _line(
    request: Request,
    asked: TheAsked,
    why: Annotated[Why | None, Query(description="Why records wait.")] = None,
    kind: Annotated[str, Query(description="Kind of record.", max_length=40)] = "",
) -> Line:
    site = site_of(request)
    return Line(asked, why, kind if kind in site.wording.words.kinds else "", site)


TheLine = Annotated[Line, Depends(_line)]

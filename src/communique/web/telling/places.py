"""The places that a map shows, kept until the dossier changes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query

from communique.claims.slots.event import Event
from communique.errors import BadOption
from communique.store.catalogue import Period
from communique.store.dossier import Connection
from communique.views.mapping import Locator, Mapped, documents_mapped, events_mapped
from communique.views.persons import records_naming
from communique.web.asked import Asked
from communique.web.site import Site


class Show(StrEnum):
    """Which places are shown."""

    EVENTS = "events"
    NAMED = "named"


def _show(
    show: Annotated[
        str, Query(description="`events`, or what documents name: `named`.", max_length=10)
    ] = "events",
) -> Show:
    """Which places a request asks for.

    Raises:
        BadOption: There are no such places.
    """
    if show not in set(Show):
        raise BadOption(show, "a map shows no such places", f"try {' or '.join(Show)}")
    return Show(show)


TheShow = Annotated[Show, Depends(_show)]


def mapped(site: Site, connection: Connection, asked: Asked, show: Show) -> Mapped:
    """The places that answer."""
    key = ("map", show, *asked.pairs())
    return site.cache.get(
        site.state(connection), key, lambda: _mapped(site, connection, asked, show)
    )


def _mapped(site: Site, connection: Connection, asked: Asked, show: Show) -> Mapped:
    sides = asked.relationship.sides if asked.relationship else ()
    homes = frozenset(side.party.code for side in sides if side.party.code)
    locator = Locator(site.positions, site.kin, homes)
    period = Period(asked.first, asked.last)
    if show is Show.NAMED:
        return documents_mapped(connection, asked.relationship, period, asked.person, locator)
    among = records_naming(connection, asked.person, (Event.kind,)) if asked.person else None
    return events_mapped(connection, asked.relationship, period, among, locator)

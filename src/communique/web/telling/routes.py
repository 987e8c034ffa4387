"""The routes that a map shows, kept until the dossier changes."""

from __future__ import annotations

from collections.abc import Iterable

from communique.claims.slots.event import Event
from communique.store.browsing import WantedDocuments
from communique.store.catalogue import Period
from communique.store.dossier import Connection
from communique.views.mapping import Locator
from communique.views.persons import records_naming
from communique.views.ways import Ends, Way, Ways, named_ways, visits
from communique.web.asked import Asked
from communique.web.site import Site


def ways(site: Site, connection: Connection, asked: Asked) -> Ways:
    """The lines that answer: routes that documents name, and the ways of guests."""
    key = ("ways", *asked.pairs())
    return site.cache.get(site.state(connection), key, lambda: _ways(site, connection, asked))


def _ways(site: Site, connection: Connection, asked: Asked) -> Ways:
    relationship = asked.relationship
    sides = relationship.sides if relationship else ()
    homes = frozenset(side.party.code for side in sides if side.party.code)
    locator = Locator(site.positions, site.kin, homes)
    ends = Ends.of(locator, site.known().vocabulary.states)
    period = Period(asked.first, asked.last)
    naming = () if relationship is None else relationship.names(Event.kind)
    documents = WantedDocuments(naming=naming, period=period, person=asked.person)
    named = named_ways(connection, documents, ends)
    among = records_naming(connection, asked.person, (Event.kind,)) if asked.person else None
    guests = visits(connection, relationship, period, among, ends)
    return Ways(_merged(named.drawn, guests.drawn), _merged(named.undrawn, guests.undrawn))


def _merged(*lists: Iterable[Way]) -> tuple[Way, ...]:
    """Those told most first; of routes and visits told as often, the routes."""
    found = [way for told in lists for way in told]
    return tuple(sorted(found, key=lambda way: -way.number))

"""Which lines a map shows: routes that documents name, and the ways of guests to their hosts.

A text that tells of a visit tells who came, not by which way: the line is drawn from the capital of
the guest to the place of the event, or to the host's capital where no place is told.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from communique.claims.slots.event import Event
from communique.store.browsing import WantedDocuments
from communique.store.catalogue import Period
from communique.store.dossier import Connection
from communique.store.listing import Wanted
from communique.store.spots import list_places, list_spots
from communique.store.ways import Stay, list_routes, stays
from communique.views.mapping import Locator
from communique.views.relationship import Relationship
from communique.vocab.places import Place
from communique.vocab.schema import State

#: The sort of a guest's way.
VISIT = "visit"


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Where a document names a route.

    Attributes:
        document: Key of the document.
        start: First code point of the words.
        end: One past the last.
    """

    document: str
    start: int
    end: int


@dataclass
class Way:
    """A line of the map, or what can't be drawn.

    Attributes:
        sort: What runs there, or `VISIT`.
        ends: Its two ends by name; of a guest's way the guest's end first.
        places: Where they lie; None where that is not clear of one of them.
        words: Where documents name it.
        events: Ids of the events that guests came to.
    """

    sort: str
    ends: tuple[str, str]
    places: tuple[Place, Place] | None
    words: list[Words] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How often it is told: documents, or events."""
        return len(self.words) + len(self.events)


@dataclass(frozen=True, slots=True)
class Ways:
    """What a map shows.

    Attributes:
        drawn: Lines with two ends that lie somewhere, those told most first.
        undrawn: What has an end of which that is not clear, likewise.
    """

    drawn: tuple[Way, ...]
    undrawn: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """Tells where the ends of ways lie.

    Attributes:
        locator: Knows towns.
        capitals: Capitals of states by their codes.
    """

    locator: Locator
    capitals: Mapping[str, str]

    @classmethod
    def of(cls, locator: Locator, states: Iterable[State]) -> Ends:
        """With the capitals that a vocabulary knows."""
        return cls(locator, {s.code: s.capital for s in states if s.capital})

    def capital(self, code: str) -> Place | None:
        """The capital of a state; None where it is not known, or not on the map."""
        name = self.capitals.get(code)
        positions = self.locator.positions
        return None if name is None else positions.of(name, (code,)) or positions.of(name, (), code)

    def stop(self, name: str) -> Place | None:
        """A town, or the capital that stands for a state."""
        sense = self.locator.kin.sense(tuple(name.split()))
        town = self.locator.locate(name)
        if town is not None or sense is None:
            return town
        return self.capital(self.locator.kin.party(sense.name).code or "")


def named_ways(connection: Connection, wanted: WantedDocuments, ends: Ends) -> Ways:
    """The routes that the documents that are asked for name; each leg of a route is a line."""
    held: dict[tuple[str, ...], Way] = {}
    places: dict[str, Place | None] = {}
    for told in list_routes(connection, wanted):
        route = told.route
        for stop in route.stops:
            if stop not in places:
                places[stop] = ends.stop(stop)
        known = [stop for stop in route.stops if places[stop] is not None]
        # Where a stop is not on the map the line goes on to the next that is.
        legs = pairwise(known) if len(known) > 1 else pairwise(route.stops)
        for one, other in legs:
            way = _way(held, route.sort, one, other, places)
            if way is not None:
                way.words.append(Words(told.document, route.start, route.end))
    return _ordered(held.values())


def _way(
    held: dict[tuple[str, ...], Way],
    sort: str,
    one: str,
    other: str,
    places: Mapping[str, Place | None],
) -> Way | None:
    """The way between two stops, whichever of them is told first; None if both are one place."""
    first, second = sorted((one, other))
    start, end = places[first], places[second]
    if start is None or end is None:
        return held.setdefault((sort, first, second), Way(sort, (first, second), None))
    if start == end:
        return None
    # One line for all names of its ends: "China" and "Beijing".
    key = (sort, *sorted((f"{start.name} {start.country}", f"{end.name} {end.country}")))
    return held.setdefault(key, Way(sort, (first, second), (start, end)))


def visits(
    connection: Connection,
    relationship: Relationship | None,
    period: Period,
    among: frozenset[str] | None,
    ends: Ends,
) -> Ways:
    """The ways of guests to their hosts.

    Args:
        connection: A connection to the dossier.
        relationship: The sides that must take part; None for anybody.
        period: The days of the events.
        among: Ids of which an event must have one; None for any.
        ends: Tells where they lie.
    """
    chosen = _chosen(connection, relationship, period, among)
    sides = () if relationship is None else relationship.names(Event.kind)
    wanted = Wanted(Event.kind, sides, period.since, period.until)
    places = {stood.id: stood.place for stood in list_places(connection, wanted)}
    held: dict[tuple[str, ...], Way] = {}
    # Thousands of events are in few places, and have few states as guests.
    locate, capital = cache(ends.locator.locate), cache(ends.capital)
    for ident, stay in sorted(stays(connection, chosen).items()):
        told = places.get(ident)
        place = None if told is None else locate(told)
        for guest, start, end in _came(stay, place, capital):
            key = (VISIT, guest, f"{end.name} {end.country}")
            way = held.setdefault(key, Way(VISIT, (start.name, end.name), (start, end)))
            way.events.append(ident)
    return _ordered(held.values())


def _chosen(
    connection: Connection,
    relationship: Relationship | None,
    period: Period,
    among: frozenset[str] | None,
) -> Collection[str] | None:
    """Ids of the events that are asked for; None for all."""
    if relationship is None and not (period.since or period.until):
        return among
    sides = () if relationship is None else relationship.names(Event.kind)
    wanted = Wanted(Event.kind, sides, period.since, period.until)
    found = {spot.id for spot in list_spots(connection, wanted)}
    return found if among is None else found & among


def _came(
    stay: Stay, place: Place | None, capital: Callable[[str], Place | None]
) -> Iterator[tuple[str, Place, Place]]:
    """From where to where the guests of an event came, each with the code of its state."""
    if place is None and len(stay.hosts) == 1:
        place = capital(*stay.hosts)
    if place is None:
        return
    for guest in sorted(stay.guests):
        home = capital(guest)
        if home is not None and guest != place.country:
            yield guest, home, place


def _ordered(ways: Iterable[Way]) -> Ways:
    ordered = sorted(ways, key=lambda way: (-way.number, way.sort, way.ends))
    return Ways(
        tuple(way for way in ordered if way.places is not None),
        tuple(way for way in ordered if way.places is None),
    )

"""Which places a map shows: where events took place, and what documents name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from communique.claims.slots.event import Event
from communique.store.catalogue import Period
from communique.store.dossier import Connection
from communique.store.listing import Wanted
from communique.store.naming_places import places_named
from communique.store.spots import Stood, list_places, list_spots
from communique.store.taking_part import parties_of
from communique.views.relationship import Relationship
from communique.vocab.kinship import Kinship
from communique.vocab.lexicon import Form
from communique.vocab.places import Place
from communique.vocab.positions import Positions


@dataclass
class Spoken:
    """A place, or a name that is not on the map.

    Attributes:
        name: Its name.
        place: Where it lies; None where that is not clear.
        wordings: What texts call it.
        events: Ids of the events that took place there.
        documents: Number of namings by documents, each wording by itself.
        latest: The latest of its events, after its day; None where it has none.
    """

    name: str
    place: Place | None
    wordings: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    documents: int = 0
    latest: Stood | None = None

    @property
    def number(self) -> int:
        """How large it is drawn: the events, or if documents were asked for, these."""
        return self.documents or len(self.events)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a map shows.

    Attributes:
        placed: Places with a position, those told most first.
        unplaced: Names without one, likewise.
    """

    placed: tuple[Spoken, ...]
    unplaced: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Locator:
    """Tells where names lie.

    Attributes:
        positions: The towns and landmarks.
        kin: Knows the names of parties.
        homes: Codes of the countries that are spoken of.
    """

    positions: Positions
    kin: Kinship
    homes: frozenset[str]

    def locate(self, name: str) -> Place | None:
        """The town that a name means; None for regions, states and what is not clear."""
        sense = self.kin.sense(tuple(name.split()))
        state = None
        if sense is not None and sense.form is not Form.METONYM:
            state = self.kin.party(sense.name).code or "none"
        return self.positions.of(name, self.homes, state)


def events_mapped(
    connection: Connection,
    relationship: Relationship | None,
    period: Period,
    among: frozenset[str] | None,
    locator: Locator,
) -> Mapped:
    """Where events took place.

    Args:
        connection: A connection to the dossier.
        relationship: The sides that must take part; None for anybody.
        period: The days of the events.
        among: Ids of which an event must have one; None for any.
        locator: Tells where names lie.
    """
    sides = () if relationship is None else relationship.names(Event.kind)
    wanted = Wanted(Event.kind, sides, period.since, period.until)
    told = list_places(connection, wanted)
    if relationship is not None and not relationship.is_plain:
        told = _taking_part(connection, told, wanted, relationship)
    if among is not None:
        told = [stood for stood in told if stood.id in among]
    held: dict[str, list[Stood]] = defaultdict(list)
    for stood in told:
        held[stood.place].append(stood)
    return _mapped(((name, events, 0) for name, events in held.items()), locator)


def documents_mapped(
    connection: Connection,
    relationship: Relationship | None,
    period: Period,
    person: str,
    locator: Locator,
) -> Mapped:
    """What documents name.

    Args:
        connection: A connection to the dossier.
        relationship: The sides that a document must name; None for any document.
        period: Days of publication.
        person: Part of the name of somebody whom it must name; empty for anybody.
        locator: Tells where names lie.
    """
    naming = () if relationship is None else relationship.naming()
    told = places_named(connection, period, naming, person)
    return _mapped(((name, [], number) for name, number in told), locator)


def _taking_part(
    connection: Connection,
    told: Sequence[Stood],
    wanted: Wanted,
    relationship: Relationship,
) -> list[Stood]:
    days: dict[str, date | None] = {s.id: s.date for s in list_spots(connection, wanted)}
    parties = parties_of(connection, [stood.id for stood in told])
    return [
        stood
        for stood in told
        if relationship.holds(Event.kind, parties[stood.id], days.get(stood.id))
    ]


def _mapped(told: Iterable[tuple[str, Sequence[Stood], int]], locator: Locator) -> Mapped:
    found: dict[tuple[str, str], Spoken] = {}
    for name, events, documents in told:
        place = locator.locate(name)
        key = (name, "") if place is None else (place.name, place.country)
        spoken = found.setdefault(key, Spoken(name if place is None else place.name, place))
        spoken.wordings.append(name)
        spoken.events += [stood.id for stood in events]
        spoken.latest = max((*events, *filter(None, [spoken.latest])), key=_late, default=None)
        spoken.documents += documents
    ordered = sorted(found.values(), key=lambda spoken: (-spoken.number, spoken.name))
    placed = tuple(spoken for spoken in ordered if spoken.place is not None)
    return Mapped(placed, tuple(spoken for spoken in ordered if spoken.place is None))


def _late(stood: Stood) -> tuple[str, str]:
    return stood.day, stood.id

"""One claim for all tellings of one event in a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.claims.kinds.event.sighting import Sighting
from communique.claims.referents import distinct
from communique.claims.slots.event import Event
from communique.model.claim import Actor
from communique.model.terms import ActorRole, EventMode, EventStatus, EventType

# Acts that a document repeats in other words and means once.
_REPEATED = frozenset({EventType.ACCUSE, EventType.CONSULT, EventType.MOBILIZE, EventType.ASSAULT})
# Forms that texts use for one another.
_ALIKE = frozenset({EventMode.MEETING, EventMode.CALL, EventMode.CONSULTATION,
                    EventMode.NEGOTIATION})  # fmt: skip


@dataclass
class Group:
    """Sightings of one event, the first that tells most of it leading."""

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def first(self) -> Sighting:
        """The sighting that the group began with."""
        return self.sightings[0]

    @property
    def generic(self) -> bool:
        """Whether nothing but what was or will be talked about tells it."""
        return all(s.site.act.generic for s in self.sightings)


def merged(sightings: Iterable[Sighting]) -> list[Group]:
    """Sightings grouped by event, in text order; what merely goes on needs something to go on."""
    sightings = list(sightings)
    groups: list[Group] = []
    for sighting in (s for s in sightings if not s.site.act.generic):
        _add(groups, sighting)
    for sighting in (s for s in sightings if s.site.act.generic):
        _add(groups, sighting)
    return sorted(groups, key=lambda g: g.first.evidence.start)


def _add(groups: list[Group], sighting: Sighting) -> None:
    for group in reversed(groups):
        if _same(group, sighting):
            group.sightings.append(sighting)
            return
    groups.append(Group([sighting]))


def _same(group: Group, new: Sighting) -> bool:
    """Whether a sighting tells the event of a group again."""
    return new.type is group.first.type and all(_agree(old, new) for old in group.sightings)


def _agree(old: Sighting, new: Sighting) -> bool:
    if old.site.head == new.site.head:
        return not (old.apart and new.apart)
    same_sentence = old.evidence == new.evidence
    if new.type not in _REPEATED and not same_sentence:
        return False
    if new.type is EventType.CONSULT and not _one_gathering(old, new):
        return False
    if _answers(old, new):
        return False
    if (
        old.when is not None
        and new.when is not None
        and ((old.when.first, old.when.last) != (new.when.first, new.when.last))
    ):
        return False
    ahead = EventStatus.PLANNED in {old.standing.status, new.standing.status}
    if old.standing.status != new.standing.status and (ahead or not new.site.act.generic):
        return False
    if ahead and new.site.act.generic and not new.parties <= old.parties:
        return False
    if same_sentence and new.type is EventType.CONSULT and old.people & new.people:
        return not _clash(old, new)
    return _shared(old, new)


def _answers(old: Sighting, new: Sighting) -> bool:
    """Whether one act is done to those who do the other: "expelled the envoy, and B did so too"."""
    return bool(
        _in_role(old, ActorRole.SOURCE) & _in_role(new, ActorRole.TARGET)
        or _in_role(new, ActorRole.SOURCE) & _in_role(old, ActorRole.TARGET)
    )


def _in_role(sighting: Sighting, role: ActorRole) -> set[str]:
    acting = (a.party for a in sighting.actors if a.role is role)
    return {party.name for party in acting if party is not None}


def _one_gathering(old: Sighting, new: Sighting) -> bool:
    if old.ordinal is not None and new.ordinal is not None and old.ordinal != new.ordinal:
        return False
    if _beside_it(old, new) or _beside_it(new, old) or _met_apart(old, new):
        return False
    if None not in (old.country, new.country) and old.country != new.country:
        return False
    if old.title is not None and new.title is not None and not _alike(old.title, new.title):
        return False
    if old.mode is new.mode:
        return old.mode is not EventMode.VISIT or not (_stop_of(old, new) or _stop_of(new, old))
    if EventMode.CALL in {old.mode, new.mode} and not (
        old.site.act.generic or new.site.act.generic
    ):
        # "Spoke today" and a meeting of more parties the same day are two.
        return old.mode in _ALIKE and new.mode in _ALIKE and old.parties == new.parties
    return old.mode in _ALIKE and new.mode in _ALIKE


def _stop_of(stop: Sighting, trip: Sighting) -> bool:
    """Whether a trip is a stop with days of its own on another, which has none."""
    dated = stop.when is not None and trip.when is None
    return dated and _in_role(stop, ActorRole.HOST) < _in_role(trip, ActorRole.HOST)


def _beside_it(gathering: Sighting, other: Sighting) -> bool:
    """Whether persons who meet are others than those of a named gathering: in its margins."""
    named = gathering.title is not None and gathering.ordinal is not None
    verbal = other.site.noun is None and not other.site.act.generic
    return named and verbal and bool(other.people) and not other.people & gathering.people


def _met_apart(old: Sighting, new: Sighting) -> bool:
    """Whether somebody meets others each time: "met the king", "met the minister".

    Whoever merely goes on telling ("they discussed trade") may name others again.
    """
    if old.site.act.generic or new.site.act.generic:
        return False
    told = old.site.noun is None and new.site.noun is None and old.evidence != new.evidence
    return told and bool(old.people - new.people) and bool(new.people - old.people)


def _alike(one: str, other: str) -> bool:
    """Whether two names share most of their words."""
    a, b = set(one.lower().split()), set(other.lower().split())
    return 2 * len(a & b) >= len(a | b)


def _shared(old: Sighting, new: Sighting) -> bool:
    """Whether the same parties act, and no party by two different persons."""
    if not (old.parties <= new.parties or new.parties <= old.parties):
        return False
    if new.type is not EventType.CONSULT:
        return bool(old.parties & new.parties)
    return not _clash(old, new)


def _clash(old: Sighting, new: Sighting) -> bool:
    known = _by_party(old)
    for party, people in _by_party(new).items():
        if party in known and not (people & known[party]):
            return True
    return False


def _by_party(sighting: Sighting) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for actor in sighting.actors:
        if actor.person is not None:
            party = actor.party.name if actor.party is not None else ""
            found.setdefault(party, set()).add(actor.person.name)
    return found


def claim(group: Group) -> Event:
    """The claim of a group: each slot from the first sighting that fills it."""
    told = group.sightings
    lead = max(told, key=lambda s: (len(s.actors), -s.evidence.start))
    first = group.first
    return Event(
        evidence=distinct(sorted(s.evidence for s in told)),
        attributed_to=first.attributed,
        modality=first.standing.modality,
        type=first.type,
        mode=first.mode,
        title=next((s.title for s in told if s.title), None),
        ordinal=next((s.ordinal for s in told if s.ordinal), None),
        actors=_united(lead.actors, [a for s in told for a in s.actors]),
        place=next((s.place for s in told if s.place and not s.site.act.generic), None),
        when=next((s.when for s in told if s.when), None),
        status=first.standing.status,
    )


def _united(lead: tuple[Actor, ...], others: list[Actor]) -> tuple[Actor, ...]:
    """The actors of the leading sighting, with those of the others that are new parties."""
    actors = list(lead)
    for other in others:
        known = any(a.party == other.party and (a.person or other.person) for a in actors)
        if not known and other not in actors:
            actors.append(other)
    return tuple(dict.fromkeys(actors))

"""Events: the acts of the vocabulary, found in the parse and merged into claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.kinds.event.casting import GATHERINGS
from communique.claims.kinds.event.inherit import telling, with_inherited_dates
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.merge import claim, merged
from communique.claims.kinds.event.narrative import narrated, with_days_told_before
from communique.claims.kinds.event.several import each
from communique.claims.kinds.event.sighting import Sighting, sightings
from communique.claims.reading import Reading
from communique.claims.slots.event import Event
from communique.model.terms import EventMode, EventStatus, EventType
from communique.vocab.claims.event import load_event_grammar
from communique.vocab.states import names_of_states, states_of_executives

# Parties whose persons are named.
_TWO_SIDES = 2


@dataclass(frozen=True, slots=True)
class Events:
    """Finds events."""

    lore: Lore

    @classmethod
    def load(cls) -> Events:
        """Read the acts.

        Raises:
            BadVocabulary: A data file breaks its schema.
        """
        return cls(Lore(load_event_grammar(), names_of_states(), states_of_executives()))

    def sightings(self, reading: Reading) -> tuple[Sighting, ...]:
        """Every place where a document tells one of the acts, in text order."""
        return reading.once("sightings of events", lambda: tuple(self._sightings(reading)))

    def _sightings(self, reading: Reading) -> Iterator[Sighting]:
        for sighting in sightings(reading, self.lore):
            yield from each(reading, self.lore, sighting)

    def find(self, reading: Reading) -> Iterator[Event]:
        """One claim for each event, with every sentence that tells it."""
        groups = merged(self.sightings(reading))
        claims = [claim(group) for group in groups]
        tellings = [telling(reading, group.first.site) for group in groups]
        dated = with_inherited_dates(reading, claims, tellings)
        past = [narrated(reading, group.first.site.head) for group in groups]
        told = with_days_told_before(reading, list(dated), past)
        for event, group in zip(told, groups, strict=True):
            if not _vague(event, generic=group.generic):
                yield event


def _vague(event: Event, *, generic: bool) -> bool:
    """Whether talks are merely promised, without day and place: "will continue to consult".

    "Vice President Diaz will meet with President Ruto" promises a meeting, "they will discuss
    trade" only where a visit has a day.
    """
    if generic and event.status is EventStatus.PLANNED and event.when is None:
        return True
    ahead = event.status is EventStatus.PLANNED and event.when is None and event.place is None
    if event.mode in GATHERINGS and event.title is not None:
        return False
    if not ahead or event.type is not EventType.CONSULT or event.mode is EventMode.VISIT:
        return False
    return len({a.party for a in event.actors if a.person is not None}) < _TWO_SIDES

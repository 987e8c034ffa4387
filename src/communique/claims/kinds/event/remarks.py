"""Acts that are no claims: praise, thanks, and deeds without a named other side.

An analyst of events wants them all the same; only the PLOVER view tells them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.kinds.event.finder import Events
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.merge import claim, merged
from communique.claims.kinds.event.sighting import sightings
from communique.claims.reading import Reading
from communique.claims.slots.event import Event
from communique.model.terms import EventType
from communique.vocab.claims.event import Act, load_acts, load_grammar_of, load_remarks


@dataclass(frozen=True, slots=True)
class Remarks:
    """Finds acts that the rules for claims leave out.

    Attributes:
        lore: The acts, asking for one side only.
        events: Finds what are claims, to leave them out.
    """

    lore: Lore
    events: Events

    @classmethod
    def load(cls) -> Remarks:
        """Read the acts.

        Raises:
            BadVocabulary: A data file breaks its schema.
        """
        acts = (*load_remarks(), *(_lenient(act) for act in load_acts()))
        events = Events.load()
        return cls(replace(events.lore, grammar=load_grammar_of(acts), one_party=True), events)

    def find(self, reading: Reading) -> Iterator[Event]:
        """One event for each verb or noun that tells no claim, in text order."""
        taken = {s.site.head for s in self.events.sightings(reading)}
        kept = []
        for sighting in sightings(reading, self.lore):
            if sighting.site.head not in taken and sighting.type is not EventType.CONSULT:
                taken.add(sighting.site.head)
                kept.append(sighting)
        yield from (claim(group) for group in merged(kept))


def _lenient(act: Act) -> Act:
    """An act that counts with one side only."""
    if act.type is EventType.CONSULT:
        return act
    joint = bool(act.participant)
    return act.model_copy(
        update={
            "needs": ("joint",) if joint else ("either",),
            "people": (),
            "bodies": (),
            "told": (),
            "finite": False,
        }
    )

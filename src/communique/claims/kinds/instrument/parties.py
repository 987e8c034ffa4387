"""Whose a document is: its signatories, and the parties that its name tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.claims.kinds.instrument.names import Naming
from communique.claims.kinds.instrument.steps import Step
from communique.claims.kinds.instrument.threads import Thread
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.mention import PartyMention
from communique.model.terms import InstrumentAction, InstrumentType

_SIDES = frozenset({"between", "with", "among", "by"})
# Types that one body makes by itself.
_OWN = frozenset(
    {
        InstrumentType.STRATEGY,
        InstrumentType.PROGRAMME,
        InstrumentType.FRAMEWORK,
        InstrumentType.RESOLUTION,
        InstrumentType.REPORT,
        InstrumentType.STATEMENT,
        InstrumentType.DECLARATION,
        InstrumentType.CONVENTION,
    }
)
_FOR = frozenset({"for", "of", "toward", "towards", "in"})


@dataclass(frozen=True)
class PartyFinder:
    """Tells the parties of the documents that one text names."""

    reading: Reading

    @cached_property
    def _mentions(self) -> tuple[PartyMention, ...]:
        return self.reading.mentions(PartyMention)

    def of(self, thread: Thread, steps: list[Step]) -> tuple[Party, ...]:
        """The parties of a document, from all places that tell of it."""
        named = distinct(p for naming in thread.namings for p in self._named(naming))
        acting = distinct(p for step in steps for p in self._acting(step))
        found = distinct((*named, *acting)) if len(named) < 2 else named
        if len(found) < 2:
            found = distinct((*found, *self._joint(thread, steps, found)))
        return found

    def _named(self, naming: Naming) -> Iterator[Party]:
        """Parties before the noun ("the EU-Georgia agreement") and those it is "between"."""
        reading, tree = self.reading, self.reading.tree
        low = tree[min(tree.phrase(naming.head).start, naming.tokens.start)].start
        yield from self._within(low, tree[naming.head].end)
        owner = tree.child(naming.head, "poss")
        if owner is not None:
            yield from reading.referents.parties(owner)
        wanted = _SIDES | (_FOR if naming.named and naming.type in _OWN else frozenset())
        for child in tree.children(naming.head, "prep"):
            if tree.lower(child) in wanted:
                for head in tree.children(child, "pobj"):
                    yield from reading.referents.parties(head)

    def _within(self, start: int, end: int) -> Iterator[Party]:
        for mention in self._mentions:
            if start <= mention.start and mention.end <= end:
                yield Party(mention.name, mention.code)

    def _acting(self, step: Step) -> Iterator[Party]:
        if step.action is InstrumentAction.RATIFIED:
            return
        referents, tree = self.reading.referents, self.reading.tree
        yield from referents.parties(step.doers)
        for head in tree.after(step.anchor, "with", "between", "alongside"):
            yield from referents.parties(head)

    def _joint(self, thread: Thread, steps: list[Step], found: tuple[Party, ...]) -> list[Party]:
        """The document's own parties, where it is a joint one that nothing else tells."""
        if thread.type in _OWN and found:
            return []
        authors = self.reading.referents.authors
        if len(authors) > 1 and (not found or set(found) <= set(authors)):
            return list(authors)
        return []

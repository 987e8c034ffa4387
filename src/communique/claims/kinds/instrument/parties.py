"""Whose a document is: its signatories, and the parties that its name tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def _is_side(mention: PartyMention) -> bool:
    """Whether a party in a name is one of the document's: not the town, not the continent of it.

    The Geneva Convention is not Switzerland's, an African Plan not that of all Africa.
    """
    return not mention.metonym and (mention.code is not None or mention.text == mention.name)


@dataclass(frozen=True)
class PartyFinder:
    """Tells the parties of the documents that one text names."""

    reading: Reading

    @cached_property
    def _mentions(self) -> tuple[PartyMention, ...]:
        return self.reading.mentions(PartyMention)

    def of(self, thread: Thread, steps: Sequence[Step], step: Step | None) -> tuple[Party, ...]:
        """The parties of a document, from the place that tells of it before all other places.

        Args:
            thread: The document.
            steps: All that is told of it.
            step: The step in question; None where the document is only named.
        """
        here = step.naming if step is not None else None
        named = distinct(p for p in self._named(here)) if here is not None else ()
        acting = tuple(self._acting(step)) if step is not None else ()
        found = named if len(named) > 1 else distinct((*named, *acting))
        if len(found) < 2:
            elsewhere = distinct(p for naming in thread.namings for p in self._named(naming))
            found = distinct((*found, *elsewhere))
        if len(found) < 2 and not acting:
            found = distinct((*found, *(p for s in steps for p in self._acting(s))))
        if len(found) < 2 and step is not None:
            found = distinct((*found, *self._joint(thread, step, found)))
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
            inside = start <= mention.start and mention.end <= end
            if inside and (mention.start, mention.end) != (start, end) and _is_side(mention):
                yield Party(mention.name, mention.code)

    def _acting(self, step: Step) -> Iterator[Party]:
        if step.action is InstrumentAction.RATIFIED:
            return
        referents, tree = self.reading.referents, self.reading.tree
        yield from referents.parties(step.doers)
        for head in tree.after(step.anchor, "with", "between", "alongside"):
            yield from referents.parties(head)

    def _joint(self, thread: Thread, step: Step, found: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties that the text is about, where nothing tells whose a joint document is."""
        if thread.type in _OWN and found:
            return ()
        authors = self.reading.referents.authors
        if len(authors) > 1 and set(found) <= set(authors):
            return authors
        together = self.reading.referents.together(step.anchor)
        if len(together) == 2 and set(found) <= set(together):
            return together
        return ()

"""The words of a document with what stands at each: persons, parties, organisations."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from communique.claims.knowledge import ClaimKnowledge
from communique.mentions.context import Context
from communique.mentions.finder import Named
from communique.mentions.words import Run
from communique.model.claim import Party
from communique.model.mention import (
    Mention,
    OrganizationMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    TimeMention,
)
from communique.vocab.claims.holding import Holding
from communique.vocab.lexicon import Form, PartySense

M = TypeVar("M", bound=Mention)
_PARTY_FORMS = frozenset({Form.NAME, Form.ADJECTIVE})


class Body(NamedTuple):
    """A state or institution in the words.

    Attributes:
        run: Its words.
        party: The party.
        country: Code of the state it is or belongs to; None for an international institution.
        is_state: Whether it is a state.
        metonym: Whether a building or capital stands for it ("the Kremlin").
        adjective: Whether an adjective names it ("Japanese").
    """

    run: Run
    party: Party
    country: str | None
    is_state: bool
    metonym: bool = False
    adjective: bool = False


@dataclass(frozen=True)
class Study:
    """A document studied for posts."""

    named: Named
    knowledge: ClaimKnowledge

    @property
    def context(self) -> Context:
        """The words."""
        return self.named.context

    @property
    def holding(self) -> Holding:
        """Words around posts."""
        return self.knowledge.holding

    @cached_property
    def people(self) -> dict[int, tuple[Run, PersonMention]]:
        """The person that begins at a word."""
        return {run.first: (run, m) for run, m in self.placed(PersonMention)}

    @cached_property
    def settings(self) -> frozenset[int]:
        """The words inside names of places and expressions of time."""
        placed = (*self.placed(PlaceMention), *self.placed(TimeMention))
        return frozenset(i for run, _ in placed for i in range(*run))

    @cached_property
    def in_person(self) -> frozenset[int]:
        """The words inside names of persons."""
        return frozenset(i for run, _ in self.people.values() for i in range(*run))

    @cached_property
    def bodies(self) -> dict[int, Body]:
        """The party that covers a word; the longest of several."""
        found: dict[int, Body] = {}
        placed = sorted(self.placed(PartyMention), key=lambda p: p[0].last - p[0].first)
        for name in self.context.party_names:
            sense = name.senses[0]
            # Inside the wording of a post an adjective is no mention: "US Secretary of State".
            if sense.form in _PARTY_FORMS and name.run.first in self.context.post_at:
                body = Body(name.run, Party(sense.name, sense.code), sense.country, sense.is_state)
                found.update(dict.fromkeys(range(*name.run), body))
        for run, mention in placed:
            sense_of = self._sense(run, mention)
            country = sense_of.country if sense_of else None
            state = sense_of.is_state if sense_of else False
            party = Party(mention.name, mention.code)
            adjective = sense_of is not None and sense_of.form is Form.ADJECTIVE
            body = Body(run, party, country, state, mention.metonym, adjective)
            found.update(dict.fromkeys(range(*run), body))
        return found

    def _sense(self, run: Run, mention: PartyMention) -> PartySense | None:
        name = self.context.party_at.get(run.first)
        senses = name.senses if name is not None else ()
        return next((s for s in senses if s.name == mention.name), None)

    @cached_property
    def organizations(self) -> dict[int, tuple[Run, OrganizationMention]]:
        """The organisation outside the vocabulary that covers a word."""
        found: dict[int, tuple[Run, OrganizationMention]] = {}
        for run, mention in self.placed(OrganizationMention):
            found.update(dict.fromkeys(range(*run), (run, mention)))
        return found

    def placed(self, kind: type[M]) -> list[tuple[Run, M]]:
        """The mentions of a kind with their words."""
        words = self.context.words
        return [
            (Run(bisect_left(words.starts, m.start), bisect_left(words.starts, m.end)), m)
            for m in self.named.mentions
            if isinstance(m, kind) and bisect_left(words.starts, m.start) < len(words)
        ]

    def freed(self, run: Run) -> Run:
        """The noun of a post without a party that overlaps its end.

        "President of the Republic" is a usual wording; in "President of the Republic of Malta" only
        "President" is the noun.
        """
        body = self.bodies.get(run.last - 1)
        if body is None or body.run.last <= run.last or body.run.first <= run.first:
            return run
        end = body.run.first
        while self.context.words.text[end - 1].lower() in {"of", "the"} and end - 1 > run.first:
            end -= 1
        return Run(run.first, end)

    def state(self, code: str) -> Party:
        """The state with that code."""
        return Party(self.context.knowledge.states.get(code, code), code)

    def between(self, start: int, end: int) -> str:
        """The document's own text between two words, both exclusive of their ends."""
        words = self.context.words
        return self.context.document.text[words.ends[start - 1] : words.starts[end]]

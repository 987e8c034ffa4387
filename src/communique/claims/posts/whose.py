"""Whose post it is: what the words tell, what the document tells elsewhere, what is common knowledge.

In that order; a post whose party none of them tells has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.posts.bearers import Bond
from communique.claims.posts.study import Body, Study
from communique.model.claim import Party
from communique.model.mention import PlaceMention
from communique.vocab.words import words_of

# Sentences that are looked back for the state of a post.
_LOOK_BACK = 3


@dataclass(frozen=True)
class Whose:
    """Finds the party of a post.

    Attributes:
        study: The document.
        bonds: Persons with posts in its text.
        titled: Persons with posts in its title.
    """

    study: Study
    bonds: Sequence[Bond]
    titled: Sequence[Bond]

    def party(self, bond: Bond) -> Party | None:
        """The state or institution of a post; None where nothing tells."""
        return (
            bond.party
            or self._owner(bond)
            or self._ours(bond)
            or self._elsewhere(bond)
            or self._of_delegation(bond)
            or self._known(bond)
            or self._near(bond)
        )

    def _owner(self, bond: Bond) -> Party | None:
        """The party that alone has the post."""
        words = bond.phrase.wording.lower()
        fitting = [w for w in self.study.holding.owners if words.startswith(w)]
        if not fitting:
            return None
        name = self.study.holding.owners[max(fitting, key=len)]
        found = self.study.context.knowledge.parties.longest(words_of(name), 0)
        return Party(found[1][0].name, found[1][0].code) if found is not None else None

    def _ours(self, bond: Bond) -> Party | None:
        return self._home if bond.phrase.determiner == "our" else None

    def _elsewhere(self, bond: Bond) -> Party | None:
        """The party that another place, or the title, gives to the same person's same post."""
        same = [b for b in (*self.bonds, *self.titled) if b.party and same_person(b, bond)]
        alike = [b for b in same if b.phrase.canonical == bond.phrase.canonical]
        return next((b.party for b in alike or same), None)

    def _of_delegation(self, bond: Bond) -> Party | None:
        """The party whose people the sentence lists: "The Canadian delegation included …"."""
        words = self.study.context.words
        index = bond.run.first - 1
        while words.same_sentence(index, bond.run.first):
            body = self.study.bodies.get(index)
            noun = words.at(index + 1).lower()
            if body is not None and noun in {"delegation", "side", "team", "delegations"}:
                return body.party
            index -= 1
        return None

    def _known(self, bond: Bond) -> Party | None:
        """The state of a person whom the world knows as the holder of high office."""
        code = self.study.knowledge.leaders.state(bond.bearer.person, bond.phrase.canonical)
        return self.study.state(code) if code is not None else None

    def _near(self, bond: Bond) -> Party | None:
        """The state that the words around are about, else the document's own."""
        own = self._home
        if own is not None and self._published and self._has(own, bond):
            return own
        for body in self._states_before(bond):
            if body != own or not self._published:
                return body
        return own if not self._published else None

    def _has(self, state: Party, bond: Bond) -> bool:
        """Whether a state has such a post at all."""
        lacking = self.study.holding.lacking.get(state.code or "", frozenset())
        words = set(words_of(bond.phrase.canonical.lower()))
        return not words & lacking

    @cached_property
    def _home(self) -> Party | None:
        code = self.study.context.home
        return self.study.state(code) if code is not None else None

    @cached_property
    def _published(self) -> bool:
        """Whether the publisher itself is of a state."""
        words = words_of(self.study.context.document.publisher or "")
        find = self.study.context.knowledge.parties.longest
        found = (find(words, i) for i in range(len(words)))
        return any(f is not None and f[1][0].country is not None for f in found)

    def _states_before(self, bond: Bond) -> list[Party]:
        """States named before a post, nearest first, from its sentence and those before."""
        words, places = self.study.context.words, self._places
        found: list[Party] = []
        number = words.sentence[bond.run.first]
        index = bond.run.first - 1
        while index >= 0 and words.sentence[index] >= number - _LOOK_BACK:
            body: Body | None = self.study.bodies.get(index)
            if body is not None and body.is_state:
                found.append(body.party)
            elif index in places:
                found.append(self.study.state(places[index]))
            index -= 1
        return found

    @cached_property
    def _places(self) -> dict[int, str]:
        return {
            run.first: mention.country
            for run, mention in self.study.placed(PlaceMention)
            if mention.country is not None
        }


def same_person(one: Bond, other: Bond) -> bool:
    """Whether two names are of one person: all parts of the shorter are in the longer."""
    left, right = (frozenset(words_of(b.bearer.person.lower())) for b in (one, other))
    return left <= right or right <= left

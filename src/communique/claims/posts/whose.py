"""Whose post it is: what the words tell, what the document tells elsewhere, what is common knowledge.

In that order; a post whose party none of them tells has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.posts.bearers import Bond
from communique.claims.posts.study import Study
from communique.claims.posts.title import title_named
from communique.model.claim import Party
from communique.model.mention import PlaceMention
from communique.vocab.words import words_of

# Sentences that are looked back for the state of a post.
_LOOK_BACK = 3
# What a naming further back still counts, for each one between.
_FADING = 0.8


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
            or self._distributed(bond)
            or self._of_subject(bond)
            or self._institution(bond)
            or self._known(bond)
            or self._near(bond)
        )

    def _owner(self, bond: Bond) -> Party | None:
        """The party that alone has the post."""
        words = bond.phrase.wording.lower()
        fitting = [w for w in self.study.holding.owners if words.startswith(w)]
        if not fitting:
            return None
        return self._party_named(self.study.holding.owners[max(fitting, key=len)])

    def _party_named(self, name: str) -> Party | None:
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

    def _distributed(self, bond: Bond) -> Party | None:
        """One of as many states as holders: "Oslo and Riga … the defence ministers, A and B"."""
        place, number = bond.place
        if number < 2:
            return None
        for states in (self._before(bond)[::-1], self._titled):
            last = list(dict.fromkeys(states))[-number:]
            if len(last) == number:
                return last[place]
        return None

    @cached_property
    def _titled(self) -> list[Party]:
        title = self.study.context.document.title or ""
        bodies = Study(title_named(self.study.context, title), self.study.knowledge).bodies
        return [bodies[i].party for i in sorted(bodies) if bodies[i].is_state]

    def _of_subject(self, bond: Bond) -> Party | None:
        """The state that begins the sentence of "its ambassador"."""
        if bond.phrase.determiner not in {"its", "their"}:
            return None
        words, states = self.study.context.words, self._before(bond)
        index = bond.run.first
        own = [
            b.party
            for i in range(index - 1, -1, -1)
            if words.same_sentence(i, index) and (b := self.study.bodies.get(i)) and b.is_state
        ]
        return (own or states or [None])[-1 if own else 0]

    def _institution(self, bond: Bond) -> Party | None:
        """The institution named last before a post that states do not have: "managing director"."""
        if bond.phrase.canonical.lower() not in self.study.holding.institutional:
            return None
        index = bond.run.first - 1
        while index >= 0:
            body = self.study.bodies.get(index)
            if body is not None and body.country is None and not body.is_state:
                return body.party
            index -= 1
        return None

    def _known(self, bond: Bond) -> Party | None:
        """The state of a person whom the world knows as the holder of high office."""
        name = self.study.knowledge.leaders.party(bond.bearer.person, bond.phrase.canonical)
        if name is None:
            return None
        return self.study.state(name) if len(name) == 2 else self._party_named(name)

    def _near(self, bond: Bond) -> Party | None:
        """The state that the words around are about, else the document's own."""
        own = self._home
        if self._government and own is not None and self._has(own, bond):
            return own
        states = [s for s in self._before(bond) if s != own or not self._government]
        fitting = [s for s in states if self._has(s, bond)]
        return _weightiest(fitting) if fitting or self._government else own

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
    def _government(self) -> bool:
        """Whether the publisher is a part of a state's government, which names its own bare."""
        words = set(words_of((self.study.context.document.publisher or "").lower()))
        return self._home is not None and bool(words & self.study.holding.government_publishers)

    def _before(self, bond: Bond) -> list[Party]:
        """States named before a post, nearest first, from its sentence and those before."""
        words, places = self.study.context.words, self._places
        found: list[Party] = []
        number, index = words.sentence[bond.run.first], bond.run.first - 1
        while index >= 0 and words.sentence[index] >= number - _LOOK_BACK:
            body = self.study.bodies.get(index)
            if body is not None:
                if body.country is not None and body.run.first == index:
                    found.append(self.study.state(body.country))
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


def _weightiest(states: Sequence[Party]) -> Party | None:
    """The state named most, nearer namings counting more."""
    weights: defaultdict[Party, float] = defaultdict(float)
    for place, state in enumerate(states):
        weights[state] += _FADING**place
    return max(weights, key=lambda s: weights[s], default=None)


def same_person(one: Bond, other: Bond) -> bool:
    """Whether two names are of one person: all parts of the shorter are in the longer."""
    left, right = (frozenset(words_of(b.bearer.person.lower())) for b in (one, other))
    return left <= right or right <= left

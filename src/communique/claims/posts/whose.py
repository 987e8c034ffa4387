"""Whose post it is, by the words, by the rest of the document, by common knowledge.

In that order; a post whose party none of them tells has none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.posts.bearers import Bond
from communique.claims.posts.delegations import leading, of_delegation
from communique.claims.posts.owned import body_called, is_body
from communique.claims.posts.study import Study
from communique.claims.posts.title import title_named
from communique.mentions.words import Run
from communique.model.claim import Party
from communique.model.mention import PlaceMention
from communique.vocab.lexicon import Form
from communique.vocab.words import words_of

# Sentences that are looked back for the state of a post.
_LOOK_BACK = 3
# What a naming further back still counts, for each one between.
_FADING = 0.8

# Relations of who acts, and what such a naming counts; "American wheat" tells little of a speaker.
_ACTING = frozenset({"nsubj", "nsubjpass"})
_ACTORS = 3.0
_ADJECTIVES = 0.7
# What the state of a document counts beside those named near a title.
_OWN = 1.0

# Publishers that are in one state for another, and the posts of their people.
_MISSIONS = frozenset({"embassy", "consulate"})
_DIPLOMATS = frozenset(
    {"ambassador", "counsellor", "counselor", "attaché", "attache", "consul", "chargé", "mission"}
    | {"secretary", "envoy", "commissioner"}
)

# Those whom guests from abroad meet.
_LEADERS = frozenset({"president", "minister", "premier", "chancellor", "king", "queen", "emir"})
_SERVED = frozenset({"president", "prime minister", "vice president", "chancellor", "king"})
_LIST = frozenset({",", "and", "as", "well", "the"})
_HEADS = frozenset({"President", "Prime Minister", "Chancellor", "King", "Emir", "Vice President"})


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
        found = self._party(bond)
        return found if found is None else self._beyond_its_house(found)

    def _beyond_its_house(self, party: Party) -> Party:
        """The state that a house stands for: "Director of Trade, The White House"."""
        said = words_of(party.name.removeprefix("The ").removeprefix("the "))
        told = None if party.code else self.study.context.knowledge.parties.longest(said, 0)
        if told is None or told[0] < len(said) or told[1][0].form is not Form.METONYM:
            return party
        return Party(told[1][0].name, told[1][0].code)

    def _party(self, bond: Bond) -> Party | None:
        if self._of_assembly(bond):
            return bond.party
        if self._of_house(bond.phrase.owner):
            called = body_called(self.study, bond.run.first, bond.phrase.owner)
            return bond.party or called or self._elsewhere(bond)
        return (
            self._of_head(bond)
            or bond.party
            or self._owner(bond)
            or self._ours(bond)
            or self._elsewhere(bond)
            or of_delegation(self.study, bond)
            or leading(self.study, bond)
            or self._known(bond)
            or self._distributed(bond)
            or self._of_subject(bond)
            or self._institution(bond)
            or self._listed(bond)
            or self._near(bond)
        )

    def _of_house(self, noun: str) -> bool:
        """Whether the noun for who has a post is one for a body that is no part of a government."""
        return is_body(self.study, noun) and noun not in self.study.holding.government_bodies

    def _of_head(self, bond: Bond) -> Party | None:
        """The state of who helps its head, where a body ends a row of posts.

        "Special Assistant to the President and Senior Director, National Security Council" is two:
        the first is not of the council.
        """
        _, helps, served = bond.phrase.wording.lower().rpartition(" to the ")
        if bond.party is None or not helps or served not in _SERVED:
            return None
        if bond.party.code in self._states:
            return None
        found = self.study.context.knowledge.parties.longest(words_of(bond.party.name), 0)
        country = None if found is None else found[1][0].country
        return None if country is None else self.study.state(country)

    @property
    def _states(self) -> Mapping[str, str]:
        return self.study.context.knowledge.states

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

    def _of_assembly(self, bond: Bond) -> bool:
        """Whether somebody chairs those who speak, who are no state: "our chairwoman, Ana Ek"."""
        chairs = self.study.holding.chairs & set(words_of(bond.phrase.wording.lower()))
        return bond.phrase.determiner == "our" and bool(chairs)

    def _elsewhere(self, bond: Bond) -> Party | None:
        """The party that another place, or the title, gives to the same person's same post."""
        same = [b for b in (*self.bonds, *self.titled) if b.party and same_person(b, bond)]
        alike = [b for b in same if b.phrase.canonical == bond.phrase.canonical]
        return next((b.party for b in alike or same), None)

    def _distributed(self, bond: Bond) -> Party | None:
        """One of as many states as holders: "Oslo and Riga … the defence ministers, A and B"."""
        place, number = bond.place
        if number < 2:
            return None
        titled = list(dict.fromkeys(self._titled))
        named = list(dict.fromkeys(self._before(bond)))[:number][::-1]
        states = titled if len(titled) == number else named
        return states[place] if len(states) == number else None

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
        if bond.phrase.determiner == "its" and (body := self._body_before(bond)) is not None:
            return body
        own = [
            b.party
            for i in range(index - 1, -1, -1)
            if words.same_sentence(i, index) and (b := self.study.bodies.get(i)) and b.is_state
        ]
        return own[-1] if own else next(iter(states), None)

    def _body_before(self, bond: Bond) -> Party | None:
        """The institution of "its president", where "the bank" is what the text goes on about."""
        words, tokens = self.study.context.words, self.study.context.words.analysis.tokens
        number, forms = words.sentence[bond.run.first], self.study.knowledge.referents.bodies
        told = [
            i
            for i in range(bond.run.first)
            if number - 1 <= words.sentence[i]
            and words.at(i).lower() in forms
            and tokens[words.token[i]].dep in _ACTING
            and words.at(i - 1).lower() == "the"
        ]
        return self._last_institution(told[-1]) if told else None

    def _last_institution(self, index: int, ending: str | None = None) -> Party | None:
        """The institution named last before a word; nobody presides over a region or a format."""
        for i in range(index - 1, -1, -1):
            body = self.study.bodies.get(i)
            if body is None or body.country is not None or body.is_state:
                continue
            if body.party.name in self.study.context.knowledge.members:
                continue
            if ending is None or words_of(body.party.name.lower())[-1] == ending:
                return body.party
        return None

    def _institution(self, bond: Bond) -> Party | None:
        """The institution named last before a post that states do not have: "managing director".

        A commissioner is one of a commission, if the text names one.
        """
        said = set(words_of(bond.phrase.wording.lower()))
        institutional = bond.phrase.canonical.lower() in self.study.holding.institutional
        if not institutional or said & self.study.holding.government_bodies:
            return None
        if "commissioner" in said and "high" not in said:
            everywhere = len(self.study.context.words)
            first = self._last_institution(bond.run.first, "commission")
            named = first or self._last_institution(everywhere, "commission")
            if named is not None:
                return named
        return self._last_institution(bond.run.first)

    def _listed(self, bond: Bond) -> Party | None:
        """The party of the person named just before in a list of one side's people.

        As in "met with Indian Foreign Minister X, National Security Advisor Y and Foreign Secretary
        Z"; two foreign ministers are of two states.
        """
        place = self._row.index(bond)
        return self._along(bond, self._row[place - 1 :: -1] if place else []) or self._along(
            bond, self._row[place + 1 :]
        )

    def _along(self, bond: Bond, neighbours: Sequence[Bond]) -> Party | None:
        """The first party told among the neighbours of a person in a list."""
        seen, last = {bond.phrase.canonical}, bond
        for other in neighbours:
            repeated = other.phrase.canonical in seen or not other.title
            if repeated or not self._joined(last, other):
                return None
            party = other.party or self._known(other)
            if party is not None:
                heads = {other.phrase.canonical, bond.phrase.canonical} <= _HEADS
                state = party.code in self.study.context.knowledge.states
                return party if state and self._has(party, bond) and not heads else None
            seen.add(other.phrase.canonical)
            last = other
        return None

    def _joined(self, one: Bond, other: Bond) -> bool:
        """Whether nothing but "and" and commas stands between two persons with their posts."""
        words = self.study.context.words
        left, right = sorted((one.run, other.run))
        between = words.text[left.last : right.first]
        return all(w in _LIST for w in between) and words.same_sentence(left.first, right.first)

    @cached_property
    def _row(self) -> list[Bond]:
        return sorted(self.bonds, key=lambda b: b.run)

    def _known(self, bond: Bond) -> Party | None:
        """The state of a person whom the world knows as the holder of high office."""
        name = self.study.knowledge.leaders.party(bond.bearer.person, bond.phrase.canonical)
        if name is None:
            return None
        return self.study.state(name) if len(name) == 2 else self._party_named(name)

    def _near(self, bond: Bond) -> Party | None:
        """The state that the words around are about, else the document's own."""
        own = self._home
        if (abroad := self._met_abroad(bond)) is not None:
            return abroad
        if self._of_host(bond):
            return self._host
        if self._government and own is not None and self._has(own, bond):
            return own
        told = self._told_before(bond)
        states = [(s, weight) for s, weight in told if s != own or not self._government]
        fitting = [(s, weight) for s, weight in states if self._has(s, bond)]
        if fitting and own is not None and bond.title and self._has(own, bond):
            # A newspaper names the people of its own state bare: "Health Minister Ek".
            fitting.insert(0, (own, _OWN))
        return _weightiest(fitting) if fitting or self._government else own

    def _of_host(self, bond: Bond) -> bool:
        """Whether an embassy tells of somebody where it is: "I called on Vice-President Ek".

        Its own people, who are diplomats, and "our Prime Minister" are told otherwise.
        """
        publisher = set(words_of((self.study.context.document.publisher or "").lower()))
        if not publisher & _MISSIONS or self._host is None:
            return False
        diplomat = set(words_of(bond.phrase.wording.lower())) & _DIPLOMATS
        return not diplomat and self._has(self._host, bond)

    @cached_property
    def _host(self) -> Party | None:
        """The state that a document names most beside its own."""
        own = self.study.context.home
        senses = (name.senses[0] for name in self.study.context.party_names)
        named = Counter(s.country for s in senses if s.is_state and s.country != own)
        most = named.most_common(1)
        return self.study.state(str(most[0][0])) if most else None

    def _met_abroad(self, bond: Bond) -> Party | None:
        """The state that a sentence opens with, of a leader met there: "In Fiji, Ek met with …"."""
        if not set(words_of(bond.phrase.canonical.lower())) & _LEADERS:
            return None
        words, first = self.study.context.words, bond.run.first
        while first > 0 and words.same_sentence(first - 1, bond.run.first):
            first -= 1
        told = {words.at(i).lower() for i in range(first, bond.run.first)}
        if words.at(first).lower() != "in" or "with" not in told:
            return None
        body, place = self.study.bodies.get(first + 1), self._places.get(first + 1)
        country = body.country if body is not None else place
        state = self.study.state(country) if country is not None else None
        return state if state is not None and self._has(state, bond) else None

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
        return [state for state, _ in self._told_before(bond)]

    def _told_before(self, bond: Bond) -> list[tuple[Party, float]]:
        """The same with what each naming counts for telling whose a post is."""
        words, places = self.study.context.words, self._places
        found: list[tuple[Party, float]] = []
        number, index = words.sentence[bond.run.first], bond.run.first - 1
        while index >= 0 and words.sentence[index] >= number - _LOOK_BACK:
            body = self.study.bodies.get(index)
            if body is not None:
                if body.country is not None and body.run.first == index:
                    found.append(
                        (self.study.state(body.country), self._weight(body.run, body.adjective))
                    )
            elif index in places:
                found.append((self.study.state(places[index]), self._weight(Run(index, index + 1))))
            index -= 1
        return found

    def _weight(self, run: Run, adjective: bool = False) -> float:
        """What a naming counts: who acts in a sentence is more its topic than what is told of.

        "Norway is mulling the same as the Danes; State Secretary X": Norway's.
        """
        words = self.study.context.words
        tokens = words.analysis.tokens
        if any(tokens[words.token[i]].dep in _ACTING for i in range(*run)):
            return _ACTORS
        return _ADJECTIVES if adjective else 1.0

    @cached_property
    def _places(self) -> dict[int, str]:
        return {
            run.first: mention.country
            for run, mention in self.study.placed(PlaceMention)
            if mention.country is not None
        }


def _weightiest(states: Sequence[tuple[Party, float]]) -> Party | None:
    """The state named most, nearer namings counting more."""
    weights: defaultdict[Party, float] = defaultdict(float)
    for place, (state, weight) in enumerate(states):
        weights[state] += weight * _FADING**place
    return max(weights, key=lambda s: weights[s], default=None)


def same_person(one: Bond, other: Bond) -> bool:
    """Whether two names are of one person: all parts of the shorter are in the longer."""
    left, right = (frozenset(words_of(b.bearer.person.lower())) for b in (one, other))
    return left <= right or right <= left

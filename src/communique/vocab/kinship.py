"""Who belongs to whom: whose side a body is on, whose bank it is, who is a member of what.

Made from the vocabulary. Parties are named by their canonical names, as in claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from communique.model.claim import Party
from communique.vocab.claims.leaders import Leaders, load_leaders
from communique.vocab.lexicon import Form, Lexicon, PartySense, party_lexicon
from communique.vocab.loader import Vocabulary, load_vocabulary
from communique.vocab.places import Gazetteer
from communique.vocab.publishers import Publishers, load_publishers
from communique.vocab.schema import Institution, InstitutionType, Member
from communique.vocab.words import words_of

# What they do is their own business, whoever owns them; the others act for themselves alone.
_OWNED = frozenset({InstitutionType.DEVELOPMENT_BANK, InstitutionType.STATE_COMPANY})
_APART = frozenset(
    {
        InstitutionType.COMPANY,
        InstitutionType.NGO,
        InstitutionType.POLITICAL_PARTY,
        InstitutionType.ARMED_GROUP,
    }
)


class Belonging(NamedTuple):
    """A member of a grouping or institution, by canonical name, with its first and last day."""

    name: str
    since: date | None
    until: date | None

    def holds(self, on: date | None) -> bool:
        """Whether it is a member on a day; without a day, whether it ever was."""
        if on is None:
            return True
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or on <= self.until)


@dataclass(frozen=True, eq=False, repr=False)
class Kinship:
    """Kinship of parties.

    Attributes:
        codes: Code of each party of the vocabulary, by canonical name.
        parties: Their names, adjectives and metonyms.
        publishers: Words that tell the bodies of a state from other names.
        leaders: Persons whom the world knows as holders of high office.
        groupings_alone: Names of regions, blocs and formats: what has members and no organs.
    """

    codes: Mapping[str, str | None]
    parties: Lexicon
    publishers: Publishers
    leaders: Leaders
    groupings_alone: frozenset[str]
    _above: Mapping[str, tuple[str, ...]]
    _owners: Mapping[str, tuple[str, ...]]
    _members: Mapping[str, tuple[Belonging, ...]]
    _by_word: Mapping[str, str]

    def __repr__(self) -> str:
        return f"{type(self).__name__} of {len(self.codes)} parties"

    @classmethod
    def load(cls) -> Kinship:
        """Read the vocabulary that ships with the package.

        Raises:
            BadVocabulary: A vocabulary file breaks its schema.
        """
        return cls.over(load_vocabulary())

    @classmethod
    def over(cls, vocabulary: Vocabulary) -> Kinship:
        """The same over a vocabulary that was read already.

        Raises:
            BadVocabulary: Another file of the vocabulary breaks its schema.
        """
        return cls.of(vocabulary, load_publishers(), load_leaders())

    @classmethod
    def of(cls, vocabulary: Vocabulary, publishers: Publishers, leaders: Leaders) -> Kinship:
        """Work out the kinship of a vocabulary's entries."""
        states = {state.code: state.name for state in vocabulary.states}
        bodies = {body.name: body for body in vocabulary.institutions}
        codes: dict[str, str | None] = {name: code for code, name in states.items()}
        codes |= {body.name: body.code for body in vocabulary.institutions}
        codes |= {grouping.name: grouping.code for grouping in vocabulary.groupings}
        # Where one code is of two entries, a state comes before a body and that before a region.
        by_word = {code: name for name, code in reversed(codes.items()) if code is not None}
        return cls(
            codes=MappingProxyType(codes),
            # Which metonyms are also cities does not matter here.
            parties=party_lexicon(vocabulary, Gazetteer(0, MappingProxyType({}), {})),
            publishers=publishers,
            leaders=leaders,
            groupings_alone=frozenset(grouping.name for grouping in vocabulary.groupings),
            _above=MappingProxyType(
                {name: _chain(b, bodies, states) for name, b in bodies.items()}
            ),
            _owners=MappingProxyType(dict(_owners(bodies, states))),
            _members=MappingProxyType(dict(_members(vocabulary, states))),
            _by_word=MappingProxyType(by_word),
        )

    def side(self, name: str) -> str:
        """Whose side a party is on: the state of a ministry, the institution of its organ.

        A bank, a company and whoever is no part of anything is a side of its own. Of bodies that
        the vocabulary lacks, the name tells: "Ministry of Ports of Peru".
        """
        if name in self.codes:
            return (name, *self.above(name))[-1]
        found = self.state_in(name)
        return name if found is None else found

    def above(self, name: str) -> tuple[str, ...]:
        """What a body is part of, step by step, its state last; empty for a side of its own."""
        return self._above.get(name, ())

    def party(self, name: str) -> Party:
        """A party by its canonical name, with its code."""
        return Party(name, self.codes.get(name))

    def named(self, word: str) -> Party | None:
        """The party that somebody means by a code or any of its names; None if nobody is known."""
        known = self._by_word.get(word) or self._by_word.get(word.upper())
        if known is None and word in self.codes:
            known = word
        if known is None:
            sense = self.sense(words_of(word))
            known = None if sense is None or sense.form is Form.ADJECTIVE else sense.name
        return None if known is None else self.party(known)

    def sense(self, words: tuple[str, ...]) -> PartySense | None:
        """What all the words together name, an article aside."""
        start = 1 if words and words[0].lower() == "the" else 0
        found = self.parties.longest(words, start)
        return found[1][0] if found is not None and found[0] == len(words) else None

    def senses(self, words: tuple[str, ...]) -> Iterator[tuple[int, int, PartySense]]:
        """The parties that words name, each with its first word and one past its last."""
        index = 0
        while index < len(words):
            found = self.parties.longest(words, index)
            if found is not None:
                yield index, found[0], found[1][0]
            index = index + 1 if found is None else found[0]

    def state_in(self, name: str) -> str | None:
        """The side that a body's name tells: that of the first party in it; None if it has none."""
        words = words_of(name)
        if not self.publishers.bodies & {word.lower() for word in words}:
            return None
        first = next(self.senses(words), None)
        return None if first is None else (first[2].name, *self.above(first[2].name))[-1]

    def owners(self, name: str) -> tuple[str, ...]:
        """Who owns a bank, fund or company; empty for what nobody on record owns."""
        return self._owners.get(name, ())

    def members(self, name: str, on: date | None) -> frozenset[str]:
        """Who belongs to a grouping or institution on a day; without a day, who ever did."""
        return frozenset(m.name for m in self._members.get(name, ()) if m.holds(on))

    def groupings(self, name: str, on: date | None) -> frozenset[str]:
        """What a party is a member of on a day; without a day, what it ever was."""
        return frozenset(whole for whole, told in self._joined.get(name, ()) if told.holds(on))

    @cached_property
    def _joined(self) -> Mapping[str, Sequence[tuple[str, Belonging]]]:
        """What each party is or was a member of."""
        found: dict[str, list[tuple[str, Belonging]]] = {}
        for whole, members in self._members.items():
            for member in members:
                found.setdefault(member.name, []).append((whole, member))
        return found

    def bodies(self, party: str) -> frozenset[str]:
        """Names of the bodies that are part of a party, be it a state, a body or an institution."""
        return frozenset(name for name, above in self._above.items() if party in above)

    def owned(self, side: str) -> frozenset[str]:
        """Names of the banks, funds and companies that a side owns, alone or with others."""
        return frozenset(name for name, whose in self._owners.items() if side in whose)


def _chain(
    body: Institution, bodies: Mapping[str, Institution], states: Mapping[str, str]
) -> tuple[str, ...]:
    """What a body is part of, step by step; what is owned is no part of its owner."""
    chain = [body.name]
    while body.type not in _APART:
        above = bodies.get(body.part_of or "")
        if above is None or above.name in chain or (_is_owned(body) and not _is_owned(above)):
            break
        body = above
        chain.append(body.name)
    state = states.get(body.country or "")
    if state is not None and body.type not in _APART and not _is_owned(body):
        chain.append(state)
    return tuple(chain[1:])


def _is_owned(body: Institution) -> bool:
    of_a_state = body.type is InstitutionType.FUND and body.country is not None
    return body.type in _OWNED or of_a_state or bool(body.owners)


def _owners(
    bodies: Mapping[str, Institution], states: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The owners of each owned body: as told, else its state or what it is part of."""
    for name, body in bodies.items():
        top = bodies.get((name, *_chain(body, bodies, states))[-1])
        if top is None or not _is_owned(top):
            continue
        above = tuple(filter(None, (top.country or top.part_of,)))
        owners = tuple(states.get(owner, owner) for owner in body.owners or top.owners or above)
        if owners:
            yield name, owners


def _members(
    vocabulary: Vocabulary, states: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Belonging, ...]]]:
    entries: Iterable[tuple[str, tuple[Member, ...]]] = (
        *((g.name, g.members) for g in vocabulary.groupings),
        *((m.institution, m.members) for m in vocabulary.memberships),
    )
    for name, members in entries:
        yield (
            name,
            tuple(Belonging(states.get(m.party, m.party), m.since, m.until) for m in members),
        )

"""Whose side a party is on: ministries stand for their state, the Commission for the Union.

A side is named by the code of a state, or by the code or name of an institution or grouping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from communique.model.claim import Party
from communique.vocab.loader import Vocabulary
from communique.vocab.schema import Grouping, Institution, InstitutionType, Member, State
from communique.vocab.words import without_accents, words_of

#: How much it counts that one side is a part or member of the other: less than that they are one.
PART = 0.7

# Institutions that act for the state they belong to; its companies and parties do not.
_ORGANS = frozenset({
    InstitutionType.GOVERNMENT, InstitutionType.HEAD_OF_STATE_OFFICE, InstitutionType.LEGISLATURE,
    InstitutionType.MINISTRY, InstitutionType.AGENCY, InstitutionType.CENTRAL_BANK,
    InstitutionType.COURT, InstitutionType.INITIATIVE, InstitutionType.FUND,
})  # fmt: skip
# Those that a state owns and that act for themselves.
_OWNED = frozenset({
    InstitutionType.DEVELOPMENT_BANK, InstitutionType.FUND, InstitutionType.STATE_COMPANY,
    InstitutionType.CENTRAL_BANK,
})  # fmt: skip
# Those that act for the union they belong to.
_UNION = frozenset({InstitutionType.EU_INSTITUTION, InstitutionType.EU_BODY})
# No chain of institutions is longer.
_CHAIN = 6


class Meeting(NamedTuple):
    """What two sets of sides have in common.

    Attributes:
        shared: Number of sides of the one that are, or are part of, sides of the other, counted
            where there are fewer of them: a region met by its five members is one.
        exact: Number of sides that are in both.
        left: Sides of the one that the other has not.
        right: Sides of the other that the one has not.
    """

    shared: int
    exact: int
    left: frozenset[str]
    right: frozenset[str]


@dataclass(frozen=True, eq=False)
class Sides:
    """Knows parties, and what they belong to; one is only equal to itself.

    Attributes:
        capitals: Seats of governments, in lower case and without accents.
    """

    capitals: frozenset[str]
    _side: Mapping[str, str]
    _known: frozenset[str]
    _above: Mapping[str, str]
    _owner: Mapping[str, str]
    _members: Mapping[str, frozenset[str]]
    _all: frozenset[str]
    _groups: frozenset[str]
    _open: frozenset[str]
    _states: Mapping[str, str]
    _names: Mapping[tuple[str, ...], str]
    _longest: Mapping[str, int]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Sides:
        """From the vocabulary."""
        bodies: dict[str | None, Institution] = {b.name: b for b in vocabulary.institutions}
        side = {state.name: state.code for state in vocabulary.states}
        side |= {body.name: _side_of(body, bodies) for body in vocabulary.institutions}
        side |= {group.name: group.code or group.name for group in vocabulary.groupings}
        above = {
            _key(body): _side_of(bodies[body.part_of], bodies)
            for body in vocabulary.institutions
            if body.part_of in bodies
        }
        names = _all_names(vocabulary, side)
        members = {side[m.institution]: _present(m.members, side) for m in vocabulary.memberships}
        members |= {side[g.name]: _present(g.members, side) for g in vocabulary.groupings}
        return cls(
            capitals=frozenset(
                without_accents(s.capital).lower() for s in vocabulary.states if s.capital
            ),
            _side=MappingProxyType(side),
            _known=frozenset(side.values()),
            _above=MappingProxyType(above),
            _owner=MappingProxyType(_owners(vocabulary)),
            _members=MappingProxyType({name: them for name, them in members.items() if them}),
            _all=frozenset(side.values()),
            _groups=frozenset(side[g.name] for g in vocabulary.groupings),
            _open=frozenset(side[g.name] for g in vocabulary.groupings if not g.members),
            _states=MappingProxyType(dict(_state_names(vocabulary))),
            _names=MappingProxyType(names),
            _longest=MappingProxyType(_longest(names)),
        )

    def of_party(self, party: Party) -> str:
        """The side that a party is on; a party that is not known is a side of its own."""
        return self._side.get(party.name) or party.code or party.name

    def state(self, name: str) -> str | None:
        """The code of the state with that name; None if there is none."""
        return self._states.get(name)

    def members(self, side: str) -> frozenset[str]:
        """Sides that a grouping or institution consists of; empty for all others."""
        return self._members.get(side, frozenset())

    def known(self, side: str) -> bool:
        """Whether the vocabulary has it; a "Joint Commission" may be that of the others named."""
        return side in self._all

    def vague(self, side: str) -> bool:
        """Whether it is a region whose extent varies with the speaker ("Europe")."""
        return side in self._open

    def plural(self, side: str) -> bool:
        """Whether it is a grouping: Central Asia sends five, while the Union speaks as one."""
        return side in self._groups

    def agreement(self, one: str, other: str) -> float:
        """1 for one side, `PART` where one is part or member of the other, else 0; symmetric."""
        if one == other:
            return 1.0
        return PART if self._part(one, other) or self._part(other, one) else 0.0

    def _part(self, one: str, other: str) -> bool:
        if self._above.get(one) == other:
            return True
        whole = self.members(other)
        if one in whole:
            return True
        parts = self.members(one)
        return bool(parts) and parts <= whole

    def belongs(self, one: str, other: str) -> bool:
        """Whether one is the other, one of its institutions, or its bank, fund or company.

        Members of a union do not belong to it so.
        """
        return other in {one, self._above.get(one), self._owner.get(one)}

    def knows(self, side: str) -> bool:
        """Whether it is a state, or an institution or grouping of the vocabulary."""
        return side in self._known

    def meeting(self, one: Iterable[str], other: Iterable[str]) -> Meeting:
        """What two sets of sides have in common; symmetric but for left and right."""
        ours, theirs = frozenset(one), frozenset(other)
        common = ours & theirs
        left = frozenset(a for a in ours - common if not self._has_kin(a, theirs))
        right = frozenset(b for b in theirs - common if not self._has_kin(b, ours))
        shared = min(len(ours) - len(left), len(theirs) - len(right))
        return Meeting(shared, len(common), left, right)

    def several(self, sides: Iterable[str]) -> bool:
        """Whether there are two or more that are no parts of one another: Central Asia and Peru."""
        found = frozenset(sides)
        return any(not self.agreement(a, b) for a in found for b in found)

    def _has_kin(self, side: str, others: frozenset[str]) -> bool:
        return any(self.agreement(side, other) for other in others)

    def folded(self, words: Sequence[str]) -> Iterator[str]:
        """Words (`tokens_of`), names of parties turned into "@" and their side, longest first."""
        index = 0
        while index < len(words):
            for length in range(self._longest.get(words[index], 0), 0, -1):
                side = self._names.get(tuple(words[index : index + length]))
                if side is not None:
                    yield f"@{side}"
                    index += length
                    break
            else:
                yield words[index]
                index += 1


def tokens_of(name: str) -> tuple[str, ...]:
    """The words of a name without signs: "U.S.-EU" as "U", "S", "EU"; only "+" tells something."""
    # A soft hyphen only says where a line may break.
    words = words_of(name.replace("\u00ad", ""))
    return tuple(word for word in words if word[0].isalnum() or word == "+")


def agree(sides: Sides, one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both tell parties, and each of the fewer is, or belongs to, one of the others."""
    fewer, more = _by_number(tuple(one), tuple(other))
    together = all(any(sides.belongs(a, b) or sides.belongs(b, a) for b in more) for a in fewer)
    return bool(fewer) and together


def others(sides: Sides, one: tuple[str, ...], other: tuple[str, ...], members: bool) -> bool:
    """Whether both tell parties, and other ones.

    Args:
        sides: Tells parties.
        one: Parties.
        other: Parties.
        members: Whether a member may stand for its region, and the region for it.
    """
    fewer, more = _by_number(one, other)
    if not fewer or agree(sides, one, other):
        return False
    return not (members and all(any(sides.agreement(a, b) for b in more) for a in fewer))


def _by_number(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, ...]]:
    return sorted((one, other), key=lambda parties: (len(parties), parties))


def _key(body: Institution) -> str:
    return body.code or body.name


def _side_of(body: Institution, bodies: Mapping[str | None, Institution]) -> str:
    """The state or union that an institution acts for, else itself."""
    for _ in range(_CHAIN):
        if body.country is not None and body.type in _ORGANS:
            return body.country
        if body.type not in _ORGANS | _UNION or body.part_of not in bodies:
            break
        body = bodies[body.part_of]
    return _key(body)


def _owners(vocabulary: Vocabulary) -> dict[str, str]:
    """By bank, fund or company of a state, the state; companies of nobody's are left out."""
    return {
        _key(body): body.country
        for body in vocabulary.institutions
        if body.country is not None and body.type in _OWNED
    }


def _present(members: Iterable[Member], side: Mapping[str, str]) -> frozenset[str]:
    """Sides of the members that have not left."""
    return frozenset(side.get(m.party, m.party) for m in members if m.until is None)


def _state_names(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for state in vocabulary.states:
        for name in (state.name, state.official, *state.names):
            if name:
                yield name, state.code


def _all_names(vocabulary: Vocabulary, side: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    """Sides by the words of their names, adjectives and codes, as written and in plain letters."""
    found: dict[tuple[str, ...], str] = {}
    entries: tuple[Grouping | Institution | State, ...] = (
        *vocabulary.groupings,
        *vocabulary.institutions,
        *vocabulary.states,
    )
    for entry in entries:
        for name in filter(None, _names_of(entry)):
            found[tokens_of(name)] = side[entry.name]
            found[tokens_of(without_accents(name))] = side[entry.name]
    return found


def _names_of(entry: Grouping | Institution | State) -> Iterator[str | None]:
    """Names that mean nothing else; the code of a state may be a word ("IT", "NO")."""
    names = (entry.name, *entry.names)
    if isinstance(entry, Institution):
        yield from (name for name in (*names, entry.code) if name not in entry.ambiguous)
        return
    yield from (*names, *entry.adjectives)
    if isinstance(entry, Grouping):
        yield entry.code
    else:
        yield from (*entry.demonyms, entry.official)
        # Buildings; a city may be where something was signed.
        yield from (n for n in entry.metonyms if " " in n and n != entry.capital)


def _longest(names: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """By the first word of names, the length of the longest."""
    found: dict[str, int] = {}
    for name in names:
        found[name[0]] = max(len(name), found.get(name[0], 0))
    return found

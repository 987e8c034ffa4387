"""Persons: entities of their own, with the spellings in which texts name them.

Every claim that names a person tells of one: holders of posts and people who take part in events.
One name is one person, and so are two forms of a name where a post or a party agrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.model.record import Node
from communique.records.comparing import names
from communique.records.comparing.lore import Lore
from communique.records.comparing.posts import head
from communique.records.comparing.tally import Tally
from communique.records.matching import ENOUGH, Match

_EQUAL_NAME = 1.0
_ALIKE_NAME = 0.8
_SURNAME = 0.5
_FORMAL = 0.03
_POST = 0.3
_SIDE = 0.2


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What of a person is compared.

    Attributes:
        name: As written, without dots and commas.
        side: The side that the claim ties the person to; empty where it ties to none.
        posts: Keys of the posts that the claim names.
    """

    name: str
    side: str = ""
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonMatcher:
    """Compares persons.

    Attributes:
        lore: What comparisons need to know.
        kind: Name of the kind.
        shape: Of its profiles.
    """

    lore: Lore
    kind: str = "person"
    shape: type[PersonProfile] = PersonProfile

    def profiles(self, node: Node) -> Iterator[PersonProfile]:
        """One of the holder of an office, one of each person in an event."""
        claim, sides = node.claim, self.lore.sides
        if isinstance(claim, Office):
            side = sides.of_party(claim.party) if claim.party else ""
            yield from _profile(claim.person.name, side, self.lore.posts.keys(claim.post))
        elif isinstance(claim, Event):
            for actor in claim.actors:
                side = sides.of_party(actor.party) if actor.party else ""
                if actor.person is not None:
                    yield from _profile(actor.person.name, side)

    def blocks(self, profile: PersonProfile) -> Iterator[str]:
        """Surname-like words of the name; every word with each noun of a post."""
        yield from sorted(names.surnames(profile.name))
        for noun in sorted({head(post) for post in profile.posts}):
            yield from (f"{word} {noun}" for word in sorted(names.keys(profile.name)))

    def compare(self, one: PersonProfile, other: PersonProfile) -> Match | None:
        """A score of name, posts and side."""
        if self.contradict(one, other):
            return None
        tally = Tally()
        tally.add(*_name(one, other))
        posts = [(a, b) for a in one.posts for b in other.posts if self.lore.posts.agreement(a, b)]
        if posts:
            tally.add(_POST, f"the same post ({min(min(pair) for pair in posts)})")
        if one.side and one.side == other.side:
            tally.add(_SIDE, f"on the same side ({one.side})")
        match = tally.match()
        return match if match and match.score >= ENOUGH else None

    def contradict(self, one: PersonProfile, other: PersonProfile) -> str | None:
        """Names that are not alike."""
        alike = one.name == other.name or names.alike(one.name, other.name)
        return None if alike else "the names differ"


def _profile(name: str, side: str, posts: tuple[str, ...] = ()) -> Iterator[PersonProfile]:
    if name.strip():
        yield PersonProfile(names.tidied(name), side, posts)


def _name(one: PersonProfile, other: PersonProfile) -> tuple[float, str]:
    closeness = names.closeness(one.name, other.name)
    told = f"{min(one.name, other.name)} and {max(one.name, other.name)}"
    if closeness is names.Closeness.EQUAL:
        return _EQUAL_NAME, f"the same name ({min(one.name, other.name)})"
    if closeness is names.Closeness.FULL:
        return _ALIKE_NAME, f"two forms of one name ({told})"
    sure = max(names.formality(one.name), names.formality(other.name))
    return _SURNAME + _FORMAL * sure, f"a name and its surname ({told})"

"""Somebody meant by a phrase: the shape that finding referents hands about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from communique.model.claim import Actor, Party, Person
from communique.model.mention import PartyMention
from communique.model.terms import ActorRole

T = TypeVar("T")


class Referent(NamedTuple):
    """Somebody meant: a party, a person, or a person for a party."""

    party: Party | None
    person: Person | None = None

    def actor(self, role: ActorRole) -> Actor:
        """Its part in an event."""
        return Actor(role, self.party, self.person)


def distinct(found: Iterable[T]) -> tuple[T, ...]:
    """Without repetitions, in the order of first appearance."""
    return tuple(dict.fromkeys(found))


def party_of(mention: PartyMention) -> Party:
    """The party that a mention names."""
    return Party(mention.name, mention.code)

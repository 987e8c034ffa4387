"""Who takes part in what a claim tells, whatever its kind, and in what role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.model.claim import Actor, Claim, Party, Person
from communique.model.terms import ActorRole

#: Role of the parties in each slot that holds some; actors have roles of their own.
_ROLES = (("by", "by"), ("to", "to"), ("parties", "party"), ("about", "about"), ("party", "of"))


class Part(NamedTuple):
    """Somebody who takes part.

    Attributes:
        role: by, to, actor, host, party, about, of.
        party: The party, None for a person of whom the claim does not tell it.
        person: The person, where one is named.
        acts: Whether it is an act of theirs; False for who receives or suffers it.
    """

    role: str
    party: Party | None
    person: Person | None
    acts: bool


def parts(claim: Claim) -> Iterator[Part]:
    """Everybody who takes part, in the order of the slots."""
    for actor in getattr(claim, "actors", ()):
        yield _of_actor(actor)
    for slot, role in _ROLES:
        told = getattr(claim, slot, None) or ()
        for party in (told,) if isinstance(told, Party) else told:
            yield Part(role, party, None, role != "to")


def leaves_party_open(claim: Claim) -> bool:
    """Whether it names a person without the party, which another claim of the text may tell."""
    return any(part.party is None and part.person is not None for part in parts(claim))


def _of_actor(actor: Actor) -> Part:
    role = "host" if actor.role is ActorRole.HOST else "actor"
    return Part(role, actor.party, actor.person, actor.role is not ActorRole.TARGET)

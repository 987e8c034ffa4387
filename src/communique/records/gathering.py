"""Slots of which a text may tell a part: what all claims tell together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from communique.model.claim import Actor, Party, Person
from communique.model.record import Directness
from communique.model.terms import ActorRole
from communique.records.electing import Tally, Voter, agreed, ruling, tallied
from communique.vocab.kinship import Kinship


def gather(slot: str, voters: Iterable[Voter], kin: Kinship) -> tuple[Any, ...]:
    """The members that the claims name, each once, those told by the closest and most first.

    What a person has set stands by itself.

    Args:
        slot: Name of the slot; it holds parties or actors.
        voters: The claims.
        kin: Tells which parties are on one side.
    """
    told = tallied((getattr(v.node.claim, slot), ruling(v, slot)) for v in voters)
    decided = [tally for tally in told if tally.directness is Directness.DECISION]
    if decided:
        whole: tuple[Any, ...] = min(decided, key=lambda t: t.rank).value
        return whole
    if any(isinstance(member, Actor) for tally in told for member in tally.value):
        return _actors(told, kin)
    return _parties(told, kin)


def _parties(told: Sequence[Tally], kin: Kinship) -> tuple[Party, ...]:
    return tuple(party for tally in _best_of_sides(told, kin) for party in tally.value)


def _best_of_sides(told: Sequence[Tally], kin: Kinship) -> list[Tally]:
    """For each side the naming that is told best, best side first.

    "European Commission" and "European Union" are one, unless a claim names both.
    """
    by_side: dict[str, list[tuple[Any, Voter]]] = defaultdict(list)
    for tally in told:
        for side, members in _by_side(tally.value, kin).items():
            by_side[side] += [(members, voter) for voter in tally.voters]
    best = [min(tallied(votes), key=lambda t: t.rank) for votes in by_side.values()]
    return sorted(best, key=lambda t: t.rank)


def _by_side(members: Iterable[Any], kin: Kinship) -> dict[str, tuple[Any, ...]]:
    """Parties, or actors that are parties, by the side they are on."""
    sides: dict[str, tuple[Any, ...]] = {}
    for member in members:
        side = kin.side(getattr(member, "party", member).name)
        sides[side] = (*sides.get(side, ()), member)
    return sides


def _actors(told: Sequence[Tally], kin: Kinship) -> tuple[Actor, ...]:
    """Persons each once with their party, parties without a person unless persons act for them."""
    votes = [(actor, voter) for t in told for actor in t.value for voter in t.voters]
    people = _people([(a, v) for a, v in votes if a.person is not None], kin)
    present = {kin.side(t.value.party.name) for t in people if t.value.party is not None}
    alone = [
        Tally(tuple(a for a in t.value if a.person is None and a.party is not None), t.voters, ())
        for t in told
    ]
    shown = [(a, t) for t in _best_of_sides(alone, kin) for a in t.value if _adds(a, present, kin)]
    ranked = sorted((*((t.value, t) for t in people), *shown), key=lambda pair: pair[1].rank)
    return tuple(actor for actor, _ in ranked)


def _adds(actor: Actor, present: set[str], kin: Kinship) -> bool:
    """Whether a party without a person adds something: a host does, beside its minister."""
    whose = actor.party
    return whose is None or actor.role is ActorRole.HOST or kin.side(whose.name) not in present


def _people(votes: Sequence[tuple[Actor, Voter]], kin: Kinship) -> list[Tally]:
    """The actors who are persons; short names belong to the fuller one that is told best."""
    names = agreed(tallied((actor.person, voter) for actor, voter in votes), kin)
    whose = {person: index for index, tally in enumerate(names) for person in tally.values}
    found: dict[int, list[tuple[Actor, Voter]]] = defaultdict(list)
    for actor, voter in votes:
        found[whose[actor.person]].append((actor, voter))
    return [_actor(names[index].value, group) for index, group in found.items()]


def _actor(person: Person, votes: Sequence[tuple[Actor, Voter]]) -> Tally:
    """A person in the role and for the party that are told best."""
    role = min(tallied((a.role, v) for a, v in votes), key=lambda t: t.rank).value
    parties = sorted(tallied((a.party, v) for a, v in votes), key=lambda t: t.rank)
    party = parties[0].value if parties else None
    return Tally(Actor(role, party, person), tuple(v for _, v in votes), ())

"""Who takes part in a record, how close each document is to it, and who tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from communique.claims.shapes import SHAPE_OF
from communique.claims.slots.office import Office
from communique.model.claim import Party
from communique.model.record import Directness, DocumentFacts, Node, PartyRow, Tellers
from communique.records.electing import Voter
from communique.records.parts import Part, parts
from communique.vocab.kinship import Kinship

#: For each document, by its key, the party in whose office it tells each person, by full name.
Holders = Mapping[str, Mapping[str, Party]]
NO_HOLDERS: Holders = MappingProxyType({})


def parties_of(
    kind: str, nodes: Iterable[Node], kin: Kinship, holders: Holders = NO_HOLDERS
) -> tuple[PartyRow, ...]:
    """The parties of a record as its claims name them, each in each of its roles.

    Args:
        kind: Kind of the record. What a person did elsewhere makes no party one of the person's.
        nodes: Its claims.
        kin: Tells the state of bodies that the vocabulary lacks.
        holders: Parties of persons whom a claim names without one.
    """
    wanted = SHAPE_OF.get(kind, Office)
    found: dict[tuple[str, str], str | None] = {}
    told = {
        (part.role if part.party is not None else "holder", party)
        for node in nodes
        if isinstance(node.claim, wanted)
        for part in parts(node.claim)
        if (party := _party(part, node, holders)) is not None
    }
    for role, party in told:
        found[party.name, role] = _code(party, found.get((party.name, role)))
        side = kin.side(party.name)
        if party.name not in kin.codes and side != party.name:
            found[side, "body"] = kin.party(side).code
    return tuple(PartyRow(name, found[name, role], role) for name, role in sorted(found))


def _code(party: Party, other: str | None) -> str | None:
    """The code of a party; of several, which only wrong ones are, always the same."""
    codes = [code for code in (party.code, other) if code is not None]
    return min(codes, default=None)


def _party(part: Part, node: Node, holders: Holders) -> Party | None:
    if part.party is not None or part.person is None:
        return part.party
    return holders.get(node.document.key, {}).get(part.person.name)


class Circle(NamedTuple):
    """The sides of a record.

    Attributes:
        sides: All of them, by name.
        acting: Those whose act it is.
    """

    sides: frozenset[str]
    acting: frozenset[str]


def voters(
    nodes: Sequence[Node], kin: Kinship, holders: Holders = NO_HOLDERS
) -> tuple[Circle, list[Voter]]:
    """The sides of a record, and its claims with how close each document is to it."""
    told = [_circle(node, kin, holders) for node in nodes]
    circle = Circle(
        frozenset(side for each in told for side in each.sides),
        frozenset(side for each in told for side in each.acting),
    )
    spoken = _speakers((node.document for node in nodes), kin)
    closeness = (
        _directness(spoken[node.document.key], each, circle)
        for node, each in zip(nodes, told, strict=True)
    )
    return circle, [Voter(n, d) for n, d in zip(nodes, closeness, strict=True)]


def _circle(node: Node, kin: Kinship, holders: Holders) -> Circle:
    sides = [
        (kin.side(party.name), part.acts)
        for part in parts(node.claim)
        if (party := _party(part, node, holders)) is not None
    ]
    return Circle(frozenset(side for side, _ in sides), frozenset(s for s, acts in sides if acts))


def _directness(speakers: frozenset[str], told: Circle, circle: Circle) -> Directness:
    """How close a document that speaks for some is to one of its claims.

    Where the claim does not tell whose act it is, the others of the record do. What several parties
    say together is the word of each.
    """
    if speakers & (told.acting or circle.acting):
        return Directness.OWN_ACT
    if not speakers & circle.sides:
        return Directness.OUTSIDER
    return Directness.OWN_ACT if len(speakers) > 1 else Directness.OTHER_SIDE


def tellers(nodes: Iterable[Node], circle: Circle, kin: Kinship) -> Tellers:
    """Who tells a record: its parties in documents of their own or in joint ones, and outsiders."""
    spoken = set(_speakers((node.document for node in nodes), kin).values())
    inside = {speakers for speakers in spoken if speakers & circle.sides}
    alone = sorted(side for speakers in inside if len(speakers) == 1 for side in speakers)
    return Tellers(
        tuple(kin.party(side) for side in alone),
        any(len(speakers) > 1 for speakers in inside),
        spoken != inside,
    )


def _speakers(documents: Iterable[DocumentFacts], kin: Kinship) -> dict[str, frozenset[str]]:
    """The sides for which each document speaks, by its key."""
    return {d.key: frozenset(_sides(d.speaks_for, kin)) for d in documents}


def _sides(parties: Iterable[Party], kin: Kinship) -> Iterator[str]:
    return (kin.side(party.name) for party in parties)

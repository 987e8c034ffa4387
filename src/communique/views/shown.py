"""A record as a view shows it: with the reasons for its being there, and who stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.model.claim import Party
from communique.model.record import Tellers
from communique.store.evidence import Told
from communique.store.listing import Listed


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as a view shows it.

    Attributes:
        listed: The record.
        via: The switches that let it in ("member states"); empty where it is there in any case.
        regional: Whether it tells of a grouping's money, of which no member's share is stated.
        leading: The claim that lends its words to the record, with its document.
    """

    listed: Listed
    via: tuple[str, ...] = ()
    regional: bool = False
    leading: Told | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a relationship.

    Attributes:
        party: The party that was asked for.
        names: Names of all that may stand for it.
    """

    party: Party
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToldBy:
    """Who tells a record, seen from a relationship.

    Attributes:
        sides: The sides that tell it in documents of their own.
        every: Whether these are all sides there are.
        others: Other parties of the record that tell it.
        joint: Whether sides tell it together.
        outsiders: Whether anybody else does.
    """

    sides: tuple[Party, ...]
    every: bool
    others: tuple[Party, ...]
    joint: bool
    outsiders: bool


def told_by(tellers: Tellers, sides: Sequence[Side]) -> ToldBy:
    """Who tells a record; without sides, all its parties are others."""
    told = tuple(s.party for s in sides if any(p.name in s.names for p in tellers.parties))
    among = frozenset(name for side in sides for name in side.names)
    others = tuple(party for party in tellers.parties if party.name not in among)
    every = len(sides) > 1 and len(told) == len(sides)
    return ToldBy(told, every, others, tellers.joint, tellers.outsiders)

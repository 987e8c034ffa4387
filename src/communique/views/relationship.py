"""The sides that the user names, and which records are between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from communique.claims.slots.commitment import Commitment
from communique.claims.slots.office import Office
from communique.errors import BadOption
from communique.model.claim import Party
from communique.model.record import PartyRow
from communique.views.between import Between, Switches, apart, between, names_standing_for
from communique.views.shown import Side
from communique.vocab.kinship import Kinship
from communique.vocab.loader import load_vocabulary
from communique.vocab.spellings import other_names

# Names are near from so much likeness on.
_LIKENESS = 0.7
_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class Admission:
    """Why a record is there.

    Attributes:
        via: The switches that let it in ("member states"); empty where it is there in any case.
        regional: Whether it tells of a grouping's money, of which no member's share is stated.
    """

    via: tuple[str, ...] = ()
    regional: bool = False


@dataclass(frozen=True, slots=True)
class Relationship:
    """What lies between several sides.

    Attributes:
        sides: The sides, as they were asked for.
        switches: What besides a side itself may stand for it.
        kin: Who belongs to whom.
    """

    sides: tuple[Side, ...]
    switches: Switches
    kin: Kinship

    @classmethod
    def of(
        cls, words: Sequence[str], switches: Switches, kin: Kinship | None = None
    ) -> Relationship | None:
        """The relationship that the user asks for; None where there are no sides.

        Args:
            words: Codes or names of the sides, as typed.
            switches: What besides a side itself may stand for it.
            kin: Who belongs to whom; read where it is not given.

        Raises:
            BadOption: A side is unknown, or named twice.
        """
        if not words:
            return None
        kin = kin or Kinship.load()
        parties = [_named(word, kin) for word in words]
        twice = next((p for n, p in enumerate(parties) if p in parties[:n]), None)
        if twice is not None:
            raise BadOption(twice.name, "it is named twice", "name two sides")
        sides = (Side(p, names_standing_for(p.name, Switches(), None, kin)) for p in parties)
        return cls(tuple(sides), switches, kin)

    def names(self, kind: str) -> tuple[frozenset[str], ...]:
        """For each side the names of what may stand for it, or may share its money."""
        switches = self.switches
        if kind == Commitment.kind:
            switches = replace(switches, groupings=True)
        names = tuple(
            names_standing_for(side.party.name, switches, None, self.kin) for side in self.sides
        )
        return (frozenset().union(*names),) if kind == Office.kind else names

    def naming(self) -> tuple[frozenset[str], ...]:
        """For each side the names of which a text must name one.

        Who stands for a side by a switch stands for no other side that was asked for.
        """
        wider = (
            names_standing_for(s.party.name, self.switches, None, self.kin) for s in self.sides
        )
        own = frozenset().union(*(side.names for side in self.sides))
        return tuple(
            side.names | (names - own) for side, names in zip(self.sides, wider, strict=True)
        )

    @property
    def is_plain(self) -> bool:
        """Whether names alone tell which records have all sides: nobody else stands for them."""
        names = [name for side in self.sides for name in side.names]
        return self.switches == Switches() and len(set(names)) == len(names)

    def holds(self, kind: str, parties: Sequence[PartyRow], on: date | None) -> bool:
        """Whether a record is of the relationship itself, and not money of a region alone.

        Args:
            kind: Its kind.
            parties: Its parties.
            on: The day for which memberships count.
        """
        found = self.admits(kind, parties, on)
        return found is not None and not found.regional

    def admits(self, kind: str, parties: Sequence[PartyRow], on: date | None) -> Admission | None:
        """Why a record is there: all sides take part, or its money is regional; else None.

        An office is of one side only: it is there where it is of any of them.

        Args:
            kind: Kind of the record.
            parties: Its parties.
            on: The day for which memberships count: the first of it, or of its telling.
        """
        if self._has_all(kind, parties):
            return Admission()
        names = [side.party.name for side in self.sides]
        asked = [[name] for name in names] if kind == Office.kind else [names]
        own = None
        # Where names alone tell, they have told already that not all sides are there.
        if kind == Office.kind or not self.is_plain:
            found = (between(parties, sides, self.switches, on, self.kin) for sides in asked)
            own = next((one for one in found if one is not None), None)
        if own is None and kind == Commitment.kind:
            own = apart(parties, names, self.switches, on, self.kin)
        return None if own is None else _admission(own)

    def _has_all(self, kind: str, parties: Sequence[PartyRow]) -> bool:
        """Whether names alone tell that a record is there: each side has one that no other has.

        It spares most records the question who stands for whom.
        """
        if kind == Office.kind or self.switches != Switches():
            return False
        own = [[n for n, side in enumerate(self.sides) if p.name in side.names] for p in parties]
        return len({only[0] for only in own if len(only) == 1}) == len(self.sides)


def _admission(found: Between) -> Admission:
    switched = [share for share in found.shares if share.through in found.switched]
    via = tuple(f"{share.through.value} {share.name}" for share in switched)
    return Admission(via, found.regional)


def _named(word: str, kin: Kinship) -> Party:
    """The party that the user means.

    Raises:
        BadOption: Nobody is known by the word.
    """
    found = kin.named(word)
    if found is not None:
        return found
    near = _near(word)
    hint = f"did you mean {', '.join(near)}?" if near else "see `communique show parties`"
    raise BadOption(word, "no state, institution or grouping is called so", hint)


def _near(word: str) -> list[str]:
    """Canonical names of parties that have a name written nearly so."""
    known: dict[str, str] = {}
    for name, others in other_names(load_vocabulary()).items():
        known.update((told.casefold(), name) for told in (name, *others))
    close = get_close_matches(word.casefold(), known, 2 * _SUGGESTED, _LIKENESS)
    return list(dict.fromkeys(known[told] for told in close))[:_SUGGESTED]

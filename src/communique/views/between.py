"""Whether a record is between parties, and how each of them takes part in it.

Both sides take part themselves, through their institutions or through office-holders. What may
stand for them besides, each if it is switched on: their member states, the groupings they are in,
and the banks they own. Pure: nothing is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import product

from communique.model.record import PartyRow
from communique.vocab.kinship import Kinship

#: Roles in which a party gives money or gets it.
_MONEY = frozenset({"by", "to"})


class Through(StrEnum):
    """How a side takes part, closest first."""

    ITSELF = "itself"
    INSTITUTION = "institution"
    OFFICE_HOLDER = "office-holder"
    MEMBER_STATE = "member state"
    BANK = "bank"
    GROUPING = "grouping"


@dataclass(frozen=True, slots=True)
class Switches:
    """What besides a side itself may stand for it.

    Attributes:
        members: Its member states, with their institutions.
        groupings: Regions, formats and unions that it is a member of.
        banks: Banks, funds and companies that it owns.
    """

    members: bool = False
    groupings: bool = False
    banks: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """How one side takes part in a record.

    Attributes:
        side: Name of the side.
        through: How.
        name: Who takes part for it.
        roles: In what roles.
        switched: The switches that let it stand for the side; two for the bank of a member state.
    """

    side: str
    through: Through
    name: str
    roles: frozenset[str]
    switched: frozenset[Through] = frozenset()


@dataclass(frozen=True, slots=True)
class Between:
    """A record in which several sides take part.

    Attributes:
        shares: How each of them does, in the order in which they were asked for.
    """

    shares: tuple[Share, ...]

    @property
    def switched(self) -> tuple[Through, ...]:
        """The switches that were needed, for a mark on the record's row."""
        needed = {through for share in self.shares for through in share.switched}
        return tuple(through for through in _ORDER if through in needed)

    @property
    def regional(self) -> bool:
        """Whether it is a grouping's money, of which no member's share is stated."""
        return any(s.through is Through.GROUPING and s.roles & _MONEY for s in self.shares)


def between(
    rows: Iterable[PartyRow],
    sides: Sequence[str],
    switches: Switches,
    on: date | None,
    kin: Kinship,
) -> Between | None:
    """How all sides take part in a record; None unless all do.

    One who stands for a side stands for no other: a meeting of Germany and Kazakhstan is none of
    Germany and the European Union. Only a grouping can stand for several of its members.

    Args:
        rows: The parties of the record.
        sides: Canonical names of the sides.
        switches: What else may stand for them.
        on: Day of the record, or of its publication: members come and go. None for today's.
        kin: Who belongs to whom.
    """
    roles: dict[str, set[str]] = {}
    for row in rows:
        roles.setdefault(row.name, set()).add(row.role)
    standing = [_Standing(side, switches, on, kin) for side in sides]
    # Of the best as many as there are sides, one is always left that stands for no other side.
    choices = [sorted(each.shares(roles), key=_rank)[: len(sides)] for each in standing]
    found = [shares for shares in product(*choices) if _are_distinct(shares)]
    return Between(min(found, key=_total)) if found else None


def apart(
    rows: Iterable[PartyRow],
    sides: Sequence[str],
    switches: Switches,
    on: date | None,
    kin: Kinship,
) -> Between | None:
    """How sides take part in regional money that `between` leaves out since groupings are off.

    It is shown apart, as "regional, share not stated". The arguments are those of `between`.
    """
    if switches.groupings:
        return None
    found = between(rows, sides, replace(switches, groupings=True), on, kin)
    return found if found is not None and found.regional else None


def names_standing_for(
    party: str, switches: Switches, on: date | None, kin: Kinship
) -> frozenset[str]:
    """All names by which a party takes part in records: where to look before asking `between`.

    Args:
        party: Canonical name.
        switches: What else may stand for it.
        on: Day for which memberships count; None for any time.
        kin: Who belongs to whom.
    """
    found = _with_bodies([party], kin)
    members = kin.members(party, on) if switches.members else frozenset()
    found |= _with_bodies(members, kin)
    if switches.groupings:
        found |= _with_bodies(kin.groupings(party, on), kin)
    if switches.banks:
        found |= {bank for owner in (party, *members) for bank in kin.owned(owner)}
    return found


def _with_bodies(names: Iterable[str], kin: Kinship) -> frozenset[str]:
    return frozenset(body for name in names for body in (name, *kin.bodies(name)))


@dataclass(frozen=True)
class _Standing:
    """Who may stand for a side.

    Attributes:
        side: Its canonical name.
        switches: What besides itself may stand for it.
        on: Day for which memberships count.
        kin: Who belongs to whom.
    """

    side: str
    switches: Switches
    on: date | None
    kin: Kinship

    def shares(self, roles: Mapping[str, set[str]]) -> Iterator[Share]:
        """The ways in which the side takes part in a record, given by the roles of each party."""
        for name, played in roles.items():
            through = self._through(name, played)
            if through is not None:
                yield Share(
                    self.side, through, name, frozenset(played), self._needed(through, name)
                )

    def _needed(self, through: Through, name: str) -> frozenset[Through]:
        """The switches without which a party would not stand for the side."""
        if through is Through.BANK and self.side not in self.kin.owners(name):
            return frozenset({Through.MEMBER_STATE, Through.BANK})
        return frozenset({through}) & _SWITCHED

    def _through(self, name: str, roles: set[str]) -> Through | None:
        """How a party stands for the side; None where it doesn't."""
        chain = {name, *self.kin.above(name)}
        if self.side in chain:
            if roles == {"holder"}:
                return Through.OFFICE_HOLDER
            named = name == self.side and roles != {"body"}
            return Through.ITSELF if named else Through.INSTITUTION
        if self.switches.members and chain & self._members:
            return Through.MEMBER_STATE
        if self.switches.banks and self._owning & set(self.kin.owners(name)):
            return Through.BANK
        if self.switches.groupings and chain & self._groupings:
            return Through.GROUPING
        return None

    @cached_property
    def _members(self) -> frozenset[str]:
        return self.kin.members(self.side, self.on)

    @cached_property
    def _owning(self) -> frozenset[str]:
        return frozenset({self.side}) | (self._members if self.switches.members else frozenset())

    @cached_property
    def _groupings(self) -> frozenset[str]:
        return self.kin.groupings(self.side, self.on)


def _rank(share: Share) -> tuple[int, str]:
    return _ORDER.index(share.through), share.name


def _total(shares: Sequence[Share]) -> tuple[int, tuple[tuple[int, str], ...]]:
    ranks = tuple(_rank(share) for share in shares)
    return sum(closeness for closeness, _ in ranks), ranks


def _are_distinct(shares: Sequence[Share]) -> bool:
    """Whether everybody stands for one side only, groupings aside."""
    counted = Counter(share.name for share in shares)
    return all(counted[s.name] == 1 or s.through is Through.GROUPING for s in shares)


_ORDER = list(Through)
_SWITCHED = frozenset({Through.MEMBER_STATE, Through.BANK, Through.GROUPING})

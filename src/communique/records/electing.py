"""Which value of a slot stands on top of a record, and what else is told.

Values that tell the same are one; of those that agree the more precise is shown. Of what remains,
the one that a person decided wins, then the one whose teller is closest to it, then the one that
more independent stories tell, then the one told last; what is left is settled by a fixed order.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from communique.model.plain import plain
from communique.model.record import Directness, Node, Telling
from communique.records.sameness import Fit, sense_of
from communique.vocab.kinship import Kinship

#: Place of each closeness, closest first.
CLOSENESS: Mapping[Directness, int] = {d: place for place, d in enumerate(Directness)}
#: Of more different values than that no person asks which agree: the rest stand as they are told.
_MOST = 300

_Keyed = tuple[Hashable, "Tally"]
_Fit = Callable[[Any, Any], Fit]
#: A value that a claim leaves open.
_OPEN: tuple[object, ...] = (None, (), "")


class Voter(NamedTuple):
    """A claim with a say in a slot.

    Attributes:
        node: The claim in its document.
        directness: How close its document is to what it tells.
    """

    node: Node
    directness: Directness

    @property
    def story(self) -> Hashable:
        """What tells its voice from others; a document without a story is a voice of its own."""
        return self.node.document.story or self.node.document.key


@dataclass(frozen=True)
class Tally:
    """A value and who tells it.

    Attributes:
        value: The value.
        voters: The claims that tell it, or values that agree with it.
        values: All the values it stands for.
    """

    value: Any
    voters: tuple[Voter, ...]
    values: tuple[Any, ...]

    @cached_property
    def stories(self) -> int:
        """Number of independent stories that tell it."""
        return len({voter.story for voter in self.voters})

    @cached_property
    def directness(self) -> Directness:
        """The closest of those who tell it."""
        return min((v.directness for v in self.voters), key=CLOSENESS.__getitem__)

    @cached_property
    def rank(self) -> tuple[int, int, int, int, str]:
        """By this values are elected, the smallest first."""
        days = (v.node.document.published for v in self.voters)
        latest = max((day.toordinal() for day in days if day is not None), default=0)
        written = json.dumps(plain(self.value), sort_keys=True)
        return CLOSENESS[self.directness], -self.stories, -latest, -len(written), written

    def telling(self) -> Telling:
        """The value as a record shows it."""
        claims = tuple(sorted(voter.node.ref for voter in self.voters))
        return Telling(plain(self.value), claims, self.stories, self.directness)


def elect(slot: str, voters: Iterable[Voter], kin: Kinship) -> tuple[Tally, ...]:
    """The values that claims tell in a slot, those that agree as one; the elected stands first.

    A slot that a claim leaves open has no say, unless a person left it open.

    Args:
        slot: Name of the slot.
        voters: The claims.
        kin: Tells which parties are on one side.
    """
    return agreed(tallied((getattr(v.node.claim, slot), ruling(v, slot)) for v in voters), kin)


def tallied(votes: Iterable[tuple[Any, Voter]]) -> list[Tally]:
    """Equal values counted together; open ones only where a person decided so."""
    told: dict[Any, list[Voter]] = defaultdict(list)
    for value, voter in votes:
        if value not in _OPEN or voter.directness is Directness.DECISION:
            told[value].append(voter)
    return [Tally(value, tuple(voters), (value,)) for value, voters in told.items()]


def agreed(tallies: Iterable[Tally], kin: Kinship) -> tuple[Tally, ...]:
    """Values that tell the same made one, best first."""
    ranked = sorted(_same_key(tallies, kin), key=lambda pair: pair[1].rank)
    # That a person left a slot open agrees with no value.
    merged = [pair for pair in ranked if pair[1].value in _OPEN]
    told = [pair for pair in ranked if pair[1].value not in _OPEN]
    if len(told) > 1 and (fit := sense_of(told[0][1].value).fit) is not None:
        merged += [*_under_finest(_joined(told[:_MOST], fit), fit), *told[_MOST:]]
    else:
        merged += told
    return tuple(sorted((tally for _, tally in merged), key=lambda t: t.rank))


def ruling(voter: Voter, slot: str) -> Voter:
    """The voter, as a person's word, where a person has set the slot or accepted the claim."""
    ruled = voter.node.ruled
    if slot in ruled or ("*" in ruled and getattr(voter.node.claim, slot) not in _OPEN):
        return voter._replace(directness=Directness.DECISION)
    return voter


def _same_key(tallies: Iterable[Tally], kin: Kinship) -> list[tuple[Hashable, Tally]]:
    """Values whose keys are equal made one; the best of them is shown."""
    by_key: dict[Hashable, list[Tally]] = defaultdict(list)
    for tally in tallies:
        by_key[sense_of(tally.value).key(tally.value, kin)].append(tally)
    return [(key, _united(group)) for key, group in by_key.items()]


def _united(group: Sequence[Tally]) -> Tally:
    return _under(sorted(group, key=lambda t: t.rank))


def _joined(ranked: Sequence[_Keyed], fit: _Fit) -> list[_Keyed]:
    """Values that are the same in other words made one; each goes to the best it is the same as."""
    kept: list[tuple[Hashable, list[Tally]]] = []
    for key, tally in ranked:
        home = next((group for other, group in kept if fit(key, other) is Fit.SAME), None)
        if home is None:
            kept.append((key, [tally]))
        else:
            home.append(tally)
    return [(key, _united(group)) for key, group in kept]


def _under_finest(ranked: Sequence[_Keyed], fit: _Fit) -> list[_Keyed]:
    """Each value that others tell more precisely joined to the best of the most precise ones.

    What a person decided stands as it is, and takes up more precise values that agree with it.
    """
    above = [[n for n, other in enumerate(ranked) if _over(other, one, fit)] for one in ranked]
    groups = {index: [ranked[index][1]] for index, over in enumerate(above) if not over}
    tops = frozenset(groups)
    for index, over in enumerate(above):
        if over:
            home = next((n for n in over if n in tops), index)
            groups.setdefault(home, []).append(ranked[index][1])
    return [(ranked[index][0], _under(group)) for index, group in groups.items()]


def _over(other: _Keyed, one: _Keyed, fit: _Fit) -> bool:
    """Whether a value takes up another."""
    if one[1].directness is Directness.DECISION:
        return False
    how = fit(other[0], one[0])
    return how is Fit.FINER or (other[1].directness is Directness.DECISION and how is not Fit.APART)


def _under(group: Sequence[Tally]) -> Tally:
    """The first value, told by all."""
    if len(group) == 1:
        return group[0]
    voters = tuple(v for tally in group for v in tally.voters)
    return Tally(group[0].value, voters, tuple(v for tally in group for v in tally.values))

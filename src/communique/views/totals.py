"""Adds up commitments: by firmness, currency, kind of money and payer, and nothing twice.

A total says what it adds up, and what was left out says why. Pure: nothing is read here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from math import fsum
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from communique.model.claim import Amount
from communique.model.mention import Bound
from communique.model.record import Record, Relation, RelationKind
from communique.model.terms import Finance, Grade, Modality
from communique.store.ledger import Line, lines_of
from communique.store.sums import Alike
from communique.vocab.kinship import Kinship


class Sort(NamedTuple):
    """What sums are added up with: only those of one sort.

    Attributes:
        grade: How firm they are.
        currency: ISO 4217 code, None where the texts leave it open.
        finance: The kind of money, None where the texts do not tell.
        payers: Names of the sides that pay together, sorted; empty where nobody is told.
        regional: Whether a grouping gives or gets them, so that no member's share is stated.
        certain: Whether the texts assert them; else they are planned or possible.
    """

    grade: Grade
    currency: str | None
    finance: Finance | None
    payers: tuple[str, ...]
    regional: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, and what it is a sum of.

    Attributes:
        sort: What it adds up.
        value: The sum, in the main unit of the currency.
        bound: How it is hedged, since some of what it adds up is.
        records: Ids of the records that it adds up, sorted.
    """

    sort: Sort
    value: int | float
    bound: Bound | None
    records: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many it adds up."""
        return len(self.records)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total of which it is not known what it adds up, only how much of it.

    Attributes:
        sort: What it adds up.
        value: The sum, in the main unit of the currency.
        bound: How it is hedged.
        number: How many it adds up.
    """

    sort: Sort
    value: int | float
    bound: Bound | None
    number: int


class Reason(StrEnum):
    """Why a record is not added up."""

    NO_AMOUNT = "no amount"
    DENIED = "denied"
    CONTAINED = "contained in another"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that is in no total.

    Attributes:
        record: Its id.
        reason: Why.
        within: Ids of the counted records whose sums contain or replace its own, sorted.
    """

    record: str
    reason: Reason
    within: tuple[str, ...] = ()


_One = TypeVar("_One", Total, Sum)


@dataclass(frozen=True, slots=True)
class Reckoning(Generic[_One]):
    """What some records come to.

    Attributes:
        totals: The totals or sums, the firmest and largest first.
        left_out: What is in none of them, by id.
    """

    totals: tuple[_One, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def left_out_by_id(self) -> Mapping[str, LeftOut]:
        """What is in none of them, by id."""
        return {one.record: one for one in self.left_out}

    @property
    def own(self) -> tuple[_One, ...]:
        """Those of money of which a share is a side's own."""
        return tuple(one for one in self.totals if not one.sort.regional)

    @property
    def regional(self) -> tuple[_One, ...]:
        """Those of groupings' money."""
        return tuple(one for one in self.totals if one.sort.regional)


#: All totals of some records, with the records that are in them.
Totals: TypeAlias = Reckoning[Total]
#: All sums of some records, without these.
Sums: TypeAlias = Reckoning[Sum]


_NO_RELATIONS: Mapping[str, Sequence[Relation]] = MappingProxyType({})


#: Tells the sides that pay by the names of the parties that give.
SidesOf: TypeAlias = Callable[[tuple[str, ...]], tuple[str, ...]]


def sides_of_payers(kin: Kinship) -> SidesOf:
    """Tells the sides that pay by the names of parties, sorted; each names are looked at once."""
    return cache(lambda names: tuple(sorted({kin.side(name) for name in names})))


def totals(
    records: Iterable[Record],
    relations: Mapping[str, Sequence[Relation]] = _NO_RELATIONS,
    regional: Collection[str] = frozenset(),
    *,
    kin: Kinship,
) -> Totals:
    """Add up commitments.

    Each record counts once. One that is part of another, or that another replaces, is left out if
    that other counts: directly or by way of others.

    Args:
        records: Commitments; other kinds are passed over.
        relations: How each record stands to others, by its id.
        regional: Ids of the records of regional money (`views.between`).
        kin: Tells on whose side a payer is.
    """
    return added(lines_of(records), relations, regional, sides_of=sides_of_payers(kin))


def added(
    lines: Iterable[Line],
    relations: Mapping[str, Sequence[Relation]] = _NO_RELATIONS,
    regional: Collection[str] = frozenset(),
    *,
    sides_of: SidesOf,
) -> Totals:
    """The same of lines of the ledger; see `totals` and `sides_of_payers`."""
    found = {line.record: line for line in lines}
    counting = _Counting(found, relations)
    groups: dict[Sort, list[str]] = defaultdict(list)
    for ident in sorted(counting.counted):
        line = found[ident]
        groups[_sort(line, sides_of(line.payers), ident in regional)].append(ident)
    summed = [_total(sort, [found[i] for i in ids]) for sort, ids in groups.items()]
    return Reckoning(
        tuple(sorted(summed, key=_order)),
        tuple(counting.left_out(i) for i in sorted(found) if i not in counting.counted),
    )


def sums_of_all(
    alike: Iterable[Alike],
    others: Iterable[Line],
    within: Iterable[Line],
    relations: Mapping[str, Sequence[Relation]],
    *,
    kin: Kinship,
) -> Sums:
    """The sums of a whole dossier, of which those that stand alone were added up before.

    Args:
        alike: What was added up before.
        others: Lines that were not.
        within: Lines that were, or can't be, but may contain some of the others.
        relations: How each of the others stands to the rest, by its id.
        kin: Tells on whose side a payer is.
    """
    added_before = {line.record: line for line in within}
    counting = _Counting({line.record: line for line in others} | added_before, relations)
    sides_of = sides_of_payers(kin)
    groups: dict[Sort, list[Alike]] = defaultdict(list)
    for one in alike:
        sort = Sort(one.grade, one.currency, one.finance, sides_of(one.payers), False, one.certain)
        groups[sort].append(one)
    singly: dict[Sort, list[Amount]] = defaultdict(list)
    for ident in counting.counted - added_before.keys():
        line = counting.records[ident]
        assert line.amount is not None
        singly[_sort(line, sides_of(line.payers), regional=False)].append(line.amount)
    sums = [_sum(sort, groups[sort], singly[sort]) for sort in {**groups, **singly}]
    left = sorted(counting.records.keys() - counting.counted - added_before.keys())
    return Reckoning(tuple(sorted(sums, key=_order)), tuple(counting.left_out(i) for i in left))


def _sum(sort: Sort, alike: Sequence[Alike], amounts: Sequence[Amount]) -> Sum:
    if len(alike) == 1 and not amounts:
        (one,) = alike
        return Sum(sort, one.value, _bound({one.bound}), one.number)
    told: list[Alike | Amount] = [*alike, *amounts]
    value = _added([one.value for one in told])
    number = sum(one.number for one in alike) + len(amounts)
    return Sum(sort, value, _bound({one.bound for one in told}), number)


def _sort(line: Line, payers: tuple[str, ...], regional: bool) -> Sort:
    currency = None if line.amount is None else line.amount.currency
    certain = line.modality is Modality.ASSERTED
    return Sort(line.grade, currency, line.finance, payers, regional, certain)


def _total(sort: Sort, lines: Sequence[Line]) -> Total:
    amounts = [line.amount for line in lines if line.amount is not None]
    value = _added([amount.value for amount in amounts])
    bound = _bound({amount.bound for amount in amounts})
    return Total(sort, value, bound, tuple(line.record for line in lines))


def _added(values: Sequence[int | float]) -> int | float:
    return sum(values) if all(isinstance(v, int) for v in values) else fsum(values)


def _bound(hedges: Set[Bound | None]) -> Bound | None:
    """How a sum of hedged sums is hedged; where the hedges pull both ways, it is about right."""
    bounds = hedges - {None}
    lower = bounds & {Bound.AT_LEAST, Bound.MORE_THAN}
    upper = bounds & {Bound.AT_MOST, Bound.LESS_THAN}
    if lower and not upper:
        return Bound.AT_LEAST
    if upper and not lower:
        return Bound.AT_MOST
    return Bound.ABOUT if bounds else None


_FIRMNESS: Mapping[Grade, int] = MappingProxyType({grade: n for n, grade in enumerate(Grade)})


def _order(total: Total | Sum) -> tuple[bool, bool, int, str, float, str, tuple[str, ...]]:
    sort = total.sort
    grade = _FIRMNESS[sort.grade]
    rest = (sort.currency or "", -total.value, sort.finance or "", sort.payers)
    return not sort.certain, sort.regional, -grade, *rest


@dataclass(frozen=True)
class _Counting:
    """Which of some commitments count.

    Attributes:
        records: All of them, by id.
        relations: How each stands to others.
    """

    records: Mapping[str, Line]
    relations: Mapping[str, Sequence[Relation]]

    @cached_property
    def counted(self) -> frozenset[str]:
        """Ids of those that count: none contains or replaces another of them.

        What is only planned takes nothing from what is asserted: the two are never added.
        """
        able = {ident for ident in self.records if self._obstacle(ident) is None}
        counted = {ident for ident in able if ident not in self._edges}
        over = {ident: self._over(ident) & able for ident in able - counted}
        # Who has fewer above itself is decided first, so that what is above is always decided.
        for ident in sorted(over, key=lambda i: (len(over[i]), i)):
            if not any(self._takes(other, ident) for other in over[ident] & counted):
                counted.add(ident)
        return frozenset(counted)

    def left_out(self, ident: str) -> LeftOut:
        """Why one does not count."""
        obstacle = self._obstacle(ident)
        if obstacle is not None:
            return LeftOut(ident, obstacle)
        within = self._reached(ident) & self.counted
        return LeftOut(ident, Reason.CONTAINED, tuple(sorted(within)))

    def _obstacle(self, ident: str) -> Reason | None:
        line = self.records[ident]
        if line.amount is None:
            return Reason.NO_AMOUNT
        return Reason.DENIED if line.modality is Modality.DENIED else None

    def _takes(self, other: str, ident: str) -> bool:
        """Whether the sum of a counted record keeps that of one below it from counting."""
        return self._is_certain(other) or not self._is_certain(ident)

    def _is_certain(self, ident: str) -> bool:
        return self.records[ident].modality is Modality.ASSERTED

    def _over(self, ident: str) -> frozenset[str]:
        """What contains or replaces a record; in a circle, which errors can make, one is on top."""
        above = self._reached(ident)
        if not above:
            return above
        able = (i for i in above if i in self.records and self._obstacle(i) is None)
        # One that does not count itself, as it is denied, keeps nobody else from counting.
        circle = {ident, *(i for i in able if ident in self._reached(i))}
        top = min(circle, key=self._precedence)
        rest = above - circle
        return rest if ident == top else rest | {top}

    def _precedence(self, ident: str) -> tuple[bool, int, str]:
        told = self.records[ident].told_last
        day = date.fromisoformat(told).toordinal() if told else 0
        return not self._is_certain(ident), -day, ident

    def _reached(self, ident: str) -> frozenset[str]:
        """All that a record leads up to, itself left out."""
        if ident not in self._edges:
            return frozenset()
        found: set[str] = set()
        waiting = [ident]
        while waiting:
            new = self._edges.get(waiting.pop(), frozenset()) - found
            found |= new
            waiting += new
        return frozenset(found - {ident})

    @cached_property
    def _edges(self) -> Mapping[str, frozenset[str]]:
        """From each record to what contains or replaces it, told by either of the two."""
        edges: dict[str, set[str]] = defaultdict(set)
        for ident, others in self.relations.items():
            for relation in others:
                if relation.kind in _UP:
                    edges[ident].add(relation.record)
                else:
                    edges[relation.record].add(ident)
        for ident, line in self.records.items():
            if line.whole is not None:
                edges[ident].add(line.whole)
        return {ident: frozenset(over - {ident}) for ident, over in edges.items()}


_UP = frozenset({RelationKind.PART_OF, RelationKind.SUPERSEDED_BY})

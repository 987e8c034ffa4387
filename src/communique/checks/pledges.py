"""What rules compare of commitments: who gives whom what for which purpose, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from communique.checks.seen import Case
from communique.checks.stated import Interval, stated
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Amount, Quantity
from communique.model.record import DocumentFacts, Node
from communique.model.terms import Grade, Modality
from communique.records.comparing import sums
from communique.records.comparing.labels import Likeness, likeness, purpose_of
from communique.records.comparing.parties import Sides, agree, others
from communique.records.kinds.commitment.profile import CommitmentProfile, profile_of
from communique.vocab.words import words_of

_GRADES = tuple(Grade)
# Purposes share at least so much of the shorter one, words of names counted double.
_COVER = 0.5
# And so much of the shorter and of the longer one, where sums are compared.
_MOST = 0.6
_SHARE = 0.4
# So many words, where giver or receiver is not told by both.
_TOLD = 2


def commitment_of(case: Case) -> Commitment | None:
    """The head of a record that is a commitment and not denied, else None."""
    head = case.record.head
    if not isinstance(head, Commitment) or head.modality is Modality.DENIED:
        return None
    return head


def firmer(one: Grade, other: Grade) -> bool:
    """Whether one grade is firmer than another."""
    return _GRADES.index(one) > _GRADES.index(other)


def sides_of(case: Case, sides: Sides) -> frozenset[str]:
    """The sides that a commitment names, and that its leading document is about."""
    head = case.record.head
    assert isinstance(head, Commitment)
    return sides_told(head, case.nodes[0].document, sides)


def sides_told(claim: Commitment, document: DocumentFacts, sides: Sides) -> frozenset[str]:
    """The sides that a claim names, and that its document is about."""
    parties = (*claim.by, *claim.to, *document.subjects)
    return frozenset(sides.of_party(party) for party in parties)


@dataclass(frozen=True)
class Pledge:
    """A record of a commitment as it is compared.

    Attributes:
        case: The record.
        head: What it tells.
        sides: Tells parties.
    """

    case: Case
    head: Commitment
    sides: Sides

    @classmethod
    def of(cls, case: Case, sides: Sides) -> Pledge | None:
        """A record as it is compared; None of one that is no commitment, or is denied."""
        return case.once(_Reader(sides))

    def only(self, node: Node) -> Pledge:
        """The same as one of its claims tells it."""
        return Pledge(Case(self.case.record, (node,)), self.head, self.sides)

    @cached_property
    def profiles(self) -> tuple[CommitmentProfile, ...]:
        """What each of its claims tells."""
        return tuple(
            profile_of(node.claim, node.document, self.sides)
            for node in self.case.nodes
            if isinstance(node.claim, Commitment)
        )

    @cached_property
    def by(self) -> frozenset[str]:
        """Sides of the givers."""
        return frozenset(side for p in self.profiles for side in p.by)

    @cached_property
    def to(self) -> frozenset[str]:
        """Sides of the receivers."""
        told = {s for p in self.profiles for s in p.to if not self.sides.vague(s)}
        return frozenset(told - self.by)

    @cached_property
    def circle(self) -> frozenset[str]:
        """All sides that it, or the documents that tell it, are about."""
        told = {side for p in self.profiles for side in p.circle}
        return frozenset(told | {w[1:] for w in self._words if w.startswith("@")})

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its purpose, and of what stands beside where that is hardly told."""
        return frozenset(w for w in self._words if not w.startswith("@"))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(
            word for p in self.profiles for word in (*p.purpose, *(p.beside if p.poor else ()))
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Those of its words that are of names."""
        return frozenset(name for p in self.profiles for name in p.names)

    @cached_property
    def told(self) -> date | None:
        """Day on which it was first published, else said to be announced."""
        announced = self.head.when.last if self.head.when else None
        return self.case.record.told_first or announced

    @property
    def amount(self) -> Amount:
        """Its sum; only asked of those that have one."""
        assert self.head.amount is not None
        return self.head.amount

    @cached_property
    def quotes(self) -> str:
        """All words that tell it."""
        return " ".join(e.exact for node in self.case.nodes for e in node.claim.evidence)

    @property
    def number(self) -> Amount | Quantity:
        """Its sum, else the number of things; only asked of those that have one."""
        told = self.head.amount or self.head.quantity
        assert told is not None
        return told

    @cached_property
    def interval(self) -> Interval:
        """What its sum, or number of things, stands for."""
        return stated(self.number.value, self.quotes, self.number.bound)

    def same_measure(self, other: Pledge) -> bool:
        """Whether two sums are in one currency, or two numbers of the same things."""
        if self.head.amount and other.head.amount:
            return self.same_money(other)
        if self.head.amount or other.head.amount:
            return False
        return self.units == other.units != frozenset()

    @cached_property
    def units(self) -> frozenset[str]:
        """Stems of what is counted."""
        return frozenset(unit for p in self.profiles for unit in p.unit)

    def same_money(self, other: Pledge) -> bool:
        """Whether two sums are in one currency; a bare "$" may be any dollar."""
        one, second = self.amount.currency, other.amount.currency
        loose = sums.loose(one, self.quotes) or sums.loose(second, other.quotes)
        return one is not None and sums.same_currency(one, second, loose)

    def same_sum(self, other: Pledge) -> bool:
        """Whether the two sums can be one."""
        one, second = self.amount, other.amount
        return self.same_money(other) and sums.same_number(
            one.value, second.value, one.bound, second.bound
        )

    def same_sides(self, other: Pledge) -> bool:
        """Whether giver and receiver are the same, as far as both tell them.

        Whom only one of them tells, the other has to be about.
        """
        about = self._about(other), other._about(self)
        return _same(self.sides, self.by, other.by, *about) and _same(
            self.sides, self.to, other.to, *about
        )

    def _about(self, other: Pledge) -> frozenset[str]:
        """The sides that it is about, and those of another that its words name.

        A company that nobody knows is no side of its own unless it gives or receives.
        """
        strange = {side for side in other.by | other.to if not self.sides.knows(side)}
        return self.circle | {side for side in strange if side in self.quotes}

    def between(self, by: Iterable[str], to: Iterable[str]) -> bool:
        """Whether it tells no other giver and no other receiver than these sides."""
        apart = [(self.by, tuple(by)), (self.to, tuple(to))]
        return not any(others(self.sides, tuple(a), b, members=True) for a, b in apart)

    def near(self, other: Pledge) -> bool:
        """Whether it may be the same: no other giver or receiver is told, and a word is shared."""
        if not self.between(other.by, other.to):
            return False
        if not self.telling or not other.telling:
            return self.same_sides(other)
        return bool(self.telling & other.telling)

    def is_told_in(self, sentence: str) -> bool:
        """Whether a sentence shares its purpose, and names none but its sides."""
        purpose = purpose_of(f"so {sentence}", self.sides)
        sides = {word[1:] for word in purpose.words if word.startswith("@")}
        if sides and not self.same_circle(sides):
            return False
        shared = likeness(self.telling, purpose.words, self.names & {*purpose.names})
        own = likeness(self.telling, self.telling, self.names & {*purpose.names})
        # "The last of the 12 boats": the number tells as much as a word.
        told = shared.told + (1 if shared.told and self._has_number(sentence) else 0)
        # Both sides and the one word that is told: "the deadline for the Danish wells in Chad".
        enough = min(_TOLD, own.told) if len(sides) > 1 and own.told else _TOLD
        return told >= enough and shared.told >= _COVER * own.told

    def _has_number(self, sentence: str) -> bool:
        """Whether a sentence tells the number of things that was promised."""
        counted = self.head.quantity
        return counted is not None and f"{counted.value:,.10g}" in words_of(sentence)

    def same_circle(self, others: Iterable[str]) -> bool:
        """Whether sides are all its own, or belong to them; the receiver's, where it is told."""
        near = {
            a
            for a in others
            if any(self.sides.belongs(a, b) or self.sides.belongs(b, a) for b in self.circle)
        }
        return near == {*others}

    @cached_property
    def telling(self) -> frozenset[str]:
        """Stems of its purpose, of what is counted, and of what stands beside."""
        beside = {w for p in self.profiles for w in p.beside if not w.startswith("@")}
        return frozenset({*self.words, *self.units, *beside})

    def likeness(self, other: Pledge) -> Likeness:
        """What the two purposes have in common."""
        return likeness(self.words, other.words, self.names & other.names)

    def same_purpose(self, other: Pledge) -> bool:
        """Whether the purposes are the same, or neither is told and both sides are."""
        full = bool(self.by and other.by and self.to and other.to)
        if not self.words and not other.words:
            return full
        shared = self.likeness(other)
        return shared.cover >= _COVER and (full or shared.share == 1 or shared.told >= _TOLD)

    def same_deal(self, other: Pledge) -> bool:
        """Whether one side gives another money for one purpose, as both tell it."""
        if not self.same_measure(other) or not self.same_sides(other):
            return False
        if not (self.by or other.by):
            # "The agreement between the bank and Togo": both are told, but not who gives.
            both = {side for side in self.circle & other.circle if self.sides.knows(side)}
            return self.sides.several(both) and self._same_in_full(other)
        # What one gives at home is one of many sums for one purpose.
        receivers = {s for s in self.to | other.to | self._beside(other) if self.sides.knows(s)}
        if not receivers or not self.sides.several(self.by | other.by | receivers):
            return False
        return self._same_in_full(other)

    def _same_in_full(self, other: Pledge) -> bool:
        return self.same_purpose(other) and self.same_thing(other)

    def same_thing(self, other: Pledge) -> bool:
        """Whether most of both purposes is shared, and not the place alone where more is told.

        "Hospitals in Bukhara" are no "railway to Bukhara", and "rural clinics" no "rural schools".
        """
        shared = self.likeness(other)
        if not shared.told:
            return not self.words and not other.words
        whole = len(shared.common) == min(len(self.words), len(other.words))
        only_names = {*shared.common} <= self.names & other.names
        return shared.cover >= _MOST and shared.share >= _SHARE and (whole or not only_names)

    def _beside(self, other: Pledge) -> frozenset[str]:
        """The sides that both are about, where the receiver is not told."""
        return frozenset() if self.to or other.to else self.circle & other.circle


@dataclass(frozen=True, slots=True)
class _Reader:
    """Makes a pledge of a record: several keys of several rules ask for the same one.

    Attributes:
        sides: Tells parties.
    """

    sides: Sides

    def __call__(self, case: Case) -> Pledge | None:
        head = commitment_of(case)
        return None if head is None else Pledge(case, head, self.sides)


def _same(
    sides: Sides,
    one: frozenset[str],
    other: frozenset[str],
    about: frozenset[str],
    beside: frozenset[str],
) -> bool:
    if one and other:
        return agree(sides, one, other)
    told, circle = (one, beside) if one else (other, about)
    return all(any(sides.belongs(a, b) or sides.belongs(b, a) for b in circle) for a in told)


def order_of(pledge: Pledge) -> tuple[date, str]:
    """Orders commitments by the day on which they were told."""
    return pledge.told or date.max, pledge.case.record.id


def number(pledge: Pledge) -> str:
    """The sum, or number of things, in words for people: "10 billion EUR", "40 buses"."""
    told = pledge.number
    return money(told) if isinstance(told, Amount) else f"{told.value:,.10g} {told.unit}"


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def money(amount: Amount) -> str:
    """A sum in words for people: "10 billion EUR"."""
    currency = f" {amount.currency}" if amount.currency else ""
    for scale, word in _SCALES:
        if abs(amount.value) >= scale:
            return f"{amount.value / scale:,.10g} {word}{currency}"
    return f"{amount.value:,.10g}{currency}"

"""Commitments: thirty reports that repeat one pledge tell one undertaking, no firmer for it.

One undertaking has one sum (or quantity, or deadline), one giver, one receiver and one purpose, as
far as they are stated; its grade may rise from readiness to delivery. A sum alone never links:
round sums are given for many things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from communique.claims.slots.commitment import Commitment
from communique.model.mention import Bound
from communique.model.record import Node
from communique.model.terms import Finance
from communique.records.comparing import sums
from communique.records.comparing.labels import Likeness, likeness, purpose_of, stems
from communique.records.comparing.lore import Lore
from communique.records.comparing.parties import Sides
from communique.records.comparing.tally import Tally
from communique.records.matching import ENOUGH, Match

# By how many digits a number states: "1 million" is given every week, "307 million" is not.
_BY_DIGITS = (0.0, 0.3, 0.4, 0.55, 0.7)
# A number that is rare enough to need no words in common where giver and receiver are the same.
_RARE = 0.55
_ROUNDED = 0.1
_BILLION = 1_000_000_000
_LARGE = 0.15
_COUNTED = 0.15
_DEADLINE_ALONE = 0.35
_GIVER = 0.15
_RECEIVER = 0.25
_SOURCE = 0.1
# Without a number the purpose has to carry the likeness: nearly all of its words are shared.
_UNNUMBERED = 0.6
_MOST_KEYS = 12


@dataclass(frozen=True, slots=True)
class CommitmentProfile:
    """What of a commitment is compared.

    Attributes:
        by: Sides of the givers.
        to: Sides of the receivers, a giver's own left out.
        purpose: Stems of what it is for.
        names: Those of them that are of names.
        sources: Stems of the law, plan or budget that the money comes from.
        finance: Kind of money.
        value: The sum.
        currency: Its currency.
        bound: How it is hedged.
        quantity: The counted quantity.
        unit: Stems of what is counted.
        quantity_bound: How the quantity is hedged.
        deadline: Last day of the deadline.
    """

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    finance: Finance | None = None
    value: int | float | None = None
    currency: str | None = None
    bound: Bound | None = None
    quantity: int | float | None = None
    unit: tuple[str, ...] = ()
    quantity_bound: Bound | None = None
    deadline: date | None = None

    @property
    def numbered(self) -> bool:
        """Whether it has a sum or a quantity."""
        return self.value is not None or self.quantity is not None


@dataclass(frozen=True, slots=True)
class CommitmentMatcher:
    """Compares commitments.

    Attributes:
        lore: What comparisons need to know.
        kind: Name of the kind.
        shape: Of its profiles.
    """

    lore: Lore
    kind: str = "commitment"
    shape: type[CommitmentProfile] = CommitmentProfile

    def profiles(self, node: Node) -> Iterator[CommitmentProfile]:
        """One of each commitment."""
        if isinstance(node.claim, Commitment):
            yield profile_of(node.claim, self.lore.sides)

    def blocks(self, profile: CommitmentProfile) -> Iterator[str]:
        """Its number, else its deadline, with each word of its purpose and each receiver."""
        words = sorted(profile.purpose, key=lambda word: (word not in profile.names, -len(word)))
        words = [*words[:_MOST_KEYS], *(f"to {party}" for party in profile.to)]
        for number in _numbers(profile):
            yield from (f"{number} {word}" for word in words)

    def compare(self, one: CommitmentProfile, other: CommitmentProfile) -> Match | None:
        """A score of number, parties and purpose; None unless number and purpose agree."""
        subject = _subject(one, other)
        if subject is None or self.contradict(one, other):
            return None
        purpose = _purpose(one, other)
        giver = agree(self.lore.sides, one.by, other.by) is True
        receiver = agree(self.lore.sides, one.to, other.to) is True
        if not _same_purpose(purpose, giver and receiver, subject[0], one.numbered):
            return None
        tally = Tally()
        tally.add(*subject)
        tally.add(_weight(purpose), f"the same purpose ({', '.join(purpose.common[:4])})")
        tally.add(_GIVER * giver, f"the same giver ({', '.join(one.by)})")
        tally.add(_RECEIVER * receiver, f"the same receiver ({', '.join(one.to)})")
        sources = sorted({*one.sources} & {*other.sources})
        tally.add(_SOURCE * bool(sources), f"the same source ({', '.join(sources[:4])})")
        tally.add(*_finance(one, other))
        tally.add(*_deadline(one, other))
        match = tally.match()
        return match if match and match.score >= ENOUGH else None

    def contradict(self, one: CommitmentProfile, other: CommitmentProfile) -> str | None:
        """Other sums, quantities, givers or receivers make another undertaking."""
        if one == other:
            return None
        if one.value is not None and other.value is not None and not _same_sum(one, other):
            return "the sums differ"
        if _other_quantity(one, other):
            return "the quantities differ"
        if agree(self.lore.sides, one.to, other.to) is False:
            return "the receivers differ"
        if agree(self.lore.sides, one.by, other.by) is False:
            return "the givers differ"
        if {one.finance, other.finance} == {Finance.GRANT, Finance.LOAN}:
            return "one is a grant, the other a loan"
        return None


def profile_of(claim: Commitment, sides: Sides) -> CommitmentProfile:
    """What of a commitment is compared."""
    givers = {sides.of_party(party) for party in claim.by}
    receivers = {sides.of_party(party) for party in claim.to}
    amount, quantity = claim.amount, claim.quantity
    purpose = purpose_of(claim.action, sides, givers | receivers)
    return CommitmentProfile(
        by=tuple(sorted(givers)),
        # "The United States invests 5 billion in the United States" tells no receiver.
        to=tuple(sorted(receivers - givers)),
        purpose=purpose.words,
        names=purpose.names,
        sources=purpose.sources,
        finance=claim.finance,
        value=sums.plain(amount.value) if amount else None,
        currency=amount.currency if amount else None,
        bound=amount.bound if amount else None,
        quantity=sums.plain(quantity.value) if quantity else None,
        unit=stems(quantity.unit) or (quantity.unit,) if quantity else (),
        quantity_bound=quantity.bound if quantity else None,
        deadline=claim.deadline.last if claim.deadline else None,
    )


def agree(sides: Sides, one: Iterable[str], other: Iterable[str]) -> bool | None:
    """Whether each of the fewer parties is, or belongs to, one of the others; None if unsaid."""
    fewer, more = sorted((tuple(one), tuple(other)), key=len)
    if not fewer:
        return None
    return all(any(sides.belongs(a, b) or sides.belongs(b, a) for b in more) for a in fewer)


def _numbers(profile: CommitmentProfile) -> Iterator[str]:
    """Keys of what is checkable of it: the sum, else the quantity, else the deadline."""
    if profile.value is not None:
        yield from (f"{profile.currency} {key}" for key in sums.keys(profile.value))
    elif profile.quantity is not None:
        yield from (f"{key} {u}" for key in sums.keys(profile.quantity) for u in profile.unit[-1:])
    elif profile.deadline is not None:
        yield f"by {profile.deadline}"


def _same_sum(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    if one.value is None or other.value is None or one.currency != other.currency:
        return False
    return sums.same_number(one.value, other.value, one.bound, other.bound)


def _same_quantity(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    if one.quantity is None or other.quantity is None or not {*one.unit} & {*other.unit}:
        return False
    return sums.same_number(one.quantity, other.quantity, one.quantity_bound, other.quantity_bound)


def _other_quantity(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether both count the same thing, to another number."""
    return bool(one.unit) and one.unit == other.unit and not _same_quantity(one, other)


def _subject(one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str] | None:
    """How much the number says that both undertake, and how it reads; None where none is shared."""
    if one.value is not None and other.value is not None:
        least = min(one.value, other.value)
        score = _number_score(one.value, other.value)
        score += (_LARGE if least >= _BILLION else 0.0) + _COUNTED * _same_quantity(one, other)
        return score, f"the same sum ({_told(one.currency, one.value, other.value)})"
    if one.value is not None or other.value is not None:
        return None
    if one.quantity is not None and other.quantity is not None:
        return _counted(one, other, one.quantity, other.quantity)
    if not one.numbered and not other.numbered and one.deadline == other.deadline:
        return _DEADLINE_ALONE, f"the same deadline ({one.deadline})"
    return None


def _counted(
    one: CommitmentProfile, other: CommitmentProfile, first: float, second: float
) -> tuple[float, str] | None:
    if not _same_quantity(one, other):
        return None
    score = _number_score(first, second) + (_COUNTED if one.unit == other.unit else 0.0)
    # Nine offices and 50 per cent are said of many things.
    usual = min(first, second) < 10 or "percent" in one.unit
    told = _told(" ".join(one.unit), first, second)
    return score - (_COUNTED if usual else 0.0), f"the same quantity ({told})"


def _told(unit: str | None, one: float, other: float) -> str:
    least, most = sorted((one, other))
    return f"{least:,} {unit or ''}".strip() if least == most else f"{least:,} and {most:,} {unit}"


def _number_score(one: float, other: float) -> float:
    told = _BY_DIGITS[min(sums.digits(one), sums.digits(other), len(_BY_DIGITS) - 1)]
    return told if one == other else told - _ROUNDED


def _purpose(one: CommitmentProfile, other: CommitmentProfile) -> Likeness:
    """What the purposes have in common, besides what is counted."""
    counted = {*one.unit} & {*other.unit}
    names = {*one.names} & {*other.names}
    return likeness({*one.purpose} - counted, {*other.purpose} - counted, names)


def _weight(purpose: Likeness) -> float:
    share = (purpose.cover + purpose.share) / 2
    return (0.6 if purpose.told > 1 else 0.3) * share + 0.05 * min(purpose.told, 4)


def _same_purpose(purpose: Likeness, parties: bool, subject: float, numbered: bool) -> bool:
    """Whether the purpose is the same, or all else is and the number is no usual one."""
    if not numbered:
        return purpose.told > 2 and _weight(purpose) >= _UNNUMBERED
    return purpose.told > 1 or (parties and (purpose.told > 0 or subject >= _RARE))


def _finance(one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
    if one.finance is None or other.finance is None:
        return 0.0, ""
    if one.finance is other.finance:
        return 0.05, f"the same kind of money ({one.finance.value})"
    return -0.1, "another kind of money"


def _deadline(one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
    """What deadlines say of two that have a number as well."""
    if one.deadline is None or other.deadline is None or not one.numbered:
        return 0.0, ""
    if one.deadline == other.deadline:
        return 0.1, f"the same deadline ({one.deadline})"
    return -0.1, "another deadline"

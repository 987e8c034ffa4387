"""Commitments: thirty reports that repeat one pledge tell one undertaking, no firmer for it.

One undertaking has one sum (or quantity, or deadline), one giver, one receiver and one purpose, as
far as they are stated; its grade may rise from readiness to delivery. A sum alone never links:
round sums are given for many things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from communique.claims.slots.commitment import Commitment
from communique.model.claim import Party
from communique.model.mention import Bound
from communique.model.record import Node
from communique.model.terms import Finance
from communique.records.comparing import belonging, labels, sums
from communique.records.matching import ENOUGH, Match

# By how many digits a number states: "1 million" is given every week, "307 million" is not.
_DIGITS = (0.0, 0.3, 0.4, 0.55, 0.7)
_BILLION = 1_000_000_000
# Without a number the purpose has to carry the likeness: nearly all of its words are shared.
_UNNUMBERED = 0.6
_MOST_KEYS = 12


@dataclass(frozen=True, slots=True)
class CommitmentProfile:
    """What of a commitment is compared.

    Attributes:
        by: Keys of the givers.
        to: Keys of the receivers.
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


@dataclass(frozen=True, slots=True)
class _Part:
    """What one comparison adds to the score, and why."""

    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentMatcher:
    """Compares commitments."""

    kind: str = "commitment"
    shape: type[CommitmentProfile] = CommitmentProfile

    def profiles(self, node: Node) -> Iterator[CommitmentProfile]:
        """One of each commitment."""
        claim = node.claim
        if isinstance(claim, Commitment):
            yield profile_of(claim)

    def blocks(self, profile: CommitmentProfile) -> Iterator[str]:
        """Its number with each word of its purpose and each receiver; else its deadline so."""
        words = sorted(profile.purpose, key=lambda word: (word not in profile.names, -len(word)))
        words = [*words[:_MOST_KEYS], *(f"to {party}" for party in profile.to)]
        for number in _numbers(profile):
            yield from (f"{number} {word}" for word in words)

    def compare(self, one: CommitmentProfile, other: CommitmentProfile) -> Match | None:
        """A score of sum, parties and purpose."""
        if self.contradict(one, other):
            return None
        subject = _subject(one, other)
        if subject is None:
            return None
        purpose, told = _purpose(one, other)
        numbered = one.value is not None or one.quantity is not None
        giver, receiver = _agree(one.by, other.by), _agree(one.to, other.to)
        if not _same_purpose((purpose, told), giver and receiver, subject, numbered):
            return None
        parts = [
            subject,
            _Part(0.15, "the same giver") if giver else _Part(0),
            _Part(0.25, "the same receiver") if receiver else _Part(0),
            purpose,
            _source(one, other),
            _finance(one, other),
            _deadline(one, other),
        ]
        score = round(sum(part.score for part in parts), 3)
        if score < ENOUGH:
            return None
        ranked = sorted(parts, key=lambda part: -part.score)
        return Match(score, tuple(part.reason for part in ranked if part.reason))

    def contradict(self, one: CommitmentProfile, other: CommitmentProfile) -> str | None:
        """Other sums, givers or receivers make another undertaking."""
        if one == other:
            return None
        if one.value is not None and other.value is not None and not _same_sum(one, other):
            return "the sums differ"
        if _other_quantity(one, other):
            return "the quantities differ"
        if belonging.sides_agree(one.to, other.to) is False:
            return "the receivers differ"
        if belonging.sides_agree(one.by, other.by) is False:
            return "the givers differ"
        if {one.finance, other.finance} == {Finance.GRANT, Finance.LOAN}:
            return "one is a grant, the other a loan"
        return None


def profile_of(claim: Commitment) -> CommitmentProfile:
    """What of a commitment is compared."""
    givers = _keys(claim.by)
    # "The United States invests 5 billion in the United States" tells no receiver.
    receivers = tuple(k for k in _keys(claim.to) if not any(_above(k, giver) for giver in givers))
    amount, quantity = claim.amount, claim.quantity
    purpose = labels.purpose_of(claim.action, _wording(givers + receivers))
    return CommitmentProfile(
        by=givers,
        to=receivers,
        purpose=purpose.words,
        names=purpose.names,
        sources=purpose.sources,
        finance=claim.finance,
        value=_plain(amount.value) if amount else None,
        currency=amount.currency if amount else None,
        bound=amount.bound if amount else None,
        quantity=_plain(quantity.value) if quantity else None,
        unit=labels.stems(quantity.unit) or (quantity.unit,) if quantity else (),
        quantity_bound=quantity.bound if quantity else None,
        deadline=claim.deadline.last if claim.deadline else None,
    )


def _keys(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(sorted({belonging.key(party) for party in parties}))


@lru_cache(maxsize=4096)
def _wording(parties: tuple[str, ...]) -> frozenset[str]:
    """Stems of the names of parties."""
    names = (name for party in parties for name in belonging.wordings(party))
    return frozenset(stem for name in names for stem in labels.stems(name))


def _above(party: str, giver: str) -> bool:
    return party in belonging.chain(giver)


def _plain(value: int | float) -> int | float:
    """The number, whole where it is: 5.0 and 5 are one."""
    return int(value) if float(value).is_integer() else value


def _numbers(profile: CommitmentProfile) -> Iterator[str]:
    """Keys of what is checkable of it: the sum, else the quantity, else the deadline."""
    if profile.value is not None:
        yield from (f"{profile.currency} {key}" for key in sums.keys(profile.value))
    elif profile.quantity is not None:
        yield from (f"{key} {u}" for key in sums.keys(profile.quantity) for u in profile.unit[-1:])
    elif profile.deadline is not None:
        yield f"by {profile.deadline}"


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return belonging.sides_agree(one, other) is True


def _same_sum(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    if one.value is None or other.value is None or one.currency != other.currency:
        return False
    return sums.same_number(one.value, other.value, one.bound, other.bound)


def _same_quantity(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    if one.quantity is None or other.quantity is None or not set(one.unit) & set(other.unit):
        return False
    return sums.same_number(one.quantity, other.quantity, one.quantity_bound, other.quantity_bound)


def _other_quantity(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether both count the same thing, to another number."""
    return bool(one.unit) and one.unit == other.unit and not _same_quantity(one, other)


def _subject(one: CommitmentProfile, other: CommitmentProfile) -> _Part | None:
    """What both undertake to a number, None where nothing is."""
    if one.value is not None and other.value is not None:
        score = _number_score(one.value, other.value)
        big = 0.15 if min(one.value, other.value) >= _BILLION else 0.0
        counted = 0.15 if _same_quantity(one, other) else 0.0
        return _Part(score + big + counted, f"the same sum ({one.currency} {one.value:,})")
    if one.value is not None or other.value is not None:
        return None
    if one.quantity is not None and other.quantity is not None:
        if not _same_quantity(one, other):
            return None
        whole = 0.15 if one.unit == other.unit else 0.0
        # Nine offices and 50 per cent are said of many things.
        usual = 0.15 if min(one.quantity, other.quantity) < 10 or "percent" in one.unit else 0.0
        score = _number_score(one.quantity, other.quantity) + whole - usual
        return _Part(score, f"the same quantity ({one.quantity:,})")
    if one.quantity is None and other.quantity is None and one.deadline == other.deadline:
        return _Part(0.35, f"the same deadline ({one.deadline})")
    return None


def _number_score(one: float, other: float) -> float:
    told = _DIGITS[min(sums.digits(one), sums.digits(other), len(_DIGITS) - 1)]
    return told if one == other else told - 0.1


def _purpose(one: CommitmentProfile, other: CommitmentProfile) -> tuple[_Part, int]:
    """How far the purposes agree, and how much is said by what they share."""
    names = set(one.names) & set(other.names)
    # What is counted is shared already.
    counted = set(one.unit) & set(other.unit)
    first, second = set(one.purpose) - counted, set(other.purpose) - counted
    of_shorter, of_longer, common = labels.likeness(first, second, names)
    told = labels.weight(common, names)
    if not common:
        return _Part(0), 0
    reason = f"the same purpose ({', '.join(common[:4])})"
    share = (of_shorter + of_longer) / 2
    return _Part((0.6 if told > 1 else 0.3) * share + 0.05 * min(told, 4), reason), told


def _source(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    common = sorted(set(one.sources) & set(other.sources))
    return _Part(0.1, f"the same source ({', '.join(common[:4])})") if common else _Part(0)


def _same_purpose(
    purpose: tuple[_Part, int], parties: bool, subject: _Part, numbered: bool
) -> bool:
    """Whether the purpose is the same, or all else is and the number is no usual one."""
    part, told = purpose
    if not numbered:
        return told > 2 and part.score >= _UNNUMBERED
    return told > 1 or (parties and (told > 0 or subject.score >= _DIGITS[3]))


def _finance(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    if one.finance is None or other.finance is None:
        return _Part(0)
    if one.finance is other.finance:
        return _Part(0.05, f"the same kind of money ({one.finance.value})")
    return _Part(-0.1)


def _deadline(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    if one.deadline is None or other.deadline is None or one.value is None:
        return _Part(0)
    if one.deadline == other.deadline:
        return _Part(0.1, f"the same deadline ({one.deadline})")
    return _Part(-0.1)

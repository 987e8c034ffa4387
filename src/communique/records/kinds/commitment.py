"""Commitments: thirty reports that repeat one pledge tell one undertaking, no firmer for it.

One undertaking has one sum (or quantity, or deadline), one giver, one receiver and one purpose, as
far as they are stated; its grade may rise from readiness to delivery. A sum alone never links:
round sums are given for many things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.claims.slots.commitment import Commitment
from communique.model.mention import Bound
from communique.model.record import Node
from communique.model.terms import Finance
from communique.records.comparing import sums
from communique.records.comparing.labels import Likeness, likeness, purpose_of, stems, weight
from communique.records.comparing.lore import Lore
from communique.records.comparing.parties import Sides, agree, others
from communique.records.comparing.tally import Tally
from communique.records.matching import ENOUGH, Match

# By how many digits a number states: "1 million" is given every week, "307 million" is not.
_BY_DIGITS = (0.0, 0.3, 0.45, 0.6, 0.7)
_ROUNDED = 0.1
_BILLION = 1_000_000_000
_LARGE = 0.15
_COUNTED = 0.15
_DEADLINE_ALONE = 0.35
# Institutions give less often than states do.
_GIVER, _STATE_GIVES = 0.3, 0.2
_RECEIVER, _NAMED_RECEIVER = 0.25, 0.2
_SOURCE = 0.1
# Reports that repeat a pledge come close together: within a week, within a month.
_CLOSE, _NEAR = (7, 0.25), (31, 0.1)
# A number of three digits in a currency that few count in, by one giver, is told again wherever
# nothing is said against it.
_RARE_DIGITS, _RETOLD = 3, 0.25
_COMMON = frozenset({"USD", "EUR", None})
# A purpose of so few words is hardly told at all: "the Turkish loan has been announced again".
_POOR = 2
# A purpose of so many words is told in full; thirty reports of one pledge share one of them.
_FULL = 4
# Without a number the purpose has to carry the likeness: nearly all of its words are shared.
_UNNUMBERED = 0.6
_MOST_KEYS = 12
# Days of a block, twice with an offset of half, so that what is half as close shares one.
_BLOCK_DAYS = 30
_STATE_LETTERS = 2


@dataclass(frozen=True, slots=True)
class CommitmentProfile:
    """What of a commitment is compared.

    Attributes:
        by: Sides of the givers.
        to: Sides of the receivers that are known parties, a giver's own left out.
        purpose: Stems of what it is for.
        names: Those of them that are of names.
        sources: Stems of the law, plan or budget that the money comes from.
        finance: Kind of money.
        value: The sum.
        currency: Its currency.
        loose: Whether the currency is but what a bare sign is taken for.
        bound: How it is hedged.
        quantity: The counted quantity.
        unit: Stems of what is counted.
        quantity_bound: How the quantity is hedged.
        deadline: Last day of the deadline.
        told: Day on which it was announced, else published.
    """

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    finance: Finance | None = None
    value: int | float | None = None
    currency: str | None = None
    loose: bool = False
    bound: Bound | None = None
    quantity: int | float | None = None
    unit: tuple[str, ...] = ()
    quantity_bound: Bound | None = None
    deadline: date | None = None
    told: date | None = None

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
            yield profile_of(node.claim, node.document.published, self.lore.sides)

    def blocks(self, profile: CommitmentProfile) -> Iterator[str]:
        """Its number or deadline, with each word of its purpose, each party, and its month."""
        words = sorted(profile.purpose, key=lambda word: (word not in profile.names, -len(word)))
        words = [*words[:_MOST_KEYS], *(f"@{party}" for party in profile.to)]
        if profile.numbered:
            words += [*_months(profile.told), *_givers(profile)]
        for number in _numbers(profile):
            yield from (f"{number} {word}" for word in words)

    def compare(self, one: CommitmentProfile, other: CommitmentProfile) -> Match | None:
        """A score of number, parties, purpose and time; None unless number and purpose agree."""
        subject = _subject(one, other)
        if subject is None or self.contradict(one, other):
            return None
        purpose = _purpose(one, other)
        giver = self._giver(one, other)
        receiver = self._receiver(one, other)
        close = _closeness(one, other)
        hints = bool(giver[0]) + bool(receiver[0]) + (close[0] == _CLOSE[1]) + _rare(one, other)
        if not _same_purpose(purpose, _poor(one, other), hints, one.numbered):
            return None
        tally = Tally()
        tally.add(*subject)
        tally.add(_weight(purpose), f"the same purpose ({', '.join(purpose.common[:4])})")
        for part in (giver, receiver, close, _finance(one, other), _deadline(one, other)):
            tally.add(*part)
        retold = bool(giver[0]) and not purpose.told and _rare(one, other)
        retold &= bool({one.currency, other.currency} - _COMMON)
        tally.add(_RETOLD * retold, "an unusual number, and nothing told against it")
        sources = sorted({*one.sources} & {*other.sources})
        tally.add(_SOURCE * bool(sources), f"the same source ({', '.join(sources[:4])})")
        match = tally.match()
        return match if match and match.score >= ENOUGH else None

    def contradict(self, one: CommitmentProfile, other: CommitmentProfile) -> str | None:
        """Other sums, quantities, parties or purposes make another undertaking."""
        if one == other:
            return None
        if one.value is not None and other.value is not None and not _same_sum(one, other):
            return "the sums differ"
        if _other_quantity(one, other):
            return "the quantities differ"
        if others(self.lore.sides, one.to, other.to, members=True):
            return "the receivers differ"
        if others(self.lore.sides, one.by, other.by, members=False):
            return "the givers differ"
        if {one.finance, other.finance} == {Finance.GRANT, Finance.LOAN}:
            return "one is a grant, the other a loan"
        return "the purposes differ" if _other_purpose(one, other) else None

    def _giver(self, one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
        if not agree(self.lore.sides, one.by, other.by):
            return 0.0, ""
        states = all(len(side) == _STATE_LETTERS for side in (*one.by, *other.by))
        return (_STATE_GIVES if states else _GIVER), f"the same giver ({_either(one.by, other.by)})"

    def _receiver(self, one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
        """Whether the receivers agree, or one names in its purpose whom the other gives to."""
        if agree(self.lore.sides, one.to, other.to):
            return _RECEIVER, f"the same receiver ({_either(one.to, other.to)})"
        found = {side for side in one.to if f"@{side}" in other.purpose}
        found |= {side for side in other.to if f"@{side}" in one.purpose}
        if not found:
            return 0.0, ""
        return _NAMED_RECEIVER, f"for the same party ({', '.join(sorted(found))})"


def profile_of(claim: Commitment, published: date | None, sides: Sides) -> CommitmentProfile:
    """What of a commitment is compared.

    Args:
        claim: The commitment.
        published: Day of its document.
        sides: Tells parties.
    """
    givers = {sides.of_party(party) for party in claim.by}
    receivers = {sides.of_party(party) for party in claim.to}
    # A centre or programme that is given to tells the purpose: no party is contradicted by it.
    known = {side for side in receivers if sides.knows(side)}
    action = ". ".join((claim.action, *sorted(receivers - known)))
    purpose = purpose_of(action, sides, givers | known)
    # Who pays and through what often stands before the action: "Lake Bank will provide …".
    named = purpose_of(f"so {claim.evidence[0].exact}", sides, givers | known).names
    amount, quantity = claim.amount, claim.quantity
    currency = amount.currency if amount else None
    return CommitmentProfile(
        by=tuple(sorted(givers)),
        # "The United States invests 5 billion in the United States" tells no receiver.
        to=tuple(sorted(known - givers)),
        purpose=tuple(sorted({*purpose.words, *named})),
        names=tuple(sorted({*purpose.names, *named})),
        sources=purpose.sources,
        finance=claim.finance,
        value=sums.plain(amount.value) if amount else None,
        currency=currency,
        loose=sums.loose(currency, " ".join(e.exact for e in claim.evidence)),
        bound=amount.bound if amount else None,
        quantity=sums.plain(quantity.value) if quantity else None,
        unit=stems(quantity.unit) or (quantity.unit,) if quantity else (),
        quantity_bound=quantity.bound if quantity else None,
        deadline=claim.deadline.last if claim.deadline else None,
        told=(claim.when.last if claim.when else None) or published,
    )


def _either(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """What both name, else what either does: "EIB, EU"."""
    return ", ".join(sorted({*one} & {*other} or {*one} | {*other}))


def _numbers(profile: CommitmentProfile) -> Iterator[str]:
    """Keys of what is checkable of it: the sum, else the quantity, else the deadline."""
    if profile.value is not None:
        yield from (f"{sums.family(profile.currency)} {key}" for key in sums.keys(profile.value))
    elif profile.quantity is not None:
        yield from (f"{key} {u}" for key in sums.keys(profile.quantity) for u in profile.unit[-1:])
    elif profile.deadline is not None:
        yield f"by {profile.deadline}"


def _months(told: date | None) -> Iterator[str]:
    if told is not None:
        day = told.toordinal()
        yield f"month {day // _BLOCK_DAYS}"
        yield f"between {(day + _BLOCK_DAYS // 2) // _BLOCK_DAYS}"


def _givers(profile: CommitmentProfile) -> Iterator[str]:
    """Givers of a number that is not given every week."""
    number = profile.value if profile.value is not None else profile.quantity
    if number is not None and sums.digits(number) > 1:
        yield from (f"by {side}" for side in profile.by)


def _same_sum(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    if one.value is None or other.value is None:
        return False
    currency = sums.same_currency(one.currency, other.currency, one.loose or other.loose)
    return currency and sums.same_number(one.value, other.value, one.bound, other.bound)


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
        units = (one.currency or "",), (other.currency or "",)
        score = _number_score(one.value, other.value)
        score += (_LARGE if least >= _BILLION else 0.0) + _COUNTED * _same_quantity(one, other)
        return score, f"the same sum ({_told(_either(*units), one.value, other.value)})"
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
    usual = min(first, second) < 10 or "percent" in {*one.unit, *other.unit}
    told = _told(_either(one.unit, other.unit).replace(",", ""), first, second)
    return score - (_COUNTED if usual else 0.0), f"the same quantity ({told})"


def _told(unit: str, one: float, other: float) -> str:
    least, most = sorted((one, other))
    return f"{least:,} {unit}" if least == most else f"{least:,} and {most:,} {unit}"


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


def _rare(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether the number is no round one."""
    numbers = (one.value, other.value) if one.value is not None else (one.quantity, other.quantity)
    told = [number for number in numbers if number is not None]
    return len(told) > 1 and min(map(sums.digits, told)) >= _RARE_DIGITS


def _poor(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether one of them hardly tells what it is for."""
    return min(weight(one.purpose, one.names), weight(other.purpose, other.names)) <= _POOR


def _other_purpose(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether a round number is told for two purposes, each in full, with no word in common."""
    if _rare(one, other) or {*one.purpose} & {*other.purpose}:
        return False
    return min(weight(one.purpose, one.names), weight(other.purpose, other.names)) >= _FULL


def _same_purpose(purpose: Likeness, poor: bool, hints: int, numbered: bool) -> bool:
    """Whether the purpose is the same, or nothing told of it speaks against it and all else agrees.

    Args:
        purpose: What the purposes share.
        poor: Whether one is hardly told.
        hints: How many of giver, receiver and time agree, and whether the number is unusual.
        numbered: Whether they have a number.
    """
    if not numbered:
        return purpose.told > _POOR and _weight(purpose) >= _UNNUMBERED
    if purpose.told > 1:
        return True
    return hints > 1 and (poor or purpose.told > 0)


def _closeness(one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
    if one.told is None or other.told is None or not one.numbered:
        return 0.0, ""
    apart = abs((one.told - other.told).days)
    for most, score in (_CLOSE, _NEAR):
        if apart <= most:
            return score, f"told {apart} days apart" if apart else "told on one day"
    return 0.0, ""


def _finance(one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
    if one.finance is None or other.finance is None:
        return 0.0, ""
    if one.finance is other.finance:
        return 0.1, f"the same kind of money ({one.finance.value})"
    return -0.1, "another kind of money"


def _deadline(one: CommitmentProfile, other: CommitmentProfile) -> tuple[float, str]:
    """What deadlines say of two that have a number as well."""
    if one.deadline is None or other.deadline is None or not one.numbered:
        return 0.0, ""
    if one.deadline == other.deadline:
        return 0.1, f"the same deadline ({one.deadline})"
    return -0.1, "another deadline"

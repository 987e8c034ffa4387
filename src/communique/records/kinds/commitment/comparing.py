"""What two commitments have in common: number, purpose, parties and time."""

from __future__ import annotations

from datetime import date

from communique.model.terms import Finance
from communique.records.comparing import sums
from communique.records.comparing.labels import Likeness, likeness, weight
from communique.records.comparing.parties import Sides, agree, others
from communique.records.kinds.commitment import weights as w
from communique.records.kinds.commitment.profile import CommitmentProfile

_STATE_LETTERS = 2
#: A weight with its reason; nothing counts for weight 0.
_Part = tuple[float, str]
_NOTHING: _Part = (0.0, "")


def same_sum(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether both tell a sum, and it can be the same."""
    if one.value is None or other.value is None:
        return False
    currency = sums.same_currency(one.currency, other.currency, one.loose or other.loose)
    return currency and sums.same_number(one.value, other.value, one.bound, other.bound)


def other_quantity(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether both count the same thing, to another number."""
    return bool(one.unit) and one.unit == other.unit and not _same_quantity(one, other)


def _same_quantity(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    if one.quantity is None or other.quantity is None or not {*one.unit} & {*other.unit}:
        return False
    return sums.same_number(one.quantity, other.quantity, one.quantity_bound, other.quantity_bound)


def other_purpose(one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether a round number is told for two purposes, each in full, with no word in common."""
    shared = {*one.purpose, *one.beside} & {*other.purpose, *other.beside}
    if shared or digits_of(one, other) >= w.RARE_DIGITS:
        return False
    return min(weight(p.purpose, p.names) for p in (one, other)) >= w.FULL


def other_parties(sides: Sides, one: CommitmentProfile, other: CommitmentProfile) -> str | None:
    """Whether both tell givers, or receivers, and other ones: in words, None if not.

    Of a loan, who lends may be told in one text and who borrows in the other.
    """
    first, second = (tuple(s for s in p.to if not sides.vague(s)) for p in (one, other))
    if others(sides, first, second, members=True) and not _turned(sides, one, other):
        return "the receivers differ"
    if others(sides, one.by, other.by, members=False) and not _turned(sides, one, other):
        return "the givers differ"
    return None


def _turned(sides: Sides, one: CommitmentProfile, other: CommitmentProfile) -> bool:
    """Whether one tells a loan from the other end: who borrows it there gives it here."""
    if Finance.LOAN not in {one.finance, other.finance}:
        return False
    ends = [(one.by, other.to), (one.to, other.by)]
    told = [agree(sides, a, b) for a, b in ends if a and b]
    return bool(told) and all(told)


def subject(one: CommitmentProfile, other: CommitmentProfile) -> _Part | None:
    """How much the number says that both undertake, and how it reads; None where none is shared."""
    if one.value is not None and other.value is not None:
        least = min(one.value, other.value)
        units = (one.currency or "",), (other.currency or "",)
        score = _number_score(one.value, other.value)
        score += (w.LARGE if least >= w.BILLION else 0.0) + w.COUNTED * _same_quantity(one, other)
        return score, f"the same sum ({_told(either(*units), one.value, other.value)})"
    if one.value is not None or other.value is not None:
        return None
    if one.quantity is not None and other.quantity is not None:
        return _counted(one, other, one.quantity, other.quantity)
    if not one.numbered and not other.numbered and one.deadline == other.deadline:
        return w.DEADLINE_ALONE, f"the same deadline ({one.deadline})"
    return None


def _counted(
    one: CommitmentProfile, other: CommitmentProfile, first: float, second: float
) -> _Part | None:
    if not _same_quantity(one, other):
        return None
    score = _number_score(first, second) + (w.COUNTED if one.unit == other.unit else 0.0)
    usual = min(first, second) < w.USUAL or "percent" in {*one.unit, *other.unit}
    told = _told(either(one.unit, other.unit).replace(",", ""), first, second)
    return score - (w.COUNTED if usual else 0.0), f"the same quantity ({told})"


def _told(unit: str, one: float, other: float) -> str:
    least, most = sorted((one, other))
    return f"{least:,} {unit}" if least == most else f"{least:,} and {most:,} {unit}"


def _number_score(one: float, other: float) -> float:
    told = w.BY_DIGITS[min(sums.digits(one), sums.digits(other), len(w.BY_DIGITS) - 1)]
    return told if one == other else told - w.ROUNDED


def digits_of(one: CommitmentProfile, other: CommitmentProfile) -> int:
    """How many digits the number states that both tell; 0 where they tell none."""
    numbers = (one.value, other.value) if one.value is not None else (one.quantity, other.quantity)
    told = [number for number in numbers if number is not None]
    return min(map(sums.digits, told)) if len(told) > 1 else 0


def purposes(one: CommitmentProfile, other: CommitmentProfile) -> Likeness:
    """What the purposes have in common, besides what is counted."""
    counted = {*one.unit} & {*other.unit}
    names = {*one.names} & {*other.names}
    first, second = ({*p.purpose, *p.beside} - counted for p in (one, other))
    return likeness(first, second, names)


def purpose_score(purpose: Likeness) -> float:
    """How much a shared purpose counts."""
    share = (purpose.cover + purpose.share) / 2
    return (0.6 if purpose.told > 1 else 0.3) * share + 0.05 * min(purpose.told, 4)


def giver(sides: Sides, one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """Whether the givers agree."""
    if not agree(sides, one.by, other.by):
        return _NOTHING
    states = all(len(side) == _STATE_LETTERS for side in (*one.by, *other.by))
    return (w.STATE_GIVES if states else w.GIVER), f"the same giver ({either(one.by, other.by)})"


def receiver(sides: Sides, one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """Whether the receivers agree, or one names in its purpose whom the other gives to."""
    if agree(sides, one.to, other.to):
        return w.RECEIVER, f"the same receiver ({either(one.to, other.to)})"
    found = {side for side in one.to if f"@{side}" in other.purpose}
    found |= {side for side in other.to if f"@{side}" in one.purpose}
    if not found:
        return _NOTHING
    return w.NAMED_RECEIVER, f"for the same party ({', '.join(sorted(found))})"


def related(sides: Sides, one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """Whether both tell a sum of one kind of money as one between the same two sides."""
    if one.told is None or other.told is None or one.value is None or other.value is None:
        return _NOTHING
    if one.finance is not None and other.finance not in {None, one.finance}:
        return _NOTHING
    shared = {side for side in one.circle & other.circle if not sides.vague(side)}
    if not sides.several(shared):
        return _NOTHING
    most, score = w.RELATED
    if abs((one.told - other.told).days) > most:
        return _NOTHING
    return score, f"told between the same parties ({', '.join(sorted(shared))})"


def closeness(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """How close together both were told; a month or season that holds the other's day is near."""
    first, second = _days(one), _days(other)
    if first is None or second is None or not one.numbered:
        return _NOTHING
    apart = max((max(first[0], second[0]) - min(first[1], second[1])).days, 0)
    width = max((last - begin).days for begin, last in (first, second))
    for most, score in (w.CLOSE, w.NEAR):
        if apart <= most and width <= most:
            return score, f"told {apart} days apart" if apart else "told on one day"
    near = not apart and width <= w.ROUGHLY
    return (w.NEAR[1], "told of one time") if near else _NOTHING


def _days(profile: CommitmentProfile) -> tuple[date, date] | None:
    if profile.told is None:
        return None
    return min(profile.since or profile.told, profile.told), profile.told


def finance(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """What the kinds of money say."""
    if one.finance is None or other.finance is None:
        return _NOTHING
    if one.finance is other.finance:
        return w.FINANCE, f"the same kind of money ({one.finance.value})"
    return -w.FINANCE, "another kind of money"


def deadline(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """What deadlines say of two that have a number as well."""
    if one.deadline is None or other.deadline is None or not one.numbered:
        return _NOTHING
    if one.deadline == other.deadline:
        return w.DEADLINE, f"the same deadline ({one.deadline})"
    return -w.DEADLINE, "another deadline"


def source(one: CommitmentProfile, other: CommitmentProfile) -> _Part:
    """Whether the money comes from one law or plan."""
    found = sorted({*one.sources} & {*other.sources})
    return w.SOURCE * bool(found), f"the same source ({', '.join(found[:4])})"


def either(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """What both name, else what either does: "EIB, EU"."""
    return ", ".join(sorted({*one} & {*other} or {*one} | {*other}))

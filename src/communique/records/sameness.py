"""When two values of a slot tell the same: one small comparison for each type of value.

A value is first reduced to a key, what of it counts; equal keys are one value. Keys of one type may
then be the same in other words, or one may tell the same more precisely.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import floor, log10
from typing import Any

from communique.model.claim import Amount, Change, Party, Person, Quantity, When
from communique.model.mention import Bound
from communique.model.terms import EventMode
from communique.records.comparing import names
from communique.vocab.kinship import Kinship
from communique.vocab.words import without_accents, words_of

#: Two texts are the same in other words if this share of the shorter's words is common:
#: "roadmap of 79 points" and "EU–Central Asia roadmap".
_ALIKE = 1 / 3
#: Words that tell nothing of a name.
_EMPTY = frozenset(words_of("a an the of on in at for to and with between by - , . ' s"))
#: Digits that a number must state to be taken for the rounded form of another: "18.5", not "20".
_DIGITS = 2
#: Any of these can be called a meeting.
_MEETINGS = frozenset(
    {
        EventMode.SUMMIT,
        EventMode.FORUM,
        EventMode.CONFERENCE,
        EventMode.CONSULTATION,
        EventMode.NEGOTIATION,
    }
)
_ABOVE = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_BELOW = frozenset({Bound.LESS_THAN, Bound.AT_MOST})


class Fit(Enum):
    """How a value stands to another of the same slot."""

    SAME = "same"
    FINER = "finer"
    COARSER = "coarser"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Sense:
    """How the values of a type are compared.

    Attributes:
        key: What of a value counts.
        fit: How two different keys stand to one another; None where different keys are apart.
    """

    key: Callable[[Any, Kinship], Hashable]
    fit: Callable[[Any, Any], Fit] | None = None


def sense_of(value: object) -> Sense:
    """How values of this one's type are compared."""
    for kind, sense in _SENSES:
        if isinstance(value, kind):
            return sense
    return _TERM


def either_way(finer: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Fit]:
    """A fit from the question whether one value tells the other more precisely."""

    def fit(one: Any, other: Any) -> Fit:  # noqa: ANN401 - keys of the slot's type
        if finer(one, other):
            return Fit.SAME if finer(other, one) else Fit.FINER
        return Fit.COARSER if finer(other, one) else Fit.APART

    return fit


def words_key(text: str) -> frozenset[str]:
    """The words of a text that tell something, in any case, without accents."""
    return frozenset(words_of(without_accents(text.casefold()))) - _EMPTY


def _alike(one: frozenset[str], other: frozenset[str]) -> Fit:
    common = len(one & other)
    if common and (common == len(one) or common == len(other)):
        return Fit.FINER if len(one) > len(other) else Fit.COARSER
    shorter = min(len(one), len(other))
    return Fit.SAME if common and common >= _ALIKE * shorter else Fit.APART


Days = tuple[date | None, date | None]


def days_finer(one: Days, other: Days) -> bool:
    """Whether the days of one lie within those of the other.

    Of two deadlines ("by 2028", "by 2030") neither tells the other more precisely: where both are
    open on one side, their ends must be equal.
    """
    (first, last), (begin, end) = one, other
    if first is None and begin is None:
        return last == end
    if last is None and end is None:
        return first == begin
    after = begin is None or (first is not None and first >= begin)
    return after and (end is None or (last is not None and last <= end))


Counted = tuple[float, Bound | None, Hashable]


def _sum_finer(one: Counted, other: Counted) -> bool:
    """Whether one number is what the other tells in round or hedged form."""
    (exact, _, unit), (told, hedge, of) = one, other
    if unit != of:
        return False
    if exact == told:
        # Who leaves the hedge out knows no more for it.
        return True
    step = 10.0 ** _last_place(told)
    if hedge in _ABOVE:
        return told < exact < told + step
    if hedge in _BELOW:
        return told - step < exact < told
    enough = hedge is Bound.ABOUT or _digits(told) >= _DIGITS
    return enough and _digits(exact) > _digits(told) and abs(exact - told) <= step / 2


def _last_place(number: float) -> int:
    """The power of ten of the last digit that is not zero, or nearly: 8 for 18,500,000,000."""
    if number == 0:
        return 0
    return floor(log10(abs(number))) - _digits(number) + 1


def _digits(number: float) -> int:
    """How many digits a number states, zeros at its end aside."""
    return len(f"{abs(number):.9e}".partition("e")[0].replace(".", "").strip("0")) or 1


def _same_person(one: str, other: str) -> Fit:
    """The fuller name tells more; else two spellings of one name are the same."""
    fit = either_way(frozenset.issuperset)(words_key(one), words_key(other))
    return Fit.SAME if fit is Fit.APART and names.alike(one, other) else fit


def _mode_finer(one: EventMode, other: EventMode) -> bool:
    return one is other or (other is EventMode.MEETING and one in _MEETINGS)


def _sides(parties: tuple[Any, ...], kin: Kinship) -> Hashable:
    """The sides of parties; other tuples as they are."""
    if all(isinstance(p, Party) for p in parties):
        return frozenset(kin.side(p.name) for p in parties)
    return parties


_TERM = Sense(lambda value, _: value)
_SENSES: tuple[tuple[type | tuple[type, ...], Sense], ...] = (
    (EventMode, Sense(lambda mode, _: mode, either_way(_mode_finer))),
    (Enum, _TERM),
    (str, Sense(lambda text, _: words_key(text), _alike)),
    (When, Sense(lambda when, _: (when.first, when.last), either_way(days_finer))),
    (
        Amount,
        Sense(lambda a, _: (float(a.value), a.bound, a.currency), either_way(_sum_finer)),
    ),
    (
        Quantity,
        Sense(lambda q, _: (float(q.value), q.bound, words_key(q.unit)), either_way(_sum_finer)),
    ),
    ((int, float), Sense(lambda n, _: (float(n), None, None), either_way(_sum_finer))),
    (Change, Sense(lambda c, _: (c.value, c.unit, c.direction))),
    (Person, Sense(lambda p, _: p.name, _same_person)),
    (Party, Sense(lambda p, kin: kin.side(p.name))),
    (tuple, Sense(_sides)),
)

"""Whether two values of one slot, told of one thing, can't both be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from communique.checks.background import Background
from communique.checks.stated import Interval, stated
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.instrument import Instrument
from communique.model import spelled
from communique.model.claim import Amount, Claim, Quantity, When
from communique.model.record import Node
from communique.model.terms import EventMode, EventStatus, EventType, Modality
from communique.records.comparing.days import MONTH, Days, gap
from communique.records.comparing.places import Nearness, nearness
from communique.records.comparing.sums import same_number
from communique.records.sameness import words_key

#: Days between two accounts of one deadline; a later one may tell that it was moved.
_SAME_NEWS = 31
#: A call, and a meeting at midnight, is on two days where its sides are.
_ZONE = 1
#: What is held on days and in places that two accounts must agree on.
_HELD = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
#: Words that a name of an instrument has, and the share of them that must be the same.
_NAMED = 2
_SHARED = 0.6
_POINTS = re.compile(r"\b(?P<number>\d{1,3}) (?:points|articles|items|measures|paragraphs)\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot in which independent accounts of one thing must agree.

    Attributes:
        name: Its name in the claim.
        label: What it is, for people.
        write: The value, for people.
        clash: Whether two claims have values that can't both be.
        read: Reads the value, where the claim alone does not tell it.
    """

    name: str
    label: str
    write: Callable[[Any], str]
    clash: Callable[[Node, Node, Background], bool]
    read: Callable[[Claim], Any] | None = None

    def value(self, claim: Claim) -> Any:  # noqa: ANN401 - of the slot's type
        """What a claim tells."""
        return getattr(claim, self.name) if self.read is None else self.read(claim)


def slots_of(claim: Claim) -> tuple[Slot, ...]:
    """The slots of a claim that are compared."""
    return _SLOTS.get(type(claim), ())


def firm(claim: Claim) -> bool:
    """Whether a claim tells what is so: what is planned may come otherwise."""
    if isinstance(claim, Commitment):
        return claim.modality is not Modality.DENIED
    return claim.modality is Modality.ASSERTED and (
        getattr(claim, "status", None) in {None, EventStatus.OCCURRED}
    )


def _days_clash(one: Node, other: Node, background: Background) -> bool:
    if not _one_thing(one.claim, other.claim, background):
        return False
    first, second = _days(one.claim), _days(other.claim)
    if first is None or second is None:
        return False
    modes = {getattr(node.claim, "mode", None) for node in (one, other)}
    today = any(days.first == n.document.published for n, days in ((one, first), (other, second)))
    slack = _ZONE if today or modes & {EventMode.CALL, EventMode.VISIT} else 0
    return gap(first, second) > slack


def _one_thing(one: Claim, other: Claim, background: Background) -> bool:
    """Whether two claims of one record surely speak of one act.

    A convention is signed by one state after another, and "the resolution" may be any.
    """
    if isinstance(one, Instrument) and isinstance(other, Instrument):
        return one.action is other.action and _one_instrument(one, other, background)
    if isinstance(one, Event) and isinstance(other, Event):
        return all(event.type in _HELD and (event.title or event.mode) for event in (one, other))
    return True


def _one_instrument(one: Instrument, other: Instrument, background: Background) -> bool:
    """Whether two names are one but for a few words, and the parties, where told, the same."""
    first, second = words_key(one.name or ""), words_key(other.name or "")
    fewest = min(len(first), len(second))
    if fewest < _NAMED or len(first & second) < _SHARED * fewest:
        return False
    side = background.kin.side
    mine, theirs = ({side(p.name) for p in claim.parties} for claim in (one, other))
    return not (mine and theirs) or mine <= theirs or theirs <= mine


def _days(claim: Claim) -> Days | None:
    """The days of a claim; none if they are more than a month, or told by no number or name."""
    when: When | None = getattr(claim, "when", None)
    days = Days.of(when)
    if when is None or days is None or days.length is None or days.length > MONTH:
        return None
    return days if any(sign.isdigit() for sign in when.text) else None


def _deadlines_clash(one: Node, other: Node, _: Background) -> bool:
    mine, theirs = (getattr(node.claim, "deadline", None) for node in (one, other))
    told = (one.document.published, other.document.published)
    if mine is None or theirs is None or mine.last is None or theirs.last is None:
        return False
    if not all(_lies_ahead(when.last, day) for when, day in ((mine, told[0]), (theirs, told[1]))):
        return False
    if told[0] is None or told[1] is None or abs((told[0] - told[1]).days) > _SAME_NEWS:
        return False
    if not all(any(sign.isdigit() for sign in when.text) for when in (mine, theirs)):
        return False
    begins = [when.first or when.last.replace(month=1, day=1) for when in (mine, theirs)]
    return bool(begins[0] > theirs.last or begins[1] > mine.last)


def _lies_ahead(day: date | None, told: date | None) -> bool:
    return day is not None and told is not None and day > told


def _places_clash(one: Node, other: Node, background: Background) -> bool:
    if not _one_thing(one.claim, other.claim, background) or not _same_days(one.claim, other.claim):
        return False
    first, second = (getattr(node.claim, "place", None) for node in (one, other))
    return are_two_places(first, second, background)


def are_two_places(one: str | None, other: str | None, background: Background) -> bool:
    """Whether two places can't be one, nor one lie in the other."""
    first, second = (background.lore.places.read(name) for name in (one, other))
    if first is None or second is None:
        return False
    near = nearness(first, second)
    # Two towns of one state are two places, a villa and its town are not.
    towns = all(_is_town(place.name, place.own, background) for place in (first, second))
    return near is Nearness.ELSEWHERE or (near is Nearness.SAME_LAND and towns)


def _same_days(one: Claim, other: Claim) -> bool:
    """Whether both tell the days, and these meet; of a named event held once it may be left out."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return isinstance(one, Instrument) or bool(getattr(one, "ordinal", None))
    return gap(first, second) == 0


def _is_town(name: str, own: bool, background: Background) -> bool:
    return own or name in background.lore.sides.capitals


def _sums_clash(one: Node, other: Node, _: Background) -> bool:
    mine, theirs = (getattr(node.claim, "amount", None) for node in (one, other))
    if mine is None or theirs is None or mine.currency != theirs.currency:
        return False
    return _numbers_clash(mine, one, theirs, other)


def _quantities_clash(one: Node, other: Node, _: Background) -> bool:
    mine, theirs = (getattr(node.claim, "quantity", None) for node in (one, other))
    if mine is None or theirs is None or words_key(mine.unit) != words_key(theirs.unit):
        return False
    return _numbers_clash(mine, one, theirs, other)


def _numbers_clash(
    mine: Amount | Quantity, one: Node, theirs: Amount | Quantity, other: Node
) -> bool:
    if same_number(mine.value, theirs.value, mine.bound, theirs.bound) or _moves(one, other):
        return False
    return not _interval(mine, one).meets(_interval(theirs, other))


def _moves(one: Node, other: Node) -> bool:
    """Whether two numbers are told for two deadlines: a total that grows."""
    first, second = (getattr(node.claim, "deadline", None) for node in (one, other))
    return first is not None and second is not None and first.last != second.last


def _interval(told: Amount | Quantity, node: Node) -> Interval:
    return stated(told.value, node.claim.evidence[0].exact, told.bound)


def _counts_clash(one: Node, other: Node, _: Background) -> bool:
    mine, theirs = getattr(one.claim, "count", None), getattr(other.claim, "count", None)
    return mine is not None and theirs is not None and mine != theirs


def _points_clash(one: Node, other: Node, _: Background) -> bool:
    mine, theirs = points_of(one.claim), points_of(other.claim)
    return mine is not None and theirs is not None and mine != theirs


def points_of(claim: Claim) -> int | None:
    """How many points a document has, as its claim or the words of it tell."""
    told: int | None = getattr(claim, "points", None)
    found = _POINTS.search(claim.evidence[0].exact) if isinstance(claim, Instrument) else None
    return int(found["number"]) if told is None and found else told


def _when(value: When) -> str:
    if value.first == value.last and value.first is not None:
        return spelled.day(value.first)
    return value.text


def written_sum(value: Amount) -> str:
    """A sum as messages tell it: "15 million EUR"."""
    return f"{_number(value.value)} {value.currency or ''}".strip()


def _quantity(value: Quantity) -> str:
    return f"{_number(value.value)} {value.unit}"


def _number(value: float) -> str:
    for scale, word in ((1e9, " billion"), (1e6, " million")):
        if value >= scale:
            return f"{value / scale:,.6g}{word}"
    return f"{value:,.12g}"


_DATE = Slot("when", "the date", _when, _days_clash)
_PLACE = Slot("place", "the place", str, _places_clash)
_SLOTS: Mapping[type[Claim], tuple[Slot, ...]] = MappingProxyType(
    {
        Event: (_DATE, _PLACE),
        Instrument: (
            _DATE,
            _PLACE,
            Slot("points", "the number of points", str, _points_clash, points_of),
            Slot("count", "the number of documents", str, _counts_clash),
        ),
        Commitment: (
            Slot("amount", "the sum", written_sum, _sums_clash),
            Slot("quantity", "the quantity", _quantity, _quantities_clash),
            Slot("deadline", "the deadline", _when, _deadlines_clash),
        ),
    }
)

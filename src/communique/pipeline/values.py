"""Values of slots as a person types them: plain words for simple slots, JSON for any.

KZ, European Union              parties
participant:KZ:Ali Rahimov      an actor: role, party, person; any but one may be left out
about 5000000 EUR               a sum
79 km                           a quantity
2023-06-02..2023-06-03          a period; a month or year covers its days, an end may be open
up 3.2 percent                  a change
none                            no value
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from datetime import date
from enum import Enum
from math import isfinite
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin

from communique.model.claim import Actor, Amount, Change, Party, Person, Quantity, When
from communique.model.mention import Bound
from communique.model.shaped import members, value_of
from communique.model.terms import ActorRole, Direction
from communique.records.decisions import slot_names, slot_type

_NONE = frozenset({"none", "null", ""})
_NUMBER = re.compile(r"[+-]?\d[\d,_]*(?:\.\d+)?(?:[eE][+-]?\d+)?")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values of slots.

    Attributes:
        party: Finds the party that a name or code means, None where it is in no vocabulary.
    """

    party: Callable[[str], Party | None]

    def read(self, kind: str, slot: str, words: str) -> Any:  # noqa: ANN401 - what JSON holds
        """The value of a slot as plain JSON, checked.

        Args:
            kind: Kind of claim.
            slot: Name of the slot.
            words: What the person typed.

        Raises:
            ValueError: There is no such slot, or the words are no value for it.
        """
        if slot not in slot_names(kind):
            known = ", ".join(slot_names(kind))
            raise ValueError(f"a claim of kind {kind} has no slot {slot!r} (it has {known})")
        hint = slot_type(kind, slot)
        value = self._value(words.strip(), hint)
        value_of(value, hint, slot)
        return value

    def _value(self, words: str, hint: object) -> Any:  # noqa: ANN401 - what JSON holds
        alternatives = [a for a in members(hint) if a is not NoneType]
        if words.casefold() in _NONE and NoneType in members(hint):
            return None
        kind: Any = alternatives[0]
        if get_origin(kind) is tuple:
            return self._list(words, get_args(kind)[0])
        if is_dataclass(kind):
            return self._object(words, kind)
        if issubclass(kind, Enum):
            return _term(words, kind)
        return words if kind is str else _number(words)

    def _list(self, words: str, kind: object) -> list[Any]:
        if words.startswith("["):
            entries: list[Any] = _json(words)
            return entries
        if words.casefold() in _NONE:
            return []
        between = ";" if ";" in words else ","
        return [self._value(part.strip(), kind) for part in words.split(between)]

    def _object(self, words: str, kind: object) -> Any:  # noqa: ANN401 - what JSON holds
        if words.startswith("{"):
            return _json(words)
        if kind is Party:
            return self.party_of(words)
        if kind is Actor:
            return self._actor(words)
        return _FORMS[kind](words)

    def party_of(self, words: str) -> dict[str, Any]:
        """A party by its code or name; a name that is in no vocabulary is taken as it is.

        Raises:
            ValueError: There is no name.
        """
        if not words:
            raise ValueError("a party needs a name")
        found = self.party(words) or Party(words)
        return {"name": found.name, "code": found.code}

    def _actor(self, words: str) -> dict[str, Any]:
        parts = [part.strip() for part in words.split(":")]
        if len(parts) == 1:
            parts = [ActorRole.PARTICIPANT.value, *parts]
        role, party, person = (*parts, "")[:3]
        if len(parts) > 3 or not (party or person):
            raise ValueError(f"{words!r} is no actor such as participant:KZ:Ali Rahimov")
        return {
            "role": _term(role, ActorRole),
            "party": self.party_of(party) if party else None,
            "person": {"name": person} if person else None,
        }


def _json(words: str) -> Any:  # noqa: ANN401 - what JSON holds
    try:
        return json.loads(words, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is no JSON ({error})") from None


def _no_number(name: str) -> Any:  # noqa: ANN401 - it returns nothing
    raise ValueError(f"{name} is no number")


def _term(words: str, kind: type[Enum]) -> str:
    """A word of a closed list, in any case, with blanks for low lines."""
    wanted = "_".join(words.casefold().split())
    for term in kind:
        if str(term.value).casefold() == wanted:
            return str(term.value)
    known = ", ".join(str(term.value) for term in kind)
    raise ValueError(f"{words!r} is none of {known}")


def _number(words: str) -> int | float:
    if not _NUMBER.fullmatch(words):
        raise ValueError(f"{words!r} is no number such as 5000000, 3.2 or 5e6")
    digits = words.replace(",", "").replace("_", "")
    if digits.lstrip("+-").isdecimal():
        return int(digits)
    value = float(digits)
    if not isfinite(value):
        raise ValueError(f"{words!r} is too large")
    return int(value) if value.is_integer() else value


def _hedged(words: str) -> tuple[str | None, list[str]]:
    """The bound that words begin with, and the rest: "at least 5 EUR"."""
    parts = words.split()
    for count in (2, 1):
        said = "_".join(parts[:count]).casefold()
        if said in {bound.value for bound in Bound}:
            return said, parts[count:]
    return None, parts


def _amount(words: str) -> dict[str, Any]:
    bound, parts = _hedged(words)
    if len(parts) == 2 and parts[0].isalpha():
        parts.reverse()
    currency = parts[1].upper() if len(parts) == 2 else None
    if len(parts) not in {1, 2} or (
        currency is not None and not re.fullmatch("[A-Z]{3}", currency)
    ):
        raise ValueError(f"{words!r} is no sum such as 5000000 EUR")
    return {"value": _number(parts[0]), "currency": currency, "bound": bound}


def _quantity(words: str) -> dict[str, Any]:
    bound, parts = _hedged(words)
    if len(parts) < 2:
        raise ValueError(f"{words!r} is no quantity such as 79 km")
    return {"value": _number(parts[0]), "unit": " ".join(parts[1:]), "bound": bound}


def _change(words: str) -> dict[str, Any]:
    direction, _, rest = words.partition(" ")
    counted = _quantity(rest)
    value = {"value": counted["value"], "unit": counted["unit"]}
    return {**value, "direction": _term(direction, Direction), "base": None}


def _person(words: str) -> dict[str, Any]:
    if not words:
        raise ValueError("a person needs a name")
    return {"name": words}


def _period(words: str) -> dict[str, Any]:
    begin, between, end = words.partition("..")
    first = _days(begin)[0] if begin else None
    last = _days(end if between else begin)[1] if (end if between else begin) else None
    if first is None and last is None:
        raise ValueError(f"{words!r} is no period such as 2023-06-02 or 2023-06-02..2023-06-03")
    if first is not None and last is not None and last < first:
        raise ValueError(f"{words!r} ends before it begins")
    return {
        "first": None if first is None else first.isoformat(),
        "last": None if last is None else last.isoformat(),
        "text": words,
    }


def _days(words: str) -> tuple[date, date]:
    """First and last day of a day, month or year."""
    told = _DAY.fullmatch(words.strip())
    if told is None:
        raise ValueError(f"{words!r} is no day, month or year such as 2023-06-02, 2023-06 or 2023")
    year, month, day = (None if part is None else int(part) for part in told.groups())
    assert year is not None
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"{words!r} is not in the calendar") from None
    if day is not None:
        return first, first
    ending = month or 12
    return first, date(year, ending, monthrange(year, ending)[1])


# What reads words into an object of a kind, besides parties and actors.
_FORMS: Mapping[object, Callable[[str], dict[str, Any]]] = MappingProxyType(
    {
        Amount: _amount,
        Change: _change,
        Person: _person,
        Quantity: _quantity,
        When: _period,
    }
)

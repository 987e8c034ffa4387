"""Values of slots as a person would type them: the way back from `pipeline.values`."""

from __future__ import annotations

import json
from typing import Any

from communique.model.claim import Actor, Amount, Change, Party, Person, Quantity, When
from communique.model.mention import Bound
from communique.model.plain import plain
from communique.pipeline.values import Reader


def typed(reader: Reader, kind: str, slot: str, value: object) -> str:
    """A value of a slot in the words that are read as it: plain ones, or JSON where these fail.

    Args:
        reader: Reads values.
        kind: Kind of claim.
        slot: Name of the slot.
        value: The value.
    """
    if value is None or value == ():
        return ""
    words = _words(value)
    if isinstance(value, str):
        return words
    try:
        back = reader.read(kind, slot, words)
    except ValueError:
        back = None
    entry = plain(value)
    return words if _same(back, entry) else json.dumps(entry, ensure_ascii=False)


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - what JSON holds
    """Whether two values are the same but for the words that tell a period."""
    if isinstance(one, dict) and isinstance(other, dict):
        names = (one.keys() | other.keys()) - {"text"}
        return all(_same(one.get(name), other.get(name)) for name in names)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_words(entry) for entry in value)
    if isinstance(value, int | float | str):
        return str(value)
    return _part(value)


def _part(value: object) -> str:
    """A value that has parts."""
    match value:
        case Party():
            return value.code or value.name
        case Person():
            return value.name
        case Actor():
            return _actor(value)
        case When():
            return _period(value)
        case Amount():
            return _measure(value.value, value.currency, value.bound)
        case Quantity():
            return _measure(value.value, value.unit, value.bound)
        case Change():
            return f"{value.direction.value} {value.value} {value.unit}"
    return ""


def _actor(actor: Actor) -> str:
    party = "" if actor.party is None else _words(actor.party)
    person = "" if actor.person is None else f":{actor.person.name}"
    return f"{actor.role.value}:{party}{person}"


def _period(when: When) -> str:
    first = "" if when.first is None else when.first.isoformat()
    last = "" if when.last is None else when.last.isoformat()
    return first if first and first == last else f"{first}..{last}"


def _measure(value: float, unit: str | None, bound: Bound | None) -> str:
    hedge = "" if bound is None else bound.value.replace("_", " ")
    return " ".join(part for part in (hedge, str(value), unit) if part)

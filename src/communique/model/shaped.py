"""The way back from `model.plain`: shapes of the model from what JSON holds, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def shaped(entry: object, kind: type[T], where: str = "") -> T:
    """A dataclass from its JSON object.

    Keys that it does not declare are an error, keys that are left out have their default.

    Args:
        entry: What `plain` made of it, perhaps by way of JSON.
        kind: The dataclass.
        where: How messages lead to the object, empty at the top.

    Raises:
        ValueError: It breaks the shape; the message says where and how.
    """
    made: T = _object(entry, kind, where)
    return made


def hints_of(shape: object) -> Mapping[str, Any]:
    """The types of a dataclass's fields."""
    return _hints(shape)


@cache
def _hints(shape: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a dataclass
    return get_type_hints(shape)


def members(hint: object) -> tuple[Any, ...]:
    """The alternatives of a type: of `int | None` they are both, of `int` it alone."""
    return get_args(hint) if get_origin(hint) in {UnionType, Union} else (hint,)


def value_of(value: object, hint: object, where: str) -> Any:  # noqa: ANN401 - of the hinted type
    """A value of a field from what JSON holds.

    Args:
        value: What JSON holds.
        hint: Type of the field.
        where: Name of the field, for the message.

    Raises:
        ValueError: It is not of that type.
    """
    if hint is Any:
        return value
    alternatives = tuple(a for a in members(hint) if a is not NoneType)
    if value is None:
        if NoneType in members(hint):
            return None
        raise ValueError(f"{where}: it must not be null")
    # Only numbers have several alternatives besides null.
    kind = alternatives[0]
    if get_origin(kind) is tuple:
        return _list(value, get_args(kind)[0], where)
    if is_dataclass(kind):
        # A part that was made ready elsewhere, as its kind is not told by the field, is taken so.
        ready = isinstance(kind, type) and isinstance(value, kind)
        return value if ready else _object(value, kind, where)
    if get_origin(kind) is Mapping:
        return _mapping(value, where)
    if issubclass(kind, Enum):
        return _term(value, kind, where)
    if issubclass(kind, date):
        return _moment(value, where) if kind is datetime else _day(value, where)
    if isinstance(value, bool) != (kind is bool) or not isinstance(value, alternatives):
        wanted = " or ".join(a.__name__ for a in alternatives)
        raise ValueError(f"{where}: {value!r} is no {wanted}")
    return value


def _list(value: object, kind: object, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{where}: it must be a list")
    return tuple(value_of(entry, kind, f"{where}.{index}") for index, entry in enumerate(value))


def _object(value: object, kind: Any, where: str) -> Any:  # noqa: ANN401 - of the given kind
    if not isinstance(value, Mapping):
        raise ValueError(f"{where}: it must be an object")
    hints = hints_of(kind)
    told = {f.name: f for f in fields(kind)}
    unknown = sorted(set(value) - set(told))
    if unknown:
        raise ValueError(f"{_under(where, unknown[0])}: no such slot")
    missing = [
        name
        for name, f in told.items()
        if f.default is MISSING and f.default_factory is MISSING and name not in value
    ]
    if missing:
        raise ValueError(f"{_under(where, missing[0])}: it is missing")
    return kind(**{k: value_of(v, hints[k], _under(where, k)) for k, v in value.items()})


def _term(value: object, kind: type[Enum], where: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(str(term.value) for term in kind)
        raise ValueError(f"{where}: {value!r} is none of {known}") from None


def _day(value: object, where: str) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{where}: {value!r} is no ISO date") from None


def _mapping(value: object, where: str) -> dict[str, Any]:
    """A mapping whose values are plain JSON."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{where}: it must be an object")
    return dict(value)


def _moment(value: object, where: str) -> datetime:
    """A time of day with its offset from UTC."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{where}: {value!r} is no ISO time") from None
    if moment.tzinfo is None:
        raise ValueError(f"{where}: {value!r} has no offset from UTC")
    return moment


def _under(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name

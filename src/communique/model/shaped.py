"""The way back from `model.plain`: shapes of the model from what JSON holds, checked.

How a type is read is worked out once for each; lists of a large dossier read many thousand records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
#: Makes a value of what JSON holds.
_Reader = Callable[[Any], Any]


class _Misfit(Exception):
    """That JSON breaks a shape.

    Attributes:
        reason: How.
        path: Names of the fields that lead there, the innermost first.
    """

    def __init__(self, reason: str, *path: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path = list(path)

    def told(self, where: str) -> str:
        """The message: where it is, then how it breaks the shape."""
        names = [*([where] if where else []), *reversed(self.path)]
        return f"{'.'.join(names)}: {self.reason}"


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
    shape: Any = kind
    made: T = _read(_object_reader(shape), entry, where)
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
    return _read(_reader(hint), value, where)


def _read(reader: _Reader, value: object, where: str) -> Any:  # noqa: ANN401 - as the reader makes
    try:
        return reader(value)
    except _Misfit as misfit:
        raise ValueError(misfit.told(where)) from None


@cache
def _reader(hint: Any) -> _Reader:  # noqa: ANN401 - a type
    """How values of a type are read, null among them."""
    if hint is Any:
        return lambda value: value
    nullable = NoneType in members(hint)
    alternatives = tuple(a for a in members(hint) if a is not NoneType)
    # Only numbers have several alternatives besides null.
    read = _reader_of_kind(alternatives[0], alternatives)

    def reader(value: object) -> Any:  # noqa: ANN401 - of the hinted type
        if value is not None:
            return read(value)
        if nullable:
            return None
        raise _Misfit("it must not be null")

    return reader


def _kept(hint: Any) -> frozenset[type]:  # noqa: ANN401 - a type
    """Types of which JSON values are taken as they are: their reader need not be called."""
    alternatives = members(hint)
    # A truth value is an instance of `int`, but not of the very type.
    plain = {str, int, float, bool, NoneType}
    return frozenset(alternatives) & plain if plain & set(alternatives) else frozenset()


def _reader_of_kind(kind: Any, alternatives: tuple[Any, ...]) -> _Reader:  # noqa: ANN401 - types
    if get_origin(kind) is tuple:
        return _list_reader(get_args(kind)[0])
    if is_dataclass(kind):
        return _part_reader(kind)
    if get_origin(kind) is Mapping:
        return _mapping
    if issubclass(kind, Enum):
        return _term_reader(kind)
    if issubclass(kind, date):
        return _moment if kind is datetime else _day
    return _plain_reader(kind is bool, alternatives)


def _list_reader(kind: Any) -> _Reader:  # noqa: ANN401 - a type
    read = _reader(kind)

    def reader(value: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _Misfit("it must be a list")
        if not value:
            return ()
        try:
            return tuple([read(entry) for entry in value])
        except _Misfit:
            return tuple(_entry(read, entry, index) for index, entry in enumerate(value))

    return reader


def _entry(read: _Reader, entry: object, index: int) -> Any:  # noqa: ANN401 - as the reader makes
    try:
        return read(entry)
    except _Misfit as misfit:
        misfit.path.append(str(index))
        raise


def _part_reader(kind: Any) -> _Reader:  # noqa: ANN401 - a dataclass
    read = _object_reader(kind)

    def reader(value: object) -> Any:  # noqa: ANN401 - of the kind
        # A part that was made ready elsewhere, as its kind is not told by the field, is taken so.
        return value if isinstance(value, kind) else read(value)

    return reader


@cache
def _object_reader(kind: Any) -> _Reader:  # noqa: ANN401 - a dataclass
    """How a dataclass is read: at one go, and with care where that fails."""
    hints = hints_of(kind)
    written = [f for f in fields(kind) if "for_people" not in f.metadata]
    plan = [(f.name, _kept(hints[f.name]), _reader(hints[f.name])) for f in written]
    by_name = any(f.kw_only for f in fields(kind)) or len(written) < len(fields(kind))
    names = [f.name for f in written]
    number, careful = len(plan), _careful_reader(kind)

    def reader(value: Any) -> Any:  # noqa: ANN401 - what JSON holds; of the kind
        # So `plain` writes it: with all that it declares, and nothing else.
        if type(value) is not dict or len(value) != number:
            return careful(value)
        try:
            made = [
                entry if type(entry := value[name]) in kept else read(entry)
                for name, kept, read in plan
            ]
        except (KeyError, _Misfit):
            return careful(value)
        return kind(**dict(zip(names, made, strict=True))) if by_name else kind(*made)

    return reader


def _careful_reader(kind: Any) -> _Reader:  # noqa: ANN401 - a dataclass
    """How a dataclass is read of which keys are left out, or which tells where it is broken."""
    readers = {f.name: _reader(hints_of(kind)[f.name]) for f in fields(kind)}
    required = [
        f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING
    ]
    known, needed = frozenset(readers), frozenset(required)

    def reader(value: object) -> Any:  # noqa: ANN401 - of the kind
        if not isinstance(value, Mapping):
            raise _Misfit("it must be an object")
        names = value.keys()
        if not names <= known:
            raise _Misfit("no such slot", min(set(names) - known))
        if not needed <= names:
            raise _Misfit("it is missing", next(n for n in required if n not in names))
        made = {}
        for name, entry in value.items():
            try:
                made[name] = readers[name](entry)
            except _Misfit as misfit:
                misfit.path.append(name)
                raise
        return kind(**made)

    return reader


def _term_reader(kind: type[Enum]) -> _Reader:
    terms = {term.value: term for term in kind}

    def reader(value: object) -> Enum:
        # A lookup costs a quarter of what calling the class does.
        if type(value) is str and value in terms:
            return terms[value]
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(str(term.value) for term in kind)
            raise _Misfit(f"{value!r} is none of {known}") from None

    return reader


def _plain_reader(truth: bool, alternatives: tuple[Any, ...]) -> _Reader:
    """How texts, numbers and truth values are read; the latter are no numbers."""

    def reader(value: object) -> object:
        if isinstance(value, bool) != truth or not isinstance(value, alternatives):
            wanted = " or ".join(a.__name__ for a in alternatives)
            raise _Misfit(f"{value!r} is no {wanted}")
        return value

    return reader


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _Misfit(f"{value!r} is no ISO date") from None


def _mapping(value: object) -> dict[str, Any]:
    """A mapping whose values are plain JSON."""
    if not isinstance(value, Mapping):
        raise _Misfit("it must be an object")
    return dict(value)


def _moment(value: object) -> datetime:
    """A time of day with its offset from UTC."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise _Misfit(f"{value!r} is no ISO time") from None
    if moment.tzinfo is None:
        raise _Misfit(f"{value!r} has no offset from UTC")
    return moment

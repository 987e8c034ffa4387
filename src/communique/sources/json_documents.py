"""Documents as JSON: one object a line, or one value for the whole file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from communique.errors import BadEncoding, BadRecord, InputError
from communique.model.raw import GivenDocument
from communique.sources.reader import Found, failure

_FIELDS = ("title", "published", "publisher", "url", "language")
_REMEDY = 'give an object with "text" a line'
# A single value may be spread over the lines of a whole file; a line that is longer than this is
# a fault, not a document.
_LONGEST_LINE = 64 * 1024 * 1024


def read_stream(stream: BinaryIO, address: str) -> Iterator[Found]:
    """The documents of a stream of JSON lines; a bad line is a failure among the rest.

    A stream whose first line is not a whole value is read as one value: an object, or an array of
    objects, over several lines.
    """
    lines = enumerate(iter(lambda: stream.readline(_LONGEST_LINE), b""), 1)
    for number, line in lines:
        if not line.strip():
            continue
        if number == 1 and _opens_value(line):
            yield from _whole(line, (rest for _, rest in lines), address)
            return
        yield _document(line, f"{address}, line {number}")


def _opens_value(line: bytes) -> bool:
    """Whether a first line begins a value that later lines go on."""
    stripped = line.removeprefix(b"\xef\xbb\xbf").strip()
    if stripped.startswith(b"["):
        return True
    return stripped.startswith(b"{") and not stripped.endswith(b"}")


def _whole(first: bytes, rest: Iterable[bytes], address: str) -> Iterator[Found]:
    """The documents of one JSON value over several lines; if it is none, of its lines."""
    lines = [first, *rest]
    try:
        value = json.loads(b"".join(lines).decode("utf-8-sig"))
    except (ValueError, RecursionError):
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _document(line, f"{address}, line {number}")
        return
    entries = value if isinstance(value, list) else [value]
    for number, entry in enumerate(entries, 1):
        place = f"{address}, entry {number}" if isinstance(value, list) else address
        try:
            yield _given(entry, place)
        except InputError as error:
            yield failure(_ident(entry, place), error)


def _document(line: bytes, place: str) -> Found:
    """The document of one line."""
    value: Any = None
    try:
        value = _parsed(line, place)
        return _given(value, place)
    except InputError as error:
        return failure(_ident(value, place), error)


def _parsed(line: bytes, place: str) -> Any:  # noqa: ANN401 - JSON is any value
    try:
        return json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadEncoding(place, "the line is not UTF-8", "save it as UTF-8") from error
    except RecursionError as error:
        raise BadRecord(place, "it is nested too deeply", _REMEDY) from error
    except ValueError as error:
        raise BadRecord(place, f"it is no JSON ({error})", _REMEDY) from error


def _given(value: Any, place: str) -> GivenDocument:  # noqa: ANN401 - JSON is any value
    """A JSON value as a document.

    Raises:
        BadRecord: It is no object, has no text, or a field is of another type.
    """
    if not isinstance(value, dict):
        raise BadRecord(place, f"it is {_type(value)}, no object", _REMEDY)
    text = value.get("text")
    if not isinstance(text, str):
        reason = 'it has no "text"' if text is None else f'its "text" is {_type(text)}, no string'
        raise BadRecord(place, reason, _REMEDY)
    fields = {name: _string(value, name, place) for name in _FIELDS}
    return GivenDocument(address=place, id=_id(value, place), text=text, **fields)


def _string(value: dict[str, Any], name: str, place: str) -> str | None:
    found = value.get(name)
    if found is not None and not isinstance(found, str):
        raise BadRecord(place, f'its "{name}" is {_type(found)}, no string', "write it as a string")
    return found or None


def _id(value: dict[str, Any], place: str) -> str | None:
    found = value.get("id")
    if isinstance(found, bool) or not isinstance(found, str | int | None):
        raise BadRecord(place, f'its "id" is {_type(found)}', "write it as a string or a number")
    return str(found) if found is not None and found != "" else None


def _ident(value: Any, place: str) -> str:  # noqa: ANN401 - JSON is any value
    """What to call a bad entry: its id if it has one, else its place."""
    found = value.get("id") if isinstance(value, dict) else None
    return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else place


def _type(value: Any) -> str:  # noqa: ANN401 - JSON is any value
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string"}
    if value is None:
        return "null"
    return names.get(type(value), "an array" if isinstance(value, list) else "an object")

"""Types of columns that hold alike in SQLite and PostgreSQL what neither has a type for."""

from __future__ import annotations

import json
import re
import zlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import LargeBinary, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

# NUL and lone surrogates, which the databases refuse; and the sign that stands for them.
_UNFIT = re.compile("[\0\ud800-\udfff\u241b]")
_ESCAPED = re.compile("\u241b([0-9a-f]{4})")


class Line(TypeDecorator[str]):
    """A text from outside, whatever it holds: what databases refuse is kept as "␛" and four digits.

    All other texts are stored as they are; equality, order and indexes hang on the stored text.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To what both databases take."""
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return _UNFIT.sub(lambda found: f"\u241b{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Back to the text."""
        if value is None or "\u241b" not in value:
            return value
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)


class Moment(TypeDecorator[datetime]):
    """A moment, as text in UTC to the microsecond: texts are in the order of time."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To text."""
        if value is None:
            return None
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From text."""
        return None if value is None else datetime.fromisoformat(value)


class Json(TypeDecorator[Any]):
    """A JSON value as text; what can't be encoded is escaped, so that any text of ours fits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ANN401 - JSON
        """To text."""
        return None if value is None else json.dumps(value, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """From text."""
        return None if value is None else json.loads(value)


class Packed(TypeDecorator[Any]):
    """A large JSON value that is only ever read as a whole, compressed (zlib, RFC 1950)."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ANN401
        """To bytes."""
        return None if value is None else zlib.compress(json.dumps(value).encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """From bytes."""
        return None if value is None else json.loads(zlib.decompress(value))

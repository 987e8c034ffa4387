"""The shapes of the model as plain values: what JSON can hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def plain(value: object) -> Any:  # noqa: ANN401 - what JSON holds
    """A value of the model as text, number, list or mapping; fields keep their names and order."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    return value

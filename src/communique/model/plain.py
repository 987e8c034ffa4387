"""The shapes of the model as plain values: what JSON can hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def plain(value: object) -> Any:  # noqa: ANN401 - what JSON holds
    """A value of the model as text, number, list or mapping; fields keep their names and order.

    Fields whose metadata say "for_people" explain a value and are left out.
    """
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        kept = (f.name for f in fields(value) if "for_people" not in f.metadata)
        return {name: plain(getattr(value, name)) for name in kept}
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    return value

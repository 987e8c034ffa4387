"""The JSON Schema of claims, made from the declared slots; `docs/reference` holds a copy."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from communique.claims.shapes import SHAPES
from communique.model.claim import Claim
from communique.model.shaped import hints_of, members

_PLAIN = {str: "string", int: "integer", float: "number", NoneType: "null"}


def claims_schema() -> dict[str, Any]:
    """The schema of one claim of any kind; shapes that several slots share stand under `$defs`."""
    shared: dict[str, Any] = {}
    kinds = [_claim(shape, shared) for shape in SHAPES]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim",
        "oneOf": kinds,
        "$defs": dict(sorted(shared.items())),
    }


def _claim(shape: type[Claim], shared: dict[str, Any]) -> dict[str, Any]:
    schema = _object(shape, shared)
    schema["properties"] = {
        "id": schema["properties"].pop("id"),
        "kind": {"const": shape.kind},
        **schema["properties"],
    }
    schema["required"] = list(schema["properties"])
    return {"title": shape.kind, **schema}


def _object(kind: Any, shared: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    hints = hints_of(kind)
    properties: dict[str, Any] = {}
    for declared in fields(kind):
        help_text = declared.metadata.get("help")
        told = _type(hints[declared.name], shared)
        properties[declared.name] = {"description": help_text, **told} if help_text else told
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: Any, shared: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type
    alternatives = members(hint)
    if len(alternatives) > 1:
        if set(alternatives) <= set(_PLAIN):
            names = [_PLAIN[a] for a in alternatives if not (a is int and float in alternatives)]
            return {"type": names if len(names) > 1 else names[0]}
        return {"anyOf": [_type(a, shared) for a in alternatives]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], shared)}
    if hint is date:
        return {"type": "string", "format": "date"}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if hint.__name__ not in shared:
        shared[hint.__name__] = {}
        shared[hint.__name__] = _shared(hint, shared)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _shared(kind: Any, shared: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a class
    if is_dataclass(kind):
        return _object(kind, shared)
    assert issubclass(kind, Enum)
    return {"enum": [term.value for term in kind]}

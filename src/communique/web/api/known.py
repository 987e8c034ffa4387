"""Refuses parameters that a resource does not know: what was meant to narrow must not be lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request

from communique.errors import BadOption


def only_known(request: Request) -> None:
    """A dependency: every parameter of the query is one that the description tells.

    Raises:
        BadOption: One is not.
    """
    if not request.url.query:
        return
    known = _known(request.app, request.scope["route"].path, request.method.lower())
    for name in request.query_params:
        if name not in known:
            told = f"one of {', '.join(known)}" if known else "there are none"
            raise BadOption(name, "this resource has no such parameter", told)


def _known(api: FastAPI, path: str, method: str) -> tuple[str, ...]:
    """Names of the parameters of an operation, in the order of the description."""
    described: Mapping[str, Any] = api.openapi()["paths"].get(path, {}).get(method, {})
    told = described.get("parameters", ())
    return tuple(one["name"] for one in told if one["in"] == "query")

"""The JSON interface, described for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from fastapi import APIRouter, Request, Response

from communique.web.rendering import page
from communique.web.visitors import Reader, TheSite

router = APIRouter()


class Operation(NamedTuple):
    """Something that can be asked for.

    Attributes:
        method: HTTP method.
        path: Its address.
        summary: What it gives.
        parameters: Name, meaning and whether it must be told, of each parameter.
        body: Whether it takes JSON.
    """

    method: str
    path: str
    summary: str
    parameters: tuple[tuple[str, str, bool], ...]
    body: bool


@router.get("/api")
def interface(request: Request, site: TheSite, visitor: Reader) -> Response:
    """What can be asked for as JSON."""
    described: Mapping[str, Any] = request.app.state.api.openapi()
    context = {
        "about": described["info"]["description"],
        "operations": list(_operations(described)),
        "base": "/api/v1",
    }
    return page(request, "interface.html", context)


def _operations(described: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            parameters = tuple(
                (one["name"], one.get("description", ""), bool(one.get("required")))
                for one in told.get("parameters", ())
            )
            # Of a docstring only what is for readers of the interface.
            words = told.get("description", told.get("summary", "")).partition("\n\nRaises:")[0]
            yield Operation(method.upper(), path, words, parameters, "requestBody" in told)

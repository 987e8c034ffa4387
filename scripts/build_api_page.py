"""Writes the tables of the page on the JSON interface, from the interface's own description.

Run it after a resource has changed: `python scripts/build_api_page.py`. A test compares the page
with what it would write. What people wrote around the tables stays as it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from communique.pipeline.knowledge import lazily
from communique.store.dossier import Mode, open_dossier
from communique.web.api.app import create_api
from communique.web.site import Site
from communique.web.workshop import Workshop

PAGE = Path(__file__).parents[1] / "docs/reference/api.md"
#: The tables stand between these lines.
BEGIN, END = "<!-- begin: {} -->", "<!-- end: {} -->"
# Parameters that many resources share are told once, under these names.
_SHARED: Mapping[str, tuple[str, ...]] = {
    "question": ("between", "members", "groupings", "banks", "since", "until", "person"),
    "page": ("cursor", "limit"),
}
# What the tables call the types of JSON.
_TYPES = {"boolean": "true or false", "integer": "number", "string": "text", "object": "object"}


def described() -> dict[str, Any]:
    """The OpenAPI description of the interface; that of an empty dossier is that of any."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_dossier(f"{folder}/dossier.db", Mode.WRITE) as dossier,
    ):
        site = Site(dossier, lazily(), lambda: datetime.now(UTC), "docs")
        workshop = Workshop(site)
        try:
            return create_api(site, workshop).openapi()
        finally:
            workshop.close()


def tables(told: Mapping[str, Any]) -> dict[str, str]:
    """The tables by their names.

    Args:
        told: The OpenAPI description.
    """
    operations = [one for methods in told["paths"].values() for one in methods.values()]
    shared = {
        one["name"]: one
        for operation in operations
        for one in operation.get("parameters", ())
        if any(one["name"] in names for names in _SHARED.values())
    }
    schemas = told["components"]["schemas"]
    return {
        "resources": _table(("resource", "gives", "parameters"), _resources(told)),
        **{
            name: _table(("parameter", "form", "meaning"), _parameters(shared, names))
            for name, names in _SHARED.items()
        },
        "documents": _table(("member", "form", "meaning"), _members(schemas["Given"])),
        "decisions": _table(("member", "form", "meaning"), _members(schemas["Ruled"])),
    }


def page(before: str, told: Mapping[str, Any]) -> str:
    """The page with its tables made anew.

    Args:
        before: The page as it is.
        told: The OpenAPI description.

    Raises:
        ValueError: A table has no place in it.
    """
    for name, table in tables(told).items():
        begin, end = BEGIN.format(name), END.format(name)
        head, found, rest = before.partition(begin)
        _, closed, tail = rest.partition(end)
        if not (found and closed):
            raise ValueError(f"the page has no place for the table {name!r}")
        before = f"{head}{begin}\n\n{table}\n\n{end}{tail}"
    return before


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    told = [f"| {' | '.join(cells)} |" for cells in lines]
    return "\n".join([told[0], told[1].replace(" ", ""), *told[2:]])


def _resources(told: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            # Of a docstring only what is for readers of the interface.
            gives = operation["description"].partition("\n\nRaises:")[0]
            yield f"`{method.upper()} {path}`", " ".join(gives.split()), _asked(operation)


def _asked(operation: Mapping[str, Any]) -> str:
    """The parameters of an operation, those that many share by the name of their table."""
    parameters = [one for one in operation.get("parameters", ()) if one["in"] == "query"]
    names = [one["name"] for one in parameters]
    groups = [group for group, some in _SHARED.items() if set(some) <= set(names)]
    grouped = {name for group in groups for name in _SHARED[group]}
    own = [
        f"`{one['name']}`{' (needed)' if one.get('required') else ''}: {_meaning(one)}"
        for one in parameters
        if one["name"] not in grouped
    ]
    linked = [f"[{group}](#the-{group})" for group in groups]
    body = ["[JSON](#change)"] if "requestBody" in operation else []
    return "; ".join((*own, *linked, *body))


def _parameters(
    shared: Mapping[str, Mapping[str, Any]], names: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    for name in names:
        yield f"`{name}`", _form(shared[name]["schema"]), _meaning(shared[name])


def _members(schema: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    for name, one in schema["properties"].items():
        needed = " (needed)" if name in schema.get("required", ()) else ""
        yield f"`{name}`{needed}", _form(one), _meaning(one)


def _meaning(one: Mapping[str, Any]) -> str:
    words = one.get("description", "").rstrip(".").replace("|", "\\|")
    # "ISO 8601" stays as it is.
    return words if words[:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def _form(schema: Mapping[str, Any]) -> str:
    """The form of a value in words, with its limits."""
    kinds = [one for one in schema.get("anyOf", (schema,)) if one.get("type") != "null"]
    one = {**schema, **kinds[0]}
    if "enum" in one:
        return ", ".join(f"`{value}`" for value in one["enum"])
    if one.get("type") == "array":
        return f"several texts{_most(one.get('maxItems'), '')}"
    words = "date" if one.get("format") == "date" else _TYPES[one["type"]]
    words += _most(one.get("maxLength"), " characters")
    if "maximum" in one:
        words += f" from {one['minimum']} to {one['maximum']}"
    default = schema.get("default")
    return f"{words}; else {default}" if isinstance(default, int) and default else words


def _most(number: int | None, what: str) -> str:
    return "" if number is None else f", at most {number:,}{what}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(PAGE.read_text("utf-8"), described()), encoding="utf-8")


if __name__ == "__main__":
    main()

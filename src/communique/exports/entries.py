"""Entries of views as one JSON array, or as rows of a sheet by their fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

from communique.exports.lines import encoded
from communique.exports.sheets import Cell, write_sheet


def write_array(out: TextIO, entries: Iterable[Mapping[str, Any]]) -> None:
    """Write JSON objects as one array, an object a line, as they come."""
    before = "[\n"
    for entry in entries:
        out.write(f"{before}{encoded(entry)}")
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def write_entries(
    out: TextIO, columns: Sequence[str], entries: Iterable[Mapping[str, Any]]
) -> None:
    """Write flat JSON objects as a sheet; lists are told in one cell, with semicolons."""
    write_sheet(out, columns, _rows(columns, entries))


def _rows(columns: Sequence[str], entries: Iterable[Mapping[str, Any]]) -> Iterator[list[Cell]]:
    for entry in entries:
        yield [_cell(entry.get(column)) for column in columns]


def _cell(value: Any) -> Cell:  # noqa: ANN401 - what JSON holds
    if isinstance(value, list):
        return "; ".join(str(_cell(part)) for part in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Mapping):
        # A party is told by its code, if it has one; anything else by what it is called.
        return str(value.get("code") or value.get("name") or "")
    return "" if value is None else value

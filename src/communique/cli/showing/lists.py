"""Prints lists: a table for people with what was left out, or all of it for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from rich.console import RenderableType
from rich.text import Text

from communique.cli.options import ViewFormat
from communique.cli.output import opened, opened_exactly
from communique.cli.printing.rows import Rows
from communique.cli.printing.terminal import console_on
from communique.cli.showing.asked import Printing
from communique.exports.entries import write_array, write_entries

T = TypeVar("T")


def latest(entries: Sequence[T], printing: Printing) -> Sequence[T]:
    """The last so many as are to be printed, of a list in order of time."""
    return entries[-printing.most :] if printing.most else entries


def first(entries: Sequence[T], printing: Printing) -> Sequence[T]:
    """The first so many as are to be printed, of a list in order of weight."""
    return entries[: printing.most] if printing.most else entries


def print_list(
    printing: Printing,
    parts: Iterable[RenderableType],
    shown: int,
    of: int,
    noun: str,
    which: str = "latest",
) -> None:
    """Print a table for people.

    Args:
        printing: Where to.
        parts: The table, and what stands below it.
        shown: Number of its entries.
        of: Number of all entries that answer.
        noun: What they are, in the plural.
        which: Which of them are shown, if not all.
    """
    with opened(printing.output) as out:
        console = console_on(out)
        if not of:
            console.print(Text(f"no {noun} in this dossier answer", style="dim"))
        for part in parts:
            if not isinstance(part, Rows) or part.rows:
                console.print(part)
        if shown < of:
            more = f"the {which} {shown} of {of} {noun}; --limit 0 shows all"
            console.print(Text(more, style="dim"))


def write_list(
    printing: Printing, columns: Sequence[str], entries: Iterable[Mapping[str, Any]]
) -> None:
    """Write flat entries for programs, as JSON or as a sheet with the columns."""
    sheet = printing.style is ViewFormat.CSV
    with opened_exactly(printing.output, for_spreadsheets=sheet) as out:
        if sheet:
            write_entries(out, columns, entries)
        else:
            write_array(out, entries)

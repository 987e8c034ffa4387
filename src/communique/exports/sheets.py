"""Rows as comma-separated values that a spreadsheet opens, and takes for text and numbers only."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TextIO

#: What a cell can hold; None leaves it empty.
Cell = str | int | float | date | None

# Spreadsheets take a cell that begins so for a formula, and may run what a hostile page wrote.
_FORMULA = re.compile(r"^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")


def write_sheet(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Write a table with a line of headings, as RFC 4180 wants it.

    A text that begins like a formula is led by an apostrophe, which spreadsheets do not show;
    numbers are left alone.
    """
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])


def _safe(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        # A lone surrogate can't be encoded, and NUL ends the line in some readers.
        fit = cell.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
        return f"'{fit}" if _FORMULA.match(fit) else fit
    return cell

"""Lists for people: a table where there is room for it, else a few lines for each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.claims.shapes import SHAPES
from communique.cli.printing.terminal import clean

# Columns with many words, and the characters to a line that they have at least.
_ROOMY = frozenset({"what", "title", "also written", "posts"})
_ROOM = 24
_NUMBERS = frozenset(
    {"voices", "disputes", "documents", "claims", "total", *(f"{s.kind}s" for s in SHAPES)}
)
# What people copy or compare stays on one line.
_WHOLE = frozenset({"id", "key", "date", "told first", "told last", "code", *_NUMBERS})
# What needs no label where there is no table.
_PLAIN = frozenset(
    {
        *("when", "date", "what", "who", "where", "status", "title", "publisher", "person"),
        *("party", "post", "series", "about", "period", "value", "total", "how much", "step"),
    }
)
_INDENT = (0, 0, 0, 4)
# Blanks between columns.
_GAP = 2


class Measures(NamedTuple):
    """Characters that a column needs: for its longest word, for its longest cell, to read well."""

    least: int
    most: int
    wanted: int


def shared_out(columns: Sequence[Measures], room: int) -> list[int] | None:
    """The widths of columns that share some room; None where a word would have to be cut.

    What is left over goes, character by character, to the column whose longest cell takes most
    lines.
    """
    widths = [max(column.least, column.wanted) for column in columns]
    if sum(widths) > room:
        widths = [column.least for column in columns]
    spare = room - sum(widths)
    if spare < 0:
        return None
    while spare and (open_ := [n for n, c in enumerate(columns) if widths[n] < c.most]):
        tallest = max(open_, key=lambda n: columns[n].most / widths[n])
        widths[tallest] += 1
        spare -= 1
    return widths


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of entries.

    Attributes:
        title: Its heading.
        columns: Names of the columns.
        rows: For each entry the text of each column.
        style: Style of the heading.
        dimmed: Indexes of entries that matter less.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    style: str = "default"
    dimmed: frozenset[int] = frozenset()

    def filled(self) -> Rows:
        """The list without the columns that no entry fills."""
        kept = [n for n, _ in enumerate(self.columns) if any(row[n] for row in self.rows)]
        rows = [[row[n] for n in kept] for row in self.rows]
        return Rows(self.title, [self.columns[n] for n in kept], rows, self.style, self.dimmed)

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        room = options.max_width - _GAP * len(self.columns)
        widths = shared_out([self._measures(n) for n, _ in enumerate(self.columns)], room)
        if widths is None:
            yield from self._lines()
        else:
            yield self._table(widths)

    def _measures(self, column: int) -> Measures:
        """How much room a column needs at least and at most."""
        name = self.columns[column]
        texts = [name, *(row[column] for row in self.rows)]
        most = max(cell_len(text) for text in texts)
        words = (cell_len(word) for text in texts for word in text.split())
        least = most if name in _WHOLE else max(words, default=1)
        return Measures(least, most, min(most, _ROOM) if name in _ROOMY else least)

    def _table(self, widths: Sequence[int]) -> Table:
        table = Table(
            title=self.title,
            title_style=f"bold {self.style}",
            title_justify="left",
            box=box.SIMPLE,
            collapse_padding=True,
            pad_edge=False,
        )
        for name, width in zip(self.columns, widths, strict=True):
            number = name in _NUMBERS
            table.add_column(
                name, overflow="fold", width=width, justify="right" if number else "left"
            )
        for index, row in enumerate(self.rows):
            style = "dim" if index in self.dimmed else ""
            table.add_row(*(Text(clean(cell), style=style) for cell in row))
        return table

    def _lines(self) -> Iterator[RenderableType]:
        yield Text(self.title, style=f"bold {self.style}")
        for row in self.rows:
            told = [(name, cell) for name, cell in zip(self.columns, row, strict=True) if cell]
            names = [cell for name, cell in told if name in ("id", "key")]
            plain = [cell for name, cell in told if name in _PLAIN]
            rest = [f"{n}: {c}" for n, c in told if n not in _PLAIN and n not in ("id", "key")]
            line = Text(clean(" ".join(names)), style="bold")
            yield line.append(clean(f"  {' · '.join(plain)}"), style="default")
            if rest:
                yield Padding(Text(clean(" · ".join(rest)), style="dim"), _INDENT)
        yield Text()

"""The records of one kind as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rich import box
from rich.table import Table
from rich.text import Text

from communique.claims.shapes import SHAPES
from communique.cli.printing.headlines import COLOURS
from communique.cli.printing.tables import columns_of
from communique.cli.printing.terminal import clean
from communique.cli.printing.wording import Wording, days
from communique.model.claim import Claim
from communique.model.record import Record
from communique.model.terms import Modality
from communique.views.shown import Shown, Side, ToldBy, told_by

_BOTH = 2
# Columns with many words, and the characters to a line that they have at least.
_ROOMY = frozenset({"what", "title"})
_ROOM = 24
_NUMBERS = frozenset(
    {"voices", "disputes", "documents", "claims", *(f"{shape.kind}s" for shape in SHAPES)}
)
_WHOLE = frozenset({"id", "key", "date", "voices", "code"})
# The date stands first for every kind, and is the record's.
_DATED_BY_RECORD = "when"
Cell = Callable[[Shown], str]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Puts records into rows.

    Attributes:
        wording: Plain words.
        ids: What to type for each id.
        sides: The sides that were asked for.
    """

    wording: Wording
    ids: Mapping[str, str]
    sides: Sequence[Side] = field(default=())

    def table(self, shape: type[Claim], shown: Sequence[Shown]) -> Table:
        """Records of one kind; columns that none of them fills are left out."""
        columns = self._columns(shape)
        cells = {name: [cell(one) for one in shown] for name, cell in columns}
        table = listing(name_of(shape.kind, self.wording), COLOURS.get(shape.kind, "default"))
        filled = {name: column for name, column in cells.items() if any(column)}
        for name in filled:
            add_column(table, name)
        for row in zip(*filled.values(), strict=True):
            table.add_row(*(Text(clean(cell)) for cell in row))
        return table

    def _columns(self, shape: type[Claim]) -> list[tuple[str, Cell]]:
        own = [
            (name, _of_head(cell, self.wording))
            for name, cell in columns_of(shape)
            if name != _DATED_BY_RECORD
        ]
        return [
            ("when", lambda one: when(one.listed.record)),
            *own,
            ("how sure", self._sureness),
            ("told by", lambda one: self.teller(one.listed.record)),
            ("voices", lambda one: str(one.listed.record.stories)),
            ("disputes", lambda one: str(len(one.listed.record.disputes) or "")),
            ("there because of", lambda one: ", ".join(one.via)),
            ("id", lambda one: self.ids.get(one.listed.record.id, one.listed.record.id)),
        ]

    def _sureness(self, one: Shown) -> str:
        modality = one.listed.record.head.modality
        return "" if modality is Modality.ASSERTED else self.wording.value(modality)

    def teller(self, record: Record) -> str:
        """Who tells a record: "both sides, outsiders"."""
        return told(told_by(record.tellers, self.sides), len(self.sides), self.wording)


def told(by: ToldBy, sides: int, wording: Wording) -> str:
    """Who tells a record, in words."""
    every = "both sides" if sides == _BOTH else "all sides"
    parts = [every] if by.every else [wording.value(party) for party in by.sides]
    parts += [wording.value(party) for party in by.others]
    parts += ["jointly"] if by.joint else []
    parts += ["outsiders"] if by.outsiders else []
    return ", ".join(parts)


def when(record: Record) -> str:
    """The days of a record; failing these, when it was told first."""
    own = days(record.first, record.last)
    return own or (
        f"told {days(record.told_first, record.told_first)}" if record.told_first else ""
    )


def listing(title: str, style: str = "default") -> Table:
    """An empty table as all lists have it."""
    return Table(
        title=title,
        title_style=f"bold {style}",
        title_justify="left",
        box=box.SIMPLE,
        collapse_padding=True,
        pad_edge=False,
    )


def add_column(table: Table, name: str) -> None:
    """A column as all lists have it: ids stay whole, and what is told gets most of the room."""
    least = _ROOM if name in _ROOMY else None
    number = name in _NUMBERS
    table.add_column(
        name,
        overflow="fold",
        no_wrap=name in _WHOLE,
        min_width=least,
        justify="right" if number else "left",
    )


def name_of(kind: str, wording: Wording) -> str:
    """A kind in the plural, as a heading."""
    words = wording.words.kinds
    return words[kind].many.capitalize() if kind in words else kind.capitalize()


def _of_head(cell: Callable[[Claim, Wording], str], wording: Wording) -> Cell:
    return lambda one: cell(one.listed.record.head, wording)

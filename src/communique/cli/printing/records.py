"""The records of one kind as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from communique.cli.printing.colours import COLOURS
from communique.cli.printing.rows import Rows
from communique.cli.printing.tables import columns_of
from communique.model.claim import Claim
from communique.model.record import Record
from communique.model.spelled import days
from communique.model.terms import Modality
from communique.views.shown import Shown, Side, ToldBy, told_by
from communique.views.wording import Wording

_BOTH = 2
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

    def rows(self, shape: type[Claim], shown: Sequence[Shown], note: str = "") -> Rows:
        """Records of one kind, without the columns that none of them fills.

        Args:
            shape: The kind.
            shown: The records.
            note: What stands after the heading.
        """
        columns = self._columns(shape)
        cells = [[cell(one) for _, cell in columns] for one in shown]
        title = name_of(shape.kind, self.wording) + (f", {note}" if note else "")
        style = COLOURS.get(shape.kind, "default")
        return Rows(title, [name for name, _ in columns], cells, style).filled()

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


def name_of(kind: str, wording: Wording) -> str:
    """A kind in the plural, as a heading."""
    words = wording.words.kinds
    return words[kind].many.capitalize() if kind in words else kind.capitalize()


def _of_head(cell: Callable[[Claim, Wording], str], wording: Wording) -> Cell:
    return lambda one: cell(one.listed.record.head, wording)

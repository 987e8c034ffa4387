"""What the user asks of a dossier, as typed; nothing here loads a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from communique.cli.options import ViewFormat
from communique.errors import BadOption

#: Rows of a table unless the user tells how many.
_ROWS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """How to print.

    Attributes:
        style: A table for people, or a format for programs.
        limit: The latest so many; 0 for all, None for what suits the style.
        codes: Tell codes beside the plain words.
        output: File to write to; None for standard output.
    """

    style: ViewFormat = ViewFormat.TABLE
    limit: int | None = None
    codes: bool = False
    output: Path | None = None

    @property
    def most(self) -> int:
        """How many entries to print; 0 for all."""
        if self.limit is not None:
            return self.limit
        return _ROWS if self.style is ViewFormat.TABLE else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which records the user asks for.

    Attributes:
        dossier: Path or address.
        between: The sides that must all take part.
        member_states: Let members of a side stand for it.
        groupings: Let groupings that a side is in stand for it.
        banks: Let banks that a side owns stand for it.
        since: First day, month or year.
        until: Last day, month or year.
        person: Name of somebody who must take part.
        printing: How to print.
    """

    dossier: str
    between: tuple[str, ...] = ()
    member_states: bool = False
    groupings: bool = False
    banks: bool = False
    since: str | None = None
    until: str | None = None
    person: str | None = None
    printing: Printing = Printing()


def sides_of(two: tuple[str, str] | None, further: list[str] | None) -> tuple[str, ...]:
    """The sides as typed after `--between`.

    Raises:
        BadOption: There are words that no option takes.
    """
    if two is None and further:
        raise BadOption(further[0], "no option takes this word", "sides are told by --between A B")
    if two is not None and any(side.startswith("-") for side in two):
        raise BadOption("--between", "it takes two sides or more", "name them: --between KZ EU")
    return (*(two or ()), *(further or ()))

"""What is wrong in a dossier."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

#: What reading a row back raises if another hand has changed it.
UNREADABLE = (ValueError, TypeError, KeyError, zlib.error)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold, or that is worth knowing.

    Attributes:
        where: What it is in: "claim 3f…/event-1a…".
        what: What is wrong with it.
        note: Whether it is right as it is, and only waits: what an interrupted run left to do.
    """

    where: str
    what: str
    note: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"

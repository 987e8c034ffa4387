"""A document that could not be processed, kept instead of an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one document gave nothing.

    Attributes:
        id: The document's id, or the address it was read from where it has none.
        stage: The stage that failed: sources, documents or mentions.
        code: Stable error code (see `communique.errors`), "CQ500" for a fault of the program.
        message: One line for the user.
    """

    id: str
    stage: str
    code: str
    message: str

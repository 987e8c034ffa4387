"""A step of a document's life, told in one place."""

from __future__ import annotations

from dataclasses import dataclass

from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.threads import Thread
from communique.model.terms import InstrumentAction


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one document, told in one place.

    Attributes:
        thread: The document.
        naming: The place that names it here; None where a pronoun or nothing does.
        action: The step.
        anchor: The verb or noun that tells it.
        doers: Head of the phrase for who takes it; None where it is not told.
        awaited: Whether it is told as what is yet to come: "subject to ratification".
    """

    thread: Thread
    naming: Naming | None
    action: InstrumentAction
    anchor: int
    doers: int | None = None
    awaited: bool = False

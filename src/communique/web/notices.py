"""Tells a visitor what they have just decided, with a way to take it back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from communique.model.decision import Decision
from communique.model.record import ClaimRef
from communique.records.rulings import standing_ids
from communique.store.decisions import decisions_by_id, undoings_of
from communique.store.dossier import Connection
from communique.store.placements import places_of_decisions
from communique.views.decided import Decided, in_words
from communique.views.wording import Wording

# Decisions that one notice tells.
_MOST = 12


@dataclass(frozen=True, slots=True)
class Told:
    """A decision as pages tell it.

    Attributes:
        decision: The decision.
        words: What was decided.
        stands: Whether nobody has taken it back.
        places: The claims that its targets are, in the order of the targets; a claim of None is
            the document as a whole, or words in it.
    """

    decision: Decision
    words: Decided
    stands: bool
    places: tuple[tuple[int, str, str | None], ...] = ()

    def address_of(self, target: int) -> ClaimRef | None:
        """Where the words of a target stand."""
        found = next((p for p in self.places if p[0] == target), None)
        return None if found is None or found[2] is None else ClaimRef(found[1], found[2])

    def document_of(self, target: int) -> str | None:
        """Key of the document of a target."""
        return next((key for number, key, _ in self.places if number == target), None)


def told(
    connection: Connection, decisions: Sequence[Decision], wording: Wording
) -> tuple[Told, ...]:
    """Decisions as pages tell them."""
    standing = standing_ids(undoings_of(connection, decisions))
    places = places_of_decisions(connection, [decision.id for decision in decisions])
    return tuple(
        Told(d, in_words(d, wording), d.id in standing, tuple(places.get(d.id, ())))
        for d in decisions
    )


def notices(connection: Connection, done: str, wording: Wording) -> tuple[Told, ...]:
    """What an address says was just decided: ids with commas between them."""
    idents: Collection[str] = [i for i in done.split(",")[:_MOST] if i]
    return told(connection, decisions_by_id(connection, idents), wording) if idents else ()

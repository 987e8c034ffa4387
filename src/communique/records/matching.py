"""What a kind of record has to offer so that its claims can be merged.

A claim is reduced to a profile: what of it matters for the question whether two claims speak of
one thing. Claims with equal profiles are of one record. Profiles are compared only within a block,
that is, where they share a key. A link between two profiles depends on these two alone, so the
result does not depend on the order in which documents came.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from communique.model.record import Node

#: A score from here on links two profiles.
ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """What speaks for two profiles being one thing.

    Attributes:
        score: The sum of what speaks for it; from `ENOUGH` on they are linked.
        reasons: What speaks for it, in plain words, strongest first.
    """

    score: float
    reasons: tuple[str, ...]


class Matcher(Protocol):
    """Compares the claims of one kind.

    Profiles are frozen dataclasses of text, numbers, dates, terms and tuples of these, so that
    `model.plain` and `model.shaped` lead to JSON and back; tuples are sorted, so that equal
    profiles are equal JSON.
    """

    @property
    def kind(self) -> str:
        """Kind of record: mostly that of the claims."""

    @property
    def shape(self) -> type[Any]:
        """The dataclass of its profiles."""

    def profiles(self, node: Node) -> Iterable[Any]:
        """The profiles of a claim: one where the kind takes the claim, none where it does not."""

    def blocks(self, profile: Any) -> Iterable[str]:  # noqa: ANN401 - of its shape
        """Keys of the blocks of a profile: two that may match share one.

        A key should be shared by tens of profiles in a large dossier, not by thousands.
        """

    def compare(self, one: Any, other: Any) -> Match | None:  # noqa: ANN401 - of its shape
        """What speaks for their being one thing; None where nothing does. Symmetric."""

    def contradict(self, one: Any, other: Any) -> str | None:  # noqa: ANN401 - of its shape
        """Why they can't be one thing, whatever other links lead from one to the other.

        Symmetric and cheap: it is asked for every pair of a growing record.
        """

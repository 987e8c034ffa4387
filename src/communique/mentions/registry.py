"""The kinds of mention, one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from communique.mentions.context import Context, Proposal
from communique.mentions.kinds import organization, party, person, place
from communique.mentions.kinds.time import Times
from communique.model.analysis import Analysis
from communique.model.document import Document
from communique.model.mention import Mention

NameFinder = Callable[[Context], Iterator[Proposal]]


class Finder(Protocol):
    """Finds mentions of a kind that competes with no other for its words."""

    def find(self, document: Document, analysis: Analysis) -> Iterator[Mention]:
        """The mentions of the article."""


#: Finders of names. Their proposals compete in `mentions.resolve`.
NAMES: tuple[NameFinder, ...] = (
    organization.propose,
    party.propose,
    person.propose,
    place.propose,
)

#: Loaders of the finders that stand by themselves.
ALONE: tuple[Callable[[], Finder], ...] = (
    Times.load,
)  # fmt: skip

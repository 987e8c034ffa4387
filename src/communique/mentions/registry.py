"""The kinds of mention, one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from communique.mentions.amounts.finder import Amounts, Maker
from communique.mentions.context import Context, Proposal
from communique.mentions.kinds import (
    money,
    organization,
    party,
    percent,
    person,
    place,
    quantity,
)
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

#: Makers of mentions from amounts, which are read once for all kinds.
AMOUNTS: tuple[Maker, ...] = (
    money.mention,
    percent.mention,
    quantity.mention,
)

#: Loaders of the finders that stand by themselves.
ALONE: tuple[Callable[[], Finder], ...] = (
    partial(Amounts.load, AMOUNTS),
    Times.load,
)  # fmt: skip

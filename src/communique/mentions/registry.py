"""The kinds of mention, one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique.mentions.context import Context, Proposal
from communique.mentions.kinds import organization, party, person, place

Finder = Callable[[Context], Iterator[Proposal]]

#: Finders of names. Their proposals compete in `mentions.resolve`.
NAMES: tuple[Finder, ...] = (
    organization.propose,
    party.propose,
    person.propose,
    place.propose,
)

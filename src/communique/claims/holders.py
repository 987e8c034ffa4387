"""Who holds which post for whom, as the text names them together.

The claim kind `office` tells these; every other kind needs them to know for whom a person acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from communique.mentions.context import PostName
from communique.mentions.finder import Named
from communique.model.claim import Party
from communique.model.mention import PartyMention, PersonMention

# Words between a post and its holder: portfolio and party.
_FARTHEST = 60
_BEFORE = 30


class Holder(NamedTuple):
    """A person named together with a post.

    Attributes:
        person: Full name.
        post: The post as written, without the party.
        party: State or institution; None where the text does not tell.
        start: First code point of the words that say so.
        end: One past their last code point.
    """

    person: str
    post: str
    party: Party | None
    start: int
    end: int


def holders(named: Named) -> tuple[Holder, ...]:
    """Every person named together with a post, in text order."""
    return tuple(_found(named))


def _found(named: Named) -> Iterator[Holder]:
    people = [m for m in named.mentions if isinstance(m, PersonMention)]
    parties = [m for m in named.mentions if isinstance(m, PartyMention)]
    for post in named.context.posts:
        start, end = named.context.span(post.run)
        after = [p for p in people if 0 <= p.start - end <= _FARTHEST]
        person = min(after, key=lambda p: p.start, default=None)
        if person is None:
            continue
        window = range(start - _BEFORE, person.start)
        near = [m for m in parties if m.start in window and m.end <= person.start]
        party = Party(near[-1].name, near[-1].code) if near else None
        yield Holder(person.name, _wording(named, post), party, start, person.end)


def _wording(named: Named, post: PostName) -> str:
    return named.context.text(post.run)

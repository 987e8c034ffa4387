"""Persons and posts as entities: the name to show, with the spellings and wordings seen.

Parties need nothing of the kind: claims name them canonically. A record of the kind "person" holds
every claim that names the person, an event with all who took part among them; so the names of its
profiles tell which of them are meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.claims.slots.event import Event
from communique.claims.slots.office import Office
from communique.model.claim import Claim
from communique.model.record import Node
from communique.records.comparing import names
from communique.records.comparing.posts import Posts


@dataclass(frozen=True, slots=True)
class Wording:
    """A spelling of a name, or a wording of a post.

    Attributes:
        text: As texts have it.
        claims: Number of claims that have it.
        stories: Number of independent stories among them.
    """

    text: str
    claims: int
    stories: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, or a post.

    Attributes:
        key: What it is known by: of a post its key, of a person the name to show.
        name: The name to show.
        aliases: All wordings seen, those with most stories first.
    """

    key: str
    name: str
    aliases: tuple[Wording, ...]


def person(profiled: Collection[str], nodes: Iterable[Node]) -> Entity | None:
    """The person of a record; None where its claims name nobody of that name any more.

    Args:
        profiled: Names of the profiles of the record (`PersonProfile.name`).
        nodes: Its claims.
    """
    told = [(name, node) for node in nodes for name in _named(node.claim)]
    seen = _wordings((name, node) for name, node in told if names.tidied(name) in profiled)
    if not seen:
        return None
    full = [wording for wording in seen if len(names.parsed(wording.text).words) > 1]
    name = (full or seen)[0].text
    return Entity(name, name, seen)


def posts(nodes: Iterable[Node], known: Posts) -> tuple[Entity, ...]:
    """The posts that offices name, by their keys; each is called as most stories call it.

    Args:
        nodes: Claims.
        known: Tells wordings of one post.
    """
    found: dict[str, list[tuple[str, Node]]] = {}
    for node in nodes:
        if isinstance(node.claim, Office):
            for key in known.keys(node.claim.post):
                found.setdefault(key, []).append((node.claim.post, node))
    seen: Mapping[str, tuple[Wording, ...]] = {k: _wordings(v) for k, v in found.items()}
    return tuple(Entity(key, seen[key][0].text, seen[key]) for key in sorted(seen))


def _named(claim: Claim) -> Iterator[str]:
    """The persons whom a claim names, each once."""
    if isinstance(claim, Office):
        yield claim.person.name
    elif isinstance(claim, Event):
        yield from dict.fromkeys(a.person.name for a in claim.actors if a.person is not None)


def _wordings(told: Iterable[tuple[str, Node]]) -> tuple[Wording, ...]:
    found: dict[str, list[Node]] = {}
    for text, node in told:
        found.setdefault(" ".join(text.split()), []).append(node)
    made = [
        Wording(text, len(nodes), len({n.document.story or n.document.key for n in nodes}))
        for text, nodes in found.items()
    ]
    return tuple(sorted(made, key=lambda w: (-w.stories, -w.claims, -len(w.text), w.text)))

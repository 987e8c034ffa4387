"""A guest who will be welcomed comes on a visit: "will host President Diop at the palace".

Where the words tell what the guest comes for, it is that: "will host her for a meeting". Who
received somebody met the guest.
"""

from __future__ import annotations

from communique.claims.kinds.event.arguments import who
from communique.claims.kinds.event.casting import Cast
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sites import Site
from communique.claims.kinds.event.standing import Standing
from communique.claims.reading import Reading
from communique.model.terms import ActorRole, EventMode, EventStatus

_WELCOMING = frozenset({"welcome", "host"})
_FOR = ("for", "to", "at")


def is_visit(reading: Reading, lore: Lore, site: Site, how: Standing) -> bool:
    """Whether a welcome that lies ahead tells a visit.

    Args:
        reading: The document.
        lore: What the finder knows.
        site: The act.
        how: How it stands.
    """
    tree, verb = reading.tree, site.verb
    if verb is None or site.noun is not None or how.status is not EventStatus.PLANNED:
        return False
    if site.act.mode is not EventMode.MEETING or tree[verb].lemma not in _WELCOMING:
        return False
    if not any(r.person is not None for r in who(reading, lore.states, site, ("object",))):
        return False
    undergoer = tree.undergoer(verb)
    governors = (verb, undergoer) if undergoer is not None else (verb,)
    purposes = [i for g in governors for i in tree.after(g, *_FOR)]
    return not any(_gathering(reading, lore, j) for i in purposes for j in tree.conjuncts(i))


def _gathering(reading: Reading, lore: Lore, noun: int) -> bool:
    """Whether a noun tells a gathering other than a visit."""
    word = reading.tree[noun].lemma.lower()
    acts = lore.grammar.nouns.get(word) or lore.grammar.nouns.get(word.removesuffix("s"), ())
    return any(act.mode is not EventMode.VISIT for act in acts)


def visiting(reading: Reading, lore: Lore, site: Site, cast: Cast) -> Cast:
    """The cast of a meeting with the guests as those who travel, the others as their hosts.

    Args:
        reading: The document.
        lore: What the finder knows.
        site: The act.
        cast: Who stands in each role.
    """
    guests = who(reading, lore.states, site, ("object",))
    there = cast[ActorRole.PARTICIPANT]
    return {
        **cast,
        ActorRole.SOURCE: tuple(r for r in there if r in guests),
        ActorRole.HOST: tuple(r for r in there if r not in guests),
        ActorRole.PARTICIPANT: (),
    }

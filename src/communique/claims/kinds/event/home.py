"""What a state does with its own people and bodies, which is no dealing between parties.

"The President directed the EPA to repeal the rule", "the two agencies have collaborated", "asked
their envoys to find a date". A parliament and a court are parties of their own: "the government
called on Congress to act".
"""

from __future__ import annotations

from communique.claims.kinds.event.casting import Cast
from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.terms import ActorRole, EventType

# Acts that one side can't direct at itself; strife and crowds may well stay within a state.
_OUTWARD = frozenset({
    EventType.REQUEST, EventType.COOPERATE, EventType.SANCTION, EventType.AGREE, EventType.ACCUSE,
    EventType.SUPPORT, EventType.AID,
})  # fmt: skip


def stays_at_home(reading: Reading, lore: Lore, site: Site, cast: Cast) -> bool:
    """Whether all who take part belong to one state, or nobody outside is told."""
    if lore.one_party:
        return False
    homes = {_home(lore, r) for found in cast.values() for r in found}
    inside = len(homes) == 1 and None not in homes and site.act.type in _OUTWARD
    return inside or _asks_own_side(reading, lore, site, cast) or _turns_down(reading, site, cast)


def _home(lore: Lore, one: Referent) -> str | None:
    """Code of the state that somebody acts for, or whose executive a body belongs to."""
    if one.party is None:
        return None
    if one.party.code in lore.states:
        return one.party.code
    return lore.executives.get(one.party.name)


def _asks_own_side(reading: Reading, lore: Lore, site: Site, cast: Cast) -> bool:
    """Whether who is asked serves who asks: "the leaders asked their envoys to find a date"."""
    tree = reading.tree
    undergoer = tree.undergoer(site.verb) if site.verb is not None else None
    if site.act.type is not EventType.REQUEST or undergoer is None or site.noun is not None:
        return False
    if undergoer in reading.people:
        asking = {_home(lore, r) for r in cast[ActorRole.SOURCE]} - {None}
        asked = {_home(lore, r) for r in reading.referents.of(undergoer)} - {None}
        return bool(asked) and asked <= asking
    theirs = any(tree[i].tag == "PRP$" for i in tree.children(undergoer, "poss"))
    return theirs and tree[undergoer].lemma in lore.grammar.words.serving


def _turns_down(reading: Reading, site: Site, cast: Cast) -> bool:
    """Whether the publisher's own people turn something down, and nobody else is told."""
    if site.act.type is not EventType.REJECT or cast[ActorRole.TARGET]:
        return False
    ours = reading.referents.publisher
    return any(r.party in ours and r.person is None for r in cast[ActorRole.SOURCE])

"""Sites without those that another site already tells."""

from __future__ import annotations

from communique.claims.kinds.event.sites import Site
from communique.claims.tree import Tree
from communique.model.terms import EventMode

_GATHERINGS = frozenset({EventMode.SUMMIT, EventMode.FORUM, EventMode.CONFERENCE})
# Prepositions before what people come together for.
_FOR = frozenset({"for", "to"})


def untold(tree: Tree, found: list[Site]) -> list[Site]:
    """The sites without those that another already tells: "suspended the talks".

    Who "met in Bern for the second forum" met there and nowhere else.
    """
    objects = {s.noun for s in found if s.noun is not None and s.noun != s.head}
    held = {s.verb for s in found if _is_met_for(tree, s)}
    met = (s.act.mode is EventMode.MEETING and s.noun is None and s.head in held for s in found)
    return [s for s, told in zip(found, met, strict=True) if s.head not in objects and not told]


def _is_met_for(tree: Tree, site: Site) -> bool:
    """Whether a gathering is what a verb says that people come together for."""
    above = tree[site.head].head
    purpose = tree[site.head].dep == "pobj" and tree.lower(above) in _FOR
    return purpose and site.act.mode in _GATHERINGS and tree[above].head == site.verb

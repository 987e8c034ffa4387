"""Visits to where a document is from: "arrived here on Monday", "the visiting Chilean president".

A newspaper and a ministry leave out what their readers know: the state is their own.
"""

from __future__ import annotations

from communique.claims.kinds.event.lore import Lore
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.claim import Party

# Words between "visiting" and the name of the guest.
_NEAR = 10
_HERE = frozenset({"here", "hither"})
_BEFORE_NAMES = frozenset({"amod", "nmod", "compound", "csubj"})


def home(reading: Reading, lore: Lore) -> Referent | None:
    """The document's own state; None where nothing tells it.

    Args:
        reading: The document.
        lore: What the finder knows.
    """
    code = reading.named.context.home
    return Referent(Party(lore.states[code], code)) if code in lore.states else None


def told_here(reading: Reading, site: Site) -> bool:
    """Whether a trip is told to lead "here".

    Args:
        reading: The document.
        site: The trip.
    """
    tree, verb = reading.tree, site.verb
    if verb is None or site.noun is not None:
        return False
    return any(tree.lower(i) in _HERE for i in tree.children(verb, "advmod"))


def guest(reading: Reading, site: Site) -> int | None:
    """Who is called a guest: the head of what "visiting" stands before; None if nobody is.

    The parse may take "visiting" at the head of a sentence for its subject.

    Args:
        reading: The document.
        site: The trip.
    """
    tree, verb = reading.tree, site.head
    if tree.lower(verb) != "visiting" or tree[verb].dep not in _BEFORE_NAMES:
        return None
    if tree[verb].dep == "csubj":
        named = range(verb + 1, min(verb + _NEAR, tree.sentence(verb)[1]))
        for index in named:
            if index in reading.people:
                return reading.head(reading.people[index])
            if tree.lower(index) == "," or tree[index].tag.startswith(("VB", "MD")):
                return None
        return None
    above = tree[verb].head
    return above if tree[above].tag.startswith("NN") else None

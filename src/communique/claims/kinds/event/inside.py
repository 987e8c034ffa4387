"""Whom the phrases of an act name in them: "condemned Russia's attack", "fired at Kharkiv"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.event.seats import adjectives, of_places
from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.claims.referents import Referent
from communique.model.terms import EventType

# Branches of an object that tell of something else.
_ELSEWHERE = frozenset({"advcl", "ccomp", "xcomp"})
# Prepositions before what a verb is about.
_ABOUT = frozenset({"in", "on", "against", "at", "over", "about", "of", "for", "from"})
# Acts whose infinitive tells whom they are about: "threatened to break relations with Russia".
_OF_DEEDS = frozenset({EventType.THREATEN, EventType.AGREE, EventType.REJECT})
#: Acts by which a thing is its owner's.
FORCE = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.COERCE})
# Prepositions between a deed and its victim.
_UPON = frozenset({"on", "against", "upon", "toward", "towards"})
_WITHIN = frozenset({"poss", "compound", "amod", "nmod", "pobj", "conj", "nsubj", "appos"})


def inside(reading: Reading, states: dict[str, str], site: Site) -> Iterator[Referent]:
    """Whom the object's phrase names in it: owners, doers, adjectives of nationality.

    Args:
        reading: The document.
        states: Name of each state by code.
        site: The act.
    """
    tree = reading.tree
    for root in dict.fromkeys(phrases(reading, site)):
        for index in tree.below(root, without=_ELSEWHERE):
            if not _suffers(reading, site, root, index):
                yield from _named_there(reading, states, site, root, index)


def phrases(reading: Reading, site: Site) -> Iterator[int]:
    """Heads of the phrases that tell what an act is about: its object, what prepositions bind."""
    tree, verb = reading.tree, site.verb
    if site.noun is not None:
        yield site.noun
    if verb is None:
        return
    undergoer = tree.undergoer(verb)
    if undergoer is not None:
        yield undergoer
    for preposition in tree.children(verb, "prep"):
        if tree.lower(preposition) in _ABOUT.union(site.act.target):
            yield from tree.children(preposition, "pobj")
    if site.act.type in _OF_DEEDS or site.act.deeds is not None:
        yield from tree.children(verb, "xcomp", "dobj")


def _named_there(
    reading: Reading, states: dict[str, str], site: Site, root: int, index: int
) -> Iterator[Referent]:
    """Whom one word of such a phrase names."""
    place = reading.tree[index].dep
    if index in reading.parties or index in reading.people:
        if place in _WITHIN or index == root:
            yield from reading.referents.of(index)
    elif place in {"amod", "compound"}:
        yield from adjectives(reading, index) or _struck(reading, states, site, index)
    elif place == "pobj":
        yield from _struck(reading, states, site, index)


def _suffers(reading: Reading, site: Site, root: int, index: int) -> bool:
    """Whether a party is only the victim of what is condemned: "the attack on Chad"."""
    if site.act.type is not EventType.ACCUSE:
        return False
    tree = reading.tree
    for current in (index, *tree.ancestors(index)):
        if current == root:
            return False
        hangs_on_deed = tree[current].dep == "prep" and tree[current].head not in {
            site.noun,
            site.verb,
        }
        if hangs_on_deed and tree.lower(current) in _UPON:
            return True
        if tree[current].dep == "relcl" and _of_the_deed(reading, current, index):
            return True
    return False


def _of_the_deed(reading: Reading, clause: int, index: int) -> bool:
    """Whether a clause tells what a deed does to a party: "the test, which violates UN rules"."""
    tree = reading.tree
    subject = tree.child(clause, "nsubj")
    does = subject is not None and tree[subject].tag in {"WDT", "WP"}
    return does and not any(index in tree.below(i) for i in tree.children(clause, "agent"))


def _struck(reading: Reading, states: dict[str, str], site: Site, index: int) -> Iterator[Referent]:
    """The state where force is used: "fired at targets in Kharkiv"."""
    if site.act.type in FORCE:
        yield from of_places(reading, states, index)

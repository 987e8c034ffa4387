"""What a phrase takes up by its form, or tells by where it is: "the bloc", "rebels in Mali"."""

from __future__ import annotations

from communique.claims.context import ClaimContext
from communique.claims.referent import party_of
from communique.claims.tree import Tree
from communique.model.claim import Party
from communique.vocab.lexicon import Form
from communique.vocab.words import words_of


def stands_alone(context: ClaimContext, index: int) -> bool:
    """Whether a number takes up those named before: "the two", "the three"."""
    tree = context.tree
    if tree[index].tag != "CD" or tree.child(index, "prep", "appos") is not None:
        return False
    return _definite(context, index)


def is_body(context: ClaimContext, index: int, forms: set[str]) -> bool:
    """Whether a noun is "the bloc" or "the bank" for a body told before.

    Args:
        context: The document.
        index: The noun.
        forms: Its forms in the singular.
    """
    tree = context.tree
    if tree[index].tag.endswith("S") or not forms & context.knowledge.referents.bodies:
        return False
    beside = tree.children(index, "amod", "compound", "poss", "prep")
    return not beside and _definite(context, index)


def seat_of(context: ClaimContext, index: int) -> Party | None:
    """The state whose government sits in a place: "Bangkok's regulator"; None if no capital."""
    if index not in context.places:
        return None
    words = words_of(context.places[index].name)
    found = context.named.context.knowledge.parties.longest(words, 0)
    if found is None or found[0] != len(words):
        return None
    seats = (s for s in found[1] if s.form is Form.METONYM)
    return next((Party(s.name, s.code) for s in seats), None)


def hyphened(tree: Tree, name: int) -> list[int]:
    """What a hyphen joins before a name: "Chile" of "the Chile-Peru commission".

    Args:
        tree: The parse.
        name: The name behind the hyphen.
    """
    joined = tree.lower(name - 1) in {"-", "–", "/"}
    return [i for i in tree.children(name, "compound", "nmod", "amod") if joined and i == name - 2]


def _definite(context: ClaimContext, index: int) -> bool:
    tree = context.tree
    return any(tree.lower(i) == "the" for i in tree.children(index, "det"))


def located(context: ClaimContext, index: int, forms: set[str]) -> list[Party]:
    """The state that a group is in, or in whose town an institution has its seat.

    "Rebels in Mali", "the commerce ministry in Dhaka"; not for those who hold a post there.

    Args:
        context: The document.
        index: The noun.
        forms: It in the singular.
    """
    words, tree = context.knowledge.referents, context.tree
    if forms & words.groups:
        inside = tree.after(index, "in", "throughout", "across")
        named = [party_of(context.parties[i]) for i in inside if i in context.parties]
        named = named or [p for i in inside if (p := seat_of(context, i)) is not None]
        if named:
            return named
    if not forms & words.institutions:
        return []
    states = context.named.context.knowledge.states
    towns = [context.places[i] for i in tree.after(index, "in") if i in context.places]
    codes = [town.country for town in towns if town.country is not None]
    return [Party(states[code], code) for code in codes if code in states]

"""The noun of a class that an act asks for: its object, what stands in that, or what it is of."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.tree import Tree
from communique.model.terms import EventType
from communique.vocab.claims.event import Act

# Nouns that stand for what they are a set of: "a package of sanctions", "parts of the treaty".
_CONTAINERS = frozenset(
    {"package", "set", "series", "number", "range", "round", "list", "raft", "part", "tranche"}
    | {"wave", "batch", "shipment", "delivery", "amount", "type", "import", "export", "hundred"}
    | {"thousand", "dozen", "host", "most", "some", "many", "all", "bulk", "rest", "half", "pair"}
    | {"line", "mean", "means", "form", "kind", "one"}
)
# What makes support one in kind.
_IN_KIND = frozenset(
    {"humanitarian", "military", "financial", "economic", "material", "logistical", "technical"}
    | {"budget", "budgetary", "medical", "recovery", "lethal", "defensive", "emergency"}
)
# Words of the class of help.
_HELP = frozenset({"aid", "relief"})
#: Nouns for one of several talks: "held the second round of negotiations".
ROUNDS = frozenset({"round", "series", "set", "session", "cycle", "number", "day", "hour", "week"})
# Words of a name that is an object.
_LONGEST_NAME = 12


def object_in(tree: Tree, verb: int, act: Act, wanted: frozenset[str]) -> int | None:
    """The object of a verb, or a phrase under one of the act's prepositions, in a class."""
    called = (tree.child(i, "nsubj") for i in tree.children(verb, "ccomp") if not tree.is_verb(i))
    through = tree.after(verb, *act.through) if act.through else ()
    equal = tree.children(verb, "attr") if tree[verb].lemma == "be" else ()
    heads = [tree.undergoer(verb), *through, *called, *equal]
    for head in heads:
        if head is None:
            continue
        for member in tree.conjuncts(head):
            found = _of_class(tree, member, wanted)
            # Who "concluded the third round of talks" has not concluded the talks.
            part = act.type is EventType.AGREE and tree[member].lemma in ROUNDS
            if found is not None and not part:
                return found
    return _in_name(tree, verb, wanted)


def _in_name(tree: Tree, verb: int, wanted: frozenset[str]) -> int | None:
    """The last word of a name right behind a verb, which long names hide from the parse."""
    found = None
    for index in range(verb + 1, min(verb + _LONGEST_NAME, tree.sentence(verb)[1])):
        tag = tree[index].tag
        if tag.startswith("NN") and tree.lower(index) in wanted and not _in_kind(tree, index):
            found = index
        if tag.startswith(("VB", "MD", "WD", "WP", "IN", "TO")) or tree.lower(index) == ";":
            break
    return found


def _of_class(tree: Tree, noun: int, wanted: frozenset[str]) -> int | None:
    """The noun of a class in a phrase: its head, a noun before it, or what it is a set of.

    "Military support" is help in kind, and no backing in words.
    """
    told = [noun, *tree.children(noun, "compound")]
    if _in_kind(tree, noun):
        return noun if wanted >= _HELP else None
    if tree[noun].lemma in _CONTAINERS:
        inner = [j for i in tree.after(noun, "of") for j in tree.conjuncts(i)]
        within = next((i for i in inner if _of_class(tree, i, wanted) is not None), None)
        if within is not None:
            return within
    if any(tree[i].lemma in wanted or tree.lower(i) in wanted for i in told):
        return noun
    return None


def _in_kind(tree: Tree, noun: int) -> bool:
    """Whether a noun is for support in kind."""
    if tree[noun].lemma != "support":
        return False
    beside = tree.children(noun, "amod", "compound", "nmod")
    return any(tree.lower(j) in _IN_KIND for i in beside for j in tree.conjuncts(i))


def held_in(tree: Tree, noun: int) -> Iterator[int]:
    """The noun for a set that another stands in: "package" of "a package of aid for Peru"."""
    above = tree[noun].head
    of = tree[noun].dep == "pobj" and tree.lower(above) == "of"
    if of and tree[tree[above].head].lemma in _CONTAINERS:
        yield tree[above].head


def founded(tree: Tree, noun: int, wanted: frozenset[str]) -> bool:
    """Whether a noun is of something of a class: "the creation of a council"."""
    inner = [j for i in tree.after(noun, "of") for j in tree.conjuncts(i)]
    return any(_of_class(tree, i, wanted) is not None for i in inner)

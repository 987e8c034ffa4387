"""Where a document tells an act: a verb or noun of the vocabulary, with what carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.vocab.claims.event import Act, EventGrammar

_PARTICLES = ("prt", "prep", "advmod", "dobj", "acomp")


@dataclass(frozen=True, slots=True)
class Site:
    """One word that tells an act.

    Attributes:
        act: What it tells.
        head: The token that tells it: what dates and moods hang on.
        verb: The verb that carries it, if any: itself, or the one whose object it is.
        noun: The noun that carries it, if any: itself, or the object that the act asks for.
    """

    act: Act
    head: int
    verb: int | None
    noun: int | None


def sites(reading: Reading, grammar: EventGrammar) -> Iterator[Site]:
    """Every word of the document that may tell an act, in text order."""
    tree = reading.tree
    for index in range(len(tree)):
        token = tree[index]
        if index in reading.people or index in reading.parties or reading.in_heading(index):
            continue
        if token.tag.startswith("VB") and token.dep not in {"aux", "auxpass"}:
            yield from _of_verb(tree, grammar, index)
        elif token.tag == "MD" and token.lemma in grammar.verbs:
            yield from _of_modal(tree, grammar, index)
        elif token.tag.startswith("NN"):
            yield from _of_noun(tree, grammar, index)


def _of_verb(tree: Tree, grammar: EventGrammar, index: int) -> Iterator[Site]:
    for particle, act in grammar.verbs.get(tree[index].lemma, ()):
        if particle and not _has_particle(tree, index, particle):
            continue
        if act.bare and tree.child(index, "dobj") is not None:
            continue
        if act.objects is None:
            yield Site(act, index, index, None)
            continue
        noun = _object_in(tree, index, act, grammar.words.classes[act.objects])
        if noun is not None:
            yield Site(act, index, index, noun)


def _has_particle(tree: Tree, verb: int, particle: str) -> bool:
    return any(tree.lower(i) == particle for i in tree.children(verb, *_PARTICLES))


def _object_in(tree: Tree, verb: int, act: Act, wanted: frozenset[str]) -> int | None:
    """The object of a verb, or a phrase under one of the act's prepositions, in a class."""
    heads = [tree.undergoer(verb), *(tree.after(verb, *act.through) if act.through else ())]
    for head in heads:
        if head is None:
            continue
        for member in tree.conjuncts(head):
            if tree[member].lemma in wanted or tree.lower(member) in wanted:
                return member
    return None


def _of_modal(tree: Tree, grammar: EventGrammar, index: int) -> Iterator[Site]:
    verb = tree[index].head
    if tree[index].dep == "aux" and tree.is_verb(verb):
        for _, act in grammar.verbs[tree[index].lemma]:
            yield Site(act, verb, verb, None)


def _of_noun(tree: Tree, grammar: EventGrammar, index: int) -> Iterator[Site]:
    if tree[index].dep in {"compound", "nmod", "amod"}:
        return
    for act in grammar.nouns.get(tree[index].lemma, ()):
        verb = carrier(tree, grammar, index)
        if verb is not None or not act.light:
            yield Site(act, index, verb, index)


def carrier(tree: Tree, grammar: EventGrammar, noun: int) -> int | None:
    """The verb whose subject does what a noun tells: "held talks", "took part in the summit"."""
    words = grammar.words
    first = tree.conjuncts(_first(tree, noun))[0]
    token = tree[first]
    if token.dep in {"dobj", "nsubjpass", "attr"} and tree.is_verb(token.head):
        known = words.doing | words.giving | words.attending
        return token.head if tree[token.head].lemma in known else None
    if token.dep == "pobj":
        return _through_preposition(tree, grammar, token.head)
    if token.dep == "nsubj" and tree[token.head].lemma in words.happening:
        return None
    return None


def _first(tree: Tree, noun: int) -> int:
    """The first member of the list that a noun is in."""
    while tree[noun].dep == "conj" and tree[noun].head != noun:
        noun = tree[noun].head
    return noun


def _through_preposition(tree: Tree, grammar: EventGrammar, preposition: int) -> int | None:
    """The verb of "take part in X", "participate in X", "speak at X", "welcomed Y for X"."""
    governor = tree[preposition].head
    if tree.lower(governor) == "part" and tree.is_verb(tree[governor].head):
        return tree[governor].head
    if not tree.is_verb(governor):
        return None
    lemma, word = tree[governor].lemma, tree.lower(preposition)
    if lemma in grammar.words.attending and word in {"in", "at", "to", "for"}:
        return governor
    if lemma in {"engage", "preside", "embark"} and word in {"in", "over", "on"}:
        return governor
    return governor if lemma in grammar.words.doing and word in {"on", "for"} else None

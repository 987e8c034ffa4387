"""Who says so: the speaker to whom the text ascribes a clause, if it is not its own voice."""

from __future__ import annotations

from itertools import pairwise

from communique.claims.context import ClaimContext

_LONGEST = 12
_OWN_VOICE = frozenset({"we", "i", "us", "it", "which", "that", "who"})


def attributed_to(context: ClaimContext, index: int) -> str | None:
    """The speaker of the clause of a token, as written; None in the document's own voice.

    "The ministry said that exports rose", "exports rose, the ministry said", "according to the
    ministry, exports rose", "as the ministry said, exports rose": the ministry. Acts of saying that
    are claims themselves ("X condemned Y") are not looked at here.
    """
    tree = context.tree
    seen = [index, *tree.ancestors(index)]
    for current in seen:
        source = _according(context, current)
        if source is not None:
            return _named(context, source)
    for lower, upper in pairwise(seen):
        if tree[lower].dep in {"ccomp", "parataxis", "advcl"} and _speaks(context, upper):
            return _speaker(context, upper)
    for current in seen:
        for child in tree.children(current, "advcl"):
            as_told = any(tree.lower(i) == "as" for i in tree.children(child, "mark"))
            if as_told and child not in seen and _speaks(context, child):
                return _speaker(context, child)
    for child in tree.children(seen[-1], "parataxis", "ccomp"):
        if child not in seen and _speaks(context, child) and tree[child].tag in {"VBD", "VBZ"}:
            return _speaker(context, child)
    return None


def _speaks(context: ClaimContext, verb: int) -> bool:
    tree = context.tree
    return tree.is_verb(verb) and tree[verb].lemma in context.knowledge.voices.saying


def _speaker(context: ClaimContext, verb: int) -> str | None:
    tree = context.tree
    subject = tree.child(verb, "nsubj")
    if subject is None or tree.lower(subject) in _OWN_VOICE:
        return None
    return _named(context, subject)


def _according(context: ClaimContext, index: int) -> int | None:
    """The noun after "according to" below a token."""
    tree = context.tree
    for child in tree.children(index, "prep", "advmod", "pcomp", "advcl"):
        if tree.lower(child) not in context.knowledge.voices.according:
            continue
        direct = tree.children(child, "pobj")
        through = [i for p in tree.children(child, "prep") for i in tree.children(p, "pobj")]
        for found in (*direct, *through):
            # "Per year" and "per item" tell a rate, "per the ministry" a source.
            if tree.lower(child) != "per" or tree.child(found, "det") is not None:
                return found
    return None


def _named(context: ClaimContext, head: int) -> str:
    """The speaker's phrase, without article; a person by the full name."""
    person = context.people.get(head)
    if person is not None:
        return person.name
    tokens = context.tree.phrase(head)[:_LONGEST]
    words = context.words(tokens)
    first, _, rest = words.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else words

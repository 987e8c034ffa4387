"""Where a claim is: the place that the text ties to its clause."""

from __future__ import annotations

from communique.claims.context import ClaimContext

_WHERE = frozenset({"in", "at", "near", "on", "outside"})


def place_of(context: ClaimContext, index: int) -> str | None:
    """The place told with a verb or noun, as written ("Phnom Penh, Cambodia"); None if untold.

    It stands after "in" or "at" below the word, or in brackets after it.
    """
    tree = context.tree
    verb = tree.clause_head(index)
    near = tree.children(index, "appos", "dobj", "nsubjpass")
    for governor in dict.fromkeys((index, *near, verb)):
        for child in tree.children(governor, "prep"):
            if tree.lower(child) not in _WHERE:
                continue
            for head in tree.children(child, "pobj"):
                written = _written(context, head)
                if written is not None:
                    return written
    return _in_brackets(context, index)


def _written(context: ClaimContext, head: int) -> str | None:
    """The words of the place whose head is a token, with the state that follows after a comma."""
    place = context.places.get(head)
    if place is None:
        return None
    start, end = place.start, place.end
    for token in context.tree.children(head, "appos", "npadvmod", "conj"):
        further = context.places.get(token)
        between = context.document.text[end : further.start] if further is not None else ""
        if further is not None and between.strip() == ",":
            end = further.end
    return " ".join(context.document.text[start:end].split())


def _in_brackets(context: ClaimContext, index: int) -> str | None:
    """The place inside brackets after a noun: "(June 2, 2023, Cholpon-Ata)"."""
    tree = context.tree
    sentence = tree.sentence(index)
    opened = next((i for i in range(index, sentence.last) if tree.lower(i) == "("), None)
    if opened is None or any(tree.is_verb(i) for i in range(index + 1, opened)):
        return None
    for token in range(opened, sentence.last):
        if tree.lower(token) == ")":
            return None
        if token in context.places:
            place = context.places[token]
            return context.document.text[place.start : place.end]
    return None

"""The kind of money of a commitment: grant, loan, guarantee, investment or purchase."""

from __future__ import annotations

from communique.claims.kinds.commitment.deeds import Deed
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.terms import Finance
from communique.vocab.claims.commitments import CommitmentWords


def finance_of(
    reading: Reading, words: CommitmentWords, number: Number, deed: Deed
) -> Finance | None:
    """The kind of money that the nouns around a sum tell, else its verb; None if left open."""
    tree = reading.tree
    for noun in (*deed.nouns, *_named_with(reading, number)):
        for index in (*tree.children(noun, "amod", "compound"), noun):
            kind = words.money.get(tree[index].lemma) or _by_adjective(words, tree.lower(index))
            if kind is not None:
                return kind
    lemma = tree[deed.index].lemma
    return next((kind for kind, verbs in words.nouns.verbs.items() if lemma in verbs), None)


def _named_with(reading: Reading, number: Number) -> list[int]:
    """Nouns below a sum: "40 million euros in grants", "of loans"."""
    tree = reading.tree
    found = []
    for prep in tree.children(number.head, "prep"):
        if tree.lower(prep) in {"in", "of", "as", "through"}:
            found.extend(tree.children(prep, "pobj"))
    above = tree[number.head].head
    if tree[number.head].dep == "nsubj" and tree[above].lemma in {"be", "represent", "form"}:
        found.extend(tree.children(above, "attr", "dobj"))
    return found


def _by_adjective(words: CommitmentWords, word: str) -> Finance | None:
    return next((kind for kind, group in words.nouns.adjectives.items() if word in group), None)

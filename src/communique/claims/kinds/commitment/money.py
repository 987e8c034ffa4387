"""The kind of money of a commitment: grant, loan, guarantee, investment or purchase."""

from __future__ import annotations

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.terms import Finance
from communique.vocab.claims.commitments import CommitmentWords

# What things can be given as, without a sum.
_IN_KIND = frozenset({Finance.GRANT, Finance.PURCHASE})


def finance_of(
    reading: Reading, words: CommitmentWords, number: Number, deed: Deed, *, money: bool
) -> Finance | None:
    """The kind of money that the nouns around a sum tell, else its verb; None if left open.

    Of counted things only the verb tells it: "donate 40 ambulances", "buy 12 aircraft".
    """
    tree = reading.tree
    if not money:
        kind = _by_verb(words, tree[deed.index].lemma) if tree.is_verb(deed.index) else None
        return kind if kind in _IN_KIND else None
    for noun in (*deed.nouns, *_named_with(reading, number), *_signed(reading, deed)):
        for index in (noun, *tree.children(noun, "amod", "compound")):
            kind = _kind(words, tree[index].lemma, tree.lower(index), verb=tree.is_verb(index))
            if kind is not None:
                return kind
    return _by_verb(words, tree[deed.index].lemma)


def _kind(words: CommitmentWords, lemma: str, word: str, *, verb: bool) -> Finance | None:
    if verb:
        return _by_verb(words, lemma)
    return words.money.get(lemma) or _by_adjective(words, word)


def _by_verb(words: CommitmentWords, lemma: str) -> Finance | None:
    return next((kind for kind, verbs in words.nouns.verbs.items() if lemma in verbs), None)


def _signed(reading: Reading, deed: Deed) -> list[int]:
    """What is signed, and what it is about: "a guarantee agreement", "a deal to buy ships"."""
    tree = reading.tree
    thing = tree.undergoer(deed.index) if tree.is_verb(deed.index) else None
    found = [] if thing is None else [thing]
    for noun in (*deed.nouns, *found):
        found.extend(i for i in tree.children(noun, "acl") if tree.is_verb(i))
        preps = [p for p in tree.children(noun, "prep") if tree.lower(p) in {"for", "on", "of"}]
        found.extend(i for p in preps for i in tree.children(p, "pobj"))
    return found


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

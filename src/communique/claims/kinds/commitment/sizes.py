"""Which verbs around a sum only tell how large something is, what it takes, or what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.claims.kinds.commitment.grading import Form, form_of
from communique.claims.tree import Tree
from communique.vocab.claims.commitments import CommitmentWords, Sense


def is_rate(tree: Tree, index: int) -> bool:
    """Whether a word is the "at" of a rate ("at 6 cents"), not of a worth ("valued at")."""
    return tree.lower(index) == "at" and not _priced(tree, index)


def _priced(tree: Tree, preposition: int) -> bool:
    """Whether "at" tells a worth or size: "12 aircraft valued at 3 million", "stands at"."""
    head = tree[tree[preposition].head]
    valued = head.lemma in {"value", "price"} and head.dep in {"acl", "relcl"}
    return valued or head.lemma == "stand"


def sizes_what_is_told(tree: Tree, words: CommitmentWords, verb: int) -> bool:
    """Whether a clause only tells how large a thing is: "a package which is worth 3 million"."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    sized = subject is not None and tree[subject].tag == "WDT"
    if not sized or tree[verb].lemma not in words.texts.sizing:
        return False
    if form_of(tree, verb) not in {Form.DOING, Form.FUTURE}:
        return False
    for index in tree.ancestors(verb):
        if tree.is_verb(index):
            return False
        if tree[index].lemma in words.given:
            return True
    return False


def tells_nothing(
    tree: Tree, words: CommitmentWords, verb: int, below: int, nouns: Sequence[int]
) -> bool:
    """Whether a sum is what something takes, or was there before: "builds on the 2 billion".

    Args:
        tree: The document's tree.
        words: Wordings of undertakings.
        verb: The verb above the sum.
        below: What of the sum's phrase hangs on the verb.
        nouns: Nouns between the sum and the verb.
    """
    if tree[verb].lemma in words.texts.costing:
        return not nouns and tree[below].dep in {"dobj", "npadvmod", "attr"}
    return tree[verb].lemma in words.texts.resting and tree.lower(below) in {"on", "upon"}


def is_beside(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what something leads to: "…, *cutting* the poverty rate"."""
    return tree[verb].tag == "VBG" and tree[verb].dep == "advcl" and tree[verb].head < verb


def is_noted(tree: Tree, words: CommitmentWords, head: int, nouns: Sequence[int]) -> bool:
    """Whether a text takes note of somebody's money: "hailed 3 million of investment by Peru".

    Args:
        tree: The document's tree.
        words: Wordings of undertakings.
        head: Head of the sum.
        nouns: Nouns named with it.
    """
    below = (p for noun in nouns for p in tree.children(noun, "prep"))
    whose = any(tree.lower(p) in {"by", "from"} for p in below)
    return whose and tree[tree[head].head].lemma in words.texts.noting


def infinitive(tree: Tree, verb: int) -> int:
    """The verb of what is to be done: "12 hospitals are to be built"."""
    below = tree.children(verb, "xcomp") if tree[verb].lemma == "be" else []
    return next((i for i in below if "to" in tree.auxiliaries(i)), verb)


def sizes_subject(
    tree: Tree, words: CommitmentWords, verb: int, sense: Sense, nouns: Sequence[int]
) -> bool:
    """Whether a verb tells how large its subject is: "the loans reach 3 million"."""
    return not nouns and sense.change and tree[verb].lemma in words.texts.measures

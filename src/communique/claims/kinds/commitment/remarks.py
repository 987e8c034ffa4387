"""What is told beside a sum that has no verb: "(signed in May)", "notes were exchanged"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.genre import by_law
from communique.claims.kinds.commitment.grading import Form, Grading, form_of
from communique.claims.kinds.commitment.numbers import singular
from communique.claims.reading import Reading
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords, Texts

# What lays down a loan: "the loan agreement", "the financing contracts".
_LENT = frozenset({"agreement", "contract"})
# Grades that a remark beside a sum may tell.
_FIRM = frozenset({Grade.PLEDGED, Grade.AGREED, Grade.CONTRACTED})


def by_the_way(reading: Reading, words: CommitmentWords, deed: Deed) -> Grade:
    """The grade of a sum without a verb, by what is told beside it: "(signed in May)"."""
    tree, grading = reading.tree, Grading(reading, words)
    said = reading.words(range(*tree.sentence(deed.index))).lower()
    if any(phrase in said for phrase in words.texts.pending):
        return Grade.CONSIDERED
    for index in _beside(reading, deed.index):
        if _is_exchange(reading, words.texts, index):
            return Grade.CONTRACTED
    for index in range(*tree.sentence(deed.index)):
        sense = grading.sense(index) if tree[index].tag in {"VBN", "VBD"} else None
        if sense is not None and sense.done in _FIRM:
            return sense.done
    return Grade.PLEDGED


def is_appropriated(
    reading: Reading, words: CommitmentWords, head: int, deed: Deed, grade: Grade
) -> bool:
    """Whether a law sets a sum aside; what was already paid out of it remains delivered."""
    given = reading.tree.child(head, "acl") == deed.index
    unpaid = grade is Grade.PLEDGED or (grade is Grade.DELIVERED and given)
    return unpaid and by_law(reading, words, head, deed.index)


def signed_beside(reading: Reading, words: CommitmentWords, index: int) -> bool:
    """Whether the text goes on to tell that the agreement on a loan was signed.

    "The bank is lending Chad 3 million. The loan agreement was signed today in Praia".
    """
    tree = reading.tree
    here = tree.sentence_number(index)
    for sentence in tree.analysis.sentences[here : here + 3]:
        for verb in range(*sentence):
            thing = tree.undergoer(verb) if tree.is_verb(verb) else None
            if thing is None or tree[verb].lemma not in words.texts.signing:
                continue
            done = form_of(tree, verb) is Form.DONE
            before = {tree[i].lemma for i in tree.children(thing, "compound", "amod", "nmod")}
            if done and tree[thing].lemma in _LENT and before & words.nouns.binding:
                return True
    return False


def _beside(reading: Reading, index: int) -> Iterator[int]:
    """The words of a sentence and of the next one."""
    tree = reading.tree
    here = tree.sentence_number(index)
    for sentence in tree.analysis.sentences[here : here + 2]:
        yield from range(*sentence)


def _is_exchange(reading: Reading, texts: Texts, index: int) -> bool:
    """Whether a verb tells that notes were exchanged or signed, which bind like a contract."""
    tree = reading.tree
    if tree[index].tag not in {"VBN", "VBD"} or tree[index].lemma not in texts.signing:
        return False
    thing = tree.undergoer(index)
    return thing is not None and singular(tree.lower(thing)) == "note"

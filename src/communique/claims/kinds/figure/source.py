"""Who gives a figure, and how far the text stands by it."""

from __future__ import annotations

from communique.claims.attribution import attributed_to
from communique.claims.kinds.figure.measured import verb_above
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.model.terms import Modality
from communique.vocab.claims.figures import FigureWords

_PRONOUNS = frozenset({"he", "she", "they", "it"})
_HONORIFICS = ("His ", "Her ", "Their ")
_REACH = 12


def source_of(reading: Reading, words: FigureWords, head: int) -> str | None:
    """Who gives a number, as written; None in the document's own voice.

    Beside what is said of all claims: who puts it at a number ("the fund put growth at 5%"), by
    whose count it is, and a pronoun is replaced by the person it means.
    """
    told = attributed_to(reading, head)
    if told is not None and told.lower() in _PRONOUNS:
        return _person_meant(reading, head, told.lower())
    if told is not None:
        return _behind_data(words, told)
    return _estimator(reading, words, head) or _counter(reading, words, head)


def _behind_data(words: FigureWords, told: str) -> str:
    """Whose data they are: "data from the ministry", "Treasury figures"."""
    before, _, origin = told.partition(" from ")
    if origin and before.split()[-1].lower() in words.counts.sources:
        return _without_article(origin)
    owner, _, last = told.rpartition(" ")
    return owner if last.lower() in {"data", "figures"} and owner[:1].isupper() else told


def _person_meant(reading: Reading, head: int, pronoun: str) -> str | None:
    tree = reading.tree
    for verb in tree.ancestors(head):
        for subject in tree.children(verb, "nsubj"):
            if tree.lower(subject) == pronoun:
                meant = reading.referents.of(subject)
                person = meant[0].person if meant else None
                return person.name if person is not None else None
    return None


def _estimator(reading: Reading, words: FigureWords, head: int) -> str | None:
    """As in "The customs office put exports at 3 billion", "the statistics show"."""
    tree = reading.tree
    verb = verb_above(tree, head)
    if verb is None or tree[verb].lemma not in words.movements.estimates | {"give", "show"}:
        return None
    subject = tree.subject(verb)
    if subject is None or tree.passive(verb):
        return None
    known = subject in reading.parties or subject in reading.organizations
    known = known or any(i in reading.parties for i in tree.phrase(subject))
    if not known and tree[subject].lemma not in words.counts.sources:
        return None
    return _without_article(reading.words(tree.phrase(subject)))


def _counter(reading: Reading, words: FigureWords, head: int) -> str | None:
    """As in "By the bank's count", "data from the ministry showed"."""
    tree = reading.tree
    for index in range(*tree.sentence(head)):
        if tree[index].lemma not in words.counts.sources:
            continue
        owner = tree.child(index, "poss")
        by = tree[index].dep == "pobj" and tree.lower(tree[index].head) == "by"
        if owner is not None and by:
            return _without_article(reading.words(tree.phrase(owner)).removesuffix("'s"))
        origin = tree.after(index, "from", "of")
        shown = tree[index].dep == "nsubj" and tree.is_verb(tree[index].head)
        if shown and origin and tree[tree[index].head].lemma in {"show", "indicate", "suggest"}:
            return _without_article(reading.words(tree.phrase(origin[0])))
    return None


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else text


def mood(reading: Reading, words: FigureWords, head: int) -> Modality:
    """How far the text stands by a number; an estimate of what is to come is a plan."""
    tree = reading.tree
    found = modality(reading, head)
    verb = verb_above(tree, head)
    if found is not Modality.ASSERTED or verb is None:
        return found
    governor = tree[verb].head
    expected = tree.is_verb(governor) and tree[governor].lemma in words.movements.estimates
    ahead = tree[verb].dep == "xcomp" and "to" in tree.auxiliaries(verb)
    return Modality.PLANNED if expected and ahead else found

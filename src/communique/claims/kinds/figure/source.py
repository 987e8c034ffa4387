"""Who gives a figure, and how far the text stands by it."""

from __future__ import annotations

from communique.claims.attribution import attributed_to
from communique.claims.kinds.figure.measured import verb_above
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.model.terms import Modality
from communique.vocab.claims.figures import FigureWords

_EXCEEDING = frozenset({"exceed", "surpass", "top"})
_SHOWING = frozenset({"show", "indicate", "suggest", "reveal", "put"})


def source_of(reading: Reading, words: FigureWords, head: int) -> str | None:
    """Who gives a number, as written; None in the document's own voice.

    Beside what is said of all claims: who puts it at a number ("the fund put growth at 5%"), and by
    whose count it is.
    """
    told = attributed_to(reading, head)
    told = told or _estimator(reading, words, head) or _counter(reading, words, head)
    return _behind_data(words, told) if told is not None else None


def _behind_data(words: FigureWords, told: str) -> str:
    """Whose data they are: "data from the ministry", "Treasury figures"."""
    before, _, origin = told.partition(" from ")
    if origin and before.split()[-1].lower() in words.counts.sources:
        return _without_article(origin)
    owner, _, last = told.rpartition(" ")
    return owner if last.lower() in {"data", "figures"} and owner[:1].isupper() else told


def _estimator(reading: Reading, words: FigureWords, head: int) -> str | None:
    """As in "The customs office put exports at 3 billion", "the statistics show"."""
    tree = reading.tree
    verb = verb_above(tree, head)
    if verb is None or tree[verb].lemma not in words.movements.estimates | {
        "give",
        "show",
        "expect",
    }:
        return None
    subject = tree.subject(verb)
    if subject is None or tree.passive(verb):
        return None
    named = set(tree.phrase(subject)) & (set(reading.parties) | set(reading.organizations))
    agents = words.counts.sources | reading.knowledge.referents.agents
    if not named and tree[subject].lemma not in agents:
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
        if shown and owner is not None and tree[tree[index].head].lemma in _SHOWING:
            return _without_article(reading.words(tree.phrase(owner)).removesuffix("'s"))
        if shown and origin and tree[tree[index].head].lemma in _SHOWING:
            return _without_article(reading.words(tree.phrase(origin[0])))
    return None


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else text


def mood(reading: Reading, words: FigureWords, head: int) -> Modality:
    """How far the text stands by a number; an estimate of what is to come is a plan."""
    tree = reading.tree
    found = modality(reading, head)
    if found is Modality.DENIED and not_above(reading, head):
        return Modality.ASSERTED
    verb = verb_above(tree, head)
    if found is Modality.DENIED and _before_denial(reading, head):
        return Modality.ASSERTED
    if found is not Modality.ASSERTED or verb is None:
        return found
    governor = tree[verb].head
    expected = tree.is_verb(governor) and tree[governor].lemma in words.movements.estimates
    ahead = tree[verb].dep == "xcomp" and "to" in tree.auxiliaries(verb)
    return Modality.PLANNED if expected and ahead else found


def not_above(reading: Reading, head: int) -> bool:
    """Whether what is denied is that something is larger: "imports did not exceed 8 billion"."""
    tree = reading.tree
    verb = verb_above(tree, head)
    over = verb is not None and tree[verb].lemma in _EXCEEDING
    return over and verb is not None and tree.child(verb, "neg") is not None


def _before_denial(reading: Reading, head: int) -> bool:
    """Whether what is denied is told of a number: "45% of the sites are not ready"."""
    tree = reading.tree
    path = [head, *tree.ancestors(head)]
    return any(
        tree[i].dep in {"nsubj", "nsubjpass"} and tree.is_verb(tree[i].head) for i in path[:3]
    )

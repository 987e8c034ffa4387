"""Which numbers are the amounts or deliverables of promises, gifts and deeds, and no figures."""

from __future__ import annotations

from communique.claims.kinds.figure.measured import is_statistic
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.tree import Tree
from communique.vocab.claims.figures import FigureWords

#: Determiners of what is known: "the two sides".
DEFINITE = frozenset({
    "the", "our", "their", "both", "these", "those", "its", "his", "her", "all", "whose", "my",
})  # fmt: skip
#: Auxiliaries of what is to come or may be.
MODALS = frozenset({"will", "shall", "'ll", "would", "could", "can", "may", "might", "should"})
#: What a number is told for: "a year".
SPANS = frozenset({"year", "annum", "month", "day", "week", "time", "quarter", "decade"})


def promised(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is the amount or deliverable of a promise or gift."""
    if _located(tree, words, number) or of_capacity(tree, words, number):
        return False
    if _of_benefit(tree, words, number) or _reckoned(tree, words, number):
        return False
    if _size_of_known(tree, words, number):
        return False
    if targeted(tree, words, number):
        return True
    if tree.is_verb(number.head):
        return _ahead(tree, number.head, Sort.SHARE)
    verbs = _clause_verbs(tree, number.head)
    if number.sort is Sort.SHARE:
        verbs = verbs[:1] if _is_object(tree, number) else []
    ahead = any(_ahead(tree, v, number.sort) for v in verbs)
    if ahead and any(tree[v].lemma in words.counts.giving for v in verbs):
        return not _forecast(tree, words, verbs[0])
    counted = number.sort in {Sort.COUNT, Sort.MEASURE}
    return counted and (_delivered(tree, words, number) or _in_delivery(tree, words, number))


def _located(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a count of states or towns only tells where: "projects in 54 countries"."""
    token, counts = tree[number.noun], words.counts
    where = token.dep == "pobj" and tree.lower(token.head) in {"in", "across", "from", "throughout"}
    return where and number.sort is Sort.COUNT and token.lemma in counts.meant | counts.places


def of_capacity(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number tells what works or vessels can do: "the line can carry 5 bcm a year"."""
    if number.sort not in {Sort.MEASURE, Sort.COUNT}:
        return False
    verb = next((i for i in tree.ancestors(number.head) if tree.is_verb(i)), None)
    if verb is None or tree[verb].lemma not in words.counts.capacity:
        return False
    subject = tree.subject(verb)
    if subject is None or tree[subject].lemma not in words.counts.works:
        return False
    able = tree[tree[verb].head].lemma in {"able", "capable", "design", "mean", "build"}
    return able or _each_time(tree, number) or "can" in tree.auxiliaries(verb)


def _each_time(tree: Tree, number: Number) -> bool:
    """Whether a number is one for each span of time: "a year", "per day", "annually"."""
    after = number.tokens[-1] + 1
    near = range(after, min(after + 4, tree.sentence(number.head).last))
    if any(tree.lower(i) in {"daily", "annually", "yearly", "monthly", "hourly"} for i in near):
        return True
    spans = SPANS | {"hour", "night", "season"}
    return any(
        tree.lower(i) in {"a", "an", "per", "each", "every"} and tree.lower(i + 1) in spans
        for i in near
    )


def _of_benefit(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is one of those whom a thing, no person or party, does good to."""
    token = tree[number.head]
    verb = token.head
    people = tree[number.noun].lemma in words.counts.people or number.unit == "people"
    if not people or token.dep != "dobj" or tree[verb].lemma not in words.counts.benefitting:
        return False
    subject = tree.subject(verb)
    lemma = tree[subject].lemma if subject is not None else "we"
    acting = words.counts.people | words.counts.meant | words.counts.firms | {"we", "i", "they"}
    named = subject is not None and tree[subject].tag in {"NNP", "NNPS"}
    return lemma not in acting and not named


def _reckoned(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is estimated, or told as what something suffices for.

    "Is estimated to generate 90 GW", "estimated at 5 billion", "enough to power 6 million homes".
    """
    above = tree[number.head].head
    if tree.lower(above) == "at" and tree[tree[above].head].dep == "acl":
        return tree[tree[above].head].lemma in words.counts.reckoning
    for above in tree.ancestors(number.head):
        if tree.is_verb(above) and "to" in tree.auxiliaries(above):
            governor = tree[tree[above].head]
            return governor.lemma in words.counts.reckoning | words.counts.sufficing
        if tree.child(above, "nsubj", "nsubjpass") is not None:
            return False
    return False


def _size_of_known(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is the size of what is known: "to narrow the $40 trillion gap"."""
    noun = tree[number.head].head
    before = number.sort is Sort.MONEY and tree[number.head].dep in {"nummod", "nmod", "compound"}
    if not before or noun < number.head or tree[noun].lemma not in words.counts.statistics:
        return False
    return any(tree.lower(i) in DEFINITE for i in tree.children(noun, "det", "poss"))


def _forecast(tree: Tree, words: FigureWords, verb: int) -> bool:
    """Whether a statistic, rather than somebody, is said to reach a size: "exports could reach"."""
    sized = tree[verb].lemma in words.movements.sizes | {"reach", "increase", "exceed"}
    return sized and is_statistic(tree, words, tree.child(verb, "nsubj"))


def _is_object(tree: Tree, number: Number) -> bool:
    """Whether a share, or the noun that it stands before, is the object of a verb."""
    token = tree[number.head]
    if token.dep == "pobj":
        return tree.is_verb(tree[token.head].head)
    return "dobj" in {token.dep, tree[token.head].dep}


def _clause_verbs(tree: Tree, index: int) -> list[int]:
    """The verbs above a token up to the first with a subject of its own."""
    found = []
    for above in tree.ancestors(index):
        if tree.is_verb(above):
            found.append(above)
            if tree.child(above, "nsubj", "nsubjpass") is not None:
                break
    return found


def targeted(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a word of intention stands above: "aims to raise it to 15 billion"."""
    targets = words.counts.targets
    previous = number.head
    below = {"xcomp", "acl", "dobj", "prep", "ccomp", "pcomp", "conj"}
    for index in tree.ancestors(number.head):
        if tree[index].lemma in targets and tree[previous].dep in below:
            return True
        undertaken = tree.child(index, "dobj") if tree[previous].dep in {"prep", "conj"} else None
        if undertaken is not None and undertaken < previous and tree[undertaken].lemma in targets:
            return True  # "Reaffirmed their commitment to the accord and to conserving 30 percent."
        subject = tree.child(index, "nsubj", "nsubjpass") if tree.is_verb(index) else None
        if subject is not None and tree[index].dep != "ccomp":
            return False
        previous = index
    return False


def _ahead(tree: Tree, verb: int, sort: Sort) -> bool:
    """Whether a verb tells of what will be, may be, is to be or is being done."""
    auxiliaries = set(tree.auxiliaries(verb))
    infinitive = tree[verb].tag == "VB" and "to" in auxiliaries
    imperative = tree[verb].tag == "VB" and tree[verb].head == verb and not auxiliaries
    progressive = tree[verb].tag == "VBG" and bool(auxiliaries & {"is", "are", "'s", "be"})
    if sort is Sort.SHARE:
        return bool(auxiliaries & {"will", "shall", "'ll"}) or infinitive
    return bool(auxiliaries & MODALS) or infinitive or imperative or progressive


def _delivered(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a verb of delivery has the number as its object: "trained 40 nurses"."""
    token = tree[number.head]
    verb = tree[token.head].head if token.dep == "conj" else token.head
    return (
        tree.is_verb(verb)
        and (tree[verb].tag != "VBG" or _included(tree, verb))
        and tree[verb].lemma in words.counts.delivering
        and token.dep in {"dobj", "nsubjpass", "conj", "dative"}
    )


def _included(tree: Tree, verb: int) -> bool:
    """Whether a deed is told as part of a whole: "this includes building 40 schools"."""
    return tree[tree[verb].head].lemma == "include" or (
        tree[verb].dep == "conj" and tree[tree[tree[verb].head].head].lemma == "include"
    )


def _in_delivery(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a noun of delivery or purchase stands above: "the handing-over of 72 vehicles"."""
    for index in tree.ancestors(number.head):
        if tree.is_verb(index) and tree[index].dep != "pcomp":
            return False
        if tree[index].lemma in words.counts.deliveries:
            return True
    return False

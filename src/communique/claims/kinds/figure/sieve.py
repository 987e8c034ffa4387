"""Which numbers are figures, and which belong to promises, documents or mere reference."""

from __future__ import annotations

from communique.claims.kinds.figure.measured import verb_above
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.model.terms import Indicator
from communique.vocab.claims.figures import FigureWords

# Counts up to here are often told of what is known anyhow: "the two sides".
_FEW = 12
# Below this a count tells too little to be a statistic.
_FEWEST = 4
_DEFINITE = frozenset({
    "the", "our", "their", "both", "these", "those", "its", "his", "her", "all", "whose", "my",
})  # fmt: skip
_FURTHER = frozenset({"other", "more", "additional", "further", "another"})
_ROUGHLY = frozenset({"about", "approximately", "around", "roughly", "or", "some", "nearly", "over"})
# What is told of these is a statistic in itself.
_STATISTICAL = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.FDI, Indicator.GDP, Indicator.GROWTH, Indicator.TRANSIT_VOLUME, Indicator.PEOPLE,
})  # fmt: skip
# How many verbs up a promise reaches: "announced that it will help train 40 nurses".
_VERBS = 3


def is_figure(
    reading: Reading, words: FigureWords, number: Number, head: int | None, known: Indicator
) -> bool:
    """Whether a plain number tells a statistic.

    Args:
        reading: The document.
        words: The vocabulary.
        number: A number that is no part of a change.
        head: What it measures.
        known: The indicator that this names.
    """
    tree = reading.tree
    if number.sort is Sort.COUNT:
        return _told_count(tree, words, number)
    if promised(tree, words, number):
        return False
    if number.sort is Sort.MONEY:
        return _statistical_sum(reading, words, number, head, known)
    return True


def equivalent(tree: Tree, number: Number) -> bool:
    """Whether a sum only tells the one before it in another currency: "1 billion ($1.05 bn)"."""
    if number.sort is not Sort.MONEY:
        return False
    before = number.tokens[0] - 1
    while before >= 0 and tree.lower(before) in _ROUGHLY:
        before -= 1
    if tree.lower(before) != "(":
        return False
    return any(tree[i].tag == "CD" for i in range(max(0, before - 4), before))


def _told_count(tree: Tree, words: FigureWords, number: Number) -> bool:
    counts = words.counts
    lemma = tree[number.head].lemma
    if lemma in counts.documents:
        return False
    small = number.value <= _FEW and number.bound is None
    further = any(tree.lower(i) in _FURTHER for i in number.tokens)
    if small and not further:
        listed = lemma in counts.parts | counts.meant
        if listed or _definite(tree, number) or number.value < _FEWEST:
            return False
    return lemma in counts.results or not promised(tree, words, number)


def _definite(tree: Tree, number: Number) -> bool:
    before = number.tokens[0] - 1
    determined = any(
        tree.lower(i) in _DEFINITE for i in tree.children(number.head, "det", "poss", "predet")
    )
    return determined or tree.lower(before) in _DEFINITE or tree[before].tag == "POS"


def promised(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is the amount or deliverable of a promise or gift."""
    counts = words.counts
    verbs = [i for i in tree.ancestors(number.head) if tree.is_verb(i)][:_VERBS]
    if _targeted(tree, words, number):
        return True
    if number.sort is Sort.SHARE:
        return False
    if any(tree[v].lemma in counts.giving and _ahead(tree, v) for v in verbs[:2]):
        return True
    counted = number.sort in {Sort.COUNT, Sort.MEASURE}
    return counted and (_delivered(tree, words, number) or _in_delivery(tree, words, number))


def _targeted(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether an infinitive or noun of intention stands above: "aims to raise it to 15 billion"."""
    targets = words.counts.targets
    previous = number.head
    for index in tree.ancestors(number.head):
        if tree[index].lemma in targets and tree[previous].dep in {"xcomp", "acl", "dobj", "prep", "ccomp"}:
            return True
        if tree.is_verb(index):
            if tree.child(index, "nsubj", "nsubjpass") is not None and tree[index].dep != "ccomp":
                return False
        previous = index
    return False


def _ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of what will be, is to be or is being done."""
    auxiliaries = set(tree.auxiliaries(verb))
    infinitive = tree[verb].tag == "VB" and "to" in auxiliaries
    progressive = tree[verb].tag == "VBG" and bool(auxiliaries & {"is", "are", "'s", "be"})
    return bool(auxiliaries & {"will", "shall", "'ll"}) or infinitive or progressive


def _delivered(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a verb of delivery has the number as its object: "trained 40 nurses"."""
    first = tree.conjuncts(number.head)[0]
    verb = tree[number.head].head
    if first == number.head and tree[number.head].dep == "conj":
        verb = tree[tree[number.head].head].head
    return (
        tree.is_verb(verb)
        and tree[verb].lemma in words.counts.delivering
        and tree[number.head].dep in {"dobj", "nsubjpass", "conj", "dative"}
    )


def _in_delivery(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a noun of delivery or purchase stands above: "the handing-over of 72 vehicles"."""
    for index in tree.ancestors(number.head):
        if tree.is_verb(index) and tree[index].dep != "pcomp":
            return False
        if tree[index].lemma in words.counts.deliveries:
            return True
    return False


def _statistical_sum(
    reading: Reading, words: FigureWords, number: Number, head: int | None, known: Indicator
) -> bool:
    tree = reading.tree
    if _rate(tree, number) or _running(reading, words, number) or _of_effect(tree, words, number):
        return True
    if head is None:
        return False
    lemma = tree[head].lemma
    if known in _STATISTICAL or lemma in words.counts.statistics:
        return True
    verb = verb_above(tree, number.head)
    return (
        verb is not None
        and tree[verb].lemma in words.movements.levels | words.movements.estimates
        and tree.subject(verb) == head
        and lemma in words.counts.extents | words.counts.taking_up
    )


def _rate(tree: Tree, number: Number) -> bool:
    """Whether a sum is a price for one of something: "$25 per item"."""
    after = number.tokens[-1] + 1
    return tree.lower(after) == "per" and tree.lower(after + 1) not in {"year", "annum", "month"}


def _of_effect(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a sum is what something costs, saves or earns."""
    verb = tree[number.head].head
    plain = tree[number.head].dep in {"dobj", "npadvmod", "attr", "oprd", "dative"}
    return plain and tree.is_verb(verb) and tree[verb].lemma in words.counts.effects


def _running(reading: Reading, words: FigureWords, number: Number) -> bool:
    """Whether a sum is a running total: "has invested 160 billion since 1993"."""
    tree = reading.tree
    verb = verb_above(tree, number.head)
    if verb is None or tree[verb].lemma not in words.counts.running:
        return False
    perfect = bool({"has", "have", "had", "'ve"} & set(tree.auxiliaries(verb)))
    clause = tree.clause(verb)
    since = any(tree.lower(i) in words.counts.so_far | {"since", "over"} for i in clause)
    return perfect and (since or tree.passive(verb) is False)

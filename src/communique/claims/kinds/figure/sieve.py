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
_DEFINITE = frozenset({"the", "our", "their", "both", "these", "those", "its", "his", "her", "all",
                       "which", "whose", "your", "my"})  # fmt: skip
# What a share or sum of these is told about is a statistic in itself.
_STATISTICAL = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.FDI, Indicator.GDP, Indicator.GROWTH, Indicator.TRANSIT_VOLUME, Indicator.PEOPLE,
})  # fmt: skip


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
    if _equivalent(tree, number):
        return False
    if number.sort is Sort.COUNT:
        return _told_count(reading, words, number)
    if promised(tree, words, number):
        return False
    if number.sort is Sort.MONEY:
        return _statistical_sum(tree, words, number, head, known)
    return True


def _equivalent(tree: Tree, number: Number) -> bool:
    """Whether a sum only tells the one before it in another currency: "1 billion ($1.05 bn)"."""
    if number.sort is not Sort.MONEY:
        return False
    before = number.tokens[0] - 1
    while before >= 0 and tree.lower(before) in {"about", "approximately", "around", "roughly", "or", "some", "nearly"}:
        before -= 1
    return tree.lower(before) == "(" and tree[before - 1].tag in {"CD", "NNS", "NN", "NNP"} and _is_sum(tree, before - 1)


def _is_sum(tree: Tree, index: int) -> bool:
    return tree[index].tag == "CD" or any(tree[i].tag == "CD" for i in range(max(0, index - 4), index))


def _told_count(reading: Reading, words: FigureWords, number: Number) -> bool:
    tree, counts = reading.tree, words.counts
    lemma = tree[number.head].lemma
    if lemma in counts.documents:
        return False
    small = number.value <= _FEW and number.bound is None
    other = any(tree.lower(i) in {"other", "more", "additional", "further"} for i in number.tokens)
    definite = _definite(tree, number)
    if small and not other and (definite or number.value < 4):
        return False
    if small and lemma in counts.parts | counts.meant and not other:
        return False
    return lemma in counts.results or not promised(tree, words, number)


def _definite(tree: Tree, number: Number) -> bool:
    before = number.tokens[0] - 1
    return tree.lower(before) in _DEFINITE or tree[before].tag == "POS" or any(
        tree.lower(i) in _DEFINITE for i in tree.children(number.head, "det", "poss")
    )


def promised(tree: Tree, words: FigureWords, number: Number) -> bool:
    """Whether a number is the amount or deliverable of a promise or gift."""
    counts = words.counts
    chain = list(tree.ancestors(number.head))
    verbs = [i for i in chain if tree.is_verb(i)]
    for index in chain:
        lemma = tree[index].lemma
        if lemma in counts.targets and (tree.is_verb(index) or index != chain[0]):
            return True
    giving = [v for v in verbs[:2] if tree[v].lemma in counts.giving]
    return any(_ahead(tree, v) for v in giving)


def _ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of what will be, is to be or is being done."""
    auxiliaries = set(tree.auxiliaries(verb))
    infinitive = tree[verb].tag == "VB" and "to" in auxiliaries
    return bool(auxiliaries & {"will", "shall", "'ll"}) or infinitive or tree[verb].tag == "VBG"


def _statistical_sum(
    tree: Tree, words: FigureWords, number: Number, head: int | None, known: Indicator
) -> bool:
    if _rate(tree, number):
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

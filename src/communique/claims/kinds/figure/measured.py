"""What a number measures: the noun phrase whose size it is, and the indicator that this names."""

from __future__ import annotations

from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.model.terms import Indicator
from communique.vocab.claims.figures import FigureWords
from communique.vocab.words import words_of

_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "poss"})
_LONGEST = 14


def verb_above(tree: Tree, index: int) -> int | None:
    """The first verb above a token."""
    return next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)


def measured(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """Head of the phrase for what a number measures; None where the text has none.

    "Exports reached 3 billion" and "3 billion in exports", "a 3 billion surplus", "a surplus of
    3 billion", "30 percent of exports": exports, surplus. A counted noun measures itself.
    """
    tree = reading.tree
    if number.sort is Sort.COUNT:
        return number.head
    return (
        _modified(tree, number)
        or _noun_before(tree, words, number)
        or _mistagged(tree, words, number)
        or _whole(tree, words, number)
        or _subject(tree, words, number)
        or _part_after(tree, number)
        or _estimated(tree, words, number)
    )


def _modified(tree: Tree, number: Number) -> int | None:
    """The noun that the number stands before: "a $2 billion surplus", "3.2% growth"."""
    head = number.head
    above = tree[head].head
    if tree[head].dep in _MODIFIES and above not in number.tokens and tree[above].tag[:2] == "NN":
        return above
    return None


def _noun_before(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The noun whose size stands after a preposition: "exports of 3 billion", "debt at 24 %"."""
    token = tree[number.head]
    if token.dep != "pobj":
        return None
    above = tree[token.head].head
    if tree[above].tag[:2] != "NN" or above in number.tokens:
        return None
    return None if _only_marks(tree, words, above) else above


def _only_marks(tree: Tree, words: FigureWords, noun: int) -> bool:
    """Whether a noun only announces the size of a subject: "reached a record high of"."""
    below_verb = tree[noun].dep in {"dobj", "attr", "pobj", "oprd"}
    bare = not tree.after(noun, "in", "with", "to")
    return tree[noun].lemma in words.counts.marks and below_verb and bare


def _mistagged(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The subject where a parse takes the verb for a noun: "bilateral trade totals $2 billion"."""
    token = tree[number.head]
    above = tree[token.head]
    if token.dep not in {"dobj", "npadvmod", "attr"} or above.tag != "NNS":
        return None
    parts = tree.children(token.head, "compound", "nsubj")
    return parts[-1] if parts and above.lemma in words.movements.levels else None


def _whole(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The whole of a share: "accounts for 30% of exports"."""
    if number.sort is not Sort.SHARE:
        return None
    verb = verb_above(tree, number.head)
    whole = next(iter(tree.after(number.head, "of", "in")), None)
    level = verb is not None and tree[verb].lemma not in words.movements.shares
    named = verb is not None and _is_statistic(tree, words, tree.subject(verb))
    return None if whole is None or (level and named) else whole


def _is_statistic(tree: Tree, words: FigureWords, head: int | None) -> bool:
    if head is None:
        return False
    lemma = tree[head].lemma
    counts = words.counts
    known = any(lemma in entry.heads for entry in words.indicators)
    return known or lemma in counts.statistics | counts.extents | counts.taking_up


def _subject(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The subject of a verb of level or movement: "exports reached", "the deficit fell to"."""
    verb = verb_above(tree, number.head)
    if verb is None:
        return None
    lemma, moves = tree[verb].lemma, words.movements
    if lemma in moves.estimates and not tree.passive(verb):
        return None
    known = moves.levels | moves.rise | moves.fall | moves.ways | moves.estimates
    subject = tree.subject(verb)
    return subject if lemma in known and subject not in number.tokens else None


def _part_after(tree: Tree, number: Number) -> int | None:
    """What a sum or measure is of: "3 billion in exports", "4 tonnes of cargo"."""
    return next(iter(tree.after(number.head, "of", "in", "worth")), None)


def _estimated(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The object of a verb of estimate: "put exports at 3 billion"."""
    verb = verb_above(tree, number.head)
    if verb is None:
        return None
    found = tree.child(verb, "dobj")
    return found if found is not None and found not in number.tokens else None


def label(reading: Reading, head: int, number: Number) -> str:
    """The words for what is measured, without the number and its hedges."""
    tree = reading.tree
    tokens = [i for i in tree.phrase(head) if i not in number.tokens or i == head]
    first = max((i for i in number.tokens if i < head), default=tokens[0] - 1) + 1
    if number.sort is Sort.COUNT:
        tokens = [i for i in tokens if i >= first]
    while len(tokens) > 1 and tree[tokens[0]].tag in {"DT", "IN", "CD", "JJR", "RB", "PRP$", "$"}:
        tokens = tokens[1:]
    return reading.words(range(tokens[0], min(tokens[-1] + 1, tokens[0] + _LONGEST)))


def indicator(
    reading: Reading, words: FigureWords, number: Number, head: int | None
) -> Indicator:
    """The indicator that the measured phrase names."""
    tree = reading.tree
    if head is None:
        return Indicator.OTHER
    lemma = tree[head].lemma
    if number.sort is Sort.COUNT:
        return _counted(words, lemma)
    text = " ".join(words_of(reading.words(tree.phrase(head)).lower()))
    found = _by_phrase(words, text) or _by_head(words, lemma)
    if found is None or lemma in words.counts.extents:
        below = [*tree.after(head, "of", "in"), *tree.children(head, "compound", "amod")]
        inner = [_by_head(words, tree[i].lemma) for i in below]
        found = next((i for i in inner if i is not None), found)
    return found or Indicator.OTHER


def _counted(words: FigureWords, lemma: str) -> Indicator:
    if lemma in words.counts.people:
        return Indicator.PEOPLE
    found = _by_head(words, lemma)
    return found if found in {Indicator.COMPANIES, Indicator.PROJECTS} else Indicator.OTHER


def _by_phrase(words: FigureWords, text: str) -> Indicator | None:
    padded = f" {text} "
    for entry in words.indicators:
        if any(f" {' '.join(words_of(phrase))} " in padded for phrase in entry.phrases):
            return entry.indicator
    return None


def _by_head(words: FigureWords, lemma: str) -> Indicator | None:
    return next((e.indicator for e in words.indicators if lemma in e.heads), None)

"""What a number measures: the head of the noun phrase whose size it is."""

from __future__ import annotations

from communique.claims.kinds.figure.movements import before
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.vocab.claims.figures import FigureWords

_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "poss"})
# Words that may stand inside "imports of goods from the region (to the) 3 billion".
_INSIDE = frozenset({"of", "in", "to", "from", "between", "and", "at", "for", "'s", "’s"})
_REACH = 8


def verb_above(tree: Tree, index: int) -> int | None:
    """The first verb above a token."""
    return next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)


def verb_of(tree: Tree, number: Number) -> int | None:
    """The verb that a number goes with: itself for "doubled", else the first above."""
    return number.head if tree.is_verb(number.head) else verb_above(tree, number.head)


def is_statistic(tree: Tree, words: FigureWords, head: int | None) -> bool:
    """Whether a noun names something that is measured."""
    if head is None:
        return False
    lemma, counts = tree[head].lemma, words.counts
    known = any(lemma in entry.heads for entry in words.indicators)
    return known or lemma in counts.statistics | counts.extents | counts.taking_up


def measured(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """Head of the phrase for what a number measures; None where the text has none.

    "Exports reached 3 billion" and "3 billion in exports", "a 3 billion surplus", "a surplus of
    3 billion", "30 percent of exports": exports, surplus. A counted noun measures itself.
    """
    tree = reading.tree
    if number.sort is Sort.COUNT:
        return number.noun
    if tree.is_verb(number.head):
        return tree.child(number.head, "dobj") or tree.subject(number.head)
    return (
        _modified(tree, words, number)
        or _just_before(reading, words, number)
        or _noun_before(tree, words, number)
        or _mistagged(tree, words, number)
        or _whole(tree, words, number)
        or _named_after(tree, words, number)
        or _subject(tree, words, number)
        or _part_after(tree, number)
        or _estimated(tree, words, number)
    )


def _modified(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The noun that the number stands before: "a $2 billion surplus", "3.2% growth"."""
    above = tree[number.head].head
    modifies = tree[number.head].dep in _MODIFIES and above not in number.tokens
    noun = tree[above].tag[:2] == "NN" and tree[above].lemma not in {"year", "worth"}
    return above if modifies and noun and above > number.head else None


def _just_before(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """The statistic named right before the number, where no verb stands between.

    It helps where verbs are left out: "exports totaled 5 billion and imports from Italy 3 billion".
    """
    tree = reading.tree
    index = before(tree, number, over=frozenset({"by"}))
    first = tree.sentence(number.head).first
    found: int | None = None
    steps = 0
    while index >= first and steps < _REACH:
        token = tree[index]
        if token.tag[:2] == "NN":
            named = any(token.lemma in entry.heads for entry in words.indicators)
            found = index if named and index not in reading.parties else found
        elif token.tag not in {"DT", "JJ", "PRP$", "POS"} and tree.lower(index) not in _INSIDE:
            worth = token.lemma in {"worth", "value", "total", "exceed", "amount"}
            if not worth or steps:
                break
        index -= 1
        steps += 1
    return found if found is not None and _follows_noun(tree, number) else None


def _follows_noun(tree: Tree, number: Number) -> bool:
    """Whether the number follows a noun, rather than opening a phrase of its own."""
    index = number.tokens[0] - 1
    return tree[index].tag[:2] == "NN" or tree.lower(index) in {"worth", "by", "of", "at"}


def _noun_before(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The noun whose size stands after a preposition: "exports of 3 billion", "debt at 24 %"."""
    token = tree[number.head]
    if tree.lower(token.head) == "worth":
        return next((i for i in tree.ancestors(token.head) if tree[i].tag[:2] == "NN"), None)
    if token.dep != "pobj":
        return None
    above = tree[token.head].head
    if tree[above].tag[:2] != "NN" or above in number.tokens:
        return None
    return None if _only_marks(tree, words, above) else above


def _only_marks(tree: Tree, words: FigureWords, noun: int) -> bool:
    """Whether a noun only announces the size of a subject: "reached a record high of"."""
    above = tree[noun].head
    governor = tree[above].head if tree[noun].dep == "pobj" else above
    below_verb = tree[noun].dep in {"dobj", "attr", "pobj", "oprd"} and tree.is_verb(governor)
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
    named = verb is not None and is_statistic(tree, words, tree.subject(verb))
    return None if whole is None or (level and named) else whole


def _named_after(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """A statistic that a sum or measure is of: "with 3 billion in exports"."""
    part = _part_after(tree, number)
    lemma = tree[part].lemma if part is not None else ""
    named = any(lemma in entry.heads for entry in words.indicators)
    return part if named and number.sort is Sort.MONEY else None


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
    found = next(iter(tree.after(number.head, "of", "in", "worth")), None)
    if found is not None:
        return found
    worth = number.tokens[-1] + 1
    return next(iter(tree.after(worth, "of")), None) if tree.lower(worth) == "worth" else None


def _estimated(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The object of a verb of estimate: "put exports at 3 billion"."""
    verb = verb_above(tree, number.head)
    if verb is None or tree[verb].lemma not in words.movements.estimates:
        return None
    found = tree.child(verb, "dobj")
    return found if found is not None and found not in number.tokens else None

"""What a number measures: the head of the noun phrase whose size it is."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.kinds.figure.movements import before
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.vocab.claims.figures import FigureWords

_MODIFIES = frozenset({"nummod", "compound", "amod", "nmod", "quantmod", "poss"})
# Words that may stand inside "imports of goods from the region (to the) 3 billion".
_INSIDE = frozenset({"of", "in", "to", "from", "between", "and", "at", "for", "'s", "’s"})
_REACH = 8
# Relations of a noun that a line or clause is about.
_NAMING = frozenset({"ROOT", "nsubj", "nsubjpass", "dep"})
# What most statistics are told in percent of.
_OUTPUT = frozenset({"gdp", "gnp", "output"})


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
        undergone = tree.child(number.head, "dobj")
        return undergone if undergone is not None else tree.subject(number.head)
    return next((i for i in _possible(reading, words, number) if i is not None), None)


def _possible(reading: Reading, words: FigureWords, number: Number) -> Iterator[int | None]:
    """What each way of telling gives, surest first."""
    tree = reading.tree
    yield _modified(tree, words, number)
    yield _just_before(reading, words, number)
    yield _before_colon(tree, words, number)
    yield _mistagged(tree, words, number)
    yield _of_them(tree, number)
    yield _shared_statistic(reading, words, number)
    yield _noun_before(tree, words, number)
    yield _whole(reading, words, number)
    yield _named_after(reading, words, number)
    yield _subject(tree, words, number)
    yield _part_after(reading, number)
    yield _estimated(tree, words, number)


def _modified(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The noun that the number stands before: "a $2 billion surplus", "3.2% growth"."""
    above = tree[number.head].head
    modifies = tree[number.head].dep in _MODIFIES and above not in number.tokens
    noun = tree[above].tag[:2] == "NN" and tree[above].lemma not in {"year", "worth"}
    # "From 3 to 4.5 billion dollars": another number stands before the noun.
    own = not any(tree[i].tag == "CD" for i in range(number.tokens[-1] + 1, above))
    return above if modifies and noun and own and above > number.head else None


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
            part = token.dep == "compound" or index in reading.parties
            found = index if named and not part else found
        elif token.tag not in {"DT", "JJ", "PRP$", "POS"} and tree.lower(index) not in _INSIDE:
            worth = token.lemma in {"worth", "value", "total", "exceed", "amount"}
            if not worth or steps:
                break
        index -= 1
        steps += 1
    return found if found is not None and _follows_noun(tree, number) else None


def _before_colon(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The statistic before a colon: "Sales in 2025: 5 trillion", "trade is modest: 181 million"."""
    index = before(tree, number)
    if index < 0 or tree.lower(index) != ":":
        return None
    named = (i for i in range(tree.sentence(index).first, index) if is_statistic(tree, words, i))
    return next((i for i in named if tree[i].dep in _NAMING), None)


def _of_them(tree: Tree, number: Number) -> int | None:
    """Who some of "them" are: women in "52 percent of whom are women"."""
    verb = verb_above(tree, number.head)
    whole = next(iter(tree.after(number.head, "of")), None)
    if number.sort is not Sort.SHARE or verb is None or whole is None:
        return None
    taken_up = tree.lower(whole) in {"whom", "them", "which", "these", "those"}
    return tree.child(verb, "attr") if taken_up and tree[verb].lemma == "be" else None


def _shared_statistic(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """The statistic that a share is of, before the noun that it stands behind.

    "The foremost supplier, with 67 percent of imports": imports.
    """
    if number.sort is not Sort.SHARE:
        return None
    tree = reading.tree
    whole = next(_untimed(reading, number.head, "of"), None)
    led = tree[tree[number.head].head]
    behind = tree[number.head].dep == "pobj" and led.text.lower() == "with"
    return whole if behind and is_statistic(tree, words, whole) else None


def _follows_noun(tree: Tree, number: Number) -> bool:
    """Whether the number follows a noun, rather than opening a phrase of its own."""
    index = number.tokens[0] - 1
    return tree[index].tag[:2] == "NN" or tree.lower(index) in {"worth", "by", "of", "at"}


def _noun_before(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The noun whose size stands after a preposition: "exports of 3 billion", "debt at 24 %"."""
    token = tree[number.head]
    worth = worth_of(tree, number)
    if worth is not None:
        return worth
    if token.dep != "pobj":
        return None
    above = tree[token.head].head
    if tree[above].tag[:2] != "NN" or above in number.tokens:
        return None
    return None if _only_marks(tree, words, above) else above


def worth_of(tree: Tree, number: Number) -> int | None:
    """The noun before "worth" or "valued at" and a number."""
    index = before(tree, number, over=frozenset({"up", "to", "at"}))
    if index < 1 or tree.lower(index) not in {"worth", "valued", "totaling", "totalling"}:
        return None
    return index - 1 if tree[index - 1].tag[:2] == "NN" else None


def _only_marks(tree: Tree, words: FigureWords, noun: int) -> bool:
    """Whether a noun only announces the size of a subject: "reached a record high of"."""
    above = tree[noun].head
    behind = tree[noun].dep == "pobj" and tree.lower(above) != "with"
    governor = tree[above].head if behind else above
    below_verb = tree[noun].dep in {"dobj", "attr", "pobj", "oprd"} and tree.is_verb(governor)
    bare = not tree.after(noun, "in", "with", "to")
    return tree[noun].lemma in words.counts.marks and below_verb and bare


def _mistagged(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The subject where a parse takes the verb for a noun: "bilateral trade totals $2 billion"."""
    token = tree[number.head]
    verb = token.head
    if token.dep == "pobj" and tree.lower(verb) == "to":
        verb = tree[verb].head
    if tree[verb].tag not in {"NN", "NNS"} or tree[verb].lemma not in words.movements.levels:
        return None
    direct = token.dep in {"dobj", "npadvmod", "attr", "pobj"}
    parts = tree.children(verb, "nsubj") or tree.children(verb, "compound")
    return parts[-1] if parts and direct else None


def _whole(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """The whole of a share: "accounts for 30% of exports"."""
    if number.sort is not Sort.SHARE:
        return None
    tree = reading.tree
    verb = verb_above(tree, number.head)
    whole = next(_untimed(reading, number.head, "of", "in"), None)
    level = verb is not None and tree[verb].lemma not in words.movements.shares
    named = verb is not None and is_statistic(tree, words, tree.subject(verb))
    of_output = whole is not None and tree[whole].lemma in _OUTPUT
    return None if whole is None or ((level or of_output) and named) else whole


def _named_after(reading: Reading, words: FigureWords, number: Number) -> int | None:
    """A statistic that a sum or measure is of: "with 3 billion in exports"."""
    part = _part_after(reading, number)
    lemma = reading.tree[part].lemma if part is not None else ""
    named = any(lemma in entry.heads for entry in words.indicators)
    return part if named and number.sort is Sort.MONEY else None


def _subject(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The subject of a verb of level or movement: "exports reached", "the deficit fell to"."""
    verb = verb_above(tree, number.head)
    if verb is None:
        return None
    lemma, moves = tree[verb].lemma, words.movements
    sized = lemma in moves.sizes and tree[number.head].head == verb  # "Trade registered 7 billion"
    if lemma in moves.estimates and not (tree.passive(verb) or sized):
        return None
    moving = moves.rise | moves.fall | moves.ways
    known = moves.levels | moving | moves.estimates
    moved = tree.child(verb, "dobj") if lemma in moving else None
    if moved is not None and moved < number.tokens[0] and not tree.passive(verb):
        return moved
    subject = subject_of(tree, words, verb)
    if subject is None or tree[subject].dep == "expl" or subject in number.tokens:
        return None
    return subject if lemma in known else None


def subject_of(tree: Tree, words: FigureWords, verb: int) -> int | None:
    """The subject of a verb; of a relative clause the statistic that "which" takes up."""
    subject = tree.subject(verb)
    if subject is None or tree[verb].dep != "relcl" or is_statistic(tree, words, subject):
        return subject
    return _statistic_above(tree, words, subject)


def _statistic_above(tree: Tree, words: FigureWords, noun: int) -> int:
    """The statistic that "which" takes up past a nearer noun: "trade between the two, which"."""
    for above in tree.ancestors(noun):
        if is_statistic(tree, words, above):
            return above
        if tree[above].tag not in {"IN", "TO"} and tree[above].tag[:2] != "NN":
            break
    return noun


def _part_after(reading: Reading, number: Number) -> int | None:
    """What a sum or measure is of: "3 billion in exports", "4 tonnes of cargo"."""
    found = next(_untimed(reading, number.head, "of", "in", "worth"), None)
    if found is not None:
        return found
    tree = reading.tree
    worth = number.tokens[-1] + 1
    return next(iter(tree.after(worth, "of")), None) if tree.lower(worth) == "worth" else None


def _untimed(reading: Reading, head: int, *prepositions: str) -> Iterator[int]:
    """What stands behind prepositions, times left out."""
    found = reading.tree.after(head, *prepositions)
    return (i for i in found if i not in reading.times)


def _estimated(tree: Tree, words: FigureWords, number: Number) -> int | None:
    """The object of a verb of estimate: "put exports at 3 billion"."""
    for verb in tree.ancestors(number.head):
        if tree.is_verb(verb) and tree[verb].lemma in words.movements.estimates:
            found = tree.child(verb, "dobj")
            return found if found is not None and found not in number.tokens else None
        if tree.child(verb, "nsubj", "nsubjpass") is not None:
            return None
    return None

"""Which part a number has in a change: how much, from what, or to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.tree import Tree
from communique.model.terms import Direction
from communique.vocab.claims.figures import Movements

# Words that may stand between a number and the particle or preposition before it.
_HEDGES = frozenset({
    "about", "around", "nearly", "some", "over", "more", "than", "roughly", "almost", "a", "an",
    "approximately", "least", "at", "another", "further", "whopping", "as", "much", "just", "only",
    "$", "peak", "high", "low", "record", "of", "the",
})  # fmt: skip
_AGAINST = frozenset({"against", "versus", "vs"})


class Part(Enum):
    """The part of a number in a change."""

    BY = auto()
    FROM = auto()
    TO = auto()


_PARTS = {"by": Part.BY, "from": Part.FROM, "to": Part.TO}


@dataclass(frozen=True, slots=True)
class Movement:
    """A change that a number belongs to.

    Attributes:
        part: How much, from what or to what.
        word: The verb, noun or particle that tells it, as an index in the tree.
        direction: Which way; None where only a base is told ("against 16 billion in 2023").
    """

    part: Part
    word: int
    direction: Direction | None


def movement(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """The change that a number belongs to; None where it is a plain level."""
    return (
        _multiple(tree, words, number)
        or _compared(tree, number)
        or _beside_particle(tree, words, number)
        or _inside_noun(tree, words, number)
        or _under_verb(tree, words, number)
    )


def _multiple(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """As in "Doubled", "the doubling of": the change and how much in one word."""
    multiple = words.multiples.get(tree[number.head].lemma)
    if multiple is None or len(number.tokens) != 1:
        return None
    way = Direction.UP if multiple.way == "up" else Direction.DOWN
    return Movement(Part.BY, number.head, way)


def direction_of(tree: Tree, words: Movements, index: int) -> Direction | None:
    """Which way a verb or noun moves; None where it tells of no change."""
    token = tree[index]
    if tree.is_verb(index):
        if token.lemma in words.rise:
            return Direction.UP
        if token.lemma in words.fall:
            return Direction.DOWN
        return _particle(tree, words, index) if token.lemma in words.ways else None
    if token.lemma in words.rises:
        return Direction.UP
    return Direction.DOWN if token.lemma in words.falls else None


def _particle(tree: Tree, words: Movements, verb: int) -> Direction | None:
    for child in tree.children(verb, "prt", "advmod", "prep", "acomp"):
        way = _way(words, tree.lower(child))
        if way is not None:
            return way
    return None


def _way(words: Movements, word: str) -> Direction | None:
    if word in words.up:
        return Direction.UP
    return Direction.DOWN if word in words.down else None


def before(tree: Tree, number: Number, *, over: frozenset[str] = frozenset()) -> int:
    """The last word before a number that is neither a hedge nor in `over`; -1 if there is none."""
    index = number.tokens[0] - 1
    first = tree.sentence(number.head).first
    while index >= first and tree.lower(index) in _HEDGES | over:
        index -= 1
    return index if index >= first else -1


def _compared(tree: Tree, number: Number) -> Movement | None:
    """As in "Against 16.7 billion in 2023", "compared to 3 million": the base of a comparison."""
    index = before(tree, number, over=frozenset({"with", "to"}))
    led = index >= 0 and (tree.lower(index) in _AGAINST or tree.lower(index) == "compared")
    return Movement(Part.FROM, index, None) if led else None


def _beside_particle(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """As in "Up 56 percent", "62% more than in 2022", "by 12% less", "down from 27 billion"."""
    index = before(tree, number, over=frozenset({"from", "to", "by"}))
    word = tree.lower(index)
    if word in {"up", "down"} and _tells_way(tree, words, index):
        way = Direction.UP if word == "up" else Direction.DOWN
        between = {tree.lower(i) for i in range(index + 1, number.tokens[0])}
        if word == "up" and "to" in between and "from" not in between:
            return None  # "Up to 5 billion" is a limit.
        part = Part.FROM if "from" in between else Part.TO if "to" in between else Part.BY
        return Movement(part, index, way)
    after = number.tokens[-1] + 1
    compared = _way(words, tree.lower(after))
    if compared is not None and number.sort is not Sort.COUNT and _compares(tree, after):
        return Movement(Part.BY, after, compared)
    return _lower_by(tree, words, number)


def _lower_by(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """As in "Lower by 1.7 billion"."""
    index = before(tree, number)
    way = _way(words, tree.lower(index - 1)) if index > 0 and tree.lower(index) == "by" else None
    return None if way is None else Movement(Part.BY, index - 1, way)


def _tells_way(tree: Tree, words: Movements, index: int) -> bool:
    """Whether "up" or "down" tells a direction, not a part of a verb such as "make up"."""
    verb = tree[index].head
    bound = tree[index].dep == "prt" or (verb == index - 1 and tree.is_verb(verb))
    return not bound or tree[verb].lemma in words.ways | words.rise | words.fall


def _compares(tree: Tree, index: int) -> bool:
    """Whether a comparative after a number tells a change: "62% more than", "by 12% less"."""
    following = {tree.lower(i) for i in range(index + 1, index + 4)}
    comparative = tree[index].tag in {"JJR", "RBR"}
    return comparative and bool({"than", "compared", "against", "versus"} & following)


def _inside_noun(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """As in "A 3.2% increase", "an increase of 9 percent", "the growth made up 46 percent"."""
    for noun in _nouns_around(tree, number.head):
        way = direction_of(tree, words, noun)
        if way is not None:
            return Movement(Part.BY, noun, way)
    return None


def _nouns_around(tree: Tree, head: int) -> Iterator[int]:
    """Nouns that a number modifies, or that have it after "of"."""
    token = tree[head]
    if token.head == head:
        return
    above = tree[token.head]
    if token.dep in {"nummod", "compound", "amod", "nmod", "quantmod"} and above.tag[:2] == "NN":
        yield token.head
    if token.dep == "pobj" and above.text.lower() == "of" and tree[above.head].tag[:2] == "NN":
        yield above.head


def _under_verb(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """As in "Rose 22 percent", "fell by 3 billion to 120 billion", "grew from 3 to 4.5 billion"."""
    head = _past_year(tree, number)
    token = tree[head]
    if token.head == head:
        return None
    led = _led(tree, words, number)
    if led is not None:
        return led
    if token.dep in {"npadvmod", "dobj", "attr", "advmod", "oprd", "dep"}:
        way = direction_of(tree, words, token.head) if tree.is_verb(token.head) else None
        plain = token.dep != "npadvmod" and number.sort in {Sort.COUNT, Sort.MEASURE}
        return None if way is None or plain else Movement(Part.BY, token.head, way)
    return _behind_preposition(tree, words, number, head) if token.dep == "pobj" else None


def _led(tree: Tree, words: Movements, number: Number) -> Movement | None:
    """By the word before the number, however the parse joins them: "from 3 to 4.5 billion"."""
    index = before(tree, number)
    part = _PARTS.get(tree.lower(index)) if index >= 0 else None
    verb = next((i for i in tree.ancestors(number.head) if tree.is_verb(i)), None)
    if part is None or verb is None or index < verb:
        return None
    way = direction_of(tree, words, verb)
    return None if way is None else Movement(part, verb, way)


def _past_year(tree: Tree, number: Number) -> int:
    """The head of a share, or the "year" of "9.6 percent year on year" that a parse puts above."""
    above = tree[number.head].head
    return above if tree[above].lemma == "year" and above > number.head else number.head


def _behind_preposition(tree: Tree, words: Movements, number: Number, head: int) -> Movement | None:
    preposition = tree[head].head
    part = _PARTS.get(tree.lower(preposition))
    if part is Part.TO and "from" in {tree.lower(i) for i in tree.ancestors(head)}:
        preposition = tree[preposition].head
    verb = tree[preposition].head
    while tree[verb].tag in {"IN", "TO"} and tree[verb].head != verb:
        verb = tree[verb].head
    if part is None:
        return None
    if part is Part.BY and tree[verb].dep in {"conj", "appos", "dep"} and not tree.is_verb(verb):
        # The verb is told once: "murders fell by 26%, robberies by 18%".
        verb = next((i for i in tree.ancestors(verb) if tree.is_verb(i)), verb)
    way = direction_of(tree, words, verb)
    return Movement(part, verb, way) if way is not None else None

"""Drafts of figures: which numbers stand as figures, and which change goes with which level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.claims.kinds.figure.measured import is_statistic, measured, verb_of
from communique.claims.kinds.figure.movements import Movement, Part, movement
from communique.claims.kinds.figure.naming import indicator
from communique.claims.kinds.figure.numbers import Number, Sort
from communique.claims.kinds.figure.promises import promised
from communique.claims.kinds.figure.sieve import equivalent, is_figure, running_text
from communique.claims.reading import Reading
from communique.model.terms import Indicator
from communique.vocab.claims.figures import FigureWords


@dataclass(frozen=True, slots=True)
class Moved:
    """A number and the change it belongs to, if any."""

    number: Number
    movement: Movement | None

    @property
    def is_change(self) -> bool:
        """Whether the number tells by how much something changed."""
        return self.movement is not None and self.movement.part is Part.BY

    @property
    def is_base(self) -> bool:
        """Whether the number is what is compared with."""
        return self.movement is not None and self.movement.part is Part.FROM


@dataclass(frozen=True, slots=True)
class Draft:
    """A number that stands as a figure.

    Attributes:
        number: The number.
        head: What it measures.
        takes_up: Whether that only takes up what an earlier figure measures.
        unnamed: Whether the words do not tell what it measures.
        indicator: What the words name.
        based: Whether it is the base that another number is compared with.
        change: The change told with it, itself where it is a lone change.
    """

    number: Number
    head: int | None
    takes_up: bool
    unnamed: bool
    indicator: Indicator
    based: bool
    change: Moved | None


def drafts(reading: Reading, words: FigureWords, numbers: Sequence[Number]) -> Iterator[Draft]:
    """The numbers that are figures, in text order."""
    tree = reading.tree
    moved = [
        Moved(n, movement(tree, words.movements, n))
        for n in numbers
        if not equivalent(tree, n) and running_text(reading, n)
    ]
    levels = [m for m in moved if not m.is_change and _stands(reading, words, m)]
    changes = [m for m in moved if m.is_change]
    paired: dict[int, Moved] = {}
    for change in changes:
        level = _level_of(reading, change, levels)
        if level is not None:
            paired.setdefault(level.number.head, change)
    for item in moved:
        passed = item in paired.values() or (not item.is_change and item not in levels)
        if passed or (item.is_change and promised(tree, words, item.number)):
            continue
        told = paired.get(item.number.head) or _difference(item, moved)
        draft = _draft(reading, words, item, told)
        if not tree.is_verb(item.number.head) or is_statistic(tree, words, draft.head):
            yield draft


def _difference(level: Moved, moved: Sequence[Moved]) -> Moved | None:
    """The change that two levels make: "rose from 19 to 20" is one up."""
    movement = level.movement
    if movement is None or movement.part is not Part.TO or level.number.sort is Sort.SHARE:
        return None
    for base in moved:
        same = base.is_base and base.movement is not None and base.movement.word == movement.word
        if same and base.number.sort is level.number.sort:
            number = level.number
            apart = round(abs(number.value - base.number.value), 6)
            value = int(apart) if apart == int(apart) else apart
            return Moved(replace(number, value=value), replace(movement, part=Part.BY))
    return None


def _draft(reading: Reading, words: FigureWords, item: Moved, change: Moved | None) -> Draft:
    head = measured(reading, words, item.number)
    takes_up = head is not None and _takes_up(reading, words, head)
    known = indicator(reading, words, item.number, head, alone=item.is_change)
    itself = head in item.number.tokens and item.number.sort is not Sort.COUNT
    unnamed = head is None or itself
    own = item if item.is_change else change
    return Draft(item.number, head, takes_up, unnamed, known, item.is_base, own)


def _takes_up(reading: Reading, words: FigureWords, head: int) -> bool:
    tree = reading.tree
    bare = not tree.after(head, "of", "in", "between", "with", "to", "from")
    return (
        tree[head].lemma in words.counts.taking_up and bare and not tree.children(head, "compound")
    )


def _stands(reading: Reading, words: FigureWords, item: Moved) -> bool:
    """Whether a level is a figure."""
    number = item.number
    head = measured(reading, words, number)
    known = indicator(reading, words, number, head, alone=False)
    if item.movement is not None:
        return not promised(reading.tree, words, number)
    return is_figure(reading, words, number, head, known)


def _level_of(reading: Reading, change: Moved, levels: Sequence[Moved]) -> Moved | None:
    """The level that a change belongs to: in its clause, or in the one that it hangs on."""
    tree = reading.tree
    start = change.number.head
    sentence = tree.sentence_number(start)
    near = [
        m
        for m in levels
        if tree.sentence_number(m.number.head) == sentence
        and not m.is_base
        and _together(reading, change, m)
    ]
    return min(near, key=lambda m: abs(m.number.head - start), default=None)


def _together(reading: Reading, change: Moved, level: Moved) -> bool:
    tree = reading.tree
    one, other = verb_of(tree, change.number), verb_of(tree, level.number)
    if one is None or other is None or one == other:
        return True
    if tree[one].tag == "VBG" and tree[one].dep == "advcl" and other < one:
        # "… registered 7 billion, marking an increase of 62 percent"
        return tree.child(one, "nsubj") is None
    if other in tree.ancestors(one) or tree[one].dep == "conj":
        own = tree.child(one, "nsubj", "nsubjpass")
        return own is None or tree[own].tag in {"WDT", "WP"}
    return False

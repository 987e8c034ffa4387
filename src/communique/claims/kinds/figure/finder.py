"""Finds figures: puts numbers, changes, what is measured and the further slots together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.attribution import attributed_to
from communique.claims.kinds.figure.about import about
from communique.claims.kinds.figure.measured import indicator, label, measured, verb_above
from communique.claims.kinds.figure.movements import Movement, Part, movement
from communique.claims.kinds.figure.numbers import Number, Sort, numbers
from communique.claims.kinds.figure.period import base_of, period_of
from communique.claims.kinds.figure.sieve import equivalent, is_figure, promised
from communique.claims.modality import modality
from communique.claims.reading import Reading
from communique.claims.slots.figure import Figure
from communique.model.claim import Change, Evidence
from communique.model.terms import Indicator, Modality
from communique.vocab.claims.figures import FigureWords, load_figure_words


@dataclass(frozen=True, slots=True)
class Moved:
    """A number and the change it belongs to, if any."""

    number: Number
    movement: Movement | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Finds figures."""

    words: FigureWords

    @classmethod
    def load(cls) -> Figures:
        """Read the vocabulary.

        Raises:
            BadVocabulary: A file breaks its schema.
        """
        return cls(load_figure_words())

    def find(self, reading: Reading) -> Iterator[Figure]:
        """One claim for each number that is a statistic; a change goes with its level."""
        moved = [
            Moved(n, movement(reading.tree, self.words.movements, n))
            for n in numbers(reading, self.words)
            if not equivalent(reading.tree, n)
        ]
        changes = [m for m in moved if m.movement and m.movement.part is Part.BY]
        levels = [m for m in moved if m not in changes]
        taken: dict[int, Moved] = {}
        for change in changes:
            level = _level_of(reading, change, levels)
            if level is not None:
                taken.setdefault(level.number.head, change)
        for item in moved:
            if item in taken.values():
                continue
            figure = self._figure(reading, item, taken.get(item.number.head))
            if figure is not None:
                yield figure

    def _figure(self, reading: Reading, item: Moved, change: Moved | None) -> Figure | None:
        number = item.number
        head = measured(reading, self.words, number)
        known = indicator(reading, self.words, number, head)
        alone = item.movement is not None and item.movement.part is Part.BY
        if item.movement is not None or change is not None:
            if promised(reading.tree, self.words, number):
                return None
        elif not is_figure(reading, self.words, number, head, known):
            return None
        if alone and known is Indicator.TRADE_TURNOVER:
            known = Indicator.GROWTH
        period = period_of(reading, number.head)
        own = item if alone else change
        return Figure(
            evidence=(self._evidence(reading, number),),
            indicator=known,
            label=label(reading, head, number) if head is not None else "",
            about=about(reading, number.head, head),
            value=number.value,
            unit=number.unit,
            bound=number.bound,
            period=period,
            change=self._change(reading, own, period) if own is not None else None,
            attributed_to=attributed_to(reading, number.head),
            modality=_mood(reading, number.head),
        )

    def _change(self, reading: Reading, moved: Moved, period) -> Change:
        number, movement = moved.number, moved.movement
        base = base_of(reading, self.words.movements, movement.word, period)
        return Change(number.value, number.unit, movement.direction, base)

    def _evidence(self, reading: Reading, number: Number) -> Evidence:
        return reading.quote(range(*reading.tree.sentence(number.head)))


def _mood(reading: Reading, index: int) -> Modality:
    return modality(reading, index)


def _level_of(reading: Reading, change: Moved, levels: list[Moved]) -> Moved | None:
    """The level that a change belongs to: in its clause, or in the one that it hangs on."""
    tree = reading.tree
    sentence = tree.sentence_number(change.number.head)
    near = [
        m for m in levels
        if tree.sentence_number(m.number.head) == sentence and _together(reading, change, m)
    ]
    start = change.number.head
    return min(near, key=lambda m: abs(m.number.head - start), default=None)


def _together(reading: Reading, change: Moved, level: Moved) -> bool:
    tree = reading.tree
    one, other = verb_above(tree, change.number.head), verb_above(tree, level.number.head)
    if one is None or other is None:
        return True
    if one == other:
        return True
    if other in tree.ancestors(one) or tree[one].dep == "conj":
        own = tree.child(one, "nsubj", "nsubjpass")
        return own is None or tree[own].tag in {"WDT", "WP"}
    return False

"""Finds figures: puts numbers, changes, what is measured and the further slots together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from communique.claims.kinds.figure.about import about
from communique.claims.kinds.figure.bare import bare_counts
from communique.claims.kinds.figure.base import base_of
from communique.claims.kinds.figure.drafts import Draft, drafts
from communique.claims.kinds.figure.fractions import worded_shares
from communique.claims.kinds.figure.naming import label
from communique.claims.kinds.figure.numbers import mentioned
from communique.claims.kinds.figure.period import in_that_period, period_of
from communique.claims.kinds.figure.source import mood, not_above, source_of
from communique.claims.reading import Reading
from communique.claims.slots.figure import Figure
from communique.model.claim import Change, When
from communique.model.mention import Bound
from communique.model.terms import Direction, Indicator, Modality
from communique.vocab.claims.figures import FigureWords, load_figure_words

# A figure that is taken up ("this indicator reached") stands at most this many sentences before.
_BACK = 3

_PRONOUNS = frozenset({"it", "that", "this", "they", "which"})

# Words for what is levied at a rate.
_LEVIES = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})

# Statistics that are told one after the other, the time only once.
SERIES = frozenset({
    Indicator.TRADE_TURNOVER, Indicator.EXPORTS, Indicator.IMPORTS, Indicator.TRADE_BALANCE,
    Indicator.TRADE_SHARE, Indicator.GROWTH, Indicator.TRANSIT_VOLUME, Indicator.FDI,
})  # fmt: skip


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
        known = tuple(mentioned(reading, self.words))
        untold = (*bare_counts(reading, self.words, known), *worded_shares(reading, self.words))
        numbers = sorted((*known, *untold), key=lambda n: n.tokens[0])
        found: list[tuple[Draft, Figure]] = []
        for draft in drafts(reading, self.words, numbers):
            figure = self._figure(reading, draft, found)
            unclear = draft.takes_up and figure.label.lower() in _PRONOUNS
            if figure.modality is not Modality.DENIED and not unclear:
                found.append((draft, figure))
        yield from _merged(figure for _, figure in found)

    def _figure(
        self, reading: Reading, draft: Draft, earlier: list[tuple[Draft, Figure]]
    ) -> Figure:
        number, head = draft.number, draft.head
        taken = self._taken_up(reading, draft, earlier)
        known = draft.indicator
        words = label(reading, self.words, head, number)
        parties = about(reading, number.head, head)
        if taken is not None:
            known = _taken_indicator(taken.indicator, draft) if known is Indicator.OTHER else known
            words = taken.label
            parties = taken.about
        period = period_of(reading, self.words.movements, number.head, head, based=draft.based)
        source = source_of(reading, self.words, number.head)
        going_on = self._going_on(reading, draft, known, earlier)
        if period is None and going_on is not None:
            period = going_on.period
            if known in SERIES and going_on.indicator in SERIES:
                source = source or going_on.attributed_to
        return Figure(
            evidence=(reading.telling(number.head),),
            indicator=known,
            label=words,
            about=parties,
            value=number.value,
            unit=number.unit,
            bound=Bound.AT_MOST if not_above(reading, number.head) else number.bound,
            period=period,
            change=self._change(reading, draft, period),
            attributed_to=source,
            modality=mood(reading, self.words, number.head),
        )

    def _taken_up(
        self, reading: Reading, draft: Draft, earlier: list[tuple[Draft, Figure]]
    ) -> Figure | None:
        """The figure before, where "it" or "this indicator" stands for what it measures."""
        if not earlier:
            return None
        tree = reading.tree
        before, figure = earlier[-1]
        distance = tree.sentence_number(draft.number.head) - tree.sentence_number(
            before.number.head
        )
        listed = distance == 0 and draft.unnamed and before.number.unit == draft.number.unit
        return figure if listed or (draft.takes_up and distance <= _BACK) else None

    def _going_on(
        self,
        reading: Reading,
        draft: Draft,
        known: Indicator,
        earlier: list[tuple[Draft, Figure]],
    ) -> Figure | None:
        """The figure before, where its time holds on: statistics that are told one by one.

        They are statistics of trade, of one indicator and unit, or of one sentence.

        What another number was compared with is passed over.
        """
        plain = [pair for pair in earlier if not pair[0].based]
        if not plain:
            return None
        before, figure = plain[-1]
        tree = reading.tree
        distance = tree.sentence_number(draft.number.head) - tree.sentence_number(
            before.number.head
        )
        series = known in SERIES and figure.indicator in SERIES
        alike = known is figure.indicator and figure.unit == draft.number.unit
        taken_up = distance == 0 or in_that_period(reading, draft.number.head)
        return figure if distance <= 1 and (series or alike or taken_up) else None

    def _change(self, reading: Reading, draft: Draft, period: When | None) -> Change | None:
        moved = draft.change
        if moved is None or moved.movement is None:
            return None
        number, movement = moved.number, moved.movement
        base = base_of(reading, self.words.movements, movement.word, number.head, period)
        return Change(number.value, number.unit, movement.direction or Direction.UP, base)


def _taken_indicator(before: Indicator, draft: Draft) -> Indicator:
    """The indicator of a figure that takes up another; its lone rate of change is growth."""
    alone = draft.change is not None and draft.change.number == draft.number
    return Indicator.GROWTH if alone and before is Indicator.TRADE_TURNOVER else before


def _merged(figures: Iterable[Figure]) -> Iterator[Figure]:
    """One figure for each fact: a number told twice of the same thing has two quotes."""
    kept: list[Figure] = []
    for figure in figures:
        same = next((i for i, other in enumerate(kept) if _repeats(figure, other)), None)
        if same is None:
            kept.append(figure)
            continue
        evidence = tuple(sorted({*kept[same].evidence, *figure.evidence}))
        kept[same] = replace(kept[same], evidence=evidence)
    yield from kept


def _repeats(one: Figure, other: Figure) -> bool:
    """Whether a figure tells what another one told: the same number of the same thing.

    "The 13 soldiers" and "these 13 brave soldiers" are the same ones; a rate of a duty is told
    again by its name, while other percentages may be alike by chance.
    """
    if (one.value, one.unit, one.indicator) != (other.value, other.unit, other.indicator):
        return False
    mine, others = (set(f.label.lower().split()) for f in (one, other))
    inside = bool(mine and others) and (mine <= others or others <= mine)
    if one.unit == "percent":
        return inside and bool(mine & others & _LEVIES) and one.evidence != other.evidence
    return mine == others or (inside and one.indicator is Indicator.PEOPLE)

"""The differences of two versions of a text: a list of edits that leads from one to the other.

Words alone count, as in `articles`: other typography is no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Any

from communique.model.span import Span
from communique.records.stories.alignment import Run, align
from communique.records.stories.articles import Article
from communique.records.stories.facts import Facts, Touch
from communique.vocab.facts import FactWords


@dataclass(frozen=True, slots=True)
class Edit:
    """A passage of the first text and what the second has in its place.

    Attributes:
        removed: Where the passage stands in the first text; empty for what was put in.
        removed_text: Exactly those words.
        inserted: Where its replacement stands in the second text; empty for what was taken out.
        inserted_text: Exactly those words.
        touches: Which sorts of facts the two sides do not share, in the order of `Touch`.
    """

    removed: Span
    removed_text: str
    inserted: Span
    inserted_text: str
    touches: tuple[Touch, ...] = ()

    @property
    def replaces(self) -> bool:
        """Whether words stand on both sides."""
        return bool(self.removed) and bool(self.inserted)

    @property
    def changes_figures(self) -> bool:
        """Whether other numbers stand where there were some: what nobody should do silently."""
        return self.replaces and Touch.NUMBER in self.touches


def differences(first: Article, second: Article, words: FactWords) -> tuple[Edit, ...]:
    """The edits that lead from the first article to the second, in the order of the first.

    Args:
        first: The earlier version.
        second: The later version.
        words: Words that stand for numbers and dates.
    """
    return edits_of(align(first.keys, second.keys), Facts(words, first, second))


def edits_of(runs: Sequence[Run], facts: Facts) -> tuple[Edit, ...]:
    """The edits of an alignment of two articles."""
    return tuple(edit for run in runs if not run.same for edit in _edits(run, facts))


def entry_of(edit: Edit) -> list[Any]:
    """An edit as JSON holds it: offsets in both texts, which have the words, and its touches."""
    return [
        [edit.removed.start, edit.removed.end],
        [edit.inserted.start, edit.inserted.end],
        [touch.value for touch in edit.touches],
    ]


def edit_of(entry: Sequence[Any], first: str, second: str) -> Edit:
    """An edit from what JSON holds.

    Args:
        entry: What `entry_of` made of it.
        first: The first text.
        second: The second text.
    """
    (start, end), (other_start, other_end), touches = entry
    return Edit(
        Span(start, end),
        first[start:end],
        Span(other_start, other_end),
        second[other_start:other_end],
        tuple(Touch(touch) for touch in touches),
    )


def _edits(run: Run, facts: Facts) -> Iterator[Edit]:
    """The edits of one run: several where page furniture stands inside it."""
    out, new = facts.changed(run)
    touched = {fact.touch for fact in out | new}
    touches = tuple(touch for touch in Touch if touch in touched)
    first, second = facts.first, facts.second
    removed = list(_passages(first, run.start, run.end))
    inserted = list(_passages(second, run.other_start, run.other_end))
    for mine, theirs in zip_longest(removed, inserted):
        here = mine or _nothing(first, removed, run.start)
        there = theirs or _nothing(second, inserted, run.other_start)
        yield Edit(
            here,
            first.text[here.start : here.end],
            there,
            second.text[there.start : there.end],
            touches,
        )


def _passages(article: Article, start: int, end: int) -> Iterator[Span]:
    """The stretches of text from one word to another, without what is not the article."""
    cuts = [start, *(i for i in range(start + 1, end) if i in article.breaks), end]
    for first, last in pairwise(cuts):
        if last > first:
            yield Span(article.starts[first], article.ends[last - 1])


def _nothing(article: Article, passages: list[Span], word: int) -> Span:
    """An empty stretch behind the last passage of a run, else behind the word before it."""
    if passages:
        return Span(passages[-1].end, passages[-1].end)
    place = article.ends[word - 1] if word else 0
    return Span(place, place)

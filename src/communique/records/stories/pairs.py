"""Whether two documents are of one story: copies or light edits of one text, one voice.

A copy keeps the words of the other: whole, with a passage more or less, or cut at the end. What
fills one form twice keeps most words, too, but other names, days and numbers stand in the gaps.
Two reports that quote one speech keep few, and a compilation is much longer than what it quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from communique.records.stories.alignment import Run, align
from communique.records.stories.articles import Article
from communique.records.stories.facts import Facts
from communique.records.stories.forms import LONGEST_GAP, form_of
from communique.records.stories.sketch import Overlap, least_shared
from communique.vocab.facts import FactWords

# Share of the shorter text that both have: it may have a headline, a lead and a source of its own.
_OF_SHORTER = 0.75
# Share of the longer text: a copy may lack passages of it, but two texts of equal length that are
# printed one after another are no copy of either.
_OF_LONGER = 0.6
# Share of the longer text, if the shorter was cut at the end: three paragraphs out of twelve.
_OF_CUT = 0.25
# Less than this share of the longer text stands before what both have. A text that was cut is at
# least this share, so a compilation never joins two texts that stand in it one after the other.
_BEFORE = 0.25
# Share of what both have that must have passed, since a word or two are the same by chance.
_BEGUN = 0.1
# Share of the longer text up to where it was cut.
_BEFORE_CUT = 0.75
# Share of the shorter text that was put in other words: a desk changes few, one in twelve.
_REWRITTEN = 0.08
# Up to this share, another date in a text of another day is a silent edit, not the next occasion.
_UNTOUCHED = 0.01
# Shorter texts ("See the attached letter.") are of one story only if they are the same.
_FEWEST_WORDS = 20
#: Copies and corrections come within days. What comes later with other facts is the next issue of
#: something; without a difference to speak of, a reprint. Short letters are sent again every year.
DAYS = 14
_OF_REPRINT = 0.98
_FEWEST_OF_REPRINT = 100
# Estimated share of the longer text from which on it may be a reprint: one word in fifty breaks the
# sequences of five words around it.
_SEEMS_REPRINT = 0.7


class Ground(StrEnum):
    """Why two documents are of one story."""

    ADDRESS = "same address"
    TEXT = "same words"
    EDIT = "light edit"
    CUT = "cut at the end"


@dataclass(frozen=True, slots=True)
class Version:
    """A document as stories see it.

    Attributes:
        article: Its words.
        published: Day of publication.
        address: Where it was found. What is found there later is the same, fetched again.
    """

    article: Article
    published: date | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts share, and what follows.

    Attributes:
        ground: Why they are of one story, None where they are not.
        containment: Share of the words of the shorter text that the longer one has in their order.
        cover: Share of the words of the longer text that the shorter one has.
        rewritten: Share of the words of the shorter text that stand between shared ones and that
            the longer one has other words for; passages that were changed for others left out.
        gaps: Number of short gaps in which they state other facts.
        runs: The alignment, from the one to the other.
    """

    ground: Ground | None
    containment: float
    cover: float
    rewritten: float
    gaps: int
    runs: tuple[Run, ...]


def least_of_reprint(numbers: Sequence[int]) -> int:
    """How many numbers a sketch shares, at least, with that of a reprint after `DAYS`."""
    return least_shared(numbers, _SEEMS_REPRINT)


def worth_comparing(overlap: Overlap, one: date | None, other: date | None) -> bool:
    """Whether two documents may be of one story.

    Args:
        overlap: What their sketches share.
        one: Day of publication of the one.
        other: Day of publication of the other.
    """
    return overlap.worth_comparing and (overlap.of_longer >= _SEEMS_REPRINT or not _far(one, other))


def compare(one: Version, other: Version, words: FactWords) -> Comparison:
    """Compare two documents. Symmetric, but for the direction of the alignment.

    Args:
        one: A document.
        other: Another one.
        words: Words that stand for numbers and dates.
    """
    runs = align(one.article.keys, other.article.keys)
    shared = sum(run.longest for run in runs if run.same)
    shorter, longer = sorted((max(1, len(one.article)), max(1, len(other.article))))
    form = form_of(runs, Facts(words, one.article, other.article))
    measured = Comparison(
        None,
        shared / shorter,
        shared / longer,
        _rewritten(runs, one.article, other.article) / shorter,
        len(form.gaps),
        runs,
    )
    # Where a day is not known it may be the next year's issue.
    dated = one.published is not None and other.published is not None
    untouched = one.published == other.published or measured.rewritten <= _UNTOUCHED
    filled = form.is_filled(shared, dated and untouched)
    return replace(measured, ground=_ground(one, other, measured, filled))


def _ground(one: Version, other: Version, measured: Comparison, filled: bool) -> Ground | None:
    """Why two documents are of one story.

    Args:
        one: A document.
        other: Another one.
        measured: What they share.
        filled: Whether they fill one form.
    """
    if one.address is not None and one.address == other.address:
        return Ground.ADDRESS
    if one.article.text == other.article.text or _same_words(one.article, other.article):
        return Ground.TEXT
    fewest = min(len(one.article), len(other.article))
    if _far(one.published, other.published):
        reprint = measured.cover >= _OF_REPRINT and not measured.gaps
        return Ground.EDIT if reprint and fewest >= _FEWEST_OF_REPRINT else None
    if fewest < _FEWEST_WORDS or filled or not _is_edit(measured) or _is_late(measured.runs):
        return None
    if measured.cover >= _OF_LONGER:
        return Ground.EDIT
    return Ground.CUT if measured.cover >= _OF_CUT and _is_cut(measured.runs) else None


def _rewritten(runs: Sequence[Run], one: Article, other: Article) -> int:
    """How many words one text has between shared ones for others of the other.

    A paragraph in the place of another is not counted: it is a passage less and one more.
    """
    return sum(
        run.shortest for run in runs[1:-1] if not run.same and not _is_exchanged(run, one, other)
    )


def _is_exchanged(run: Run, one: Article, other: Article) -> bool:
    mine = _are_paragraphs(one, run.start, run.end)
    return mine and _are_paragraphs(other, run.other_start, run.other_end)


def _are_paragraphs(article: Article, start: int, end: int) -> bool:
    """Whether a run is whole paragraphs, but for a word or two that they share with others."""
    return end - start > LONGEST_GAP and all(
        any(
            article.opens_paragraph(i) for i in range(max(0, at - 2), min(len(article), at + 2) + 1)
        )
        for at in (start, end)
    )


def _same_words(one: Article, other: Article) -> bool:
    return bool(one.keys) and one.keys == other.keys


def _is_edit(measured: Comparison) -> bool:
    return measured.containment >= _OF_SHORTER and measured.rewritten <= _REWRITTEN


def _far(one: date | None, other: date | None) -> bool:
    """Whether two days are too far apart for a copy; where one is unknown they are not."""
    return one is not None and other is not None and abs((one - other).days) > DAYS


def _is_late(runs: Sequence[Run]) -> bool:
    """Whether much of the longer text stands before what both have."""
    shared = sum(run.longest for run in runs if run.same)
    passed = before = other_before = 0
    for run in runs:
        if run.same:
            passed += run.longest
        else:
            before += run.end - run.start
            other_before += run.other_end - run.other_start
        if passed >= _BEGUN * shared:
            break
    length, other_length = runs[-1].end, runs[-1].other_end
    late = before if length > other_length else other_before
    return late >= _BEFORE * max(length, other_length)


def _is_cut(runs: Sequence[Run]) -> bool:
    """Whether one text is the beginning of the other, small changes aside."""
    before = runs[:-1] if not runs[-1].same else runs
    shared = sum(run.longest for run in before if run.same)
    whole = max(
        sum(run.end - run.start for run in before),
        sum(run.other_end - run.other_start for run in before),
    )
    return shared >= _BEFORE_CUT * whole

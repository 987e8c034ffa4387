"""Whether two texts fill one form: most words are the same, other facts stand in the gaps.

"The President approved the disaster declaration of Kentucky" and "… of Tennessee", the letters on
two air strikes, the fact sheets for two groups of voters are not versions of one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from communique.records.stories.alignment import Run
from communique.records.stories.articles import Article
from communique.records.stories.facts import Fact, Facts, Touch

#: Words in a gap of a form. A longer passage was taken out or put in.
LONGEST_GAP = 12
# Words to each gap with other facts that a light edit may have, beyond one.
_WORDS_A_GAP = 500
# Words to each gap with other names, or with other dates in texts of two days. Declarations
# for two states differ in three of 227 words, letters on two air strikes in one of 365.
_WORDS_A_NAME = 500
# Gaps with one name that the other text never has, from which on it is what the form is about.
_SUBJECT = 3
# Words of a phrase for which another one stands twice; a house style replaces shorter ones.
_PHRASE = 3
# A letter of a name so long may be mended ("Nurtleu", "Nurtileu"); but "Iran" is not "Iraq".
_LONG_NAME = 6


@dataclass(frozen=True, slots=True)
class Gap:
    """A short passage of two texts in which they state other facts.

    Attributes:
        out: Facts that the first text states here, the second does not.
        new: Facts that the second states here, the first does not.
    """

    out: frozenset[Fact]
    new: frozenset[Fact]

    @property
    def excludes(self) -> bool:
        """Whether each text states something that the other does not, more than a spelling."""
        return bool(self.out) and bool(self.new) and not _is_mended(self.out, self.new)

    def touches(self, touch: Touch) -> bool:
        """Whether it concerns facts of that sort."""
        return any(fact.touch is touch for fact in self.out | self.new)

    def names(self) -> frozenset[str]:
        """Its names, where each side has one."""
        out, new = _names(self.out), _names(self.new)
        return out | new if out and new else frozenset()

    def without(self, facts: Facts) -> Gap:
        """The same without the names that the other text has elsewhere."""
        return Gap(_lacking(self.out, facts.second), _lacking(self.new, facts.first))


@dataclass(frozen=True, slots=True)
class Form:
    """The form that two texts would fill, were they no versions of one text.

    Attributes:
        gaps: What they state differently; the same change at several places is one.
        subjects: In how many places the most frequent name stands that one text lacks.
        phrases: How often the most frequent replacement of a longer phrase by another comes.
    """

    gaps: frozenset[Gap]
    subjects: int
    phrases: int

    def is_filled(self, shared: int, may_mend_dates: bool) -> bool:
        """Whether this is more than an edit of a text leaves.

        Args:
            shared: Number of words that the texts share.
            may_mend_dates: Whether another date may be an edit: in texts of one day, or that are
                the same but for it.
        """
        firm = sum(
            gap.touches(Touch.NAME) or (gap.touches(Touch.DATE) and not may_mend_dates)
            for gap in self.gaps
        )
        return (
            len(self.gaps) > 1 + shared / _WORDS_A_GAP
            or firm > shared / _WORDS_A_NAME
            or self.subjects >= _SUBJECT
            or self.phrases > 1
        )


def form_of(runs: Sequence[Run], facts: Facts) -> Form:
    """What the alignment of two texts shows of a form."""
    places = list(_places(runs, facts))
    gaps = [Gap(*facts.changed(run)) for run in places]
    names = (name for gap in gaps for name in gap.names() if _is_lacking(name, facts))
    return Form(
        frozenset(lost for gap in gaps if (lost := gap.without(facts)).excludes),
        max(Counter(names).values(), default=0),
        max(Counter(_phrases(places, facts)).values(), default=0),
    )


def _places(runs: Sequence[Run], facts: Facts) -> Iterator[Run]:
    """The short passages within the texts for which both have words of their own.

    What stands before all shared words (headline, place) or behind them (source, contact) is not of
    the text.
    """
    for run in runs[1:-1]:
        heads = run.start in facts.first.heads or run.other_start in facts.second.heads
        if not run.same and 0 < run.shortest <= LONGEST_GAP and not heads:
            yield run


def _phrases(places: Sequence[Run], facts: Facts) -> Iterator[tuple[Sequence[str], ...]]:
    """The longer phrases and what stands for them."""
    for run in places:
        if run.shortest >= _PHRASE:
            yield (
                facts.first.keys[run.start : run.end],
                facts.second.keys[run.other_start : run.other_end],
            )


def _lacking(found: frozenset[Fact], article: Article) -> frozenset[Fact]:
    """The facts without names that an article has somewhere."""
    return frozenset(f for f in found if f.touch is not Touch.NAME or f.key not in article.known)


def _is_lacking(name: str, facts: Facts) -> bool:
    """Whether one of the texts does not have a name."""
    return not (name in facts.first.known and name in facts.second.known)


def _names(facts: frozenset[Fact]) -> frozenset[str]:
    return frozenset(fact.key for fact in facts if fact.touch is Touch.NAME)


def _is_mended(out: frozenset[Fact], new: frozenset[Fact]) -> bool:
    """Whether a name has only been spelt otherwise."""
    before, after = _names(out), _names(new)
    if not len(out) == len(new) == len(before) == len(after) == 1:
        return False
    (was,), (became,) = before, after
    return min(len(was), len(became)) >= _LONG_NAME and Levenshtein.distance(was, became) <= 1

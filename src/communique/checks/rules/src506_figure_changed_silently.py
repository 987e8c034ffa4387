"""SRC506: a later version of a text has another number or date, and says nothing of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rapidfuzz.distance import Indel

from communique.checks.background import Background
from communique.checks.rule import DossierRule, Example, Told
from communique.checks.seen import Case, Sheet
from communique.checks.stated import Interval, stated, step_of
from communique.model.finding import Finding, Severity
from communique.model.mention import (
    Bound,
    MoneyMention,
    PercentMention,
    QuantityMention,
    TimeMention,
)
from communique.model.span import Span
from communique.records.stories.articles import Article, article_of
from communique.records.stories.differences import Edit, differences
from communique.records.stories.facts import Touch
from communique.records.stories.pairs import DAYS
from communique.vocab.corrections import correction_notice
from communique.vocab.facts import load_fact_words

# Two sentences are the same but for their numbers if this share of their other words is.
_SAME = 0.8
# A change of more words than these on a side is another passage.
_LONGEST = 8
#: Code points of a text in which one number may be one word in fifty.
_SHORT = 1200
#: Words without which a sentence is that of many texts.
_FRAME = 5
# Percentages are told in whole numbers.
_ROUNDED = Interval(-0.5, 0.5)
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")


class FigureChangedSilently(DossierRule):
    """A later version of a text has another number or date in the same sentence, unexplained.

    Why it matters: one of the two is wrong, and who quoted the first version now quotes what its
    publisher no longer says.

    What to do: look for the reason, and keep both versions; a correction that the publisher
    confirms can be filed with the claim.

    Known limits: versions are told by their words, so that a text that was rewritten is none; a
    number that was only rounded, spelled out or hedged otherwise is no change; any notice of a
    change that the later version has and the earlier one has not ends the alarm.
    """

    code = "SRC506"
    name = "figure-changed-silently"
    severity = Severity.WARNING
    since = "0.1.0"
    alone = None
    fires = Example(
        (
            Told(
                "Oman and Peru signed a fisheries agreement in Lima on Monday. Oman will lend Peru"
                " 300 million US dollars for the port of Ilo. The loan will be paid over five"
                " years, the Minister of Finance of Peru told the press after the ceremony.",
                date(2024, 7, 2),
                publisher="Lima Courier",
                url="https://lima-courier.example/port",
            ),
            Told(
                "Oman and Peru signed a fisheries agreement in Lima on Monday. Oman will lend Peru"
                " 250 million US dollars for the port of Ilo. The loan will be paid over five"
                " years, the Minister of Finance of Peru told the press after the ceremony.",
                date(2024, 7, 3),
                publisher="Lima Courier",
                url="https://lima-courier.example/port",
            ),
        ),
        "The page was changed and does not say so.",
    )
    quiet = Example(
        (
            Told(
                "Oman and Peru signed a fisheries agreement in Lima on Monday. Oman will lend Peru"
                " 300 million US dollars for the port of Ilo. The loan will be paid over five"
                " years, the Minister of Finance of Peru told the press after the ceremony.",
                date(2024, 7, 2),
                publisher="Lima Courier",
                url="https://lima-courier.example/port",
            ),
            Told(
                "Oman and Peru signed a fisheries agreement in Lima on Monday. Oman will lend Peru"
                " 250 million US dollars for the port of Ilo. The loan will be paid over five"
                " years, the Minister of Finance of Peru told the press after the ceremony."
                " Correction: an earlier version gave the sum as 300 million.",
                date(2024, 7, 3),
                publisher="Lima Courier",
                url="https://lima-courier.example/port",
            ),
        ),
        "The later version says what was changed.",
    )

    def __init__(self, background: Background) -> None:
        super().__init__(background)
        self._words = load_fact_words()
        self._notice = correction_notice()

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        """Its story; and what a publisher's short text begins or ends with, numbers aside.

        In a short text a changed number weighs so much that it may be taken for another story.
        """
        yield f"story {sheet.facts.story}" if sheet.facts.story else f"lineage {sheet.lineage}"
        if sheet.published is not None and sheet.sentences and len(sheet.text) <= _SHORT:
            for place in (0, -1):
                words = self._frame(sheet, sheet.sentences[place])
                if len(words) >= _FRAME:
                    yield f"frame {sheet.facts.publisher} {place} {' '.join(words)}"

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterable[Finding]:
        """What is to be said of the versions of a text."""
        if len(sheets) < 2:
            return
        first, *later = sorted(sheets, key=lambda s: (s.published or date.max, s.key))
        told: set[tuple[str, str]] = set()
        for sheet in later:
            if first.text == sheet.text or self._owns_up(first, sheet):
                continue
            if key.startswith("frame ") and not self._is_version(key, first, sheet):
                continue
            if not _is_copy(first, sheet):
                continue
            for old, new, before, after in self._changes(first, sheet):
                if (old, new) not in told:
                    told.add((old, new))
                    quotes = [
                        sheet.quote(after.start, after.end, "later version"),
                        first.quote(before.start, before.end, "earlier version", subject=False),
                    ]
                    yield self.found(_message(first, sheet, old, new), quotes)

    def _frame(self, sheet: Sheet, sentence: Span) -> list[str]:
        """The words of a sentence that are no numbers."""
        words = article_of(sheet.text[sentence.start : sentence.end]).keys
        return [w for w in words if not w[0].isdigit() and w not in self._words.numbers]

    def _is_version(self, key: str, first: Sheet, later: Sheet) -> bool:
        """Whether a short text is another with one sort of number changed, and no next occasion.

        Where numbers and dates are others, it tells of another day.
        """
        if first.facts.story and first.facts.story == later.facts.story:
            return False
        if first.published is None or later.published is None:
            return False
        if (later.published - first.published).days > DAYS:
            return False
        if " -1 " in key and self._frame(first, first.sentences[0]) == self._frame(
            later, later.sentences[0]
        ):
            return False
        edits = differences(_article(first), _article(later), self._words)
        touches = {touch for edit in edits for touch in edit.touches}
        return len(touches) == 1 and all(_is_small(edit) for edit in edits)

    def _owns_up(self, first: Sheet, later: Sheet) -> bool:
        """Whether a later version has a notice of a change that the first one has not."""
        before = f"{first.title}\n{first.text}"
        after = f"{later.title}\n{later.text}"
        return any(
            after[_around(after, m.start())] not in before for m in self._notice.finditer(after)
        )

    def _changes(self, first: Sheet, later: Sheet) -> Iterator[tuple[str, str, Span, Span]]:
        """Numbers and dates that were changed, each with the sentences around them."""
        one, other = _article(first), _article(later)
        for edit in differences(one, other, self._words):
            if not _is_small(edit):
                continue
            before = first.sentence_at(edit.removed.start)
            after = later.sentence_at(edit.inserted.start)
            same = before and after and _same_but(one, other, before, after, edit)
            if before and after and same and _differ(first, later, edit):
                yield edit.removed_text, edit.inserted_text, before, after


class _Number(NamedTuple):
    """A number in a text.

    Attributes:
        value: The number.
        step: The unit of its last stated place.
        bound: How it is hedged.
        interval: What it stands for.
    """

    value: float
    step: float
    bound: Bound | None
    interval: Interval


def _message(first: Sheet, later: Sheet, old: str, new: str) -> str:
    if first.published == later.published:
        return f"two versions of one text have “{old}” and “{new}”, without a word of correction"
    return f"a later version has “{new}” where there was “{old}”, without a word of correction"


def _is_copy(first: Sheet, later: Sheet) -> bool:
    """Whether one publisher wrote both, or another took over more than the changed sentence."""
    publishers = {sheet.facts.publisher for sheet in (first, later)}
    if len(publishers) == 1 or None in publishers:
        return True
    mine, theirs = ({s.text[x.start : x.end] for x in s.sentences} for s in (first, later))
    return bool(mine & theirs)


def _article(sheet: Sheet) -> Article:
    return article_of(sheet.text, sheet.regions)


def _around(text: str, offset: int) -> slice:
    """The line that holds a code point."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return slice(start, len(text) if end < 0 else end)


def _is_small(edit: Edit) -> bool:
    """Whether an edit puts numbers or dates for others, in a few words and beside no other name."""
    figures = {Touch.NUMBER, Touch.DATE} & set(edit.touches)
    sides = (edit.removed_text, edit.inserted_text)
    return (
        edit.replaces
        and bool(figures)
        and Touch.NAME not in edit.touches
        and all(len(side.split()) <= _LONGEST for side in sides)
    )


def _same_but(one: Article, other: Article, before: Span, after: Span, edit: Edit) -> bool:
    """Whether two sentences are the same but for what an edit changes."""
    mine = _keys(one, before, edit.removed)
    theirs = _keys(other, after, edit.inserted)
    return bool(mine) and Indel.normalized_similarity(mine, theirs) >= _SAME


def _keys(article: Article, sentence: Span, without: Span) -> list[str]:
    return [
        key
        for key, start in zip(article.keys, article.starts, strict=True)
        if sentence.start <= start < sentence.end
        and not without.start <= start < without.end
        and not key[0].isdigit()
    ]


def _differ(first: Sheet, later: Sheet, edit: Edit) -> bool:
    """Whether the numbers or dates on both sides of an edit can't be the same."""
    days, others = _days(first, edit.removed), _days(later, edit.inserted)
    if days and others:
        return not any(a.meets(b) for a in days for b in others)
    numbers, theirs = _numbers(first, edit.removed), _numbers(later, edit.inserted)
    return bool(numbers and theirs) and not any(_fit(a, b) for a in numbers for b in theirs)


def _fit(one: _Number, other: _Number) -> bool:
    """Whether two numbers can be one: to the digit, if both are told to the same place."""
    if one.bound is other.bound and one.step == other.step:
        return one.value == other.value
    return one.interval.meets(other.interval)


def _days(sheet: Sheet, span: Span) -> list[Interval]:
    """The periods of dates that a span is part of, by ordinal numbers of their days."""
    return [
        Interval(m.first.toordinal(), m.last.toordinal())
        for m in sheet.mentions_of(TimeMention)
        if m.start < span.end and span.start < m.end and m.first and m.last and m.type == "DATE"
    ]


def _numbers(sheet: Sheet, span: Span) -> list[_Number]:
    """What the numbers that a span is part of stand for; bare ones where nothing is counted."""
    found = [
        _number(m)
        for m in sheet.mentions
        if isinstance(m, MoneyMention | PercentMention | QuantityMention)
        and m.start < span.end
        and span.start < m.end
    ]
    if found:
        return found
    written = _DIGITS.finditer(sheet.text, span.start, span.end)
    bare = [m[0].replace(",", "") for m in written if not _counts_notes(sheet.text, m)]
    return [
        _Number(float(d), step_of(float(d), d), None, stated(float(d), d))
        for d in bare
        if d.count(".") <= 1
    ]


def _number(mention: MoneyMention | PercentMention | QuantityMention) -> _Number:
    """A number with what it stands for; "12 percent" may be 12.3."""
    value, words = mention.value, mention.text
    interval = stated(value, words, mention.bound)
    if isinstance(mention, PercentMention) and float(value).is_integer():
        interval += _ROUNDED
    return _Number(float(value), step_of(value, words), mention.bound, interval)


def _counts_notes(text: str, digits: re.Match[str]) -> bool:
    """Whether a number tells a footnote or an item of a list: "[1]", "2) fisheries"."""
    before, behind = text[: digits.start()][-1:], text[digits.end() : digits.end() + 1]
    return before in {"[", "("} or behind in {"]", ")"}

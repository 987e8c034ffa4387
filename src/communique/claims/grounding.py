"""The gate that every claim passes, whatever extractor made it.

Its quotes must be in the article; its sums are read again in the quotes, its dates in the words
that they are said to rest on. What fails is counted and left out, never mended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.claims.redating import allows, is_step_before
from communique.claims.slots.figure import Figure
from communique.model.claim import Amount, Claim, When
from communique.model.document import OUTSIDE_THE_ARTICLE, Document
from communique.model.mention import Mention, MoneyMention, PercentMention, TimeMention

#: A longer quote is no longer the words that assert something.
LONGEST_QUOTE = 800
_PERCENT = "percent"
# Words that tell a share or change without figures, with the percentages that they may mean.
_WORDED: tuple[tuple[re.Pattern[str], frozenset[float]], ...] = (
    (re.compile(r"\bhalf\b|\bhalv"), frozenset({50})),
    (re.compile(r"\bthirds?\b"), frozenset({33.3, 66.7})),
    (re.compile(r"\bquarters?\b"), frozenset({25, 75})),
    (re.compile(r"\bfifths?\b"), frozenset({20, 40, 60, 80})),
    (re.compile(r"\btenths?\b"), frozenset({10, 30, 70, 90})),
    (re.compile(r"\bdoubl"), frozenset({100})),
    (re.compile(r"\b(?:tripl|trebl)"), frozenset({200})),
)


@dataclass(frozen=True, slots=True)
class Gate:
    """What passed and what did not.

    Attributes:
        passed: Claims whose quotes, dates and sums the text bears out.
        refused: Number of claims refused, by reason.
    """

    passed: tuple[Claim, ...]
    refused: Counter[str]


class _Read(NamedTuple):
    """What claims must agree with: the sums, percentages and times read in the document."""

    sums: tuple[MoneyMention, ...]
    shares: tuple[PercentMention, ...]
    times: tuple[TimeMention, ...]

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> _Read:
        """Sort the mentions of a document."""
        mentions = tuple(mentions)
        return cls(
            tuple(m for m in mentions if isinstance(m, MoneyMention)),
            tuple(m for m in mentions if isinstance(m, PercentMention)),
            tuple(m for m in mentions if isinstance(m, TimeMention)),
        )


def grounded(document: Document, mentions: Iterable[Mention], claims: Iterable[Claim]) -> Gate:
    """Let pass what the text bears out.

    Every quote must be an exact slice of the article, no longer than `LONGEST_QUOTE`. A sum of
    money must be read in one of the quotes; so must a percentage, where the quotes hold any in
    figures. A date must rest on a time that the document names, and lie where this time allows.
    """
    read = _Read.of(mentions)
    passed: list[Claim] = []
    refused: Counter[str] = Counter()
    for claim in claims:
        reason = _fault(document, claim) or _unread(document, read, claim)
        if reason is None:
            passed.append(claim)
        else:
            refused[reason] += 1
    return Gate(tuple(passed), refused)


def _fault(document: Document, claim: Claim) -> str | None:
    """What is wrong with the quotes of a claim."""
    if not claim.evidence:
        return "no quote"
    for evidence in claim.evidence:
        if document.text[evidence.start : evidence.end] != evidence.exact or not evidence.exact:
            return "quote not in the text"
        if len(evidence.exact) > LONGEST_QUOTE:
            return "quote too long"
        for region in document.regions:
            inside = region.span.start < evidence.end and evidence.start < region.span.end
            if inside and region.kind in OUTSIDE_THE_ARTICLE:
                return "quote outside the article"
    return None


def _unread(document: Document, read: _Read, claim: Claim) -> str | None:
    """Which slot holds a sum, percentage or date that is not read in the document."""
    for amount in _sums(claim):
        if not any(_same_sum(m, amount) and _in_quotes(m, claim) for m in read.sums):
            return "sum not in the quote"
    share = claim.value if isinstance(claim, Figure) and claim.unit == _PERCENT else None
    # "A third" and "half" are percentages without figures; then there is none to compare with.
    shares = {m.value for m in read.shares if share is not None and _in_quotes(m, claim)}
    if shares and share not in shares and not _in_words(share, claim):
        return "percentage not in the quote"
    if not all(_borne_out(when, read.times, claim, document) for when in _dates(claim)):
        return "date not in the text"
    base = _base(claim)
    if base is not None and not _borne_out(base, read.times, claim, document):
        return "base of a change not in the text"
    return None


def _in_words(share: float | None, claim: Claim) -> bool:
    """Whether the quotes tell a percentage in words: "half of", "doubled"."""
    said = " ".join(quote.exact.lower() for quote in claim.evidence)
    return any(share in values and words.search(said) for words, values in _WORDED)


def _in_quotes(mention: Mention, claim: Claim) -> bool:
    return any(q.start < mention.end and mention.start < q.end for q in claim.evidence)


def _sums(claim: Claim) -> Iterator[Amount]:
    """The sums of money of a claim: the amount of a commitment, a figure in a currency."""
    amount: Amount | None = getattr(claim, "amount", None)
    if amount is not None:
        yield amount
    if isinstance(claim, Figure) and len(claim.unit) == 3 and claim.unit.isupper():
        yield Amount(claim.value, claim.unit)


def _same_sum(mention: MoneyMention, amount: Amount) -> bool:
    return mention.currency == amount.currency and amount.value in (mention.value, mention.high)


def _dates(claim: Claim) -> Iterator[When]:
    for name in ("when", "deadline", "period"):
        when: When | None = getattr(claim, name, None)
        if when is not None:
            yield when


def _base(claim: Claim) -> When | None:
    """What a figure is compared with, unless that is its own period a step before.

    "Rose 22 per cent year on year" names no time but tells one.
    """
    if not isinstance(claim, Figure) or claim.change is None or claim.change.base is None:
        return None
    base, period = claim.change.base, claim.period
    return None if period is not None and is_step_before(base, period) else base


def _borne_out(when: When, times: Sequence[TimeMention], claim: Claim, document: Document) -> bool:
    """Whether the words of a date stand in the document, and its days are days that they allow.

    Times in the quote count before others with the same words: "on Monday" may stand twice. Words
    that take up a time told elsewhere ("during the visit") may have the days of any. A period may
    reach to the day of publication ("since May").
    """
    words = _folded(when.text)
    if not words or not (when.text in document.text or words in _folded(document.text)):
        return False
    same = [t for t in times if _folded(t.text) in words or words in _folded(t.text)] or times
    same = [t for t in same if _in_quotes(t, claim)] or same
    anchors = {d for t in times for d in (t.first, t.last) if d is not None}
    if document.published is not None:
        anchors.add(document.published)
    days = {day for day in (when.first, when.last) if day is not None} - {document.published}
    told = {day for day in days if any(allows(time, day, anchors) for time in same)}
    # "Arrived on Monday for a three-day visit": the words of the date tell one end of it.
    lengths = [t for t in times if t.first is None and t.last is None and _in_quotes(t, claim)]
    return all(any(allows(time, day, told) for time in lengths) for day in days - told)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())

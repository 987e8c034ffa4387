"""The gate that every claim passes, whatever extractor made it: its quotes must be in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from communique.model.claim import Amount, Claim, When
from communique.model.document import OUTSIDE_THE_ARTICLE, Document
from communique.model.mention import Mention, MoneyMention, TimeMention

#: A longer quote is no longer the words that assert something.
LONGEST_QUOTE = 800


@dataclass(frozen=True, slots=True)
class Gate:
    """What passed and what did not.

    Attributes:
        passed: Claims whose quotes, dates and sums the text bears out.
        refused: Number of claims refused, by reason.
    """

    passed: tuple[Claim, ...]
    refused: Counter[str]


def grounded(document: Document, mentions: Iterable[Mention], claims: Iterable[Claim]) -> Gate:
    """Let pass what the text bears out.

    Every quote must be an exact slice of the article, no longer than `LONGEST_QUOTE`; a sum must
    be one that is read in the document, and so must the words of a date.
    """
    mentions = tuple(mentions)
    sums = {(m.value, m.currency) for m in mentions if isinstance(m, MoneyMention)}
    dates = {m.text for m in mentions if isinstance(m, TimeMention)}
    passed: list[Claim] = []
    refused: Counter[str] = Counter()
    for claim in claims:
        reason = _fault(document, claim) or _unread(claim, sums, dates)
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


def _unread(claim: Claim, sums: set[tuple[int | float, str | None]], dates: set[str]) -> str | None:
    """Which slot holds a sum or date that is not read in the document."""
    amount: Amount | None = getattr(claim, "amount", None)
    if amount is not None and (amount.value, amount.currency) not in sums:
        return "sum not in the text"
    for name in ("when", "deadline", "period"):
        when: When | None = getattr(claim, name, None)
        if when is not None and not any(when.text in d or d in when.text for d in dates):
            return "date not in the text"
    return None

"""Which commitment's sum contains another's: "50 million, including 20 million in loans"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.vocab.claims.commitments import Texts

_NEAR = 60


def is_part(reading: Reading, texts: Texts, number: Number) -> bool:
    """Whether the words right before a sum introduce it as part of one told before."""
    return any(f" {words} " in _before(reading, number) for words in texts.parts)


def takes_up(reading: Reading, texts: Texts, number: Number) -> bool:
    """Whether a sentence begins by going on from a sum before it: "This includes 5 million"."""
    sentence = reading.tree.sentence(number.head)
    opening = range(sentence.first, min(number.head, sentence.first + 7))
    said = f" {' '.join(reading.tree.lower(i) for i in opening)} "
    return any(f" {words} " in said for words in texts.parts)


def remains(reading: Reading, number: Number) -> bool:
    """Whether a sum is what is left of one told before: "the remaining 40 million will …"."""
    return (
        re.search(r"\b(?:the|its) (?:remaining|other|final|last) \W?$", _before(reading, number))
        is not None
    )


def sums_up(reading: Reading, number: Number) -> bool:
    """Whether a sum is all that several give, which none gives alone: "The total: 5 million"."""
    return (
        re.search(r"\btotal(?: pledged| raised| promised)?\s?[:–-]", _before(reading, number))
        is not None
    )


def whole_of(part: Commitment, earlier: Sequence[Commitment]) -> Commitment | None:
    """The nearest earlier commitment whose sum can contain a part's: larger, same currency."""
    if part.amount is None:
        return None
    siblings = {claim.part_of for claim in earlier if claim.evidence == part.evidence}
    for whole in reversed(earlier):
        total = whole.amount
        if whole.part_of in siblings - {None}:
            continue
        same = total is not None and total.currency == part.amount.currency
        if same and total is not None and total.value > part.amount.value:
            return whole
    return None


def _before(reading: Reading, number: Number) -> str:
    """The words of the sentence before a sum, at most `_NEAR` characters of them."""
    first = reading.tree[reading.tree.sentence(number.head).first].start
    start = max(first, number.start - _NEAR)
    return " " + " ".join(reading.document.text[start : number.start].lower().split()) + " "

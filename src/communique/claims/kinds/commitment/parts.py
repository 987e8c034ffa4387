"""Which commitment's sum contains another's: "50 million, including 20 million in loans"."""

from __future__ import annotations

from collections.abc import Iterable

from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.vocab.claims.commitments import Texts

_NEAR = 60


def is_part(reading: Reading, texts: Texts, number: Number) -> bool:
    """Whether the words right before a sum introduce it as part of one told before."""
    start = max(0, number.start - _NEAR)
    before = " " + " ".join(reading.document.text[start : number.start].lower().split())
    return any(f" {words} " in f"{before} " for words in texts.parts)


def whole_of(part: Commitment, earlier: Iterable[Commitment]) -> Commitment | None:
    """The nearest earlier commitment whose sum can contain a part's: as large, same currency."""
    if part.amount is None:
        return None
    for whole in reversed(list(earlier)):
        sum_ = whole.amount
        same = sum_ is not None and sum_.currency == part.amount.currency
        if same and sum_ is not None and sum_.value > part.amount.value:
            return whole
    return None

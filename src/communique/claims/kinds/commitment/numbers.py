"""The numbers of a document that an undertaking may be about: sums and counted things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.claims.reading import Reading
from communique.model.claim import Amount, Quantity
from communique.model.mention import Bound, MoneyMention, QuantityMention
from communique.vocab.claims.commitments import Deliverables

# Between a sum and the same sum in another currency: "1 billion euros (about $1.05 billion)".
_CONVERSION = re.compile(r"\s*[(\[/]\s*(?:about|around|approximately|some|nearly|or|i\.e\.)?\s*")


class Number(NamedTuple):
    """A sum or a counted quantity.

    Attributes:
        start: First code point in the text.
        end: One past the last code point.
        head: Token on which its other words hang.
        amount: The sum, None for other quantities.
        quantity: The quantity, None for sums.
    """

    start: int
    end: int
    head: int
    amount: Amount | None = None
    quantity: Quantity | None = None


def numbers(reading: Reading, deliverables: Deliverables) -> Iterator[Number]:
    """All sums, and the quantities that can be a deliverable, in text order."""
    found = [*_sums(reading), *_quantities(reading, deliverables)]
    for number in sorted(found, key=lambda n: n.start):
        if not reading.in_heading(number.head):
            yield number


def _sums(reading: Reading) -> Iterator[Number]:
    last: MoneyMention | None = None
    for money in reading.mentions(MoneyMention):
        if last is not None and _CONVERSION.fullmatch(reading.document.text, last.end, money.start):
            continue
        last = money
        head = reading.head(money)
        if head is not None:
            bound = Bound.AT_LEAST if money.high is not None else money.bound
            amount = Amount(money.value, money.currency, bound)
            yield Number(money.start, money.end, head, amount=amount)


def _quantities(reading: Reading, deliverables: Deliverables) -> Iterator[Number]:
    for mention in reading.mentions(QuantityMention):
        head = reading.head(mention)
        if head is None or _uncounted(reading, head, mention, deliverables):
            continue
        quantity = Quantity(mention.value, mention.unit, mention.bound)
        yield Number(mention.start, mention.end, head, quantity=quantity)


def _uncounted(
    reading: Reading, head: int, mention: QuantityMention, deliverables: Deliverables
) -> bool:
    """Whether a quantity counts what is no deliverable: votes, years, countries."""
    last = mention.unit.split()[-1].lower() if mention.unit.split() else ""
    return reading.tree[head].lemma in deliverables.never or last in deliverables.never

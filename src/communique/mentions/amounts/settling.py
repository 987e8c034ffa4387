"""Tells what bare numbers are: counts of something, sums in the currency spoken of, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.amounts.counts import Counted, Counts
from communique.mentions.grammar.lexicon import Lexicon
from communique.model.analysis import Analysis
from communique.model.mention import Bound

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What stands between two items of a list of counts.
_LISTED = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|as well as)\s*")
# A multiplier makes a number that counts nothing a sum, where the text speaks of money so near.
_NEAR = 400
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles bare numbers.

    Attributes:
        collective: Nouns that are counted without a plural ending.
        money_nouns: Nouns that stand for money.
    """

    collective: frozenset[str]
    money_nouns: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Settler:
        """The settler with the words of a lexicon."""
        return cls(_words(lexicon, "COLLECTIVE"), _words(lexicon, "MONEY_NOUN"))

    def settle(
        self, amounts: Sequence[Amount], text: str, analysis: Analysis
    ) -> tuple[Amount, ...]:
        """The amounts without bare numbers: those that count something are quantities."""
        counts = Counts.of(analysis, self.collective)
        return tuple(self._settled(amounts, text, counts))

    def _settled(self, amounts: Sequence[Amount], text: str, counts: Counts) -> Iterator[Amount]:
        money: Amount | None = None
        last: Amount | None = None
        for amount in amounts:
            settled: Amount | None = amount
            if amount.kind is AmountKind.NUMBER:
                settled = self._of_number(amount, text, counts, money)
            if settled is None:
                continue
            if last is not None:
                settled = _in_list(settled, last, text)
            if settled.kind is AmountKind.MONEY:
                money = settled
            last = settled
            yield settled

    def _of_number(
        self, amount: Amount, text: str, counts: Counts, money: Amount | None
    ) -> Amount | None:
        if _is_year(amount, text, counts):
            return None
        counted = counts.counted(amount.start, amount.end)
        if money is not None and self._is_money(amount, counted, money):
            return replace(amount, kind=AmountKind.MONEY, unit=money.unit)
        if counted is None:
            return None
        return replace(amount, kind=AmountKind.QUANTITY, unit=counted.unit, end=counted.end)

    def _is_money(self, amount: Amount, counted: Counted | None, money: Amount) -> bool:
        """Whether a number without currency is a sum: "2.5 billion in loans" after euros."""
        if amount.low.place < _MILLION // 10 or amount.start - money.end > _NEAR:
            return False
        return counted is None or counted.head in self.money_nouns


def _is_year(amount: Amount, text: str, counts: Counts) -> bool:
    """Whether four figures are a year ("the 2024 elections"); after a verb they are a count."""
    if amount.bound is not None or not _YEAR.fullmatch(text[amount.start : amount.end]):
        return False
    return not counts.tag_before(amount.start).startswith("VB")


def _in_list(amount: Amount, last: Amount, text: str) -> Amount:
    """A hedge carries over a list of counts ("over 25 companies and 30 banks")."""
    if amount.bound is not None or last.bound is None or amount.kind is not last.kind:
        return amount
    listed = _LISTED.fullmatch(text, last.end, amount.start)
    return replace(amount, bound=Bound(last.bound)) if listed else amount


def _words(lexicon: Lexicon, name: str) -> frozenset[str]:
    char = lexicon.classes[name]
    return frozenset(word for word, (found, _) in lexicon.words.items() if found == char)

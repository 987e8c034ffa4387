"""Tells what bare numbers are: counts of something, sums in the currency spoken of, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.amounts.counts import Counted, Counts
from communique.mentions.grammar.lexicon import Lexicon
from communique.model.analysis import Analysis

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# What stands between two items of a list of counts.
_LISTED = re.compile(r"\s*(?:,\s*(?:and|or)?|and|or|as well as)\s*")
# What stands between the two ends of a change, or two numbers of one thing.
_CHANGED = re.compile(r"\s*(?:to|or|and|[-–])\s*")
# A multiplier makes a number that counts nothing a sum, where the text speaks of money so near.
_NEAR = 400
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Settler:
    """Settles bare numbers.

    Attributes:
        collective: Nouns that are counted without a plural ending.
        classifiers: Plurals that count what follows after "of".
        money_nouns: Nouns that stand for money.
    """

    collective: frozenset[str]
    classifiers: frozenset[str]
    money_nouns: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Settler:
        """The settler with the words of a lexicon."""
        classes = ("COLLECTIVE", "CLASSIFIER", "MONEY_NOUN")
        return cls(*(_words(lexicon, name) for name in classes))

    def settle(
        self, amounts: Sequence[Amount], text: str, analysis: Analysis
    ) -> tuple[Amount, ...]:
        """The amounts without bare numbers: those that count something are quantities."""
        counts = Counts.of(analysis, self.collective, self.classifiers)
        found = _with_units_behind(self._told(amounts, text, counts), text)
        return tuple(_with_bounds(found, text))

    def _told(self, amounts: Sequence[Amount], text: str, counts: Counts) -> list[Amount]:
        """The amounts, bare numbers told as far as they can be by themselves."""
        found: list[Amount] = []
        money: Amount | None = None
        for amount in amounts:
            told = amount
            if amount.kind is AmountKind.NUMBER:
                told = self._of_number(amount, text, counts, money) or amount
            if told.kind is AmountKind.MONEY:
                money = told
            found.append(told)
        return found

    def _of_number(
        self, amount: Amount, text: str, counts: Counts, money: Amount | None
    ) -> Amount | None:
        if _is_year(amount, text, counts):
            return None
        counted = counts.counted(amount.start, amount.end)
        if money is not None and self._is_money(amount, counted, money):
            if _is_bracketed(amount, text) and not counts.are_in_one_sentence(
                money.start, amount.start
            ):
                return None
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


def _is_bracketed(amount: Amount, text: str) -> bool:
    """Whether a number stands alone in brackets: "all veterans (4.4 million)" tells those before.

    What it is a number of stands there too, and is money only where that sentence speaks of it.
    """
    before, behind = (
        text[max(amount.start - 1, 0) : amount.start],
        text[amount.end : amount.end + 1],
    )
    return before in {"(", "["} and behind in {")", "]"}


def _with_units_behind(amounts: list[Amount], text: str) -> list[Amount]:
    """Units told once, behind a list or change of counts ("from 138 to 209 staff")."""
    for at in range(len(amounts) - 2, -1, -1):
        amount, following = amounts[at], amounts[at + 1]
        if amount.kind is AmountKind.NUMBER and following.kind is AmountKind.QUANTITY:
            is_year = _YEAR.fullmatch(text[amount.start : amount.end])
            if not is_year and _CHANGED.fullmatch(text, amount.end, following.start):
                unit = following.unit
                amounts[at] = replace(amount, kind=AmountKind.QUANTITY, unit=unit)
    return amounts


def _with_bounds(amounts: Sequence[Amount], text: str) -> Iterator[Amount]:
    """All but the bare numbers; a hedge carries over a list of counts of more than one thing."""
    last: Amount | None = None
    for amount in amounts:
        if amount.kind is AmountKind.NUMBER:
            continue
        if last is not None and _carries(last, amount, text):
            amount = replace(amount, bound=last.bound)
        last = amount
        yield amount


def _carries(last: Amount, amount: Amount, text: str) -> bool:
    if amount.bound is not None or last.bound is None or amount.kind is not last.kind:
        return False
    return _LISTED.fullmatch(text, last.end, amount.start) is not None


def _words(lexicon: Lexicon, name: str) -> frozenset[str]:
    char = lexicon.classes[name]
    return frozenset(word for word, (found, _) in lexicon.words.items() if found == char)

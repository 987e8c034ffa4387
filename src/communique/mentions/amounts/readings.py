"""What the rules read: the numbers of a match, and what they are numbers of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from communique.mentions.amounts.amount import Amount, AmountKind
from communique.mentions.amounts.currencies import Currencies, Named
from communique.mentions.amounts.numbers import NumberWords
from communique.mentions.grammar.match import Match
from communique.mentions.grammar.numbers import Stated

# A weight is told within so many words of the pounds.
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Found(Match):
    """One match of a rule of the grammar of amounts.

    Attributes:
        numbers: The classes of number words.
    """

    numbers: NumberWords

    def number(self, name: str) -> Stated:
        """The number that a part states."""
        first, last = self.range_of(name)
        return self.numbers.number(self.classes[first:last], self.tokens[first:last])

    def factor(self, name: str) -> Decimal | None:
        """The multiplier in a part."""
        first, last = self.range_of(name)
        return self.numbers.factor(self.classes[first:last], self.tokens[first:last])

    def span(self) -> tuple[int, int]:
        """Offsets of the match in the text."""
        first, last = self.base + self.hit.start, self.base + self.hit.end
        return self.tokens[first].start, self.tokens[last - 1].end


@dataclass(frozen=True, slots=True)
class Context:
    """What the text has said before a match.

    Attributes:
        currencies: The nouns of currencies.
        named: Currencies and countries named so far.
    """

    currencies: Currencies
    named: Named


Read = Callable[[Found, Context], Amount | None]


def money(found: Found, context: Context) -> Amount | None:
    """A sum of money."""
    unit = found.string("unit")
    code: str | None = unit
    parts = Decimal(1)
    if unit in context.currencies.nouns:
        code = context.named.settle(unit, found.string("adjective"), found.span()[0])
        parts = context.currencies.nouns[unit].parts
    code = _said_again(found, context, code)
    if code is not None:
        context.named.sum_in(code)
    amount = _without_other_noun(found, context, _amount(found, AmountKind.MONEY, code), code)
    if "scale" in found:
        return _scaled(amount, found.factor("scale") or Decimal(1))
    if "part" in found:
        return replace(amount, low=_with_part(found, amount.low))
    return _scaled(amount, 1 / parts) if parts != 1 else amount


def local_money(found: Found, context: Context) -> Amount | None:
    """A sum behind an abbreviation; a bare number where the text names no country that has it."""
    code = context.named.settle(found.string("unit"), "", found.span()[0])
    if code is not None:
        context.named.sum_in(code)
        return _amount(found, AmountKind.MONEY, code)
    first, _ = found.range_of("low")
    return replace(_amount(found, AmountKind.NUMBER, None), start=found.tokens[first].start)


def _without_other_noun(found: Found, context: Context, amount: Amount, code: str | None) -> Amount:
    """In "the $31 billion mark" the mark is no currency."""
    noun = found.string("noun")
    if not noun or code in context.currencies.nouns[noun].codes:
        return amount
    return replace(amount, end=found.tokens[found.range_of("low")[1] - 1].end)


def pounds(found: Found, context: Context) -> Amount | None:
    """Money, or a weight where the words beside them tell so."""
    if "adjective" not in found and _is_weight(found):
        return _amount(found, AmountKind.QUANTITY, "pounds")
    code = context.named.settle("pound", found.string("adjective"), found.span()[0])
    context.named.sum_in(code)
    return _amount(found, AmountKind.MONEY, code)


def percent(found: Found, context: Context) -> Amount | None:
    """A percentage."""
    amount = _amount(found, AmountKind.PERCENT, None)
    return _scaled(amount, Decimal(-1)) if _is_negative(found) else amount


def measure(found: Found, context: Context) -> Amount | None:
    """A quantity; the rule may name the unit, or a multiplier that is part of it."""
    return _amount(found, AmountKind.QUANTITY, found.option("unit") or found.string("unit"))


def number(found: Found, context: Context) -> Amount | None:
    """A bare number."""
    return _amount(found, AmountKind.NUMBER, None)


def nothing(found: Found, context: Context) -> Amount | None:
    """What is no amount."""
    return None


READINGS: Mapping[str, Read] = MappingProxyType(
    {
        "local_money": local_money,
        "measure": measure,
        "money": money,
        "nothing": nothing,
        "number": number,
        "percent": percent,
        "pounds": pounds,
    }
)


def _amount(found: Found, kind: AmountKind, unit: str | None) -> Amount:
    low = found.number("low")
    high = found.number("high") if "high" in found else None
    if high is not None and low.value < high.value and found.factor("low") is None:
        # "4 to 5 billion": the multiplier of the upper end is that of the lower one, too.
        factor = found.factor("high") or Decimal(1)
        low = low.scaled(factor) if low.value * factor <= high.value else low
    start, end = found.span()
    amount = Amount(start, end, kind, low, high, unit, rule=found.hit.rule.id)
    factor_of_rule = found.option("factor")
    return _scaled(amount, Decimal(factor_of_rule)) if factor_of_rule else amount


def _scaled(amount: Amount, factor: Decimal) -> Amount:
    place = abs(factor)
    low = Stated(amount.low.value * factor, amount.low.place * place)
    high = amount.high and Stated(amount.high.value * factor, amount.high.place * place)
    return replace(amount, low=low, high=high)


def _said_again(found: Found, context: Context, code: str | None) -> str | None:
    """The currency that a code or noun behind the sum says more exactly."""
    if "code" in found:
        return found.string("code")
    noun = found.string("noun")
    if not noun:
        return code
    known = code in context.currencies.nouns[noun].codes
    if not found.string("whose") and (known or code is not None):
        return code
    return context.named.settle(noun, found.string("whose"), found.span()[0]) or code


def _with_part(found: Found, low: Stated) -> Stated:
    """Three dollars and forty cents."""
    part = found.number("part")
    return Stated(low.value + part.value / 100, Decimal("0.01"))


def _is_negative(found: Found) -> bool:
    return found.holds_class("MINUS") or found.holds_class("MINUS_SIGN")


def _is_weight(found: Found) -> bool:
    """Whether pounds are a weight: "500 pounds of rice", "(225 kg)", "weighs 150 pounds"."""
    names = found.lexicon.classes
    first, last = found.base + found.hit.start, found.base + found.hit.end
    around = found.classes[max(first - _BESIDE, 0) : first] + found.classes[last : last + _BESIDE]
    if names["HEAVY"] in around or names["UNIT"] in found.classes[last : last + _BESIDE]:
        return True
    if found.holds_class("DASH"):
        return True
    of_what = found.classes[last : last + 2]
    return of_what[:1] == names["OF"] and of_what[1:] != names["MONEY_NOUN"]

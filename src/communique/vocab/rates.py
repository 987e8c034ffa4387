"""Sums of different currencies, roughly compared: only to tell what is large from what is small."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import sqrt
from types import MappingProxyType

from communique.vocab.arithmetic import arithmetic

#: The currency of comparison, ISO 4217.
DOLLAR = "USD"


@cache
def units_per_dollar() -> Mapping[str, float]:
    """About how many units of a currency one US dollar bought, by ISO 4217 code.

    It is the geometric middle of the lowest and highest rate since 2000
    (`checks/arithmetic.yaml`), so a converted sum may be off by a factor of two, and of five for a
    currency that lost most of its worth.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    found = {code: sqrt(low * high) for code, (low, high) in arithmetic().per_dollar.items()}
    return MappingProxyType({DOLLAR: 1.0, **found})


def rough_dollars(value: float, currency: str | None) -> float | None:
    """A sum in US dollars, very roughly; None where no rate is known.

    Args:
        value: In the main unit of the currency.
        currency: ISO 4217 code, None where it is not told.
    """
    units = units_per_dollar().get(currency or "")
    return None if units is None else value / units

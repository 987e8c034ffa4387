"""Names of currencies as counted: "US dollars", from the vocabulary of amounts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from communique.vocab.amounts import Currency
from communique.vocab.loader import read_yaml

_CODE = 3


def counted_in(unit: str) -> str:
    """The name of a currency behind a number; what is no code of one stays as it is."""
    return _names().get(unit, unit) if len(unit) == _CODE else unit


@cache
def _names() -> Mapping[str, str]:
    """By code, the plural noun, with the word for the country where several share the noun.

    Raises:
        BadVocabulary: The file of the currencies breaks its schema.
    """
    path = files("communique.vocab") / "data/amounts/currencies.yaml"
    return MappingProxyType({c.code: _name(c) for c in read_yaml(path, tuple[Currency, ...])})


def _name(currency: Currency) -> str:
    plural = currency.nouns[1] if len(currency.nouns) > 1 else currency.nouns[0]
    return f"{currency.adjectives[0]} {plural}" if currency.adjectives else plural

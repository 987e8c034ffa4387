"""Which currency a noun means: from the words beside it, and from what the text has named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from communique.vocab.amounts import AmountVocabulary, Currency


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun that is counted may stand for.

    Attributes:
        codes: Codes of the currencies.
        default: The one that it means by itself, None where nobody can tell.
        countries: Finds names of the countries whose currencies share it; None where they do not
            matter.
        parts: How many of it make one of the currency.
    """

    codes: tuple[str, ...]
    default: str | None
    countries: re.Pattern[str] | None = None
    parts: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Currencies:
    """The nouns of currencies and of their parts.

    Attributes:
        nouns: By the noun in the singular.
        adjectives: Codes that an adjective or the name of a country may stand for.
    """

    nouns: Mapping[str, Noun]
    adjectives: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, vocabulary: AmountVocabulary) -> Currencies:
        """The nouns of a vocabulary."""
        nouns: dict[str, Noun] = {}
        adjectives: dict[str, tuple[str, ...]] = {}
        for currency in vocabulary.currencies:
            for word in currency.adjectives:
                adjectives[word] = (*adjectives.get(word, ()), currency.code)
        for name in {currency.nouns[0] for currency in vocabulary.currencies}:
            nouns[name] = _noun([c for c in vocabulary.currencies if c.nouns[0] == name])
        for sign in {sign for currency in vocabulary.currencies for sign in currency.signs}:
            sharing = [c for c in vocabulary.currencies if sign in c.signs]
            if len(sharing) > 1:
                nouns[sign] = _noun(sharing)
        for sign in {sign for currency in vocabulary.currencies for sign in currency.local}:
            nouns[sign] = _local([c for c in vocabulary.currencies if sign in c.local])
        for unit in vocabulary.minor_units:
            nouns[unit.nouns[0]] = Noun(unit.of, unit.of[0], parts=Decimal(unit.parts))
        return cls(nouns, adjectives)


def _noun(sharing: Sequence[Currency]) -> Noun:
    """What a noun stands for that some currencies share."""
    usual = next((c for c in sharing if c.default or len(sharing) == 1), None)
    open_to_text = len(sharing) > 1 and not (usual and usual.strong)
    countries = _countries(sharing) if open_to_text else None
    return Noun(tuple(c.code for c in sharing), usual.code if usual else None, countries)


def _local(sharing: Sequence[Currency]) -> Noun:
    """What an abbreviation stands for that only the name of a country makes money."""
    return Noun(tuple(c.code for c in sharing), None, _countries(sharing))


def _countries(sharing: Sequence[Currency]) -> re.Pattern[str] | None:
    """Finds the names of the countries of some currencies."""
    names = sorted((word for c in sharing for word in c.adjectives), key=len, reverse=True)
    choice = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)") if names else None


class Named:
    """The currencies and countries that a text names.

    A noun that several currencies share takes the country that was named last before it.
    """

    def __init__(self, currencies: Currencies, text: str) -> None:
        self._currencies = currencies
        self._text = text
        self._told: dict[str, str] = {}
        self._places: dict[str, tuple[list[int], list[str]]] = {}
        self._last: str | None = None

    def sum_in(self, code: str | None) -> None:
        """A sum of money in a currency."""
        self._last = code or self._last

    def settle(self, noun: str, adjective: str, at: int) -> str | None:
        """The currency of a counted noun, None where the text leaves it open.

        Args:
            noun: The noun in the singular, of the currency or of its part.
            adjective: Codes that the adjective before it may stand for, empty where there is none.
            at: Offset at which it stands.
        """
        known = self._currencies.nouns[noun]
        stated = next((code for code in adjective.split() if code in known.codes), None)
        if stated is not None:
            self._told[noun] = stated
            return stated
        return self._told.get(noun) or self._by_text(noun, known, at)

    def _by_text(self, noun: str, known: Noun, at: int) -> str | None:
        if known.parts != 1:
            # Of cents beside euros.
            return self._last if self._last in known.codes else known.default
        if known.countries is None:
            return known.default
        offsets, codes = self._named(noun, known.countries)
        if not codes or known.default in codes:
            return known.default
        return codes[max(bisect_right(offsets, at) - 1, 0)]

    def _named(self, noun: str, countries: re.Pattern[str]) -> tuple[list[int], list[str]]:
        """Where the text names countries with a currency of that noun, and the currencies."""
        if noun not in self._places:
            found = [
                (match.start(), code)
                for match in countries.finditer(self._text)
                for code in self._currencies.adjectives[match[0]]
                if code in self._currencies.nouns[noun].codes
            ]
            self._places[noun] = [start for start, _ in found], [code for _, code in found]
        return self._places[noun]

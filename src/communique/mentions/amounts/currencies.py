"""Which currency a noun means: from the words beside it, and from what the text has named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from communique.vocab.amounts import AmountVocabulary


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun that is counted may stand for.

    Attributes:
        codes: Codes of the currencies.
        default: The one that it means by itself, None where nobody can tell.
        strong: Whether it does so also in a text that names the country of another one.
        parts: How many of it make one of the currency.
    """

    codes: tuple[str, ...]
    default: str | None
    strong: bool
    parts: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Currencies:
    """The nouns of currencies and of their parts.

    Attributes:
        nouns: By the noun in the singular.
    """

    nouns: Mapping[str, Noun]

    @classmethod
    def of(cls, vocabulary: AmountVocabulary) -> Currencies:
        """The nouns of a vocabulary."""
        nouns: dict[str, Noun] = {}
        for name in {currency.nouns[0] for currency in vocabulary.currencies}:
            sharing = [c for c in vocabulary.currencies if c.nouns[0] == name]
            usual = next(
                (c for c in sharing if c.default), sharing[0] if len(sharing) == 1 else None
            )
            nouns[name] = Noun(
                codes=tuple(c.code for c in sharing),
                default=usual.code if usual else None,
                strong=bool(usual and usual.strong),
            )
        for unit in vocabulary.minor_units:
            nouns[unit.nouns[0]] = Noun(unit.of, unit.of[0], True, Decimal(unit.parts))
        return cls(nouns)


class Named:
    """The currencies and countries that the text has named so far, the latest first."""

    def __init__(self, currencies: Currencies) -> None:
        self._nouns = currencies.nouns
        self._told: dict[str, str] = {}
        self._countries: dict[str, None] = {}
        self._last: str | None = None

    def country(self, codes: str) -> None:
        """A country or nationality; `codes` are those of its currencies."""
        for code in codes.split():
            self._countries.pop(code, None)
            self._countries[code] = None

    def sum_in(self, code: str | None) -> None:
        """A sum of money in a currency."""
        self._last = code or self._last

    def settle(self, noun: str, adjective: str) -> str | None:
        """The currency of a counted noun, None where the text leaves it open.

        Args:
            noun: The noun in the singular, of the currency or of its part.
            adjective: Codes that the adjective before it may stand for, empty where there is none.
        """
        known = self._nouns[noun]
        code = self._qualified(known, adjective) or self._by_text(noun, known)
        if adjective and code:
            self._told[noun] = code
        return code

    def _qualified(self, noun: Noun, adjective: str) -> str | None:
        return next((code for code in adjective.split() if code in noun.codes), None)

    def _by_text(self, noun: str, known: Noun) -> str | None:
        if noun in self._told:
            return self._told[noun]
        if known.parts != 1:
            # Of cents beside euros.
            return self._last if self._last in known.codes else known.default
        named = [code for code in self._countries if code in known.codes]
        if not named or known.strong or known.default in named:
            return known.default
        return named[-1]

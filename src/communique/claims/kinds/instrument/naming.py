"""A place that names a document, and the numbers that count several."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.terms import InstrumentType

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "dozen": 12,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names a document or takes one up.

    Attributes:
        head: Its noun.
        tokens: Its name: the words without article, with what the document is about.
        noun: The word that tells the type, in lower case; empty for a known name.
        type: What sort of document it is; None for "the text".
        named: Whether it has a name of its own, in capitals.
        definite: Whether it is spoken of as known: "the agreement".
        distinct: Words of the name that tell which document it is, in lower case.
        acronym: In brackets after the name, or the name itself.
        count: How many, where the text counts them.
        plural: Whether the noun is in the plural.
        plain: Whether the noun is an everyday word without a name: "a plan".
        lead: Words that a list tells once for all: "resolutions" before the second number.
    """

    head: int
    tokens: range
    noun: str
    type: InstrumentType | None
    named: bool
    definite: bool
    distinct: frozenset[str]
    acronym: str | None = None
    count: int | None = None
    plural: bool = False
    plain: bool = False
    lead: range | None = None

    @property
    def bare(self) -> bool:
        """Whether it can only be understood from what went before."""
        return not self.distinct and self.count is None


def whole_number(word: str) -> int | None:
    """A small whole number in digits or letters; None for any other word."""
    if word.isdigit():
        return int(word)
    tens, _, unit = word.partition("-")
    if tens in _TENS and (not unit or unit in _UNITS):
        return _TENS[tens] + _UNITS.get(unit, 0)
    return _UNITS.get(word)

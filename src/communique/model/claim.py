"""A claim: one thing that one document asserts, tied to the exact words that assert it.

Here is what all kinds share; the slots of each kind are in `claims.slots`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from communique.model.mention import Bound
from communique.model.terms import ActorRole, Direction, Modality


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A stretch of the document's text that asserts a claim.

    Attributes:
        start: First code point in the document's text.
        end: One past the last code point.
        exact: Exactly `text[start:end]`.
    """

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """Quote a stretch of a text, without blanks at its ends.

        Raises:
            ValueError: Nothing but blanks lies between the offsets.
        """
        quoted = text[start:end]
        start += len(quoted) - len(quoted.lstrip())
        exact = quoted.strip()
        if not exact:
            raise ValueError(f"no words between {start} and {end}")
        return cls(start, start + len(exact), exact)


@dataclass(frozen=True, slots=True)
class When:
    """A period of days.

    Attributes:
        first: First day, None where the period is open towards the past.
        last: Last day, inclusive, None where it is open towards the future.
        text: The words that tell it.
    """

    first: date | None
    last: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Party:
    """A state, institution, grouping or other organisation.

    Attributes:
        name: Canonical English name.
        code: ISO 3166-1 alpha-2 code or usual acronym, None where it has none.
    """

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person, by the fullest name in the document."""

    name: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part in an event: a party, a person, or a person for a party."""

    role: ActorRole
    party: Party | None
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money.

    Attributes:
        value: In the main unit of the currency.
        currency: ISO 4217 code, None where the text leaves it open.
        bound: How the number is hedged.
    """

    value: int | float
    currency: str | None
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured quantity; `unit` is a symbol or a plural noun."""

    value: int | float
    unit: str
    bound: Bound | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moved.

    Attributes:
        value: By how much, in `unit`.
        unit: "percent", an ISO 4217 code or a plural noun.
        direction: Up or down.
        base: The period compared with, None where the text names none.
    """

    value: int | float
    unit: str
    direction: Direction
    base: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has.

    Attributes:
        id: Stable identifier; empty until `claims.identity` gives it.
        evidence: Where the text asserts it, in text order, at least one stretch.
        attributed_to: Who says so, when it is not the document's own voice.
        modality: How far the text stands by it.
    """

    kind: ClassVar[str]

    id: str = ""
    evidence: tuple[Evidence, ...]
    attributed_to: str | None = None
    modality: Modality = Modality.ASSERTED

"""What a text names: one class a kind of mention, fields as in the claim model.

`kind` and the field names are the keys of the JSON that `communique extract` prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

#: Marks the fields that explain a mention to people and are no part of its JSON.
FOR_PEOPLE: Mapping[str, bool] = MappingProxyType({"for_people": True})


class Bound(StrEnum):
    """How a stated number limits the true one."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span of the text that names something.

    Attributes:
        start: First code point in the document's text.
        end: One past the last code point.
        text: Exactly `document.text[start:end]`.
        rule: The rule that read it, where rules have names; told to people, not printed as JSON.
        anchored_on: From what a relative mention was counted, such as "publication date
            2024-02-02"; told to people, not printed as JSON.
    """

    kind: ClassVar[str]

    start: int
    end: int
    text: str
    rule: str | None = field(default=None, compare=False, metadata=FOR_PEOPLE)
    anchored_on: str | None = field(default=None, compare=False, metadata=FOR_PEOPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A time expression (TIMEX3).

    Attributes:
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value.
        first: First day covered, None if it can't be anchored.
        last: Last day covered, inclusive, None if it can't be anchored.
        approximate: Whether the text says about, around, early, late or the like.
    """

    kind: ClassVar[str] = "time"

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMention(Mention):
    """A sum of money.

    Attributes:
        value: In the main unit, scale applied; the lower end of a range.
        high: The upper end of a range, else None.
        currency: ISO 4217 code, None where the text leaves it open.
        bound: How the number is hedged.
        precision: The last stated place, in the main unit (100000000 for "37.7 billion").
    """

    kind: ClassVar[str] = "money"

    value: int | float
    high: int | float | None = None
    currency: str | None = None
    bound: Bound | None = None
    precision: int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentMention(Mention):
    """A percentage: `value` is 3.2 for "3.2 %"."""

    kind: ClassVar[str] = "percent"

    value: int | float
    bound: Bound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention(Mention):
    """A counted or measured quantity: `unit` is a symbol ("km") or a plural noun ("companies")."""

    kind: ClassVar[str] = "quantity"

    value: int | float
    unit: str
    bound: Bound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyMention(Mention):
    """A state, institution or grouping of the vocabulary.

    Attributes:
        name: Canonical English name.
        code: ISO 3166-1 alpha-2 code of a state, else the usual acronym, else None.
        metonym: Whether a place or building stands for the party ("Astana", "the White House").
    """

    kind: ClassVar[str] = "party"

    name: str
    code: str | None
    metonym: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationMention(Mention):
    """An organisation that the vocabulary does not hold; `name` is its fullest form in the text."""

    kind: ClassVar[str] = "organization"

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Mention):
    """A person; `name` is the fullest form in the text, without titles."""

    kind: ClassVar[str] = "person"

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place; `country` is an ISO 3166-1 alpha-2 code, None where unknown or shared."""

    kind: ClassVar[str] = "place"

    name: str
    country: str | None


#: The kinds of mention by their names.
MENTION_OF: Mapping[str, type[Mention]] = MappingProxyType(
    {
        shape.kind: shape
        for shape in (
            TimeMention,
            MoneyMention,
            PercentMention,
            QuantityMention,
            PartyMention,
            OrganizationMention,
            PersonMention,
            PlaceMention,
        )
    }
)

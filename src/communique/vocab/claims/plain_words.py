"""Plain names of the terms of the claim model, from their data file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib.resources import files
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict

from communique.model.mention import Bound
from communique.model.terms import (
    ActorRole,
    Direction,
    EventMode,
    EventStatus,
    EventType,
    Finance,
    Grade,
    Indicator,
    InstrumentAction,
    InstrumentType,
    Modality,
)
from communique.vocab.loader import read_yaml

T = TypeVar("T", bound=StrEnum)


def _all_of(terms: type[T]) -> Callable[[dict[T, str]], dict[T, str]]:
    """A check that every term of a list has its words."""

    def check(words: dict[T, str]) -> dict[T, str]:
        missing = [term.value for term in terms if term not in words]
        if missing:
            raise ValueError(f"no words for {', '.join(missing)}")
        return words

    return check


class Counted(BaseModel):
    """A noun in the singular and the plural."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    one: str
    many: str

    def told(self, count: int) -> str:
        """The noun with its number: "1 event", "3 events"."""
        return f"{count} {self.one if count == 1 else self.many}"


class PlainWords(BaseModel):
    """Words for people, by list of terms; `kinds` are the kinds of claim."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: Mapping[str, Counted]
    modality: Annotated[dict[Modality, str], AfterValidator(_all_of(Modality))]
    event_type: Annotated[dict[EventType, str], AfterValidator(_all_of(EventType))]
    event_mode: Annotated[dict[EventMode, str], AfterValidator(_all_of(EventMode))]
    event_status: Annotated[dict[EventStatus, str], AfterValidator(_all_of(EventStatus))]
    actor_role: Annotated[dict[ActorRole, str], AfterValidator(_all_of(ActorRole))]
    instrument_type: Annotated[dict[InstrumentType, str], AfterValidator(_all_of(InstrumentType))]
    instrument_action: Annotated[
        dict[InstrumentAction, str], AfterValidator(_all_of(InstrumentAction))
    ]
    grade: Annotated[dict[Grade, str], AfterValidator(_all_of(Grade))]
    finance: Annotated[dict[Finance, str], AfterValidator(_all_of(Finance))]
    indicator: Annotated[dict[Indicator, str], AfterValidator(_all_of(Indicator))]
    direction: Annotated[dict[Direction, str], AfterValidator(_all_of(Direction))]
    bound: Annotated[dict[Bound, str], AfterValidator(_all_of(Bound))]

    def of(self, term: StrEnum) -> str:
        """The words for a term."""
        words: Mapping[StrEnum, str] = getattr(self, list_name(type(term)))
        return words[term]


def list_name(terms: type[StrEnum]) -> str:
    """The name of a list of terms in the file: "event_type" of `EventType`."""
    name = terms.__name__
    return "".join(f"_{c.lower()}" if c.isupper() and n else c.lower() for n, c in enumerate(name))


def load_plain_words() -> PlainWords:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/claims/plain_words.yaml", PlainWords)

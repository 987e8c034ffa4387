"""Years from which anniversaries are counted, from `records/foundings.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from communique.vocab.loader import read_yaml

Year = Annotated[int, Field(ge=1500, le=2100)]
Years = Annotated[tuple[Year, ...], Field(min_length=1)]


class _Sourced(BaseModel):
    """What all entries have: the years that are celebrated, and where they are found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    years: Years
    source: str = Field(min_length=8)


class Independence(_Sourced):
    """The independence of a state, by its ISO code."""

    party: str


class Relations(_Sourced):
    """The establishment of diplomatic relations between two parties, by their codes."""

    parties: tuple[str, str]


class Founding(_Sourced):
    """The founding of an organisation or the making of a treaty, by the names in use."""

    names: tuple[str, ...] = Field(min_length=1)


class Foundings(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    independence: tuple[Independence, ...]
    relations: tuple[Relations, ...]
    foundings: tuple[Founding, ...]
    jubilees: Mapping[str, int]
    ordinals: Mapping[str, int]
    tens: Mapping[str, int]
    beginnings: tuple[str, ...]
    ahead: tuple[str, ...]
    behind: tuple[str, ...]
    marks: tuple[str, ...]
    greets: tuple[str, ...]
    turns: tuple[str, ...]
    begun: tuple[str, ...]
    freed: tuple[str, ...]


@cache
def foundings() -> Foundings:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/foundings.yaml", Foundings)

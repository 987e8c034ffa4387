"""Words by which a sentence tells a statistic, from `checks/tellings.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.model.terms import Indicator
from communique.vocab.loader import read_yaml


class Measured(BaseModel):
    """Words for one measure; the file tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: Indicator
    name: str = ""
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    moving: tuple[str, ...]
    between: bool
    goods: bool = False
    units: tuple[str, ...] = ()
    people: bool = False


class Tellings(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measures: tuple[Measured, ...]
    investors: tuple[str, ...]
    goods: tuple[str, ...]
    crossing: tuple[str, ...]
    receiving: frozenset[str]
    others: frozenset[str]
    strangers: frozenset[str]
    rose: tuple[str, ...]
    fell: tuple[str, ...]
    rise: tuple[str, ...]
    fall: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    fractions: Mapping[str, float]
    multiples: Mapping[str, float]
    hedges: tuple[str, ...]
    compared: tuple[str, ...]
    year_before: tuple[str, ...]
    step_before: tuple[str, ...]
    past_year: tuple[str, ...]
    saying: tuple[str, ...]
    putting: tuple[str, ...]
    quoting: tuple[str, ...]
    data: tuple[str, ...]
    newsrooms: frozenset[str]


@cache
def tellings() -> Tellings:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/tellings.yaml", Tellings)

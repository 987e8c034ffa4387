"""How texts tell that numbers belong together, from `checks/arithmetic.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml

_Range = tuple[float, float]


class Hedges(BaseModel):
    """Words before a bare number, by what they make of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: tuple[str, ...]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]


class PartWords(BaseModel):
    """How wholes and parts are told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    made_of: tuple[str, ...]
    summed: tuple[str, ...]
    summed_behind: tuple[str, ...]
    summing: tuple[str, ...]
    summed_up: tuple[str, ...]
    summing_plainly: tuple[str, ...]
    running: tuple[str, ...]
    some: tuple[str, ...]
    nested: tuple[str, ...]
    not_all: tuple[str, ...]
    shared: tuple[str, ...]
    these: tuple[str, ...]
    cover: tuple[str, ...]
    partly: tuple[str, ...]
    instalments: tuple[str, ...]
    partition: tuple[str, ...]
    entire: tuple[str, ...]
    measured: tuple[str, ...]
    rest: tuple[str, ...]
    named: tuple[str, ...]
    as_large: tuple[str, ...]
    added: tuple[str, ...]
    adding: tuple[str, ...]
    alien: tuple[str, ...]
    alien_behind: tuple[str, ...]


class Arithmetic(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    currencies: Mapping[str, str]
    scales: Mapping[str, int]
    fractions: Mapping[str, _Range]
    factors: Mapping[str, _Range]
    hedges: Hedges
    words: Mapping[str, tuple[str, ...]]
    per_dollar: Mapping[str, _Range]
    flows: Mapping[str, tuple[str, ...]]
    parts: PartWords
    pledging: tuple[str, ...]
    pieces: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]


@cache
def arithmetic() -> Arithmetic:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/arithmetic.yaml", Arithmetic)


@cache
def any_word(name: str) -> re.Pattern[str]:
    """A pattern of the words of a list, whole.

    Args:
        name: Name of the list, a key of `words`.
    """
    return re.compile(rf"\b(?:{'|'.join(arithmetic().words[name])})\b")

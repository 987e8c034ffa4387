"""Words by which numbered gatherings are read, from `checks/occasions.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class OccasionWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gatherings: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[str, ...]]
    bare: frozenset[str]
    empty: frozenset[str]
    sits: frozenset[str]
    joint: frozenset[str]
    often: frozenset[str]
    stops: frozenset[str]
    owners: frozenset[str]
    relative: tuple[str, ...]
    forms: tuple[str, ...]
    parts: tuple[str, ...]


@cache
def occasion_words() -> OccasionWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/occasions.yaml", OccasionWords)

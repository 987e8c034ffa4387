"""Words by which totals are restated and parts named, from `records/restating.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Restating(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    totals: tuple[str, ...]
    raising: tuple[str, ...]
    determiners: tuple[str, ...]
    formers: tuple[str, ...]
    added: frozenset[str]
    parts: tuple[str, ...]
    opening_parts: tuple[str, ...]
    scales: Mapping[str, int]


@cache
def restating() -> Restating:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/restating.yaml", Restating)

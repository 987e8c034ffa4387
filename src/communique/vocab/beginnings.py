"""Words by which documents tell when something began, from `checks/beginnings.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Act(BaseModel):
    """A way in which things begin.

    Attributes:
        verbs: Behind "was", or before what it begins.
        nouns: Before "of".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verbs: tuple[str, ...]
    nouns: tuple[str, ...]


class BeginningWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    acts: Mapping[str, Act]
    marks: tuple[str, ...]
    stops: frozenset[str]
    counts: Mapping[str, int]
    spans: Mapping[str, int]
    metals: Mapping[str, int]
    now: tuple[str, ...]


@cache
def beginning_words() -> BeginningWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/beginnings.yaml", BeginningWords)

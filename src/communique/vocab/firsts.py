"""Words by which something is said to happen for the first time, from `checks/firsts.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class FirstWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    plain: tuple[str, ...]
    levels: tuple[str, ...]
    visits: tuple[str, ...]
    meetings: tuple[str, ...]
    calls: tuple[str, ...]
    documents: Mapping[str, tuple[str, ...]]
    stand_for: Mapping[str, tuple[str, ...]]
    limits: tuple[str, ...]


@cache
def first_words() -> FirstWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/firsts.yaml", FirstWords)

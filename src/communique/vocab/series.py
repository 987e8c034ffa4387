"""Words that tell which statistic a figure is a value of, from `checks/series.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class SeriesWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    synonyms: Mapping[str, str]
    alike: Mapping[str, str]
    scopes: Mapping[str, frozenset[str]]
    manners: frozenset[str]
    names: tuple[str, ...]
    unsettled: frozenset[str]
    compilers: frozenset[str]
    empty: frozenset[str]
    flows: frozenset[str]
    flowing: frozenset[str]


@cache
def series_words() -> SeriesWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/series.yaml", SeriesWords)

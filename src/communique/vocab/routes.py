"""How texts tell routes, from `routes.yaml`; the file tells what each list is for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class RouteWords(BaseModel):
    """What the file says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: Mapping[str, tuple[str, ...]]
    lines: tuple[str, ...]
    before_noun: tuple[str, ...]
    journeys: Mapping[str, tuple[str, ...]]
    linking: tuple[str, ...]
    through: tuple[str, ...]
    places: tuple[str, ...]
    apart: tuple[str, ...]


@cache
def route_words() -> RouteWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/routes.yaml", RouteWords)

"""Words that tell nothing when descriptions are compared, from `descriptions.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class DescriptionWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grammar: frozenset[str]
    undertaking: frozenset[str]
    currencies: frozenset[str]
    measuring: frozenset[str]
    sources: frozenset[str]
    endings: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...]


@cache
def description_words() -> DescriptionWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/descriptions.yaml", DescriptionWords)

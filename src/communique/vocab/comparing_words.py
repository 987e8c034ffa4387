"""Words that tell nothing when descriptions are compared, from `comparing_words.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class ComparingWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grammar: frozenset[str]
    undertaking: frozenset[str]
    sources: frozenset[str]
    endings: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...]


@cache
def comparing_words() -> ComparingWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/comparing_words.yaml", ComparingWords)

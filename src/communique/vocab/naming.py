"""Words by which names told in several ways are compared, from `checks/naming.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class NamingWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    dropped: frozenset[str]
    synonyms: Mapping[str, str]
    topics: frozenset[str]
    general: frozenset[str]


@cache
def naming_words() -> NamingWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/naming.yaml", NamingWords)

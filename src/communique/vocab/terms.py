"""Words around terms and durations, from `records/terms.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Lasting(BaseModel):
    """One sort of thing that lasts; the file tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: tuple[str, ...]
    generic: tuple[str, ...] = ()
    done: tuple[str, ...]


class TermWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    counted: tuple[str, ...]
    stages: tuple[tuple[str, ...], ...]
    otherwise: tuple[str, ...]
    travels: tuple[str, ...]
    lasts: tuple[str, ...]
    parts: tuple[str, ...]
    lasting: tuple[Lasting, ...]


@cache
def term_words() -> TermWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/terms.yaml", TermWords)

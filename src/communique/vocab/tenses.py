"""Wordings by which a text tells what lies behind and what ahead, from `records/tenses.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Tenses(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    done: tuple[str, ...]
    happened: tuple[str, ...]
    acted: tuple[str, ...]
    gathered: tuple[str, ...]
    ahead: tuple[str, ...]
    verbs: tuple[str, ...]
    gatherings: tuple[str, ...]
    between: tuple[str, ...]
    unreal: tuple[str, ...]
    retold: tuple[str, ...]


@cache
def tenses() -> Tenses:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/tenses.yaml", Tenses)

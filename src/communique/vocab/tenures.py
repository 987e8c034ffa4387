"""Words by which documents tell who holds, leaves and takes a post, from `checks/tenures.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class TenureWords(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    posts: frozenset[str]
    bodies: frozenset[str]
    heads: frozenset[str]
    central: tuple[str, ...]
    fields: frozenset[str]
    local: frozenset[str]
    no_field: frozenset[str]
    passing: tuple[str, ...]
    changing: tuple[str, ...]
    takes: tuple[str, ...]
    given: tuple[str, ...]
    leaving: tuple[str, ...]
    right_before: tuple[str, ...]
    entering: tuple[str, ...]
    meanwhile: tuple[str, ...]
    left_to: tuple[str, ...]
    new: tuple[str, ...]
    between: frozenset[str]


@cache
def tenure_words() -> TenureWords:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/tenures.yaml", TenureWords)

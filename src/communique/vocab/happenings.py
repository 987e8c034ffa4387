"""Acts and things of which several documents may tell, from `checks/happenings.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Act(BaseModel):
    """One sort of act; the file tells what each entry is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    told: str
    words: tuple[str, ...]
    days: int | None = None
    place: bool = False


class Happenings(BaseModel):
    """What the file says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    acts: tuple[Act, ...]
    documents: tuple[str, ...]
    works: tuple[str, ...]
    gatherings: tuple[str, ...]
    money: tuple[str, ...]
    posts: tuple[str, ...]
    apart: tuple[str, ...]
    parts: tuple[str, ...]
    refers: tuple[str, ...]
    no_names: frozenset[str]


@cache
def happening_words() -> Happenings:
    """The packaged data, read once.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/checks/happenings.yaml", Happenings)


@cache
def apart_words() -> re.Pattern[str]:
    """One pattern that fits any word that tells of another act, or of a part.

    Raises:
        BadVocabulary: The file breaks its schema.
    """
    words = "|".join(map(re.escape, happening_words().parts))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

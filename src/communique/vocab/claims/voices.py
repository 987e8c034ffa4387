"""Words that tell who speaks and how sure it is, from their data file."""

from __future__ import annotations

from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Voices(BaseModel):
    """Sets of words in their dictionary form; the file tells what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    saying: frozenset[str]
    according: frozenset[str]
    planning: frozenset[str]
    planning_nouns: frozenset[str]
    planning_adjectives: frozenset[str]
    future: frozenset[str]
    possible: frozenset[str]
    suppositions: frozenset[str]
    perhaps: frozenset[str]
    denying: frozenset[str]


def load_voices() -> Voices:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/claims/voices.yaml", Voices)

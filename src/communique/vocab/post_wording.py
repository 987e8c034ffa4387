"""Words that tell posts apart when tenures are compared, from `records/post_wording.yaml`."""

from __future__ import annotations

from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Field(BaseModel):
    """A field of government that states name differently.

    Attributes:
        post: Key of the post that all its wordings name.
        nouns: What the wording begins or ends with.
        words: Of which the wording has one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    post: str
    nouns: tuple[str, ...]
    words: tuple[str, ...]


class PostWording(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ranks: frozenset[str]
    degrees: frozenset[str]
    same: frozenset[str]
    own: frozenset[str]
    fields: tuple[Field, ...]


def load_post_wording() -> PostWording:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/post_wording.yaml", PostWording)

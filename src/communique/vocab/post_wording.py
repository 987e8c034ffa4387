"""Words that tell posts apart when tenures are compared, from `records/post_wording.yaml`."""

from __future__ import annotations

from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class PostWording(BaseModel):
    """What the file says; it tells what each list is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ranks: frozenset[str]
    same: frozenset[str]
    own: frozenset[str]


def load_post_wording() -> PostWording:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/post_wording.yaml", PostWording)

"""Words by which names and quotes are compared when claims are merged, from their data file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Wording(BaseModel):
    """Words of names and quotes by what they tell; the file tells what each list is for.

    Attributes:
        empty: Words that tell nothing.
        forms: Nouns of gatherings and documents.
        plain: Words for subjects that many have.
        versions: Words that set a document apart from another of the same name, by the name of what
            they have in common.
        ordinals: Numbers in words.
        levels: Words for who meets, by the name of the level.
        reporting: Words by which any quote reports.
        retrospect: Words by which a text looks back on what is no news.
        open_to_all: Words in names of instruments that any state may join.
        venues: Towns besides capitals that see meetings of all the world.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    empty: frozenset[str]
    forms: frozenset[str]
    plain: frozenset[str]
    versions: Mapping[str, frozenset[str]]
    ordinals: Mapping[str, int]
    levels: Mapping[str, frozenset[str]]
    reporting: frozenset[str]
    retrospect: frozenset[str]
    open_to_all: frozenset[str]
    venues: frozenset[str]


def load_wording() -> Wording:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/records/wording.yaml", Wording)

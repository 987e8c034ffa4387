"""Words around a name that tell what it stands for, from `name_cues.yaml`."""

from __future__ import annotations

from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class NameCues(BaseModel):
    """Sets of lower-case words; the file says beside each what it is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    where: frozenset[str]
    ways: frozenset[str]
    from_party: frozenset[str]
    with_party: frozenset[str]
    always_party: frozenset[str]
    relations: frozenset[str]
    described: frozenset[str]
    not_party_after: frozenset[str]
    money_after: frozenset[str]
    language_before: frozenset[str]
    located: frozenset[str]
    directions: frozenset[str]
    saying: frozenset[str]
    kin: frozenset[str]
    undertaking: frozenset[str]
    capital_words: frozenset[str]
    calendar: frozenset[str]
    post_links: frozenset[str]
    post_joints: frozenset[str]


def load_name_cues() -> NameCues:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data" / "name_cues.yaml", NameCues)

"""Words that stand for parties and persons without naming them, from their data file."""

from __future__ import annotations

from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Referents(BaseModel):
    """Words that take up somebody named elsewhere; the file tells what each list is for.

    Attributes:
        speakers: First-person words: the document's own parties.
        several: Words for several parties named before.
        one_person: Words for one person named before.
        one_party: Words for one party named before.
        taking_up: Nouns that in the plural take up what was named before.
        institutions: Nouns that after "the" mean those of the party told before.
        media: Words in the names of newspapers and stations.
        taking_up_with: Words that such a noun may have beside it.
        for_states: Those of them that mean states and not their persons.
        bodies: Nouns that after "the" mean a body of that name told before.
        any_body: Those of them that mean any body, whatever its name.
        groups: Nouns for people who belong to the state that they are in.
        agents: Nouns that stand for the party in their phrase.
        administrations: Nouns for a government that is named by its head.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    speakers: frozenset[str]
    several: frozenset[str]
    one_person: frozenset[str]
    one_party: frozenset[str]
    taking_up: frozenset[str]
    taking_up_with: frozenset[str]
    for_states: frozenset[str]
    institutions: frozenset[str]
    bodies: frozenset[str]
    any_body: frozenset[str]
    groups: frozenset[str]
    agents: frozenset[str]
    media: frozenset[str]
    administrations: frozenset[str]


def load_referents() -> Referents:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/claims/referents.yaml", Referents)

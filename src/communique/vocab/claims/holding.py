"""Words around posts, from their data file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from communique.vocab.loader import read_yaml


class Holding(BaseModel):
    """Words that tell who holds a post, and for whom; the file tells what each list is for.

    Attributes:
        past: Words that make a post a past one.
        passed_over: Words before a post that are no part of it.
        ranks: Words before a post that are part of it.
        determiners: Articles and possessives before a post.
        being: Words between a name and a post that the person is said to hold.
        predicating: Those of them of which one must be there.
        peers: Nouns for somebody with the same post elsewhere.
        list_words: Words between the members of a list of holders.
        generic_plurals: Canonical posts, in lower case, whose plurals introduce anybody.
        government_bodies: Nouns of bodies that are kept in the wording of a post.
        courtesies: Canonical posts, in lower case, that also serve as courtesy titles.
        honours: Canonical posts, in lower case, that bare before a name are no office.
        no_people: Last words of names of places and things that hold the name of a person.
        any_field: Canonical posts, in lower case, before which any capitalised noun is a field.
        no_titles: Canonical posts, in lower case, that bare before a name are no title.
        delegations: Nouns after a state for its people at a meeting.
        institutional: Canonical posts, in lower case, of institutions rather than states.
        chairs: Words of posts of those who chair a body, who are of no state.
        government_publishers: Words in the names of publishers that are parts of a government.
        lacking: By code of a state, words of posts that it does not have.
        owners: Name of the one party that has the posts beginning with a wording.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    past: frozenset[str]
    passed_over: frozenset[str]
    ranks: frozenset[str]
    determiners: frozenset[str]
    being: frozenset[str]
    predicating: frozenset[str]
    peers: frozenset[str]
    list_words: frozenset[str]
    generic_plurals: frozenset[str]
    government_bodies: frozenset[str]
    courtesies: frozenset[str]
    honours: frozenset[str]
    no_people: frozenset[str]
    any_field: frozenset[str]
    no_titles: frozenset[str]
    owners: Mapping[str, str]
    delegations: frozenset[str]
    institutional: frozenset[str]
    chairs: frozenset[str]
    government_publishers: frozenset[str]
    lacking: Mapping[str, frozenset[str]]


def load_holding() -> Holding:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/claims/holding.yaml", Holding)

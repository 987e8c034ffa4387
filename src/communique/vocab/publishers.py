"""For whom publishers speak, from their data file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from pydantic import Field

from communique.vocab.loader import read_yaml
from communique.vocab.schema import Entry


class Outsiders(Entry):
    """Publishers that speak for no party, whatever their name or address looks like.

    Attributes:
        names: Their names, in lower case.
        hosts: Hosts of their addresses; a host stands for all below it.
        words: Words in the names of media, in lower case.
    """

    names: frozenset[str] = Field(strict=False)
    hosts: frozenset[str] = Field(strict=False)
    words: frozenset[str] = Field(strict=False)


class Joint(Entry):
    """How the title of a document tells that several parties issued it together.

    Attributes:
        marks: Words that say "together", in lower case.
        documents: Nouns of documents that parties issue together, in lower case.
        instruments: Nouns of documents that are joint by what they are, if their title goes on
            with one of `between`.
        authors: Words after which the authors stand ("by").
        between: Words after which the parties of an instrument stand.
        subjects: Words with which the subject begins, where the authors end.
        fillers: What else may stand before the mark without making the title a news headline.
    """

    marks: frozenset[str] = Field(strict=False)
    documents: frozenset[str] = Field(strict=False)
    instruments: frozenset[str] = Field(strict=False)
    authors: frozenset[str] = Field(strict=False)
    between: frozenset[str] = Field(strict=False)
    subjects: frozenset[str] = Field(strict=False)
    fillers: frozenset[str] = Field(strict=False)


class Publishers(Entry):
    """Knowledge of publishers; the file tells what each list is for.

    Attributes:
        outsiders: Who speaks for nobody.
        hosts: Code or name of the party for which a host speaks; a host stands for all below it.
        government_domains: Second-level domains of governments, below the domain of a state.
        government_hosts: Names directly below the domain of a state that its organs use.
        country_domains: States whose domain is not their code, by domain.
        bodies: Words in names of bodies that speak for their state or institution, in lower case.
        joint: What makes a document joint.
    """

    outsiders: Outsiders
    hosts: Mapping[str, str]
    government_domains: frozenset[str] = Field(strict=False)
    government_hosts: frozenset[str] = Field(strict=False)
    country_domains: Mapping[str, str]
    bodies: frozenset[str] = Field(strict=False)
    joint: Joint


def load_publishers() -> Publishers:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/publishers.yaml", Publishers)

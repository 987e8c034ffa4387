"""Nouns of documents that parties make, and the words for the steps of their life."""

from __future__ import annotations

from importlib.resources import files

from pydantic import BaseModel, ConfigDict, Field

from communique.model.terms import InstrumentAction, InstrumentType
from communique.vocab.loader import read_yaml


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TypeWords(_Entry):
    """Words for one type of document; the file tells what each list is for."""

    type: InstrumentType
    nouns: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    acronyms: frozenset[str] = frozenset()


class KnownName(_Entry):
    """A name without a word that would tell what it is."""

    name: str
    type: InstrumentType


class StepWords(_Entry):
    """One way to tell a step; the file tells what each list is for."""

    action: InstrumentAction
    done: frozenset[str] = frozenset()
    does: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    types: frozenset[InstrumentType] = frozenset(InstrumentType)
    by: frozenset[str] = frozenset()
    plain: bool = False
    named: bool = False
    unnamed: bool = False
    finished: bool = False
    example: str = Field(min_length=1)


class Instruments(_Entry):
    """Everything the file says.

    Attributes:
        types: Nouns by type.
        known: Names without a noun that tells.
        signed_as: What a framework is once signed, by its noun.
        listing: Words that make the lines below a heading documents that were signed.
        generic: Nouns that take up any document.
        carriers: Nouns that stand for a document that hangs on them.
        empty: Words that do not tell which document is meant.
        versions: Words that tell a document from another one of the same name.
        plurals: Plurals that the lemmatiser leaves as they are.
        own: Words that make a naming mean the text itself.
        domestic: Words in front of a noun that make it no instrument.
        foreign: Nouns that are one all the same, by such a word.
        signable: Type of the nouns that are a document where somebody signs it.
        striving: Words that make reaching a document a matter of talks.
        aims: Words between talks and what they are for.
        talks: Talks and efforts.
        ending: Verbs that end talks.
        closing: Nouns for an end of talks that came to something.
        acts: What is declared by a word rather than a document.
        launched_as: What a framework is once launched, by its noun.
        bilateral: Words of the names of agreements between two states.
        truces: Words of documents that end a fight or free captives.
        relations: Words of a partnership that is how two sides stand.
        steps: Rules for the steps, in order.
    """

    types: tuple[TypeWords, ...]
    known: tuple[KnownName, ...]
    signed_as: dict[str, InstrumentType]
    listing: frozenset[str]
    generic: frozenset[str]
    carriers: frozenset[str]
    empty: frozenset[str]
    versions: frozenset[str]
    plurals: dict[str, str]
    own: frozenset[str]
    domestic: frozenset[str]
    foreign: dict[str, frozenset[str]]
    signable: dict[str, InstrumentType]
    striving: frozenset[str]
    aims: frozenset[str]
    talks: frozenset[str]
    ending: frozenset[str]
    closing: frozenset[str]
    acts: frozenset[str]
    launched_as: dict[str, InstrumentType]
    bilateral: frozenset[str]
    truces: frozenset[str]
    relations: frozenset[str]
    steps: tuple[StepWords, ...]


def load_instruments() -> Instruments:
    """Read the file.

    Raises:
        BadVocabulary: It breaks its schema.
    """
    return read_yaml(files("communique.vocab") / "data/claims/instruments.yaml", Instruments)

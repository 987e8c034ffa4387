"""What the finders of names know: the vocabulary in the forms they look things up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from communique.vocab.claims.leaders import load_leaders
from communique.vocab.given_names import load_given_names
from communique.vocab.lexicon import Lexicon, party_lexicon, phrase_lexicon, post_lexicon
from communique.vocab.loader import Vocabulary, load_vocabulary
from communique.vocab.name_cues import NameCues, load_name_cues
from communique.vocab.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Names and name words, ready for look-up.

    Attributes:
        parties: States, institutions and groupings; leads to `PartySense`.
        posts: Posts in all wordings; leads to `Post`.
        honorifics: Courtesy titles before a name.
        gazetteer: Populated places of the world.
        given_names: Given names that are not words as well.
        renowned: Persons whom reports name without post or first name.
        particles: Lower-case words inside a person's name.
        suffixes: What may follow a name and belongs to it.
        organization_heads: Nouns that make a capitalised phrase an organisation.
        company_suffixes: Legal forms of companies.
        company_heads: Nouns that names of companies end in.
        place_heads: Nouns that make a capitalised phrase a place.
        place_openers: Those that stand before the name: "Lake Balkhash".
        never_names: Capitalised words that are no part of a person's name.
        portfolios: Words that fields of government are named with.
        gatherings: Nouns of events and documents.
        states: Canonical name of each state, by its code.
        members: Codes of the present member states of a region or format, by its name.
        regions: Names of parts of the world.
        cues: Words around a name that tell what it stands for.
    """

    parties: Lexicon
    posts: Lexicon
    honorifics: Lexicon
    gazetteer: Gazetteer
    given_names: frozenset[str]
    renowned: Lexicon
    particles: frozenset[str]
    suffixes: frozenset[str]
    organization_heads: frozenset[str]
    company_suffixes: frozenset[str]
    company_heads: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    never_names: frozenset[str]
    portfolios: frozenset[str]
    gatherings: frozenset[str]
    states: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]
    regions: frozenset[str]
    cues: NameCues

    @classmethod
    def load(cls) -> Knowledge:
        """Read the vocabulary that ships with the package.

        Raises:
            BadVocabulary: A vocabulary file breaks its schema.
        """
        return cls.of(load_vocabulary(), Gazetteer.load(), load_name_cues())

    @classmethod
    def of(cls, vocabulary: Vocabulary, gazetteer: Gazetteer, cues: NameCues) -> Knowledge:
        """Prepare a vocabulary for look-up."""
        words = vocabulary.name_words
        return cls(
            parties=party_lexicon(vocabulary, gazetteer),
            posts=post_lexicon(vocabulary),
            honorifics=phrase_lexicon(words.honorifics),
            gazetteer=gazetteer,
            given_names=load_given_names(words),
            renowned=phrase_lexicon(load_leaders().alone),
            particles=_lower(words.particles),
            suffixes=_lower(suffix.rstrip(".") for suffix in words.suffixes),
            organization_heads=_lower(words.organization_heads),
            company_suffixes=_lower(suffix.rstrip(".") for suffix in words.company_suffixes),
            company_heads=_lower(words.company_heads),
            place_heads=_lower(words.place_heads),
            place_openers=_lower(words.place_openers),
            never_names=_lower(words.never_names),
            portfolios=_lower(words.portfolios),
            gatherings=_lower(words.gatherings),
            states=MappingProxyType({state.code: state.name for state in vocabulary.states}),
            members=MappingProxyType(dict(_members(vocabulary))),
            regions=frozenset(g.name for g in vocabulary.groupings if g.type == "region"),
            cues=cues,
        )


def _lower(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _members(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The member states of each grouping that consists of states alone."""
    codes = {state.code for state in vocabulary.states}
    for grouping in vocabulary.groupings:
        members = tuple(m.party for m in grouping.members if m.until is None)
        if members and codes.issuperset(members):
            yield grouping.name, members

"""Parties of the vocabulary by the name or code that a person types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from communique.model.claim import Party
from communique.vocab.loader import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class PartyNames:
    """Finds the party that a name or code means."""

    _parties: Mapping[str, Party]

    @classmethod
    def load(cls) -> Self:
        """From the vocabulary that ships with the package.

        Raises:
            BadVocabulary: A file breaks its schema.
        """
        return cls.of(load_vocabulary())

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Self:
        """From a vocabulary; codes and canonical names go before other names."""
        parties: dict[str, Party] = {}
        others: dict[str, set[Party]] = defaultdict(set)
        for party, names in _named(vocabulary):
            for name in (party.code, party.name):
                if name:
                    parties.setdefault(_folded(name), party)
            for name in names:
                others[_folded(name)].add(party)
        # A name that several go by means none of them for sure.
        alone = {name: found.pop() for name, found in others.items() if len(found) == 1}
        return cls(MappingProxyType({**alone, **parties}))

    def find(self, words: str) -> Party | None:
        """The party of that name or code, in any case; None where the vocabulary has none."""
        return self._parties.get(_folded(words))


def _named(vocabulary: Vocabulary) -> Iterator[tuple[Party, tuple[str, ...]]]:
    for state in vocabulary.states:
        official = (state.official,) if state.official else ()
        yield Party(state.name, state.code), (*official, *state.names)
    for institution in vocabulary.institutions:
        yield Party(institution.name, institution.code), institution.names
    for grouping in vocabulary.groupings:
        yield Party(grouping.name, grouping.code), grouping.names


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

"""All claims of a document, by the grammar: finders, choices, gate, ids."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from communique.claims.grounding import grounded
from communique.claims.identity import identified
from communique.claims.knowledge import ClaimKnowledge
from communique.claims.reading import Reading
from communique.claims.registry import FINDERS, ClaimFinder
from communique.claims.resolve import resolve
from communique.mentions.finder import Named
from communique.model.claim import Claim


class Claims(NamedTuple):
    """The claims of a document.

    Attributes:
        claims: By kind, then in text order.
        refused: Number of claims that the gate refused, by reason.
    """

    claims: tuple[Claim, ...]
    refused: Counter[str]


@dataclass(frozen=True, slots=True)
class GrammarExtractor:
    """Finds claims by grammar.

    Attributes:
        knowledge: Data that several kinds share.
        finders: One a kind.
    """

    knowledge: ClaimKnowledge
    finders: tuple[ClaimFinder, ...]

    @classmethod
    def load(cls) -> GrammarExtractor:
        """Read the data files.

        Raises:
            BadVocabulary: One breaks its schema.
        """
        return cls(ClaimKnowledge.load(), tuple(load() for load in FINDERS))

    def extract(self, named: Named) -> Claims:
        """The claims of one document."""
        reading = Reading(named, self.knowledge)
        proposed = resolve(claim for finder in self.finders for claim in finder.find(reading))
        gate = grounded(reading.document, named.mentions, proposed)
        return Claims(identified(reading.document, gate.passed), gate.refused)

"""What an extractor of claims is, the grammar as one, and the gate that the claims of all pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from communique.claims.grounding import grounded
from communique.claims.identity import identified
from communique.claims.knowledge import ClaimKnowledge
from communique.claims.reading import Reading
from communique.claims.registry import FINDERS, REMARK_FINDERS, ClaimFinder
from communique.claims.resolve import resolve
from communique.mentions.finder import Named
from communique.model.claim import Claim


class Proposed(NamedTuple):
    """What an extractor makes of a document, before the gate.

    Attributes:
        claims: Claims; their ids are given later.
        remarks: Verbal acts that are no claims, such as praise and thanks, as events; only the
            PLOVER view tells them.
    """

    claims: Iterable[Claim]
    remarks: Iterable[Claim] = ()


class Extractor(Protocol):
    """Finds claims; what it finds is published only where the text bears it out."""

    def propose(self, named: Named) -> Proposed:
        """The claims of one document; on odd text there are fewer, never an error."""


class Claims(NamedTuple):
    """The claims of a document that stand.

    Attributes:
        claims: By kind, then in text order.
        remarks: As in `Proposed`.
        refused: Number of claims and remarks that the gate refused, by reason.
    """

    claims: tuple[Claim, ...]
    remarks: tuple[Claim, ...]
    refused: Counter[str]


def checked(extractor: Extractor, named: Named) -> Claims:
    """The claims that an extractor proposes and the text bears out, with their ids."""
    document = named.context.document
    proposed = extractor.propose(named)
    claims = grounded(document, named.mentions, proposed.claims)
    remarks = grounded(document, named.mentions, proposed.remarks)
    return Claims(
        identified(document, claims.passed),
        identified(document, remarks.passed),
        claims.refused + remarks.refused,
    )


@dataclass(frozen=True, slots=True)
class GrammarExtractor:
    """Finds claims by grammar.

    Attributes:
        knowledge: Data that several kinds share.
        finders: One a kind.
        remark_finders: Those of verbal acts that are no claims.
    """

    knowledge: ClaimKnowledge
    finders: tuple[ClaimFinder, ...]
    remark_finders: tuple[ClaimFinder, ...] = ()

    @classmethod
    def load(cls) -> GrammarExtractor:
        """Read the data files.

        Raises:
            BadVocabulary: One breaks its schema.
        """
        return cls(
            ClaimKnowledge.load(),
            tuple(load() for load in FINDERS),
            tuple(load() for load in REMARK_FINDERS),
        )

    def propose(self, named: Named) -> Proposed:
        """The claims of one document, choices between kinds made."""
        reading = Reading(named, self.knowledge)
        return Proposed(
            resolve(claim for finder in self.finders for claim in finder.find(reading)),
            tuple(claim for finder in self.remark_finders for claim in finder.find(reading)),
        )

    def extract(self, named: Named) -> Claims:
        """The claims of one document that stand."""
        return checked(self, named)

"""What rules see: documents with what they tell, and records with their claims."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from communique.checks.once import Once
from communique.checks.sentences import sentences
from communique.claims.slots.commitment import Commitment
from communique.claims.slots.event import Event
from communique.claims.slots.figure import Figure
from communique.claims.slots.instrument import Instrument
from communique.model.claim import Claim, Evidence, Party
from communique.model.document import OUTSIDE_THE_ARTICLE, Region
from communique.model.finding import Quoted
from communique.model.mention import Mention
from communique.model.record import ClaimRef, DocumentFacts, Node, Record, Relation
from communique.model.span import Span

_WORD = re.compile(r"\w+")

C = TypeVar("C", bound=Claim)
M = TypeVar("M", bound=Mention)


@dataclass(frozen=True)
class Sheet(Once):
    """A document as rules see it.

    Attributes:
        facts: What is known of it: key, publication, publisher, story.
        lineage: What its versions share (`claims.identity.lineage`).
        title: Its headline.
        text: Its text; offsets of all else are code points of it.
        regions: What is not plain article text.
        mentions: What it names, in text order.
        claims: What it asserts, as people left it; rejected claims are left out.
    """

    facts: DocumentFacts
    lineage: str
    title: str | None
    text: str
    regions: tuple[Region, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """Key of the document."""
        return self.facts.key

    @property
    def published(self) -> date | None:
        """Day of publication."""
        return self.facts.published

    def claims_of(self, kind: type[C]) -> tuple[C, ...]:
        """Its claims of a kind, in text order."""
        found = (claim for claim in self.claims if isinstance(claim, kind))
        return tuple(sorted(found, key=lambda claim: (claim.evidence[0].start, claim.id)))

    def mentions_of(self, kind: type[M], within: Span | None = None) -> tuple[M, ...]:
        """Its mentions of a kind, in text order, perhaps only those that lie within a span."""
        found = self._of_kind.get(kind)
        if found is None:
            mentions = tuple(m for m in self.mentions if isinstance(m, kind))
            found = self._of_kind[kind] = mentions, [m.start for m in mentions]
        told, starts = found
        if within is None:
            return told
        inside = told[bisect_left(starts, within.start) : bisect_left(starts, within.end)]
        return tuple(m for m in inside if m.end <= within.end)

    @cached_property
    def _of_kind(self) -> dict[type[Mention], tuple[tuple[Any, ...], list[int]]]:
        """Mentions of the kinds that were asked for, with where each begins."""
        return {}

    @cached_property
    def lower(self) -> str:
        """Its text in lower case, every code point at the offset it has in the text."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        # A few letters become two.
        return "".join(letter.lower()[0] for letter in self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case, each once, without signs: of "al-Hamra's" they are three."""
        return words_in(self.lower)

    @cached_property
    def lexicon(self) -> str:
        """Its words, each once: what has no blank or sign in it stands here if it does in `lower`.

        To look for many words here costs less than half as much.
        """
        return " ".join(self.words)

    def has(self, letters: str) -> bool:
        """Whether letters, in lower case, stand in its text, be it within a word."""
        return letters in (self.lexicon if letters.isalnum() else self.lower)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, without those outside of the article (`checks.sentences`)."""
        outside = [r.span for r in self.regions if r.kind in OUTSIDE_THE_ARTICLE]
        return tuple(
            s
            for s in sentences(self.text)
            if not any(o.start < s.end and s.start < o.end for o in outside)
        )

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds a code point."""
        found = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        sentence = self.sentences[found] if found >= 0 else None
        return sentence if sentence is not None and offset < sentence.end else None

    def paragraph_at(self, offset: int) -> Span:
        """The line of the text that holds a code point."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        return Span(start, len(self.text) if end < 0 else end)

    def quote(
        self, start: int, end: int, label: str | None = None, *, subject: bool = True
    ) -> Quoted:
        """Quote a stretch of its text."""
        return Quoted(self.key, start, end, self.text[start:end], label, subject)


def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, each once, without signs."""
    # Most of what stands between blanks is a word; only the rest has to be looked through.
    told = set(text.lower().split())
    signed = [one for one in told if not one.isalnum()]
    return frozenset(told.difference(signed).union(_WORD.findall(" ".join(signed))))


def quote_of(
    ref: ClaimRef, evidence: Evidence, label: str | None = None, *, subject: bool = True
) -> Quoted:
    """Quote the evidence of a claim."""
    return Quoted(ref.document, evidence.start, evidence.end, evidence.exact, label, subject)


@dataclass(frozen=True)
class Case(Once):
    """A record as rules see it.

    Attributes:
        record: The record.
        nodes: Its claims with the facts of their documents, the leading one first.
        related: How it stands to other records, each with that record.
    """

    record: Record
    nodes: tuple[Node, ...]
    related: tuple[tuple[Relation, Record], ...] = ()

    @property
    def kind(self) -> str:
        """Kind of the record."""
        return self.record.kind

    def quote(self, node: Node, label: str | None = None, *, subject: bool = True) -> Quoted:
        """Quote what asserts a claim of it."""
        return quote_of(node.ref, node.claim.evidence[0], label, subject=subject)


def parties_of(claim: Claim) -> tuple[Party, ...]:
    """The parties that a claim names: who gives and receives, signs, or takes part."""
    if isinstance(claim, Commitment):
        return (*claim.by, *claim.to)
    if isinstance(claim, Instrument):
        return claim.parties
    if isinstance(claim, Figure):
        return claim.about
    if isinstance(claim, Event):
        return tuple(actor.party for actor in claim.actors if actor.party is not None)
    return ()

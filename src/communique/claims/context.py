"""What every finder of claims gets: a document's parse, its mentions, and where they meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from communique.claims.grounding import LONGEST_QUOTE
from communique.claims.knowledge import ClaimKnowledge
from communique.claims.tree import Tree
from communique.mentions.finder import Named
from communique.model.claim import Evidence
from communique.model.document import Document, RegionKind
from communique.model.mention import (
    Mention,
    OrganizationMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    TimeMention,
)

M = TypeVar("M", bound=Mention)
T = TypeVar("T")

# Tokens to each side of one that are quoted of a sentence without end.
_NEAR = 40


@dataclass(frozen=True)
class ClaimContext:
    """A document under study.

    Attributes:
        named: What it names.
        knowledge: Data that several kinds of claim share.
    """

    named: Named
    knowledge: ClaimKnowledge
    _made: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What several finders ask of the document alike, made for the first of them.

        Args:
            name: What it is; nothing else may be asked for by this name.
            make: Makes it; the same for all who ask.
        """
        if name not in self._made:
            self._made[name] = make()
        found: T = self._made[name]
        return found

    @property
    def document(self) -> Document:
        """The document."""
        return self.named.context.document

    @cached_property
    def tree(self) -> Tree:
        """Its parse."""
        return Tree(self.named.context.words.analysis)

    def mentions(self, kind: type[M]) -> tuple[M, ...]:
        """The mentions of one kind, in text order."""
        mentions = self.named.mentions
        return self.once(kind.__name__, lambda: tuple(m for m in mentions if isinstance(m, kind)))

    def tokens(self, mention: Mention) -> range:
        """The tokens of a mention."""
        return self.tree.run(mention.start, mention.end)

    def head(self, mention: Mention) -> int | None:
        """The token of a mention on which its others hang."""
        tokens = self.tokens(mention)
        if not tokens:
            return self.tree.at(mention.start)
        return self.tree.head_of(tokens)

    @cached_property
    def people(self) -> Mapping[int, PersonMention]:
        """The person that covers a token."""
        return self._covering(PersonMention)

    @cached_property
    def parties(self) -> Mapping[int, PartyMention]:
        """The party that covers a token; the longest of several."""
        return self._covering(PartyMention)

    @cached_property
    def organizations(self) -> Mapping[int, OrganizationMention]:
        """The organisation outside the vocabulary that covers a token."""
        return self._covering(OrganizationMention)

    @cached_property
    def places(self) -> Mapping[int, PlaceMention]:
        """The place that covers a token."""
        return self._covering(PlaceMention)

    @cached_property
    def times(self) -> Mapping[int, TimeMention]:
        """The time that covers a token."""
        return self._covering(TimeMention)

    def _covering(self, kind: type[M]) -> dict[int, M]:
        covering: dict[int, M] = {}
        by_length = sorted(self.mentions(kind), key=lambda m: m.end - m.start)
        for mention in by_length:
            covering.update(dict.fromkeys(self.tokens(mention), mention))
            if not self.tokens(mention) and (index := self.tree.at(mention.start)) is not None:
                covering[index] = mention
        return covering

    def quote(self, tokens: range) -> Evidence:
        """The text of a run of tokens; it must not be empty."""
        tree = self.tree
        return Evidence.of(self.document.text, tree[tokens[0]].start, tree[tokens[-1]].end)

    def telling(self, index: int) -> Evidence:
        """The sentence of a token; of a long list its item, of other long ones what is near."""
        first, last = self.tree.sentence(index)
        whole = self.quote(range(first, last))
        if len(whole.exact) <= LONGEST_QUOTE:
            return whole
        parted = [i for i in range(first, last) if self.tree[i].text == ";"]
        begin = max((i + 1 for i in parted if i < index), default=first)
        end = min((i for i in parted if i > index), default=last)
        item = self.quote(range(begin, end))
        if len(item.exact) <= LONGEST_QUOTE:
            return item
        return self.quote(range(max(begin, index - _NEAR), min(end, index + _NEAR + 1)))

    def words(self, tokens: range) -> str:
        """The document's own words, blanks folded."""
        return " ".join(self.quote(tokens).exact.split())

    @cached_property
    def _in_headings(self) -> frozenset[int]:
        spans = (r.span for r in self.document.regions if r.kind is RegionKind.HEADING)
        return frozenset(i for span in spans for i in self.tree.run(span.start, span.end))

    def in_heading(self, index: int) -> bool:
        """Whether a token stands in a heading."""
        return index in self._in_headings

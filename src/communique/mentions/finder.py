"""All mentions of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.mentions.context import Context
from communique.mentions.knowledge import Knowledge
from communique.mentions.registry import ALONE, NAMES, Finder, NameFinder
from communique.mentions.resolve import in_order, resolve
from communique.model.analysis import Analysis
from communique.model.document import Document
from communique.model.mention import Mention


class Named(NamedTuple):
    """What one document names, and the study of it that found them.

    Attributes:
        context: The words, with the names and posts of the vocabulary in them.
        mentions: In text order; those of different kinds may overlap.
    """

    context: Context
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class MentionFinder:
    """Finds what documents name.

    Attributes:
        knowledge: The vocabulary of names.
        alone: Finders of the kinds that compete with no other.
        names: Finders whose proposals compete for the same words.
    """

    knowledge: Knowledge
    alone: tuple[Finder, ...]
    names: tuple[NameFinder, ...] = NAMES

    @classmethod
    def load(cls) -> MentionFinder:
        """Read the vocabulary that ships with the package.

        Raises:
            BadVocabulary: A vocabulary file breaks its schema.
        """
        return cls(Knowledge.load(), tuple(load() for load in ALONE))

    def find(self, document: Document, analysis: Analysis) -> Named:
        """What one document names, in text order; of the article only."""
        context = Context.of(document, analysis, self.knowledge)
        names = resolve(p for propose in self.names for p in propose(context))
        alone = (m for finder in self.alone for m in finder.find(document, analysis))
        return Named(context, in_order([*names, *alone]))

"""What the language pipeline says of a document, in our own types.

Filled in one place (`documents.analysis`), so that no finder depends on the pipeline's library.
All offsets are those of the document's own text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One word or sign.

    Attributes:
        start: First code point in the document's text.
        end: One past the last code point in the document's text.
        text: The word as normalised for the analysis (plain quotes, no soft hyphens).
        tag: Penn Treebank part-of-speech tag.
        head: Index of the governing token in `Analysis.tokens`; its own index at a root.
        dep: Label of the dependency on `head` (ClearNLP scheme of spaCy's English pipelines).
        lemma: Dictionary form in lower case: "meet" for "met", "talk" for "talks".
    """

    start: int
    end: int
    text: str
    tag: str
    head: int
    dep: str
    lemma: str = ""


class TokenSpan(NamedTuple):
    """A run of tokens: indices into `Analysis.tokens`, end exclusive."""

    first: int
    last: int


class Entity(NamedTuple):
    """A name that the statistical recogniser saw.

    Attributes:
        first: Index of its first token.
        last: One past the index of its last token.
        label: OntoNotes label (PERSON, ORG, GPE, LOC, NORP, FAC, EVENT …).
    """

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Tokens, sentences and names of one document; text outside the article has none.

    Attributes:
        tokens: In text order.
        sentences: Runs of tokens, in text order, without gaps or overlaps; a sentence never
            crosses the border of a paragraph or heading.
        entities: In text order, without overlaps.
    """

    tokens: Sequence[Token]
    sentences: Sequence[TokenSpan]
    entities: Sequence[Entity]

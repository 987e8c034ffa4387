"""A document: an immutable text with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from communique.model.span import Span


class PublishedFrom(StrEnum):
    """How the publication date is known, most trusted first."""

    GIVEN = "given"
    METADATA = "metadata"
    URL = "url"
    DATELINE = "dateline"


class RegionKind(StrEnum):
    """What a stretch of text is, where it is not plain article text."""

    FURNITURE = "furniture"
    DISCLAIMER = "disclaimer"
    HEADING = "heading"
    DATELINE = "dateline"
    CAPTION = "caption"
    QUOTATION = "quotation"


#: Regions that are not the article: nothing is mentioned in them or claimed from them.
OUTSIDE_THE_ARTICLE = frozenset({RegionKind.FURNITURE, RegionKind.DISCLAIMER})


@dataclass(frozen=True, slots=True)
class Region:
    """A marked stretch of a document's text; nothing is ever cut."""

    kind: RegionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its metadata.

    Attributes:
        id: The caller's id where one was given, else derived from the text.
        text: The text that all offsets index.
        text_given: Whether the caller supplied `text` itself (JSON input), so that it need not be
            repeated in the output.
        title: The headline, or None.
        published: Day of publication, or None where it can't be known.
        published_from: How `published` is known; None exactly when `published` is.
        publisher: Who published it, as named by the source.
        url: Where it was found.
        language: ISO 639-1 code, or None where it can't be told.
        regions: What is not plain article text, ordered by start, then by end, longest first.
    """

    id: str
    text: str
    text_given: bool
    title: str | None = None
    published: date | None = None
    published_from: PublishedFrom | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    regions: tuple[Region, ...] = ()

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the UTF-8 text, in hexadecimal digits."""
        return text_sha256(self.text)


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes; lone surrogates, which JSON admits, are passed through."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

"""What a format takes out of a raw document, before regions, date and language are settled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.model.document import Region
from communique.model.raw import RawDocument


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text with what the file itself says about it.

    Attributes:
        text: The article, paragraphs separated by an empty line.
        title: Headline.
        published: Publication date as the metadata write it.
        publisher: Who published it.
        url: Its address.
        language: ISO 639-1 code as the metadata say.
        regions: Regions that the format knows (headings by their markup).
        disclaimers: Sentences outside the article in which the publisher may disown the content,
            to be looked through; each is a paragraph of its own.
    """

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    regions: tuple[Region, ...] = ()
    disclaimers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format of documents.

    Attributes:
        name: As shown to people.
        media_types: IANA media types that it reads.
        read: Takes the text out; raises an `InputError` where that can't be done.
    """

    name: str
    media_types: tuple[str, ...]
    read: Callable[[RawDocument], Extracted]

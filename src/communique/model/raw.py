"""What the sources hand to the documents stage: bytes to be read, or a text that was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of one document, as found.

    Attributes:
        address: Where it was found: a file path, or a web address.
        media_type: IANA media type told by the source or by the file's name ("text/html").
        content: The bytes.
    """

    address: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """A document whose text the caller gives; offsets index that text, unchanged.

    Attributes:
        address: Where it was read, for messages ("stdin, line 3").
        id: The caller's id, or None.
        text: The text.
        title: The headline.
        published: The publication date as written by the caller.
        publisher: Who published it.
        url: Where it was found.
        language: ISO 639-1 code.
    """

    address: str
    id: str | None
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None

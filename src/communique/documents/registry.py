"""The formats of documents, one line each."""

from __future__ import annotations

from communique.documents.extracted import Format
from communique.documents.formats.html import HTML
from communique.documents.formats.markdown import MARKDOWN
from communique.documents.formats.plain import PLAIN

FORMATS: tuple[Format, ...] = (
    HTML,
    MARKDOWN,
    PLAIN,
)


def format_of(media_type: str) -> Format | None:
    """The format that reads a media type, or None."""
    return next((f for f in FORMATS if media_type in f.media_types), None)

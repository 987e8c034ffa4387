"""Plain text."""

from __future__ import annotations

from communique.documents.decoding import decode
from communique.documents.extracted import Extracted, Format
from communique.model.raw import RawDocument


def read(raw: RawDocument) -> Extracted:
    """The text as it is.

    Raises:
        BadEncoding: The bytes are not text.
    """
    return Extracted(text=decode(raw))


PLAIN = Format("plain text", ("text/plain",), read)

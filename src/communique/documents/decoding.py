"""Bytes to text."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from communique.errors import BadEncoding
from communique.model.raw import RawDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The guess reads no more: an encoding shows in the first pages.
_SAMPLE = 100_000


def decode(raw: RawDocument) -> str:
    """The text of a file, with line breaks as line feeds.

    A byte order mark decides; else UTF-8 if it is valid, else the likeliest encoding.

    Raises:
        BadEncoding: The bytes are not text.
    """
    content = raw.content
    try:
        encoding = next((name for mark, name in _MARKS if content.startswith(mark)), None)
        if encoding is None and b"\x00" in content:
            raise _refusal(raw)
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = _guessed(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guessed(raw: RawDocument) -> str:
    best = from_bytes(raw.content[:_SAMPLE]).best()
    if best is None:
        raise _refusal(raw)
    return raw.content.decode(best.encoding, errors="replace")


def _refusal(raw: RawDocument) -> BadEncoding:
    return BadEncoding(raw.address, "the bytes are no text", "save it as UTF-8 text or as HTML")

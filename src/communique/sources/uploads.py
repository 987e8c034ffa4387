"""Documents that a person hands over: files by name and content, or a text that was typed in."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import PurePath

from communique.errors import SourceUnreadable
from communique.model.raw import RawDocument
from communique.sources.files import holds_json, media_type, unknown_format
from communique.sources.json_documents import read_stream
from communique.sources.reader import Found


def read_upload(name: str, content: bytes, most: int) -> Iterator[Found]:
    """The documents of a file that was handed over.

    Args:
        name: Its name; the ending tells its format.
        content: Its bytes.
        most: Bytes that it may have when it is unpacked.

    Raises:
        SourceUnreadable: It can't be unpacked, or is too large then.
        UnknownFormat: Its ending is of no known format.
    """
    path = PurePath(name)
    kind = media_type(path)
    if kind is not None:
        yield RawDocument(address=name, media_type=kind, content=content)
        return
    if not holds_json(path):
        raise unknown_format(name)
    unpacked = _unpacked(name, content, most) if name.lower().endswith(".gz") else content
    yield from read_stream(io.BytesIO(unpacked), name)


def _unpacked(name: str, content: bytes, most: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            unpacked = packed.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceUnreadable(name, f"it can't be unpacked ({error})", "pack it anew") from error
    if len(unpacked) > most:
        reason = f"it is larger than {most // 1_000_000} MB when it is unpacked"
        raise SourceUnreadable(name, reason, "hand it over in parts")
    return unpacked

"""One document in a file: HTML, Markdown or plain text, by the ending of its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from communique.errors import SourceNotFound
from communique.model.raw import RawDocument
from communique.sources.files import media_type, read_bytes, unknown_format
from communique.sources.reader import Found, Reader


def can_read(address: str) -> bool:
    """Any address may name a file; this reader is asked last."""
    return bool(address)


def read(address: str, stdin: BinaryIO) -> Iterator[Found]:
    """The document in the file.

    Raises:
        SourceNotFound: There is no such file.
        SourceUnreadable: It can't be read.
        UnknownFormat: Its ending is of no known format.
    """
    path = Path(address)
    kind = media_type(path)
    if kind is None:
        if not path.exists():
            raise SourceNotFound(address, "there is no such file or folder", "check the name")
        raise unknown_format(address)
    yield RawDocument(address=address, media_type=kind, content=read_bytes(path))


FILE = Reader("file", can_read, read)

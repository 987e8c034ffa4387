"""Documents as JSON lines: from standard input, or from a file, also packed with gzip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from communique.sources.files import holds_json
from communique.sources.json_documents import read_stream
from communique.sources.opening import opened
from communique.sources.reader import Found, Reader


def can_read(address: str) -> bool:
    """Whether the address is standard input or a file of JSON."""
    return address == "-" or (holds_json(Path(address)) and not Path(address).is_dir())


def read(address: str, stdin: BinaryIO) -> Iterator[Found]:
    """The documents, one by one as they arrive; a bad line is a failure among them.

    Raises:
        SourceNotFound: There is no such file.
        SourceUnreadable: It can't be read or unpacked.
    """
    if address == "-":
        yield from read_stream(stdin, "standard input")
        return
    with opened(Path(address)) as stream:
        yield from read_stream(stream, address)


JSON_LINES = Reader("JSON lines", can_read, read)

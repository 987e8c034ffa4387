"""The kinds of source, one line each, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from communique.errors import InputError
from communique.sources.reader import Found, Reader, failure
from communique.sources.readers.file import FILE
from communique.sources.readers.folder import FOLDER
from communique.sources.readers.json_lines import JSON_LINES
from communique.sources.readers.web import WEB

READERS: tuple[Reader, ...] = (
    WEB,
    FOLDER,
    JSON_LINES,
    FILE,
)


def read_all(
    addresses: Sequence[str], stdin: BinaryIO, readers: Sequence[Reader] = READERS
) -> Iterator[Found]:
    """The documents of all addresses, in order; what can't be read is a failure among them."""
    for address in addresses:
        reader = next((r for r in readers if r.can_read(address)), FILE)
        try:
            yield from reader.read(address, stdin)
        except InputError as error:
            yield failure(address, error)

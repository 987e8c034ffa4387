"""One document at a web address that the user names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from communique.sources.fetching import Fetcher
from communique.sources.reader import Found, Reader


def can_read(address: str) -> bool:
    """Whether the address is one of the web."""
    return address.lower().startswith(("http://", "https://"))


def read(address: str, stdin: BinaryIO) -> Iterator[Found]:
    """The document at the address.

    Raises:
        InputError: There is none, it can't be read, or the address must not be asked.
    """
    yield Fetcher().fetch(address)


WEB = Reader("web page", can_read, read)

"""Opening files, with errors that name the file, the reason and the remedy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from communique.errors import SourceNotFound, SourceUnreadable, UnknownFormat

#: Endings of the files that hold one document each, with their media types.
MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
}
# Endings of the files that hold documents as JSON, also packed.
_JSON = (".jsonl", ".ndjson", ".json")


def media_type(path: PurePath) -> str | None:
    """The media type of a file that holds one document, by its ending; None for other files."""
    return MEDIA_TYPES.get(path.suffix.lower())


def holds_json(path: PurePath) -> bool:
    """Whether a file holds documents as JSON, by its ending."""
    name = path.name.lower().removesuffix(".gz")
    return name.endswith(_JSON)


def unknown_format(address: str) -> UnknownFormat:
    """The error about a file whose ending is of no known format."""
    endings = ", ".join(sorted({*MEDIA_TYPES, ".json", ".jsonl"}))
    return UnknownFormat(address, "its ending names no known format", f"use one of {endings}")


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        SourceNotFound: There is none.
        SourceUnreadable: It can't be read.
    """
    with errors_named(path):
        return path.read_bytes()


@contextmanager
def errors_named(path: Path) -> Iterator[None]:
    """Turns the operating system's errors about a file into ours."""
    try:
        yield
    except FileNotFoundError as error:
        raise SourceNotFound(
            str(path), "there is no such file or folder", "check the name"
        ) from error
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise SourceUnreadable(
            str(path), f"it can't be read ({reason})", "check its rights"
        ) from error

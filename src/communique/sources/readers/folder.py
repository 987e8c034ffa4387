"""All documents in a folder and the folders inside it, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from communique.errors import InputError, SourceNotFound, SourceUnreadable
from communique.model.raw import RawDocument
from communique.sources.files import holds_json, media_type, read_bytes
from communique.sources.json_documents import read_stream
from communique.sources.opening import opened
from communique.sources.reader import Found, Reader, failure


def can_read(address: str) -> bool:
    """Whether the address is a folder."""
    return Path(address).is_dir()


def read(address: str, stdin: BinaryIO) -> Iterator[Found]:
    """The documents in the folder; hidden files and files of other kinds are passed over.

    Raises:
        SourceNotFound: No file in it is of a known kind.
    """
    problems: list[OSError] = []
    empty = True
    for path in _files(address, problems):
        empty = False
        try:
            yield from _documents(path)
        except InputError as error:
            yield failure(str(path), error)
    for problem in problems:
        cause = os.strerror(problem.errno) if problem.errno else str(problem)
        reason = f"it can't be read ({cause})"
        refused = SourceUnreadable(str(problem.filename), reason, "check its rights")
        yield failure(str(problem.filename), refused)
    if empty and not problems:
        raise SourceNotFound(
            address, "the folder holds no documents", "put HTML, Markdown, text or JSON files in it"
        )


def _files(folder: str, problems: list[OSError]) -> Iterator[Path]:
    """Files of known kinds, folder by folder in the order of names; links are not followed.

    Folders that can't be read are added to `problems`.
    """
    for root, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root) / name
            known = media_type(path) is not None or holds_json(path)
            if known and not name.startswith("."):
                yield path


def _documents(path: Path) -> Iterator[Found]:
    kind = media_type(path)
    if kind is not None:
        yield RawDocument(address=str(path), media_type=kind, content=read_bytes(path))
        return
    with opened(path) as stream:
        yield from read_stream(stream, str(path))


FOLDER = Reader("folder", can_read, read)

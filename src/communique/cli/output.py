"""Where a command writes: standard output, or a file that the user names."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from communique.errors import BadOption

# By this spreadsheets know that a file is in UTF-8.
_BYTE_ORDER_MARK = "\ufeff"


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file, for people.

    Raises:
        BadOption: The file can't be written.
    """
    if path is None:
        yield sys.stdout
        return
    with _file(path, None) as out:
        yield out


@contextmanager
def opened_exactly(path: Path | None, *, for_spreadsheets: bool = False) -> Iterator[TextIO]:
    """The same for programs: in UTF-8 whatever the terminal's encoding, line ends left alone.

    Args:
        path: The file; None for standard output.
        for_spreadsheets: Lead a file by the mark by which spreadsheets know the encoding.

    Raises:
        BadOption: The file can't be written.
    """
    if path is not None:
        with _file(path, "") as out:
            out.write(_BYTE_ORDER_MARK if for_spreadsheets else "")
            yield out
    elif hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
        try:
            yield out
            out.flush()
        finally:
            out.detach()
    else:
        yield sys.stdout


@contextmanager
def _file(path: Path, newline: str | None) -> Iterator[TextIO]:
    try:
        out = path.open("w", encoding="utf-8", newline=newline)
    except OSError as error:
        reason = f"it can't be written ({error.strerror})"
        raise BadOption(str(path), reason, "name another file") from error
    with out:
        yield out

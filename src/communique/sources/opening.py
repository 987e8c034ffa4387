"""Opening a file of JSON documents, packed or not."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from communique.errors import SourceUnreadable
from communique.sources.files import errors_named


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file as a stream, unpacked if its name ends in ".gz".

    Raises:
        SourceNotFound: There is no such file.
        SourceUnreadable: It can't be read or unpacked.
    """
    with errors_named(path):
        file = path.open("rb")
    with file:
        try:
            if path.suffix == ".gz":
                with gzip.GzipFile(fileobj=file) as unpacked:
                    yield cast(BinaryIO, unpacked)
            else:
                yield file
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            reason = f"it can't be unpacked ({error})"
            raise SourceUnreadable(str(path), reason, "pack it anew") from error

"""The formats of files, one line each, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from communique.exports.formats import jsonl, plover
from communique.model.extraction import Extraction
from communique.model.failure import Failure

#: Writers of one result as a line of text.
LINES: Mapping[str, Callable[[Extraction | Failure], str]] = MappingProxyType(
    {
        "jsonl": jsonl.to_line,
        "plover": plover.to_line,
    }
)

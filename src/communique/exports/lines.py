"""What the formats of lines share: how a line begins, how it is encoded, how a failure is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from communique import __version__
from communique.model.extraction import Extraction
from communique.model.failure import Failure

#: Number of the schema of a line; it changes when a reader of lines must change.
SCHEMA_VERSION = 1
#: The program that produces lines; the name of the extractor of claims follows it.
PROGRAM = f"communique {__version__}"


def head(result: Extraction) -> dict[str, Any]:
    """What the line of a document begins with."""
    return {
        "schema_version": SCHEMA_VERSION,
        "extractor": f"{PROGRAM} {result.extractor}",
        "id": result.document.id,
    }


def failure(failed: Failure) -> dict[str, Any]:
    """A document that could not be read; no extractor has seen it."""
    error = {"code": failed.code, "stage": failed.stage, "message": failed.message}
    return {
        "schema_version": SCHEMA_VERSION,
        "extractor": PROGRAM,
        "id": failed.id,
        "error": error,
    }


def encoded(entry: Mapping[str, Any]) -> str:
    """One line of JSON, without the line break.

    Characters that can't be encoded (lone surrogates, which JSON admits) are escaped.
    """
    line = json.dumps(entry, ensure_ascii=False, allow_nan=False)
    return line if _encodes(line) else json.dumps(entry, allow_nan=False)


def _encodes(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True

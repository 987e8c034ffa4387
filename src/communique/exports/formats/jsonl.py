"""JSON lines: one document a line, as the claim model defines it."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from communique import __version__
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.mention import Mention

#: Number of the schema of a line; it changes when a reader of lines must change.
SCHEMA_VERSION = 1
#: What produced a line.
EXTRACTOR = f"communique {__version__} grammar"


def to_line(result: Extraction | Failure) -> str:
    """One result as a line of JSON, without the line break.

    The text is left out where the caller gave it: offsets index what was given. Characters that
    can't be encoded (lone surrogates, which JSON admits) are escaped.
    """
    entry = _failure(result) if isinstance(result, Failure) else _extraction(result)
    line = json.dumps(entry, ensure_ascii=False, allow_nan=False)
    return line if _encodes(line) else json.dumps(entry, allow_nan=False)


def _extraction(result: Extraction) -> dict[str, Any]:
    document = result.document
    return {
        **_head(document.id),
        "text_sha256": document.text_sha256,
        "title": document.title,
        "published": _value(document.published),
        "published_from": _value(document.published_from),
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        **({} if document.text_given else {"text": document.text}),
        "regions": _regions(document),
        "mentions": [_mention(mention) for mention in result.mentions],
        "claims": [],
    }


def _failure(failure: Failure) -> dict[str, Any]:
    error = {"code": failure.code, "stage": failure.stage, "message": failure.message}
    return {**_head(failure.id), "error": error}


def _head(ident: str) -> dict[str, Any]:
    return {"schema_version": SCHEMA_VERSION, "extractor": EXTRACTOR, "id": ident}


def _regions(document: Document) -> list[dict[str, Any]]:
    return [
        {"kind": region.kind.value, "start": region.span.start, "end": region.span.end}
        for region in document.regions
    ]


def _mention(mention: Mention) -> dict[str, Any]:
    printed = (field.name for field in fields(mention) if "for_people" not in field.metadata)
    values = {name: _value(getattr(mention, name)) for name in printed}
    return {"kind": mention.kind, **values}


def _value(value: object) -> object:
    """A field as JSON has it; enumerations are strings already."""
    return value.isoformat() if isinstance(value, date) else value


def _encodes(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True

"""JSON lines: one document a line, as the claim model defines it."""

from __future__ import annotations

import json
from typing import Any

from communique import __version__
from communique.model.claim import Claim
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.mention import Mention
from communique.model.plain import plain

#: Number of the schema of a line; it changes when a reader of lines must change.
SCHEMA_VERSION = 1
#: The program that produces lines; the name of the extractor of claims follows it.
PROGRAM = f"communique {__version__}"


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
        **_head(document.id, result.extractor),
        "text_sha256": document.text_sha256,
        "title": document.title,
        "published": plain(document.published),
        "published_from": plain(document.published_from),
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        **({} if document.text_given else {"text": document.text}),
        "regions": _regions(document),
        "mentions": [_mention(mention) for mention in result.mentions],
        "claims": [_claim(claim) for claim in result.claims],
    }


def _failure(failure: Failure) -> dict[str, Any]:
    error = {"code": failure.code, "stage": failure.stage, "message": failure.message}
    return {**_head(failure.id, None), "error": error}


def _head(ident: str, extractor: str | None) -> dict[str, Any]:
    """What every line begins with; a document that failed has no extractor."""
    told = PROGRAM if extractor is None else f"{PROGRAM} {extractor}"
    return {"schema_version": SCHEMA_VERSION, "extractor": told, "id": ident}


def _regions(document: Document) -> list[dict[str, Any]]:
    return [
        {"kind": region.kind.value, "start": region.span.start, "end": region.span.end}
        for region in document.regions
    ]


def _mention(mention: Mention) -> dict[str, Any]:
    return {"kind": mention.kind, **plain(mention)}


def _claim(claim: Claim) -> dict[str, Any]:
    values = plain(claim)
    return {"id": values.pop("id"), "kind": claim.kind, **values}


def _encodes(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True

"""JSON lines: one document a line, as the claim model defines it."""

from __future__ import annotations

from typing import Any

from communique.claims.from_json import entry_of
from communique.exports.lines import encoded, failure, head
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.failure import Failure
from communique.model.finding import Finding
from communique.model.mention import Mention
from communique.model.plain import plain


def to_line(result: Extraction | Failure) -> str:
    """One result as a line of JSON, without the line break.

    The text is left out where the caller gave it: offsets index what was given.
    """
    return encoded(failure(result) if isinstance(result, Failure) else _extraction(result))


def _extraction(result: Extraction) -> dict[str, Any]:
    document = result.document
    return {
        **head(result),
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
        "claims": [entry_of(claim) for claim in result.claims],
        **_findings(result.findings),
    }


def _findings(findings: tuple[Finding, ...] | None) -> dict[str, Any]:
    """What checks have to say; nothing where the document was not checked."""
    return {} if findings is None else {"findings": [_finding(finding) for finding in findings]}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "since": plain(finding.since),
        "quotes": [
            {"start": q.start, "end": q.end, "exact": q.exact, "label": q.label}
            for q in finding.quotes
        ],
    }


def _regions(document: Document) -> list[dict[str, Any]]:
    return [
        {"kind": region.kind.value, "start": region.span.start, "end": region.span.end}
        for region in document.regions
    ]


def _mention(mention: Mention) -> dict[str, Any]:
    return {"kind": mention.kind, **plain(mention)}

"""A finding as a JSON object: what every format for programs tells of it."""

from __future__ import annotations

from typing import Any

from communique.model.decision import Decision
from communique.model.finding import Quoted
from communique.model.plain import plain
from communique.views.findings import Kept
from communique.views.report import Report


def entry(one: Kept, report: Report) -> dict[str, Any]:
    """A finding with its quotes, each with its document, offsets, line and column."""
    finding = one.finding
    return {
        "id": one.ident,
        "code": finding.code,
        "name": report.name(finding),
        "severity": finding.severity.value,
        "message": finding.message,
        "since": plain(finding.since),
        "records": list(finding.records),
        "quotes": [_quote(quote, report) for quote in finding.quotes],
        "silenced": _ruled(one.silenced),
        "lapsed": _ruled(one.lapsed),
    }


def _quote(quote: Quoted, report: Report) -> dict[str, Any]:
    document, place = report.document(quote), report.place(quote)
    return {
        "document": quote.document,
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": plain(document.published),
        "url": document.url,
        "start": quote.start,
        "end": quote.end,
        "exact": quote.exact,
        "line": place.line,
        "column": place.column,
        "label": quote.label,
        "subject": quote.subject,
    }


def _ruled(decision: Decision | None) -> dict[str, Any] | None:
    if decision is None:
        return None
    return {
        "decision": decision.id,
        "by": decision.author,
        "at": decision.at.isoformat(),
        "reason": decision.reason,
    }

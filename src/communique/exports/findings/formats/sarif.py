"""Findings as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format", 2020).

A document is an artifact under its address, or under its id as a relative reference; columns and
offsets count Unicode code points. Silenced findings are suppressed results, computed ones passed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import getdoc
from types import MappingProxyType
from typing import Any, TextIO
from urllib.parse import quote as percent_encoded

from communique import __version__
from communique.checks.rule import Rule
from communique.exports.lines import encoded
from communique.model.document import Document
from communique.model.finding import Quoted, Severity
from communique.views.findings import Kept
from communique.views.report import Report

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.NOTE: "note",
        Severity.COMPUTED: "none",
    }
)


def write(report: Report, out: TextIO) -> None:
    """Write one log with one run."""
    codes = sorted({one.finding.code for one in report.findings})
    results = [_result(one, report, codes) for one in report.findings]
    driver = {
        "name": "communique",
        "semanticVersion": __version__,
        "rules": [_rule(report.rules[code]) for code in codes],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    out.write(f"{encoded({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]})}\n")


def _rule(rule: type[Rule]) -> dict[str, Any]:
    words = getdoc(rule) or rule.name
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": " ".join(words.partition("\n\n")[0].split())},
        "fullDescription": {"text": words},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"scope": rule.scope.value},
    }


def _result(one: Kept, report: Report, codes: Sequence[str]) -> dict[str, Any]:
    finding = one.finding
    first, *others = finding.quotes
    told: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "kind": "pass" if finding.severity is Severity.COMPUTED else "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(first, report)],
        "partialFingerprints": {"communique/v1": one.ident},
        "properties": {"records": list(finding.records)},
    }
    if others:
        told["relatedLocations"] = [
            {"id": index, **_location(quote, report)} for index, quote in enumerate(others, 1)
        ]
    if one.silenced is not None:
        reason = one.silenced.reason or ""
        suppression = {"kind": "external", "status": "accepted", "justification": reason}
        told["suppressions"] = [suppression]
    return told


def _location(quote: Quoted, report: Report) -> dict[str, Any]:
    cited = report.cited[quote.document]
    first, last = cited.place(quote.start), cited.place(quote.end)
    region = {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": quote.start,
        "charLength": quote.end - quote.start,
        "snippet": {"text": quote.exact},
    }
    where = {"artifactLocation": {"uri": _uri(cited.document)}, "region": region}
    found: dict[str, Any] = {"physicalLocation": where}
    if quote.label:
        found["message"] = {"text": quote.label}
    return found


def _uri(document: Document) -> str:
    return document.url or percent_encoded(document.id, safe="/")

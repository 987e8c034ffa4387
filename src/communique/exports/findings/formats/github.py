"""Findings as workflow commands, which GitHub shows as annotations of files.

A command is one line, `::level key=value,…::message`; "%", line ends and, in values, ":" and ","
are escaped (GitHub, "Workflow commands for GitHub Actions").
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TextIO

from communique.model.finding import Severity
from communique.views.findings import Kept
from communique.views.report import Report

_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.NOTE: "notice",
        Severity.COMPUTED: "debug",
    }
)


def write(report: Report, out: TextIO) -> None:
    """Write a line for each finding that nobody silenced."""
    for one in report.findings:
        if one.silenced is None:
            out.write(f"{_command(one, report)}\n")


def _command(one: Kept, report: Report) -> str:
    finding, quote = one.finding, one.finding.quotes[0]
    cited = report.cited[quote.document]
    first, last = cited.place(quote.start), cited.place(quote.end)
    told = {
        "file": cited.document.url or cited.document.id,
        "line": first.line,
        "endLine": last.line,
        "title": f"{finding.code} {report.name(finding)}",
    }
    if first.line == last.line:
        # Columns of several lines mean nothing there.
        told |= {"col": first.column, "endColumn": last.column}
    values = ",".join(f"{name}={_value(str(value))}" for name, value in told.items())
    message = _text(f"{finding.message} ({one.ident})")
    level = _LEVELS[finding.severity]
    return f"::debug::{message}" if level == "debug" else f"::{level} {values}::{message}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")

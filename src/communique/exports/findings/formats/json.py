"""Findings as one JSON array, an object a line."""

from __future__ import annotations

from typing import TextIO

from communique.exports.entries import write_array
from communique.exports.findings.entry import entry
from communique.views.report import Report


def write(report: Report, out: TextIO) -> None:
    """Write all findings, silenced ones among them if the report holds them."""
    write_array(out, (entry(one, report) for one in report.findings))

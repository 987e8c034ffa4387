"""The formats of findings for programs, one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TextIO

from communique.exports.findings.formats import github, json, sarif
from communique.views.report import Report

#: What writes a report, by the name of the format.
WRITERS: Mapping[str, Callable[[Report, TextIO], None]] = MappingProxyType(
    {"github": github.write, "json": json.write, "sarif": sarif.write}
)

"""A report: findings with the documents that they quote, ready to be printed or written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from communique.checks.identity import basis_of, ident_of
from communique.checks.rule import Rule
from communique.claims.identity import lineage
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.finding import ALARMS, Finding, Quoted
from communique.store.documents import load_read
from communique.store.dossier import Connection
from communique.store.findings import quotable
from communique.views.findings import Kept


class Place(NamedTuple):
    """Where a code point stands: line and column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Cited:
    """A document that findings quote.

    Attributes:
        key: Its key in the dossier.
        document: The document.
    """

    key: str
    document: Document = field(repr=False)

    def place(self, offset: int) -> Place:
        """Line and column of a code point of its text."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """A line of its text, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.document.text)
        return self.document.text[start:end]

    @cached_property
    def _starts(self) -> list[int]:
        text = self.document.text
        return [0, *(index + 1 for index, sign in enumerate(text) if sign == "\n")]


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order in which they are told.

    Attributes:
        findings: The findings.
        cited: The documents that they quote, by key.
        rules: All rules by code.
    """

    findings: tuple[Kept, ...]
    cited: Mapping[str, Cited]
    rules: Mapping[str, type[Rule]]

    def name(self, finding: Finding) -> str:
        """Name of the rule of a finding; its code if the package of the rule is not installed."""
        rule = self.rules.get(finding.code)
        return finding.code if rule is None else rule.name

    def document(self, quote: Quoted) -> Document:
        """The document of a quote."""
        return self.cited[quote.document].document

    def place(self, quote: Quoted) -> Place:
        """Where a quote begins."""
        return self.cited[quote.document].place(quote.start)


def report_of(
    connection: Connection, findings: Sequence[Kept], rules: Mapping[str, type[Rule]]
) -> Report:
    """Findings of a dossier with the documents that they quote."""
    keys = {quote.document for kept in findings for quote in kept.finding.quotes}
    numbers = {told.number: key for key, told in quotable(connection, keys).items()}
    cited = {
        numbers[number]: Cited(numbers[number], document)
        for number, (document, _) in load_read(connection, sorted(numbers)).items()
    }
    return Report(tuple(findings), cited, rules)


def report_alone(extraction: Extraction, rules: Mapping[str, type[Rule]], today: date) -> Report:
    """What checks say of a document that is in no dossier; what they found to fit is left out."""
    document = extraction.document
    told = (f for f in extraction.findings or () if f.severity in ALARMS and f.holds_on(today))
    lineages = {document.id: lineage(document)}
    kept = (Kept(ident_of(f, lineages), basis_of(f), f) for f in told)
    findings = tuple(sorted(kept, key=lambda one: _order(one.finding)))
    return Report(findings, {document.id: Cited(document.id, document)}, rules)


def _order(finding: Finding) -> tuple[int, int, str, str]:
    first = finding.quotes[0]
    return first.start, first.end, finding.code, finding.message

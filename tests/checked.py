"""Rules for tests of dossiers, one of each scope, that find much in the documents of `filling`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from communique.checks.rule import DocumentRule, DossierRule, Example, RecordRule, Told
from communique.checks.seen import Case, Sheet
from communique.model.finding import Finding, Severity

_EXAMPLE = Example((Told("Number 1.", date(2024, 5, 20)),), "It is made up.")
#: What was checked, by code and name: document, record or key. Tests clear it.
CALLS: Counter[tuple[str, str]] = Counter()


class NumberNamed(DocumentRule):
    """A document tells its number."""

    code = "TST101"
    name = "number-named"
    severity = Severity.NOTE
    since = "0.1.0"
    fires = quiet = _EXAMPLE

    def check(self, sheet: Sheet) -> Iterator[Finding]:
        CALLS[self.code, sheet.key] += 1
        for found in re.finditer(r"Number (\d+)", sheet.text):
            told = f"it is number {found[1]}, for {[p.name for p in sheet.facts.speaks_for]}"
            since = date(2030, 1, 1) if int(found[1]) % 2 else None
            claims = [f"{c.id}: {getattr(c, 'action', '')}" for c in sheet.claims]
            quotes = [sheet.quote(*found.span())]
            yield self.found(told, quotes, basis=[told, *claims], since=since)


class ToldTwice(RecordRule):
    """Several claims tell a record."""

    code = "TST201"
    name = "told-twice"
    severity = Severity.WARNING
    since = "0.1.0"
    fires = quiet = _EXAMPLE

    def check(self, case: Case) -> Iterator[Finding]:
        CALLS[self.code, case.record.id] += 1
        # What tells of an office tells of a person, too.
        if len(case.nodes) > 1 and case.kind != "person":
            first, *others = case.nodes
            told = f"{len(case.nodes)} claims, of {len({n.document.story for n in case.nodes})}"
            quotes = [case.quote(first), *(case.quote(n, subject=False) for n in others)]
            yield self.found(told, quotes, records=[case.record.id])


class SameGiver(DossierRule):
    """Different sums of one giver, and versions of one story."""

    code = "TST301"
    name = "same-giver"
    severity = Severity.ERROR
    since = "0.1.0"
    fires = quiet = _EXAMPLE

    def keys_of_sheet(self, sheet: Sheet) -> Iterable[str]:
        return [f"story {sheet.facts.story}"]

    def keys_of_case(self, case: Case) -> Iterable[str]:
        by = getattr(case.record.head, "by", ())
        return [f"giver {party.name}" for party in by]

    def check(self, key: str, sheets: Sequence[Sheet], cases: Sequence[Case]) -> Iterator[Finding]:
        CALLS[self.code, key] += 1
        if len(sheets) > 1:
            quotes = [sheet.quote(0, 6) for sheet in sheets]
            yield self.found(f"{len(sheets)} versions", quotes)
        if len(cases) > 1:
            told = [n for case in cases for n in case.nodes]
            quotes = [case.quote(case.nodes[0]) for case in cases]
            records = [case.record.id for case in cases]
            yield self.found(f"{len(told)} claims of a giver", quotes, records=records)


RULES = (NumberNamed, ToldTwice, SameGiver)

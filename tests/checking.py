"""Documents for tests of rules, and what rules say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from communique.checks.rule import DocumentRule
from communique.model.finding import Finding, Severity
from communique.model.raw import GivenDocument
from communique.pipeline.evaluate.small_dossier import Workbench
from communique.pipeline.seeing import sheet_of
from communique.records.facts import facts_told


def told(text: str, published: str = "2024-05-20", **facts: str) -> GivenDocument:
    """A document; two of the same text and facts are one."""
    content = "\n".join((text, published, *facts.values()))
    name = f"doc-{sha256(content.encode()).hexdigest()[:8]}"
    return GivenDocument(name, name, text, published=published, **facts)


def findings(workbench: Workbench, code: str, documents: Sequence[GivenDocument]) -> list[Finding]:
    """The alarms of a rule on a dossier of these documents."""
    return [f for f in _said(workbench, code, documents) if f.severity is not Severity.COMPUTED]


def computed(workbench: Workbench, code: str, documents: Sequence[GivenDocument]) -> list[Finding]:
    """What a rule found to fit."""
    return [f for f in _said(workbench, code, documents) if f.severity is Severity.COMPUTED]


def _said(workbench: Workbench, code: str, documents: Sequence[GivenDocument]) -> list[Finding]:
    """What a rule says; one that needs no other document is asked without making a dossier."""
    (rule,) = (rule for rule in workbench.rules if rule.code == code)
    extractions = workbench.extracted(documents)
    if isinstance(rule, DocumentRule):
        kin = workbench.knowledge.kin
        sheets = [sheet_of(facts_told(e.document.id, e, kin), e) for e in extractions]
        return [finding for sheet in sheets for finding in rule.check(sheet)]
    return list(replace(workbench, rules=(rule,)).findings(extractions))

"""Names findings: by their code and the words they are about, so that a name outlives a re-check.

What a person silences is a finding with what it was computed from (its basis): when that changes,
the silence lapses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from communique.model.finding import Finding, Quoted

_DIGITS = 12


def ident_of(finding: Finding, lineages: Mapping[str, str]) -> str:
    """The name of a finding, such as "CAL201:5f0c6b1a9e44".

    Args:
        finding: The finding.
        lineages: Lineages of documents by their keys.
    """
    return ident(finding.code, ((lineages[q.document], q.exact) for q in subjects_of(finding)))


def subjects_of(finding: Finding) -> tuple[Quoted, ...]:
    """The words that a finding is about: all that it quotes where it does not tell."""
    return tuple(quote for quote in finding.quotes if quote.subject) or finding.quotes


def ident(code: str, subjects: Iterable[tuple[str, str]]) -> str:
    """The name of a finding of a code on words, given as lineage and quote."""
    told = sorted({(lineage, " ".join(exact.casefold().split())) for lineage, exact in subjects})
    content = "\x1f".join((code, *(part for pair in told for part in pair)))
    return f"{code}:{_digest(content)}"


def basis_of(finding: Finding) -> str:
    """A digest of what a finding was computed from."""
    told = finding.basis or (finding.message, *(q.exact for q in finding.quotes))
    return _digest("\x1f".join(told))


def _digest(content: str) -> str:
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]

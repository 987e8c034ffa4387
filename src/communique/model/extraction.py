"""What the pure stages found in one document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from communique.model.claim import Claim
from communique.model.document import Document
from communique.model.finding import Finding
from communique.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document with what it names and asserts.

    Attributes:
        document: The document as read.
        mentions: In text order; those of different kinds may overlap.
        claims: By kind, then in text order.
        refused: Number of claims that the text did not bear out, by reason; they are left out.
        remarks: Verbal acts that are no claims, such as praise and thanks, as events.
        extractor: Name of what found the claims.
        findings: What checks of the document alone have to say; None where it was not checked.
    """

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...] = ()
    refused: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[Claim, ...] = ()
    extractor: str = "grammar"
    findings: tuple[Finding, ...] | None = None

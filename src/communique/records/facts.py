"""What merging and electing need to know of a document, worked out from what was found in it."""

from __future__ import annotations

from communique.claims.slots.office import holders_of
from communique.model.extraction import Extraction
from communique.model.record import DocumentFacts
from communique.records.sides import speaks_for
from communique.records.subjects import subjects_of
from communique.vocab.kinship import Kinship


def facts_told(key: str, extraction: Extraction, kin: Kinship) -> DocumentFacts:
    """The facts of a document; its story is looked for later, among others.

    Args:
        key: Names the document.
        extraction: The document, with what it names and claims.
        kin: Who belongs to whom, and what is known of publishers.
    """
    document = extraction.document
    return DocumentFacts(
        key,
        document.published,
        document.publisher,
        speaks_for(document, kin, holders_of(extraction.claims)),
        subjects=subjects_of(document, extraction.mentions, kin),
    )

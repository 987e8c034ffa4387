"""What the pure stages found in one document."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model.document import Document
from communique.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document with what it names.

    Attributes:
        document: The document as read.
        mentions: In text order; those of different kinds may overlap.
    """

    document: Document
    mentions: tuple[Mention, ...]

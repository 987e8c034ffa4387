"""Times: dates, clock times, durations and sets, by the grammar in `mentions.times`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.mentions.times.reader import TimeReader
from communique.model.analysis import Analysis
from communique.model.document import OUTSIDE_THE_ARTICLE, Document
from communique.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Times:
    """Finds times, counted from the day of publication where they are relative.

    Attributes:
        reader: The grammar.
    """

    reader: TimeReader

    @classmethod
    def load(cls) -> Times:
        """Load the grammar.

        Raises:
            BadVocabulary: A file of the grammar breaks its schema.
        """
        return cls(TimeReader.load())

    def find(self, document: Document, analysis: Analysis) -> Iterator[Mention]:
        """The times of the article."""
        outside = [r.span for r in document.regions if r.kind in OUTSIDE_THE_ARTICLE]
        tags = {token.start: token.tag for token in analysis.tokens}
        found = self.reader.read(document.text, document.published, skip=outside, tag_at=tags.get)
        return (
            replace(reading.mention, rule=reading.rule, anchored_on=reading.anchored_on)
            for reading in found
        )

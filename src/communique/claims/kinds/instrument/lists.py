"""Lines below a heading that announces documents: "Documents signed during the visit"."""

from __future__ import annotations

import re

from communique.claims.reading import Reading
from communique.model.document import RegionKind

# What stands before the first word of a line: bullets, numbers, quotation marks.
_NUMBERING = re.compile(r"[\W\d]*")


def is_listed(reading: Reading, start: int, announcing: frozenset[str]) -> bool:
    """Whether a line begins at an offset and what governs it announces documents.

    Args:
        reading: The text.
        start: Offset of the first word of a name.
        announcing: Words of a title, heading or introducing line that announce documents.
    """
    text = reading.document.text
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if not _NUMBERING.fullmatch(line):
        return False
    words = {w for head in _governing(reading, start) for w in re.findall(r"\w+", head.lower())}
    return not words.isdisjoint(announcing)


def _governing(reading: Reading, start: int) -> list[str]:
    """The title, the heading above, and the last line above that ends with a colon."""
    document = reading.document
    headings = [r.span for r in document.regions if r.kind is RegionKind.HEADING]
    above = [document.text[s.start : s.end] for s in headings if s.end <= start]
    lines = document.text[:start].split("\n")[:-1]
    introducing = [line for line in lines if line.rstrip().endswith(":")]
    return [document.title or "", *above[-1:], *introducing[-1:]]

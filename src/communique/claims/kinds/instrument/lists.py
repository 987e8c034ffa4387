"""Lines below a heading that announces documents: "Documents signed during the visit"."""

from __future__ import annotations

import re

from communique.claims.reading import Reading
from communique.model.document import RegionKind

# What stands before the first word of a line: bullets, numbers, quotation marks.
_NUMBERING = re.compile(r"[\W\d]*")
# The same with a letter or a Roman number, and an article: "(a) an Agreement", "ii. the Protocol".
_ENUMERATED = re.compile(
    r"\W*(?:(?:[a-z]|[ivx]{1,4})[.)]|\d{1,2}[.)]|[-•*–])\s+(?:(?:an?|the)\s+)?", re.I
)


def is_listed(reading: Reading, start: int, announcing: frozenset[str]) -> bool:
    """Whether a line begins at an offset and what governs it announces documents.

    Args:
        reading: The text.
        start: Offset of the first word of a name.
        announcing: Words of a title, heading or introducing line that announce documents.
    """
    text = reading.document.text
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _NUMBERING.fullmatch(line):
        governing = _governing(reading, start)
    elif _ENUMERATED.fullmatch(line):
        governing = _leading_in(text[:start])
    else:
        return False
    words = {w for head in governing for w in re.findall(r"\w+", head.lower())}
    return not words.isdisjoint(announcing)


def _leading_in(text: str) -> list[str]:
    """The line that ends with a colon right above the items of which a text ends in one."""
    for line in reversed(text.split("\n")[:-1]):
        if line.rstrip().endswith(":"):
            return [line]
        if line.strip() and not _ENUMERATED.match(line):
            return []
    return []


def _governing(reading: Reading, start: int) -> list[str]:
    """The title, the heading above, and the last line above that ends with a colon."""
    document = reading.document
    headings = [r.span for r in document.regions if r.kind is RegionKind.HEADING]
    above = [document.text[s.start : s.end] for s in headings if s.end <= start]
    lines = document.text[:start].split("\n")[:-1]
    introducing = [line for line in lines if line.rstrip().endswith(":")]
    return [document.title or "", *above[-1:], *introducing[-1:]]

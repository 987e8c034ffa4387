"""Speech in quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from communique.documents.lines import Line
from communique.model.span import Span

_CLOSING = {"\u201c": "\u201d", "\u00ab": "\u00bb", "\u201e": "\u201c\u201d"}
# Fewer words in quotation marks are a title, a name or a phrase.
_SPEECH = 4


def quotations(line: Line) -> Iterator[Span]:
    """Stretches of one paragraph in double quotation marks, marks included, of some length.

    Straight marks open and close in turn; a mark without its partner counts for nothing, as do
    single marks, which are mostly apostrophes.
    """
    opened: int | None = None
    closing = ""
    for offset, character in enumerate(line.text):
        if opened is None:
            if character == '"' or character in _CLOSING:
                opened, closing = offset, _CLOSING.get(character, '"')
        elif character in closing:
            if len(line.text[opened + 1 : offset].split()) >= _SPEECH:
                yield Span(line.span.start + opened, line.span.start + offset + 1)
            opened = None

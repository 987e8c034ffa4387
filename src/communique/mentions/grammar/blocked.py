"""Stretches of a text in which nothing is read."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model.span import Span


class Blocked:
    """The stretches to be left out, asked in the order of the text."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._at = 0

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch, later than those asked before, lies in one of them."""
        while self._at < len(self._spans) and self._spans[self._at].end <= start:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at].start < end

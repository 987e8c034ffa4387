"""Finds any of some phrases in long texts, fast: for rules that look at few sentences of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def plain(text: str) -> str:
    """A text in lower case, of the same length, so that offsets hold."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def offsets(text: str, phrases: Iterable[str]) -> Iterator[int]:
    """Where phrases begin and end as whole words, in no order.

    Args:
        text: In lower case (`plain`).
        phrases: In lower case.
    """
    for phrase in phrases:
        start = text.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                yield start
            start = text.find(phrase, end)

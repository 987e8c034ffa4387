"""The languages whose grammar and vocabulary the program knows."""

from __future__ import annotations

_READ = frozenset({"en"})


def is_read(language: str | None) -> bool:
    """Whether texts in a language are read; one that can't be told is tried."""
    return language is None or language.lower().split("-")[0] in _READ

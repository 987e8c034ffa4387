"""Counts of names for people to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from communique.model.mention import Mention

#: Kinds in the order in which people look for them, with their headings and colours.
KINDS = {
    "party": ("Parties", "bold cyan"),
    "organization": ("Organisations", "magenta"),
    "person": ("Persons", "green"),
    "place": ("Places", "yellow"),
    "time": ("Times", "blue"),
    "money": ("Money", "bright_red"),
    "percent": ("Percentages", "bright_red"),
    "quantity": ("Quantities", "bright_red"),
}


def counted(mentions: Iterable[Mention], kind: str) -> list[tuple[str, int]]:
    """The names of one kind, the most frequent first, then as they come in the text."""
    names = Counter(_label(mention) for mention in mentions if mention.kind == kind)
    return names.most_common()


def _label(mention: Mention) -> str:
    name = getattr(mention, "name", mention.text)
    code = getattr(mention, "code", None)
    return f"{name} ({code})" if code and code != name else str(name)


def listed(names: list[tuple[str, int]], most: int) -> str:
    """Names on one line, with their counts where they recur."""
    shown = [name if count == 1 else f"{name} ×{count}" for name, count in names[:most]]
    if len(names) > most:
        shown.append(f"and {len(names) - most} more")
    return ", ".join(shown)

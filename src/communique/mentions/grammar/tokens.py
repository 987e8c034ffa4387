"""A word, figure or sign of a text, as every grammar sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from communique.mentions.grammar.lexicon import Value

#: Tells the Penn Treebank tag of the word at an offset, None where it is not known.
TagAt = Callable[[int], str | None]


class Token(NamedTuple):
    """A word, figure or sign.

    Attributes:
        start: First code point.
        end: One past the last.
        value: What its class says of it; of figures, the text.
    """

    start: int
    end: int
    value: Value


def is_verb(tag: str | None) -> bool:
    """Whether a Penn Treebank tag is that of a verb."""
    return tag is not None and (tag == "MD" or tag.startswith("VB"))

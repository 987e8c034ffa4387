"""Given names of many countries, from the packaged list (see NOTICE)."""

from __future__ import annotations

from importlib.resources import files

from communique.vocab.schema import NameWords


def load_given_names(words: NameWords) -> frozenset[str]:
    """The names of the packaged list and of the vocabulary, without those that are words as well.

    Args:
        words: The vocabulary's words about names.
    """
    text = (files("communique.vocab") / "data" / "given_names.txt").read_text("utf-8")
    listed = {line for line in text.splitlines() if not line.startswith("#")}
    return frozenset((listed - {*words.given_names_also_words}) | {*words.given_names})

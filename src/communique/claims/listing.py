"""Lists: the line that opens one, and what it says that the entries are."""

from __future__ import annotations

import re
from collections.abc import Collection

from communique.claims.reading import Reading

# Lines back to which a list may have been opened.
_BACK = 12
# What stands before an entry: "- ", "(a) ", "3. ".
_MARK = re.compile(r"(?:^|\n)\s*(?:[-–—•·▪*>]|\(?\w{1,3}[.)])")
_LONGEST_MARK = 12
# Verbs that tell what a thing holds: "the package includes:".
_HOLDING = frozenset({"include", "contain", "comprise", "cover", "consist"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def opening_line(reading: Reading, index: int) -> range | None:
    """The tokens of the line that opens the list in which a word stands: "Peru will:"."""
    tree = reading.tree
    here = tree.sentence_number(index)
    for above in range(here - 1, max(-1, here - 1 - _BACK), -1):
        line = range(*tree.analysis.sentences[above])
        if tree.lower(line[-1]) == ":":
            return line
        if tree.lower(line[-1]) == "." and not _is_entry(reading, line):
            return None
    return None


def _is_entry(reading: Reading, line: range) -> bool:
    """Whether a sentence is an entry of a list, with a mark or a letter in front."""
    text, end = reading.document.text, reading.tree[line[0]].end
    return _MARK.search(text, max(0, end - _LONGEST_MARK), end) is not None


def is_thing(reading: Reading, index: int) -> bool:
    """Whether a word stands in an entry that names things and tells nothing of them."""
    tree = reading.tree
    return not any(tree.is_verb(i) and tree[i].tag in _FINITE for i in tree.ancestors(index))


def held_by(reading: Reading, line: range, wholes: Collection[str]) -> int | None:
    """The whole whose parts a list names: "the aid package includes:"; None for other lists.

    Args:
        reading: The document.
        line: The tokens of the line that opens the list.
        wholes: What is meant to be held to have such parts.
    """
    tree = reading.tree
    verb = next((i for i in reversed(line) if tree.is_verb(i)), None)
    if verb is None or tree[verb].lemma not in _HOLDING or tree.passive(verb):
        return None
    subject = tree.subject(verb)
    return subject if subject is not None and tree[subject].lemma in wholes else None

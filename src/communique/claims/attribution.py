"""Who says so: the speaker to whom the text ascribes a clause, if it is not its own voice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.claims.reading import Reading
from communique.claims.speech import quoted_by, speaker_name, turn_of

# Words that tell of a number or a fact only with "of": "she spoke of 500 million".
_SPEAKING_OF = frozenset({"speak", "talk", "warn", "boast", "tell", "hear", "complain"})
_OWN_VOICE = frozenset({"we", "i", "us", "it", "you", "which", "that", "who"})
# Pronouns that stay as they are where nobody is known to be meant.
_UNKNOWN = frozenset({"he", "she", "they"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def attributed_to(reading: Reading, index: int) -> str | None:
    """The speaker of the clause of a token, by name; None in the document's own voice.

    "The ministry said that exports rose", "exports rose, the ministry said", "according to the
    ministry, exports rose", "as the ministry said, exports rose": the ministry. In direct speech it
    is who is quoted beside it, in a conversation told line by line whose turn it is. Acts of saying
    that are claims themselves ("X condemned Y") are not looked at here.
    """
    return _by_clause(reading, index) or quoted_by(reading, index) or turn_of(reading, index)


def _by_clause(reading: Reading, index: int) -> str | None:
    """The speaker that the sentence itself tells."""
    tree = reading.tree
    seen = [index, *tree.ancestors(index)]
    for current in seen:
        source = _according(reading, current)
        if source is not None:
            return speaker_name(reading, source)
    for lower, upper in pairwise(seen):
        if tree[lower].dep in {"ccomp", "parataxis", "advcl"} and _speaks(reading, upper):
            return _speaker(reading, upper)
        if tree.lower(lower) == "of" and tree[upper].lemma in _SPEAKING_OF:
            return _speaker(reading, upper)
    return _beside(reading, seen)


def _beside(reading: Reading, seen: Sequence[int]) -> str | None:
    """The speaker of a clause set beside: "as the ministry said", "…, the ministry said"."""
    tree = reading.tree
    for current in seen:
        for child in tree.children(current, "advcl"):
            as_told = any(tree.lower(i) == "as" for i in tree.children(child, "mark"))
            if as_told and child not in seen and _speaks(reading, child):
                return _speaker(reading, child)
    for child in tree.children(seen[-1], "parataxis", "ccomp"):
        if child not in seen and _speaks(reading, child) and tree[child].tag in _FINITE:
            return _speaker(reading, child)
    return None


def _speaks(reading: Reading, verb: int) -> bool:
    tree = reading.tree
    return tree.is_verb(verb) and tree[verb].lemma in reading.knowledge.voices.saying


def _speaker(reading: Reading, verb: int) -> str | None:
    """Who says it: "X said and added", "as stated by X", "X was quoted as saying"."""
    tree = reading.tree
    subject = tree.child(verb, "nsubj")
    if subject is None:
        subject = tree.doers(verb)
    if subject is None or tree.lower(subject) in _OWN_VOICE:
        return None
    name = speaker_name(reading, subject)
    return None if name.lower() in _UNKNOWN else name


def _according(reading: Reading, index: int) -> int | None:
    """The noun after "according to" below a token."""
    tree = reading.tree
    for child in tree.children(index, "prep", "advmod", "pcomp", "advcl"):
        if tree.lower(child) not in reading.knowledge.voices.according:
            continue
        direct = tree.children(child, "pobj")
        through = [i for p in tree.children(child, "prep") for i in tree.children(p, "pobj")]
        for found in (*direct, *through):
            # "Per year" and "per item" tell a rate, "per the ministry" a source.
            if tree.lower(child) != "per" or tree.child(found, "det") is not None:
                return found
    return None

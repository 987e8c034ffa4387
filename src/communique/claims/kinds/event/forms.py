"""The form that talks take, where the words around them tell another than their own word.

"A telephone conversation" is a call, "a round of talks" a negotiation, and who flies somewhere to
talk to a colleague meets that colleague.
"""

from __future__ import annotations

from communique.claims.kinds.event.sites import Site
from communique.claims.reading import Reading
from communique.model.terms import EventMode
from communique.vocab.claims.event import EventWords

_PHONE = frozenset({"phone", "telephone", "phonecall"})
_TALKS = frozenset({"talk", "discussion", "conversation", "meeting"})
# What talks are about that parties bargain for.
_BARGAINED = frozenset(
    {"peace", "trade", "accession", "ceasefire", "truce", "tariff", "debt", "treaty", "nuclear"}
    | {"boundary", "quota", "contract", "membership", "technical"}
)
_IN_PERSON = frozenset({"person", "sideline", "margin", "tête"})


def form_of(reading: Reading, words: EventWords, site: Site, place: str | None) -> EventMode | None:
    """The form of an act: that of the vocabulary unless the text tells another.

    Args:
        reading: The document.
        words: Words of the grammar.
        site: The act.
        place: Where it is, if that is told; nobody telephones "in Rome".
    """
    mode = site.act.mode
    if site.noun == site.head and reading.tree[site.head].lemma in _TALKS:
        return _of_talks(reading, site.head) or mode
    if mode is EventMode.CALL and site.noun is None and not _by_phone(reading, site.head):
        there = place is not None or _face_to_face(reading, words, site.head)
        return EventMode.MEETING if there else mode
    return mode


def _of_talks(reading: Reading, noun: int) -> EventMode | None:
    tree = reading.tree
    beside = {tree.lower(i) for i in tree.children(noun, "compound", "amod", "nmod")}
    if beside & _PHONE or (_PHONE & {tree.lower(i) for i in tree.after(noun, "by")}):
        return EventMode.CALL
    above = tree[noun].head
    rounds = tree.lower(above) == "of" and tree[tree[above].head].lemma == "round"
    told = rounds or (beside & _BARGAINED and tree[noun].lemma == "talk")
    return EventMode.NEGOTIATION if told else None


def _by_phone(reading: Reading, verb: int) -> bool:
    tree = reading.tree
    return any(tree.lower(i) in _PHONE for i in range(*tree.sentence(verb)))


def _face_to_face(reading: Reading, words: EventWords, verb: int) -> bool:
    """Whether who speaks is there: having travelled, or on the margins of something."""
    tree = reading.tree
    if any(tree[i].lemma in words.going for i in tree.ancestors(verb) if tree.is_verb(i)):
        return True
    for preposition in tree.children(verb, "prep"):
        if any(tree[i].lemma in _IN_PERSON for i in tree.children(preposition, "pobj")):
            return True
    return False

"""Which records a search for words brings up: those whose own names hold them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from communique.claims.slots.declare import slots_of
from communique.model.claim import Claim
from communique.store.briefs import Head
from communique.store.words import folded_words, phrases_of

#: Most words of a phrase, and most phrases, as in the search for documents.
_LONGEST, _MOST = 25, 32


def found_by_name(heads: Iterable[Head], asked: str) -> list[Head]:
    """Records whose title, name, label, place or other words hold all phrases, in their order."""
    phrases = [f" {' '.join(phrase)} " for phrase in phrases_of(asked, _LONGEST, _MOST)]
    return [one for one in heads if phrases and _holds(one.head, phrases)]


def _holds(head: Claim, phrases: Collection[str]) -> bool:
    texts = [f" {' '.join(folded_words(text))} " for text in _texts(head)]
    return all(any(phrase in text for text in texts) for phrase in phrases)


def _texts(head: Claim) -> Iterator[str]:
    """The slots that hold words of the text."""
    for slot in slots_of(type(head)):
        value = getattr(head, slot.name)
        # Terms are words of the claim model, not of the text.
        if type(value) is str:
            yield value

"""Whom a document is about: the sides that it names most, which a bare "the loan" belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from communique.model.claim import Party
from communique.model.document import Document
from communique.model.mention import Mention, PartyMention
from communique.vocab.kinship import Kinship
from communique.vocab.words import words_of

# A side in the headline is worth as many as a paragraph's.
_IN_TITLE = 3
# Named once in passing is not what a document is about, nor is a fourth of what it names most.
_LEAST = 2
_SHARE = 0.25
_MOST = 4


def subjects_of(document: Document, mentions: Iterable[Mention], kin: Kinship) -> tuple[Party, ...]:
    """The sides that a document is about, at most four, by name.

    Args:
        document: The document.
        mentions: What its text names.
        kin: Tells whose side a body is on.
    """
    counts = Counter(kin.side(m.name) for m in mentions if isinstance(m, PartyMention))
    for _, _, sense in kin.senses(words_of(document.title or "")):
        counts[kin.side(sense.name)] += _IN_TITLE
    most = max(counts.values(), default=0)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    told = [n for n in ranked[:_MOST] if counts[n] >= max(_LEAST, _SHARE * most)]
    return tuple(kin.party(name) for name in sorted(told))

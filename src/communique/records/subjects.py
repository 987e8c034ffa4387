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
# Named once in passing is not what a document is about, nor is less than a fourth of what it names
# most. A text that names but two sides is about these two, be it a short one.
_LEAST = 2
_BOTH = 2
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
    most = max(counts.values(), default=0)
    for _, _, sense in kin.senses(words_of(document.title or "")):
        side = kin.side(sense.name)
        # "Council" and "Commission" alone may be anybody's: the text tells.
        if sense.is_state or side in counts or side in kin.groupings_alone:
            counts[side] += _IN_TITLE
    counts = Counter({name: n for name, n in counts.items() if not _is_region(name, kin)})
    least = 1 if len(counts) == _BOTH else _LEAST
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    told = [n for n in ranked[:_MOST] if counts[n] >= max(least, _SHARE * most)]
    return tuple(kin.party(name) for name in sorted(told))


def _is_region(name: str, kin: Kinship) -> bool:
    """Whether it is a part of the world whose extent varies with the speaker ("Europe")."""
    return name in kin.groupings_alone and not kin.members(name, None)

"""Which two sides a claim leaves to its document: "the agreement that the ministers signed"."""

from __future__ import annotations

from collections.abc import Iterable

from communique.model.record import DocumentFacts
from communique.records.comparing.parties import Sides

_BOTH = 2


def relation(document: DocumentFacts, sides: Sides) -> tuple[str, ...]:
    """The two sides whose relationship a document is about, sorted; empty if it is no such.

    Whoever speaks in a document takes part, even where the text says "we". A member of a grouping
    that the document is about is there as its member: Central Asia and the Union are two.
    """
    found = {sides.of_party(party) for party in document.subjects}
    own = {sides.of_party(party) for party in document.speaks_for}
    if len(own) <= _BOTH:
        found = own if len(own) == _BOTH else found | own
    found = {side for side in found if not sides.vague(side)}
    groupings = {side for side in found if sides.plural(side)}
    members = {side for group in groupings for side in sides.members(group)}
    told = sorted(found - members)
    return tuple(told) if len(told) == _BOTH and sides.several(told) else ()


def supposed(told: Iterable[str], document: DocumentFacts, sides: Sides) -> tuple[str, ...]:
    """The sides that a claim leaves to its document, sorted.

    Empty where it names two itself, where the document is not about two, or where the claim names
    somebody else: then it speaks of another relationship.

    Args:
        told: Sides that the claim names.
        document: Where it stands.
        sides: Knows parties.
    """
    named = frozenset(told)
    pair = relation(document, sides)
    if sides.several(named) or any(not _has_kin(side, pair, sides) for side in named):
        return ()
    return tuple(side for side in pair if not _has_kin(side, named, sides))


def _has_kin(side: str, others: Iterable[str], sides: Sides) -> bool:
    return any(sides.agreement(side, other) for other in others)

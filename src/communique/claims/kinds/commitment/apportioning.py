"""Sums of several parties one by one: "10 million each", "5 and 3 million respectively"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.claims.kinds.commitment.drafting import Draft
from communique.claims.reading import Reading
from communique.model.claim import Party

_EACH = frozenset({"each", "apiece"})


def apportioned(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, with every party's own sum where the sentence tells them together."""
    for draft in drafts:
        own = _respectively(reading, draft, drafts)
        if own is not None:
            yield own
        elif _is_each(reading, draft):
            # Others may refer to the first by its id.
            for place, party in enumerate(draft.claim.by):
                own_id = f"{draft.claim.id}.{place}" if place else draft.claim.id
                yield replace(draft, claim=replace(draft.claim, by=(party,), id=own_id))
        else:
            yield draft


def _is_each(reading: Reading, draft: Draft) -> bool:
    """Whether each of several givers gives the sum: "Peru and Chile gave 10 million each"."""
    tree, claim = reading.tree, draft.claim
    several = len(claim.by) > 1
    if claim.amount is None or not several:
        return False
    after = tree.run(draft.number.start, draft.number.end)
    return bool(after) and tree.lower(after[-1] + 1) in _EACH


def _respectively(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft with the party in the place of its sum, where there are as many of both."""
    tree, claim = reading.tree, draft.claim
    sentence = tree.sentence(draft.number.head)
    told = any(tree.lower(i) == "respectively" for i in range(*sentence))
    if claim.amount is None or not told:
        return None
    same = [d for d in drafts if d.claim.amount and tree.sentence(d.number.head) == sentence]
    place = next(i for i, other in enumerate(same) if other is draft)
    by, to = (_in_place(side, place, len(same)) for side in (claim.by, claim.to))
    return replace(draft, claim=replace(claim, by=by, to=to))


def _in_place(side: tuple[Party, ...], place: int, count: int) -> tuple[Party, ...]:
    return (side[place],) if len(side) == count > 1 else side

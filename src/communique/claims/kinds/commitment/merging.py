"""One claim for one sum that a document tells twice, with both quotes as evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.claims.kinds.commitment.drafting import Draft
from communique.claims.slots.commitment import Commitment


def merged(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those that repeat an earlier one joined to it."""
    found: list[Draft] = []
    lasting: dict[str, str] = {}
    for draft in drafts:
        index = next((i for i, other in enumerate(found) if _repeats(draft, other)), None)
        if index is None:
            found.append(draft)
        else:
            lasting[draft.claim.id] = found[index].claim.id
            found[index] = replace(found[index], claim=_joined(found[index].claim, draft.claim))
    return [_referring(draft, lasting) for draft in found]


def _repeats(draft: Draft, other: Draft) -> bool:
    """Whether a sum has been told before: as firm, and nothing in the way of its being the same."""
    one, two = draft.claim, other.claim
    if one.amount is None or two.amount is None or one.grade is not two.grade:
        return False
    same = (one.amount.value, one.amount.currency) == (two.amount.value, two.amount.currency)
    apart = one.evidence[0].start >= two.evidence[-1].end
    whens = one.when is None or two.when is None or one.when == two.when
    parties = _agree(one.by, two.by) and _agree(one.to, two.to)
    return same and apart and whens and parties and one.quantity in (None, two.quantity)


def _agree(one: tuple[object, ...], two: tuple[object, ...]) -> bool:
    return not one or not two or bool(set(one) & set(two))


def _joined(one: Commitment, two: Commitment) -> Commitment:
    """The first claim with the second's quote and what the first does not tell."""
    return replace(
        one,
        evidence=(*one.evidence, *two.evidence),
        by=one.by or two.by,
        to=one.to or two.to,
        finance=one.finance or two.finance,
        deadline=one.deadline or two.deadline,
        when=one.when or two.when,
    )


def _referring(draft: Draft, lasting: dict[str, str]) -> Draft:
    part_of = draft.claim.part_of
    if part_of not in lasting:
        return draft
    return replace(draft, claim=replace(draft.claim, part_of=lasting[part_of]))

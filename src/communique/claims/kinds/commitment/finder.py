"""Finds the commitments of a document, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.grounding import LONGEST_QUOTE
from communique.claims.kinds.commitment.apportioning import apportioned
from communique.claims.kinds.commitment.deeds import Deeds
from communique.claims.kinds.commitment.drafting import Draft, Drafting
from communique.claims.kinds.commitment.filling import Filling
from communique.claims.kinds.commitment.goods import Goods
from communique.claims.kinds.commitment.grading import Grading
from communique.claims.kinds.commitment.merging import merged
from communique.claims.kinds.commitment.numbers import PERCENT, Number, numbers
from communique.claims.kinds.commitment.undertakings import Undertakings
from communique.claims.modality import is_question
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Evidence
from communique.vocab.claims.commitments import CommitmentWords, load_commitment_words

# Clauses that tell a deed of their own.
_APART = frozenset({"conj", "ccomp", "relcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Commitments:
    """Finds commitments.

    Attributes:
        words: Wordings of undertakings.
    """

    words: CommitmentWords

    @classmethod
    def load(cls) -> Commitments:
        """Read the vocabulary.

        Raises:
            BadVocabulary: A file breaks its schema.
        """
        return cls(load_commitment_words())

    def find(self, reading: Reading) -> Iterator[Commitment]:
        """The commitments of a document, in text order.

        First those with a number, then undertakings that have a deadline alone.
        """
        told = numbers(reading, self.words)
        found = tuple(number for number in told if not is_question(reading, number.head))
        deeds, drafting = Deeds(reading, self.words), Drafting(reading, self.words, found)
        goods = Goods(reading, self.words, drafting, found)
        drafts: list[Draft] = []
        for number in found:
            deed = deeds.of(number)
            if deed is None and _joined_as_purpose(reading, self.words, number, drafts):
                continue
            draft = None if deed is None else drafting.draft(number, deed, drafts)
            if draft is None:
                draft = goods.draft(number, drafts)
            if draft is not None and not _joined(reading, draft, drafts):
                drafts.append(draft)
        drafts = merged(Filling(reading, drafting, drafts).filled())
        drafts = list(apportioned(reading, drafts))
        drafts += Undertakings(reading, self.words, drafting).beside(drafts)
        for draft in sorted(drafts, key=lambda d: d.number.start):
            yield draft.claim


def _joined(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a sum and a counted thing are one undertaking; the first of them then holds both.

    "Invest 40 million dollars in two plants", "commit 4 million to train 15 teachers".
    """
    for index, other in enumerate(drafts):
        if draft.number.alone and _linked(reading, draft.deed.index, other.deed.index):
            # "Handed over two tractors and a drone": a thing of the same list counts by itself.
            if other.claim.amount is None and draft.number.head in _listed(reading, other):
                continue
            return True
        if _one_deed(reading, draft, other):
            first, second = other.claim, draft.claim
            joint = replace(
                first,
                amount=first.amount or second.amount,
                quantity=first.quantity or second.quantity,
                evidence=_both(reading, first, second),
                finance=first.finance or second.finance,
                deadline=first.deadline or second.deadline,
                to=first.to or second.to,
            )
            drafts[index] = replace(other, claim=joint)
            return True
    return False


def _listed(reading: Reading, draft: Draft) -> list[int]:
    """What stands in one list with the counted thing of a draft."""
    return reading.tree.conjuncts(draft.number.head)


def _joined_as_purpose(
    reading: Reading, words: CommitmentWords, number: Number, drafts: list[Draft]
) -> bool:
    """Whether a counted thing is what a sum told before is for; the sum's claim then holds it.

    "Gave 4 million dollars to help 120 women": what is done with the money has no grade of its own.
    """
    tree = reading.tree
    verb = next((i for i in tree.ancestors(number.head) if tree.is_verb(i)), None)
    if verb is None or number.quantity is None or number.quantity.unit == PERCENT:
        return False
    sense = Grading(reading, words).sense(verb)
    done = sense is not None and sense.governs is None and not sense.change
    if not done or "to" not in tree.auxiliaries(verb):
        return False
    above = set(tree.ancestors(verb))
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        told = {draft.deed.index, draft.number.head} & above
        if draft.claim.amount is None or draft.claim.quantity is not None or not told:
            continue
        quotes = draft.claim.evidence
        if any(q.start <= number.start and number.end <= q.end for q in quotes):
            claim = replace(draft.claim, quantity=number.quantity)
            drafts[index] = replace(draft, claim=claim)
            return True
    return False


def _both(reading: Reading, one: Commitment, other: Commitment) -> tuple[Evidence, ...]:
    """A quote with both numbers; two, where one would be too long."""
    first, last = sorted((one.evidence[0], other.evidence[0]))
    if last.end <= first.end:
        return (first,)
    if last.end - first.start > LONGEST_QUOTE:
        return first, last
    return (Evidence.of(reading.document.text, first.start, last.end),)


def _one_deed(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Whether two numbers are the sum and the counted thing of one deed."""
    if (draft.claim.amount is None) == (other.number.amount is None):
        return False
    if draft.number.amount is not None and other.claim.amount is not None:
        return False
    return _linked(reading, draft.deed.index, other.deed.index)


def _linked(reading: Reading, one: int, other: int) -> bool:
    """Whether two deeds are the same, or one says what the other is for."""
    return one == other or _serves(reading, one, other) or _serves(reading, other, one)


def _serves(reading: Reading, lower: int, upper: int) -> bool:
    """Whether a deed is told inside another, without a clause of its own between them."""
    tree = reading.tree
    for index in (lower, *tree.ancestors(lower)):
        if index == upper:
            return True
        if tree.is_verb(index) and tree[index].dep in _APART:
            return False
    return False

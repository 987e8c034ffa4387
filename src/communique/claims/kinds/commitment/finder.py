"""Finds the commitments of a document, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.claims.kinds.commitment.deeds import Deeds
from communique.claims.kinds.commitment.drafting import Draft, Drafting
from communique.claims.kinds.commitment.numbers import Number, numbers
from communique.claims.kinds.commitment.undertakings import Undertakings
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.vocab.claims.commitments import CommitmentWords, load_commitment_words


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
        deeds, drafting = Deeds(reading, self.words), Drafting(reading, self.words)
        drafts: list[Draft] = []
        for number in numbers(reading, self.words):
            deed = deeds.of(number)
            draft = None if deed is None else drafting.draft(number, deed, drafts)
            if draft is not None and not _joined(reading, draft, drafts):
                drafts.append(draft)
        drafts += Undertakings(reading, self.words, drafting).beside(drafts)
        for draft in sorted(drafts, key=lambda d: d.number.start):
            yield draft.claim


def _joined(reading: Reading, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a sum and a counted thing are one undertaking; the first of them then holds both.

    "Invest 40 million dollars in two plants", "commit 4 million to train 15 teachers".
    """
    for index, other in enumerate(drafts):
        if _one_deed(reading, draft, other):
            first, second = other.claim, draft.claim
            joint = replace(
                first,
                amount=first.amount or second.amount,
                quantity=first.quantity or second.quantity,
                finance=first.finance or second.finance,
                deadline=first.deadline or second.deadline,
                to=first.to or second.to,
            )
            drafts[index] = replace(other, claim=joint)
            return True
    return False


def _one_deed(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Whether two numbers are the sum and the counted thing of one deed."""
    if (draft.claim.amount is None) == (other.number.amount is None):
        return False
    if draft.number.amount is not None and other.claim.amount is not None:
        return False
    return _linked(reading, draft.number, draft.deed.index, other.deed.index)


def _linked(reading: Reading, number: Number, one: int, other: int) -> bool:
    """Whether two deeds are the same, or one says what the other is for."""
    tree = reading.tree
    if tree.sentence_number(one) != tree.sentence_number(other):
        return False
    return one == other or other in tree.ancestors(one) or one in tree.ancestors(other)

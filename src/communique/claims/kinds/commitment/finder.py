"""Puts commitments together from the numbers and deadlines of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from communique.claims.attribution import attributed_to
from communique.claims.kinds.commitment.deadlines import Deadlines
from communique.claims.kinds.commitment.deeds import Deed, Deeds
from communique.claims.kinds.commitment.genre import is_about_a_deal, is_joint, laid_down
from communique.claims.kinds.commitment.givers import Givers
from communique.claims.kinds.commitment.money import finance_of
from communique.claims.kinds.commitment.numbers import Number, numbers
from communique.claims.kinds.commitment.parts import is_part, whole_of
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.claims.when import when_of
from communique.model.claim import When
from communique.model.terms import Grade, Modality
from communique.vocab.claims.commitments import CommitmentWords, load_commitment_words

_LONGEST_ACTION = 30


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
        """The commitments of a document, in text order."""
        yield from _Study(reading, self.words).found()


@dataclass(frozen=True)
class _Study:
    """One document under study."""

    reading: Reading
    words: CommitmentWords

    def found(self) -> list[Commitment]:
        reading = self.reading
        joint = is_joint(reading, self.words.texts) or is_about_a_deal(reading, self.words.texts)
        deeds = Deeds(reading, self.words)
        found: list[Commitment] = []
        for number in numbers(reading, self.words.deliverables):
            deed = deeds.of(number)
            if deed is None:
                continue
            found.append(self._claim(number, deed, joint, found))
        return found

    def _claim(
        self, number: Number, deed: Deed, joint: bool, earlier: list[Commitment]
    ) -> Commitment:
        reading, texts = self.reading, self.words.texts
        givers = Givers(reading, self.words)
        by = givers.by(deed)
        grade = deed.grade or Grade.PLEDGED
        if grade is Grade.PLEDGED and (joint or laid_down(reading, texts, deed.index)):
            grade = Grade.AGREED
        when, deadline = self._times(number, deed, grade)
        claim = Commitment(
            id=f"commitment {len(earlier)}",
            evidence=(reading.quote(self._clause(number, deed)),),
            attributed_to=attributed_to(reading, deed.index),
            by=by,
            to=givers.to(number, deed, by),
            action=self._action(number, deed),
            finance=None if number.amount is None
            else finance_of(reading, self.words, number, deed),
            amount=number.amount,
            quantity=number.quantity,
            grade=grade,
            deadline=deadline,
            when=when,
        )
        return self._as_part(claim, number, earlier)

    def _as_part(
        self, claim: Commitment, number: Number, earlier: list[Commitment]
    ) -> Commitment:
        if not is_part(self.reading, self.words.texts, number):
            return claim
        whole = whole_of(claim, earlier)
        return claim if whole is None else replace(claim, part_of=whole.id)

    def _times(self, number: Number, deed: Deed, grade: Grade) -> tuple[When | None, When | None]:
        """When it was announced, and by when it is due."""
        reading = self.reading
        deadlines = Deadlines(reading, self.words.deadlines)
        clause = self._clause(number, deed)
        ahead = grade is not Grade.DELIVERED
        due = (
            deadlines.due(time, ahead=ahead, start=reading.document.published)
            for time in deadlines.times(clause)
        )
        deadline = next((d for d in due if d is not None), None)
        when = when_of(reading, deed.index)
        if when is not None and (when == deadline or not self._past(when)):
            when = None
        return when, deadline

    def _past(self, when: When) -> bool:
        published = self.reading.document.published
        first = when.first or date.min
        return published is None or first <= published

    def _clause(self, number: Number, deed: Deed) -> range:
        """The words that assert it: the clause of the deed, with the number in it."""
        tree = self.reading.tree
        clause = tree.clause(tree.clause_head(deed.index))
        own = tree.run(number.start, number.end)
        sentence = tree.sentence(number.head)
        first = max(sentence.first, min(clause[0], own[0] if own else number.head))
        last = min(sentence.last - 1, max(clause[-1], own[-1] if own else number.head))
        return range(first, last + 1)

    def _action(self, number: Number, deed: Deed) -> str:
        """What is undertaken, in the text's words: from the deed, or the number, to the end."""
        tree = self.reading.tree
        clause = self._clause(number, deed)
        start = deed.index if tree.is_verb(deed.index) else min(number.head, deed.index)
        own = tree.run(number.start, number.end)
        start = min(start, own[0] if own else start)
        return self.reading.words(range(start, min(clause[-1] + 1, start + _LONGEST_ACTION)))

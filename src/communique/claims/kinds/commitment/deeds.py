"""What is done with a number: the verb or noun of giving, building or promising that it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from communique.claims.kinds.commitment.grading import Form, Grading, form_of
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords, Sense

_NOUN_TAGS = ("NN", "NNS", "NNP", "NNPS")


class Deed(NamedTuple):
    """A deed that a number belongs to.

    Attributes:
        index: The verb of the deed, or the noun where no verb tells it.
        grade: How firm it is; None where only what stands before tells it ("of which 3 million").
        nouns: Nouns between the number and the deed, nearest first ("a *grant* of 3 million").
        sense: What the verb says, None for nouns.
    """

    index: int
    grade: Grade | None
    nouns: tuple[int, ...]
    sense: Sense | None = None


@dataclass(frozen=True)
class Deeds:
    """Finds the deeds of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
    """

    reading: Reading
    words: CommitmentWords

    @property
    def grading(self) -> Grading:
        """How firm deeds are."""
        return Grading(self.reading, self.words)

    def of(self, number: Number) -> Deed | None:
        """The deed that a number is about; None where it is a statistic or nothing is done."""
        tree = self.reading.tree
        nouns: list[int] = []
        below = number.head
        for index in (number.head, *tree.ancestors(number.head)):
            if tree.is_verb(index):
                found = self._at_verb(number, index, below, nouns)
                if found is not None or not self._passes(index):
                    return found
            elif tree[index].tag in _NOUN_TAGS and index not in self._own(number):
                if tree[index].lemma in self.words.nouns.statistics:
                    return None
                nouns.append(index)
                graded = self._graded_noun(number, index, nouns)
                if graded is not None:
                    return graded
            below = index
        return self._bare(number, nouns)

    def _own(self, number: Number) -> range:
        return self.reading.tree.run(number.start, number.end)

    def _passes(self, verb: int) -> bool:
        """Whether a verb leads on to the clause above it: "a fund totalling 3 million"."""
        tree = self.reading.tree
        lemma = tree[verb].lemma
        return lemma in self.words.texts.measures and tree[verb].dep in {"acl", "relcl", "advcl"}

    def _at_verb(self, number: Number, verb: int, below: int, nouns: list[int]) -> Deed | None:
        tree, money = self.reading.tree, number.amount is not None
        sense = self.grading.sense(verb)
        if sense is not None and not self._measuring(verb):
            if not self._is_object(number, verb, below, sense):
                return None
            grade = self.grading.verb(verb, sense, money=money)
            if grade is None or self._running(verb, grade):
                return None
            return Deed(verb, grade, tuple(nouns), sense)
        if tree[verb].lemma in self.words.texts.measures and not self._passes(verb):
            return self._measured(number, verb, nouns)
        if not self._passes(verb):
            return self._bare(number, nouns) if money else None
        return None

    def _measuring(self, verb: int) -> bool:
        """Whether a verb of the vocabulary tells the size of something here."""
        tree = self.reading.tree
        return tree[verb].dep in {"acl", "relcl"} and tree[verb].lemma in self.words.texts.measures

    def _is_object(self, number: Number, verb: int, below: int, sense: Sense) -> bool:
        """Whether the verb acts on the number; doers are counted by figures."""
        tree = self.reading.tree
        if tree[below].dep != "nsubj" or number.amount is not None:
            return True
        return tree[verb].lemma in {"go", "flow", "begin", "start"}

    def _running(self, verb: int, grade: Grade) -> bool:
        """Whether a deed is a running total: "has given 3 million since 1993"."""
        if grade is not Grade.DELIVERED:
            return False
        tree = self.reading.tree
        clause = tree.clause(verb)
        said = f" {self.reading.words(clause).lower()} "
        return any(f" {words} " in said for words in self.words.texts.running)

    def _measured(self, number: Number, verb: int, nouns: list[int]) -> Deed | None:
        """The deed of a noun that a verb gives the size of: "the loans amount to 3 million"."""
        tree = self.reading.tree
        subject = tree.subject(verb)
        if subject is None or tree[subject].tag not in _NOUN_TAGS:
            return None
        if tree[subject].lemma in self.words.nouns.statistics:
            return None
        chain = [*nouns, subject, *self._above_in_phrase(subject)]
        if form_of(tree, verb) in {Form.DENIED, Form.POSSIBLE}:
            return None
        return self._bare(number, chain)

    def _above_in_phrase(self, index: int) -> Iterator[int]:
        """Nothing lies above a subject but its apposition's noun."""
        tree = self.reading.tree
        yield from (i for i in tree.children(index, "appos") if tree[i].tag in _NOUN_TAGS)

    def _graded_noun(self, number: Number, index: int, nouns: list[int]) -> Deed | None:
        """A noun that tells the grade by itself: "a 3 million dollar commitment"."""
        tree = self.reading.tree
        grade = self.words.graded.get(tree[index].lemma)
        if grade is None or (number.amount is None and grade is not Grade.DELIVERED):
            return None
        if grade is Grade.DELIVERED and self._verb_above(index) is not None:
            return None
        if grade is Grade.AGREED and self._binding(index):
            grade = Grade.CONTRACTED
        return Deed(index, grade, tuple(nouns))

    def _verb_above(self, index: int) -> int | None:
        tree = self.reading.tree
        return next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)

    def _binding(self, index: int) -> bool:
        """Whether an agreement is one to pay or lend: "a loan agreement"."""
        tree = self.reading.tree
        before = (tree[i].lemma for i in tree.children(index, "compound", "amod", "nmod"))
        return any(lemma in self.words.nouns.binding for lemma in before)

    def _bare(self, number: Number, nouns: list[int]) -> Deed | None:
        """The deed of a noun for money without a verb of giving: by its participle, else open."""
        tree = self.reading.tree
        if number.amount is None:
            return None
        for noun in nouns:
            told = self._participle(noun)
            if told is not None:
                return told._replace(nouns=tuple(nouns))
        for noun in nouns:
            if tree[noun].lemma in self.words.money:
                return Deed(noun, None, tuple(nouns))
        return None

    def _participle(self, noun: int) -> Deed | None:
        """The deed told after a noun: "the loan signed in May", "a fund which was adopted"."""
        tree = self.reading.tree
        for verb in tree.children(noun, "acl", "relcl"):
            sense = self.grading.sense(verb)
            if sense is None or sense.change:
                continue
            grade = self.grading.verb(verb, sense, money=True)
            if grade is not None:
                return Deed(verb, grade, (), sense)
        return None

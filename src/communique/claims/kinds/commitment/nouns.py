"""Deeds that nouns tell: "a commitment of 3 million", "the loans amount to 3 million"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.doubts import is_binding, is_running
from communique.claims.kinds.commitment.grading import Form, Grading, form_of
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

#: Tags of nouns.
NOUNS = ("NN", "NNS", "NNP", "NNPS")
# Verbs that tell what a sum holds or is, also in the past.
_HOLDING = frozenset({"be", "include", "contain", "comprise", "cover", "consist"})


@dataclass(frozen=True)
class NounDeeds:
    """Finds the deeds of one document that nouns tell.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
        grading: How firm deeds are.
    """

    reading: Reading
    words: CommitmentWords
    grading: Grading

    def is_statistic(self, noun: int) -> bool:
        """Whether a noun makes its number a statistic: "trade", "total disbursements"."""
        tree, nouns = self.reading.tree, self.words.nouns
        if tree[noun].lemma in nouns.statistics:
            # "The trade balance" is one, but not "puts up the balance of 3 million".
            rest = tree[noun].lemma == "balance" and not tree.children(noun, "amod", "compound")
            return not rest
        if tree[noun].lemma in nouns.owed:
            verb = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), noun)
            return tree[verb].lemma not in nouns.easing
        return any(tree.lower(i) in nouns.running for i in tree.children(noun, "amod"))

    def measured(self, number: Number, verb: int, nouns: list[int]) -> Deed | None:
        """The deed of a noun that a verb gives the size of: "the loans amount to 3 million"."""
        tree = self.reading.tree
        subject = tree.subject(verb)
        if subject is None:
            return self.told_by_nouns(number, nouns)
        if self.is_statistic(subject):
            return None
        if form_of(tree, verb) in {Form.DENIED, Form.POSSIBLE}:
            return None
        if form_of(tree, verb) is Form.DONE and tree[verb].lemma not in _HOLDING:
            return None
        if tree[subject].tag not in NOUNS or subject == number.head:
            # "Of the total, 3 million is a loan from Peru".
            named = [i for i in tree.children(verb, "attr") if tree[i].lemma in self.words.money]
            return Deed(verb, None, (*nouns, *named))
        holds = tree[verb].lemma in _HOLDING and tree[subject].lemma in self.words.given
        if number.quantity is not None and holds and tree[verb].lemma != "be":
            told = self.participle(number.head, things=True)
            return told or Deed(verb, Grade.PLEDGED, (subject,))
        if number.quantity is not None and tree[verb].lemma in _HOLDING - {"be"}:
            return self._consigned(number, subject)
        return self.told_by_nouns(number, [*nouns, subject, *tree.children(subject, "appos")])

    def _consigned(self, number: Number, subject: int) -> Deed | None:
        """The deed of things that a consignment holds: "the shipment consists of 3,000 tents".

        What is told of the consignment tells theirs: "the shipment to be sent in May"; one that
        was seized hands nothing over.
        """
        tree, words = self.reading.tree, self.words.deliverables
        if tree[subject].lemma not in words.sendings:
            return self.told_by_nouns(number, [])
        beside = tree.children(subject, "acl", "amod", "relcl")
        if any(tree[i].lemma in words.stopped for i in beside):
            return None
        told = self.participle(number.head, things=True) or self.participle(subject, things=True)
        return replace(told or Deed(subject, Grade.DELIVERED), nouns=(subject,))

    def graded_noun(self, number: Number, index: int, nouns: list[int]) -> Deed | None:
        """A noun that tells the grade by itself: "a 3 million dollar commitment"."""
        tree = self.reading.tree
        grade = self.words.graded.get(tree[index].lemma)
        if grade is None or (number.amount is None and grade is not Grade.DELIVERED):
            return None
        told = next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)
        noted = told is None or tree[told].lemma in self.words.texts.noting
        if grade is Grade.DELIVERED and not noted:
            done = self._done_by(number, index, told)
            return None if done is None else Deed(index, done, tuple(nouns))
        above = self._plan_above(index)
        if above is not None and grade is not Grade.DELIVERED:
            return Deed(index, above, tuple(nouns))
        if grade is Grade.AGREED and is_binding(self.reading, self.words, index):
            grade = Grade.CONTRACTED
        deal = tree[index].lemma in self.words.texts.laid_down
        return Deed(index, grade, tuple(nouns), signed=deal)

    def _done_by(self, number: Number, noun: int, verb: int | None) -> Grade | None:
        """The grade of a delivery by the verb whose object it is: "coordinated the delivery of"."""
        tree = self.reading.tree
        if number.quantity is None or verb is None or tree[noun].dep not in {"dobj", "nsubjpass"}:
            return None
        form, sense = form_of(tree, verb), self.grading.sense(verb)
        known = tree[verb].lemma in self.words.texts.arranging
        if sense is not None and sense.governs is Grade.PLEDGED:
            return Grade.PLEDGED if form in {Form.DONE, Form.DOING} else None
        if not known:
            return None
        return {Form.DONE: Grade.DELIVERED, Form.FUTURE: Grade.PLEDGED}.get(form)

    def told_by_nouns(self, number: Number, nouns: list[int]) -> Deed | None:
        """The deed of a noun for money without a verb of giving: by its participle, else open."""
        tree = self.reading.tree
        if number.amount is None:
            told = self.participle(number.head)
            return None if told is None else replace(told, nouns=())
        named = [i for p in tree.children(number.head, "prep") for i in tree.children(p, "pobj")]
        for noun in (number.head, *nouns, *named):
            told = self.participle(noun)
            if told is not None:
                return replace(told, nouns=tuple(nouns))
        for noun in nouns:
            grade = self.words.graded.get(tree[noun].lemma)
            if grade is not None and grade is not Grade.DELIVERED and tree[noun].dep == "nsubj":
                return Deed(noun, grade, tuple(nouns))
            if grade in {Grade.AGREED, Grade.CONTRACTED} and tree[noun].dep != "pobj":
                return Deed(noun, grade, tuple(nouns), signed=True)
            if tree[noun].lemma in self.words.standing:
                return Deed(noun, Grade.CONTRACTED, tuple(nouns))
        return Deed(nouns[-1] if nouns else number.head, None, tuple(nouns))

    def participle(self, noun: int, *, things: bool = False) -> Deed | None:
        """The deed told after a noun: "the loan signed in May", "a fund which was adopted".

        Args:
            noun: The noun.
            things: Whether things are counted, of which a total is no statistic of money.
        """
        tree = self.reading.tree
        for verb in tree.children(noun, "acl", "relcl"):
            sense = self.grading.sense(verb)
            if sense is None or sense.change or sense.later:
                continue
            grade = self.grading.verb(verb, sense, money=True)
            running = is_running(self.reading, self.words.texts, verb, grade) if grade else False
            if grade is not None and (things or not running):
                return Deed(verb, self.by_whom(verb, grade), (), sense)
        return None

    def lightly(self, number: Number, verb: int, nouns: list[int]) -> Deed | None:
        """The deed of a light verb with a noun for money: "made a contribution of 3 million"."""
        tree = self.reading.tree
        thing = tree.child(verb, "dobj")
        if thing is not None and tree[thing].tag in NOUNS and thing not in nouns:
            nouns = [*nouns, thing] if thing != number.head else nouns
        given = [noun for noun in nouns if tree[noun].lemma in self.words.money]
        if tree[verb].lemma not in self.words.nouns.light or not given:
            return self.told_by_nouns(number, nouns)
        if form_of(tree, verb) is Form.DONE and not is_running(
            self.reading, self.words.texts, verb, Grade.DELIVERED
        ):
            return Deed(verb, Grade.DELIVERED, tuple(nouns))
        return self.told_by_nouns(number, nouns)

    def by_whom(self, verb: int, grade: Grade) -> Grade:
        """The grade with who acts: a parliament or board provides by law, a conference pledges."""
        tree = self.reading.tree
        doer = tree.doers(verb)
        decides = grade is Grade.PLEDGED and tree[verb].lemma in {"decide", "resolve"}
        if decides and self.by_a_body(verb):
            return Grade.CONTRACTED
        if doer is None or grade is not Grade.DELIVERED:
            return grade
        if self.by_a_body(verb):
            return Grade.CONTRACTED
        return Grade.PLEDGED if tree[doer].lemma in self.words.deliverables.gatherings else grade

    def by_a_body(self, verb: int) -> bool:
        """Whether a parliament, council or board acts, whose decisions bind."""
        doer = self.reading.tree.doers(verb)
        return doer is not None and self.reading.tree[doer].lemma in self.words.texts.bodies

    def _plan_above(self, noun: int) -> Grade | None:
        """The grade of a deal that is itself only planned: "expects to close four deals"."""
        tree = self.reading.tree
        verb = tree[noun].head
        if tree[noun].dep != "dobj" or not tree.is_verb(verb):
            return None
        sense = self.grading.sense(verb) or self.words.other
        grade = self.grading.verb(verb, sense, money=True)
        return grade if grade in {Grade.INTENDED, Grade.CONSIDERED} else None

"""What is done with a number: the verb or noun of giving, building or promising above it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.doubts import (
    grade_of_papers,
    is_ahead,
    is_all_since,
    is_binding,
    is_called,
    is_event,
    is_levy,
    is_needed,
    is_of_intent,
    is_running,
    is_start,
    is_state,
    is_supposed,
    is_total,
    is_under,
    is_yearly,
    travels,
)
from communique.claims.kinds.commitment.grading import Form, Grading, form_of
from communique.claims.kinds.commitment.nouns import NOUNS, NounDeeds
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.kinds.commitment.sizes import (
    infinitive,
    is_beside,
    is_rate,
    sizes_subject,
    sizes_what_is_told,
    tells_nothing,
)
from communique.claims.reading import Reading
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords, Sense


@dataclass(frozen=True)
class Deeds:
    """Finds the deeds of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
    """

    reading: Reading
    words: CommitmentWords

    @cached_property
    def grading(self) -> Grading:
        """How firm deeds are."""
        return Grading(self.reading, self.words)

    @cached_property
    def nouns(self) -> NounDeeds:
        """Deeds that nouns tell."""
        return NounDeeds(self.reading, self.words, self.grading)

    def of(self, number: Number) -> Deed | None:
        """The deed that a number is about; None where it is a statistic or nothing is done."""
        deed = self._found(number)
        if deed is None or is_supposed(self.reading, deed.index):
            return None
        firm = deed.grade is Grade.DELIVERED
        told = None if firm else grade_of_papers(self.reading, self.words, number, deed.nouns)
        return deed if told is None else replace(deed, grade=told)

    def _found(self, number: Number) -> Deed | None:
        tree, own = self.reading.tree, self.reading.tree.run(number.start, number.end)
        if self._tells_state(number):
            return None
        nouns: list[int] = []
        below = number.head
        for index in (number.head, *tree.ancestors(number.head)):
            if is_rate(tree, index):
                return None
            if tree.is_verb(index):
                index = infinitive(tree, index)
                if not self._passes(index):
                    return self._at_verb(number, index, below, nouns) or self._told_of(number)
            elif is_under(self.reading, self.words.standing, index, nouns):
                break
            elif tree[index].tag in NOUNS and index not in own:
                if self.nouns.is_statistic(index) and not (
                    is_levy(self.reading, self.words, number, index) or self._is_borne(index)
                ):
                    return None
                nouns += [index] if tree[below].dep != "conj" else []
                graded = self.nouns.graded_noun(number, index, nouns)
                if graded is not None:
                    return graded
            below = index
        return self.nouns.told_by_nouns(number, nouns)

    def _tells_state(self, number: Number) -> bool:
        """Whether a number is wanted, where a change starts, a sum of all, or what parties are."""
        reading = self.reading
        if number.quantity is not None and is_called(reading, number.head):
            return True
        summed = reading.tree.children(number.head, "amod")
        if number.amount is not None and any(
            reading.tree.lower(i) in self.words.nouns.running for i in summed
        ):
            return True
        if number.amount is not None and is_all_since(reading, number):
            return True
        return is_needed(reading, number) or is_start(reading, number)

    def _told_of(self, number: Number) -> Deed | None:
        """The deed told of a counted thing in a clause of its own: "18 schools that Peru built"."""
        told = None if number.quantity is None else self.nouns.participle(number.head, things=True)
        if told is None:
            return None
        tree = self.reading.tree
        whose = tree.child(told.index, "agent", "nsubj")
        handed = told.grade is Grade.DELIVERED and told.sense is not None and not told.sense.builds
        to_whom = handed and any(i in self.reading.parties for i in tree.after(told.index, "to"))
        return told if whose is not None or to_whom else None

    def _passes(self, verb: int) -> bool:
        """Whether a verb leads on to what is above it: "a fund totalling 3 million".

        So does what somebody comes with: "an aircraft carrying 40 tonnes of tents landed".
        """
        tree = self.reading.tree
        token = tree[verb]
        if token.dep == "relcl":
            return sizes_what_is_told(tree, self.words, verb)
        if token.dep not in {"acl", "advcl", "prep", "pcomp"}:
            return False
        if token.lemma in self.words.texts.carrying and token.tag == "VBG" and self._comes(verb):
            return True
        return token.lemma in self.words.texts.measures and token.dep != "pcomp"

    def _comes(self, carrying: int) -> bool:
        """Whether the first finite verb above tells of an arrival or a start."""
        tree = self.reading.tree
        above = next((i for i in tree.ancestors(carrying) if tree.is_verb(i)), None)
        sense = None if above is None else self.grading.sense(above)
        return sense is not None and sense.flows

    def _is_borne(self, noun: int) -> bool:
        """Whether somebody pays what a noun names: "foots the bill of 3 million"."""
        tree = self.reading.tree
        verb = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), None)
        sense = None if verb is None else self.grading.sense(verb)
        cost = tree[noun].lemma in self.words.nouns.borne and tree[noun].dep != "nsubj"
        return cost and sense is not None and sense.bears

    def _at_verb(self, number: Number, verb: int, below: int, nouns: list[int]) -> Deed | None:
        tree = self.reading.tree
        subject = tree.subject(verb)
        counted = (
            subject is not None and subject != number.head and self.nouns.is_statistic(subject)
        ) and not (tree.passive(verb) and self._is_borne(subject))
        if self._freed(number, verb):
            return None
        if counted and not self.grading.is_proposed(verb):
            # "The bill would provide 3 million" is a law to be, not what something costs.
            return None
        if tells_nothing(tree, self.words, verb, below, nouns):
            return self._by_the_way(number, below)
        sense = self.grading.sense(verb)
        if sense is not None and (
            number.quantity is not None or not sizes_subject(tree, self.words, verb, sense, nouns)
        ):
            return self._done(number, verb, below, nouns, sense)
        if tree[verb].lemma in self.words.texts.measures:
            return self.nouns.measured(number, verb, nouns)
        unsaid = form_of(tree, verb) in {Form.DENIED, Form.POSSIBLE}
        return None if unsaid else self.nouns.told_by_nouns(number, nouns)

    def _done(
        self, number: Number, verb: int, below: int, nouns: list[int], sense: Sense
    ) -> Deed | None:
        """The deed of a verb of undertaking, unless the number counts its doers or a total."""
        tree = self.reading.tree
        if self._counts_no_deed(number, verb, below, sense):
            return None
        own = self._by_the_way(number, below)
        if own is not None:
            return replace(own, nouns=tuple(nouns))
        document = self._document(verb, nouns) or self._by_document(verb)
        if document is not None:
            return Deed(verb, document, tuple(nouns), sense, signed=True)
        grade = self.grading.verb(verb, sense, money=number.amount is not None)
        if grade is None and sense.change and number.amount is not None:
            if form_of(tree, verb) is Form.DONE and self.nouns.by_a_body(verb):
                return Deed(verb, Grade.CONTRACTED, tuple(nouns), sense)
            return self.nouns.lightly(number, verb, nouns)
        if grade is None and sense.change and is_ahead(self.reading, verb):
            grade = Grade.PLEDGED
        if grade is None:
            noted = number.amount is not None and tree[verb].lemma in self.words.texts.noting
            return self.nouns.told_by_nouns(number, nouns) if noted else None
        things = number.quantity is not None and grade is Grade.DELIVERED
        if not (sense.steps or things) and is_running(self.reading, self.words.texts, verb, grade):
            return None
        if number.quantity is not None and sense.governs is Grade.CONSIDERED:
            return None
        deed = Deed(verb, self.nouns.by_whom(verb, grade), tuple(nouns), sense)
        return deed if number.quantity is not None else self._firmest(number, deed)

    def _counts_no_deed(self, number: Number, verb: int, below: int, sense: Sense) -> bool:
        """Whether a number is a total or a state, or counts those who do something."""
        tree = self.reading.tree
        if is_total(self.reading, self.words.nouns, verb, number):
            return True
        if sense.flows and tree.passive(verb):
            return True
        thing = tree.child(verb, "dobj")
        if sense.change and is_beside(tree, verb) and thing is not None:
            # "…, cutting the poverty rate by 12 percent" is what something leads to.
            return self.nouns.is_statistic(thing)
        handed = sense.done is Grade.DELIVERED
        if handed and is_event(self.reading, self.words.deliverables, number, verb):
            return True
        if is_yearly(self.reading, verb, sense):
            return True
        if number.quantity is None:
            return False
        if thing is not None and tree[thing].lemma in self.words.nouns.penalties:
            return True
        if tree[verb].lemma == "thank" and tree.lower(below) != "for":
            return True  # "He thanked 12 firefighters."
        if tree[verb].lemma == "target" and form_of(tree, verb) is Form.DONE:
            return True  # "Missiles targeted 20 sites."
        doer = tree[below].dep == "nsubj" and not tree.passive(verb)
        comes = not sense.flows or travels(self.reading, self.words.deliverables, number)
        return (doer and comes) or is_state(self.reading, verb, sense)

    def _freed(self, number: Number, verb: int) -> bool:
        """Whether a sum is others' money that a deed leads to: "unlock 3 million of capital"."""
        tree, nouns = self.reading.tree, self.words.nouns
        agreed = tree[verb].dep == "acl" and tree[tree[verb].head].lemma in self.words.graded
        freed = tree[verb].lemma in nouns.freeing and not agreed
        return number.amount is not None and freed

    def _by_the_way(self, number: Number, below: int) -> Deed | None:
        """The deed of a sum that is named beside another: "on top of 3 million provided in May"."""
        tree = self.reading.tree
        if number.amount is None or tree[below].dep not in {"prep", "pobj"}:
            return None
        named = [i for p in tree.children(number.head, "prep") for i in tree.children(p, "pobj")]
        told = (self.nouns.participle(noun) for noun in (number.head, *named))
        return next((deed for deed in told if deed is not None), None)

    def _firmest(self, number: Number, deed: Deed) -> Deed:
        """What binds a sum rather than its use: "financed with a loan that was approved in May"."""
        if deed.grade is not Grade.PLEDGED:
            return deed
        form, subject = (
            form_of(self.reading.tree, deed.index),
            self.reading.tree.subject(deed.index),
        )
        ahead = form is Form.FUTURE and subject in {number.head, *deed.nouns}
        if form is not Form.DOING and not ahead:
            return deed
        told = (self.nouns.participle(noun) for noun in (number.head, *deed.nouns))
        firm = next((t for t in told if t is not None and t.grade is Grade.CONTRACTED), deed)
        return replace(firm, nouns=deed.nouns)

    def _document(self, verb: int, nouns: list[int]) -> Grade | None:
        """The grade by a document that is signed, or that itself provides for something."""
        tree, graded = self.reading.tree, self.words.graded
        kept = {Grade.AGREED, Grade.CONTRACTED}
        if tree[verb].lemma in self.words.texts.signing:
            thing = tree.undergoer(verb)
            if thing is not None and is_of_intent(self.reading, thing):
                return Grade.INTENDED
            if thing is not None and graded.get(tree[thing].lemma) in kept:
                return (
                    Grade.CONTRACTED
                    if is_binding(self.reading, self.words, thing)
                    else graded[tree[thing].lemma]
                )
        subject = tree.subject(verb)
        provides = tree[verb].lemma in self.words.texts.provides and not tree.passive(verb)
        # "Peru's plan to provide 3 million" is what Peru plans, not what a document lays down.
        provides = provides and "to" not in tree.auxiliaries(verb)
        if subject is None or not provides:
            return None
        own = graded.get(tree[subject].lemma)
        if own in kept:
            return own
        if tree[subject].lemma in self.words.standing:
            return Grade.CONTRACTED
        return Grade.AGREED if tree[subject].lemma in self.words.texts.laid_down else None

    def _by_document(self, verb: int) -> Grade | None:
        """The grade by a document that lets it be done: "the contract allows Peru to import"."""
        tree = self.reading.tree
        above = tree[verb].head
        if tree[verb].dep not in {"xcomp", "ccomp"} or above >= verb or not tree.is_verb(above):
            # "Peru is lending 3 million; a contract was signed": what follows is no part of it.
            return None
        return self._document(above, [])

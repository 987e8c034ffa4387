"""Undertakings whose only measure is a deadline: "they agreed to open talks by 1 March"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.claims.kinds.commitment.deadlines import opens
from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.drafting import Draft, Drafting
from communique.claims.kinds.commitment.grading import Form, Grading, form_of
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.claims.when import as_when
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

# Verbs of travel that may also move something: "will return the archives".
# Days of a deadline, from its first, below which it is an appointment.
_BRIEF = 27
_MONTH = 31
# Words that open a clause which only says what would be.
_CONDITIONS = frozenset(
    {"if", "unless", "once", "when", "until", "till", "whether", "as", "before", "after"}
)
# A forum that is founded lasts, unlike one that is held.
_FOUNDING = frozenset({"launch", "establish", "create", "found", "institute", "form"})
_STANDING = frozenset({"dialogue", "forum", "consultation", "conference"})
# What is done to visits and meetings as such: "will increase port visits".
_GROWING = frozenset({"increase", "expand", "intensify", "double", "triple", "reduce", "resume"})
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "who"})
_MOVES = frozenset({"return", "continue"})
# Steps of a document that claims of instruments tell.
_ADOPTING = frozenset({"adopt", "ratify", "approve", "agree", "draft", "renew", "extend"})
_AHEAD = frozenset({Grade.INTENDED, Grade.PLEDGED, Grade.AGREED})


@dataclass(frozen=True)
class Undertakings:
    """Finds the undertakings of one document that have a deadline and no number.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
        drafting: Fills their slots.
    """

    reading: Reading
    words: CommitmentWords
    drafting: Drafting

    def beside(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Those that no draft tells already."""
        found: list[Draft] = []
        told = {self._place(d.number.head, d.claim.deadline) for d in drafts}
        for time in self.reading.mentions(TimeMention):
            for draft in self._of(time, len(drafts) + len(found)):
                place = self._place(draft.number.head, draft.claim.deadline)
                if place not in told:
                    told.add(place)
                    found.append(draft)
        return found

    def _place(self, index: int, deadline: When | None) -> tuple[int, When | None]:
        return self.reading.tree.sentence_number(index), deadline

    def _of(self, time: TimeMention, count: int) -> Iterator[Draft]:
        """The undertaking that a time is the deadline of."""
        head = self.reading.head(time)
        published = self.reading.document.published
        deadline = self.drafting.deadlines.due(time, ahead=True, start=published)
        deadline = deadline or self._day_due(time, head) or self._kept(time, head)
        if head is None or deadline is None or self.reading.in_heading(head):
            return
        if self._is_past_or_brief(deadline):
            return
        noun = self._noun(head)
        if noun is not None:
            yield from self._of_a_plan(Number(time.start, time.end, head), noun, deadline, count)
            return
        if self._leads_in(head):
            return
        verb = self._verb(head)
        if verb is None or self._is_gathering(verb) or self._is_stay(verb):
            return
        if self._is_frame(time, deadline):
            return
        grade = self._grade(verb)
        if grade is None or self._is_start_of_kept(time, verb):
            return
        draft = self._draft(Number(time.start, time.end, head), verb, grade, deadline, count)
        draft = self._under_what_is_agreed(draft, verb)
        on_its_day = time.type == "DATE" and self.reading.tree.passive(verb)
        told = deadline.first is None or on_its_day
        sure = told and form_of(self.reading.tree, verb) is Form.FUTURE
        sure = sure and draft.deed.sense is not None
        scheduled = self._is_scheduled(verb) and self._is_thing(verb)
        if draft.claim.by or self._by_actors(verb) or sure or scheduled:
            yield draft
        elif self._is_to_be(verb) and deadline.first != deadline.last:
            yield replace(
                draft, claim=replace(draft.claim, grade=self._weakened(draft.claim.grade))
            )

    def _under_what_is_agreed(self, draft: Draft, verb: int) -> Draft:
        """What a thing will do that is agreed to be made: "a team, which shall report by May"."""
        tree = self.reading.tree
        above = next((i for i in tree.ancestors(verb) if tree.is_verb(i)), None)
        claim = draft.claim
        if claim.by or above is None or tree[verb].dep != "relcl":
            return draft
        grading = Grading(self.reading, self.words)
        sense = grading.sense(above) or self.words.other
        grade = grading.verb(above, sense, money=False)
        by = self.drafting.givers.by(draft.number, Deed(above, grade, (), sense))
        if grade is not Grade.AGREED or not by:
            return draft
        return replace(draft, claim=replace(claim, by=by, grade=grade))

    def _is_past_or_brief(self, deadline: When) -> bool:
        """Whether it is over, or days on which something takes place rather than is due."""
        published = self.reading.document.published
        last = deadline.last or deadline.first
        if last is None or (published is not None and last <= published):
            return True
        dated = any(letter.isdigit() for letter in deadline.text)
        return deadline.first is not None and dated and 0 < (last - deadline.first).days < _BRIEF

    def _leads_in(self, index: int) -> bool:
        """Whether a sentence only opens a list: "will take the following steps by May:"."""
        tree = self.reading.tree
        return tree.lower(tree.sentence(index).last - 1) == ":"

    def _noun(self, head: int) -> int | None:
        """A noun like "goal" that a time hangs on, or whose content it is: "the goal is …"."""
        tree, graded = self.reading.tree, self.words.graded
        for index in tree.ancestors(head):
            if tree.is_verb(index):
                copula = tree[index].lemma == "be" and form_of(tree, index) is Form.DOING
                subject = tree.subject(index) if copula else None
                return subject if subject is not None and self._is_plan(subject) else None
            if tree[index].lemma in graded and self._is_plan(index):
                return index
        return None

    def _is_plan(self, noun: int) -> bool:
        grade = self.words.graded.get(self.reading.tree[noun].lemma)
        return grade in {Grade.INTENDED, Grade.PLEDGED} and self.reading.tree[noun].tag != "VB"

    def _of_a_plan(self, number: Number, noun: int, deadline: When, count: int) -> Iterator[Draft]:
        """The undertaking that a noun tells: "Peru's goal of net zero emissions by 2050"."""
        deed = Deed(noun, self.words.graded[self.reading.tree[noun].lemma], (noun,))
        draft = self.drafting.own(number, deed, count)
        if draft.claim.by:
            yield replace(draft, claim=replace(draft.claim, deadline=deadline))

    def _by_actors(self, verb: int) -> bool:
        """Whether somebody acts whom the text does not name: "the two sides", "the Secretary"."""
        tree, referents = self.reading.tree, self.reading.knowledge.referents
        subject = tree.subject(verb)
        if subject is None or tree.passive(verb):
            return False
        acts = referents.agents | referents.taking_up | self.words.texts.bodies
        return tree[subject].lemma in acts or tree.lower(subject) in referents.several

    def _is_to_be(self, verb: int) -> bool:
        """Whether things are planned without telling by whom: "the bridge is due to open"."""
        tree, above = self.reading.tree, self.reading.tree[verb].head
        if self._is_planned(verb):
            return True
        if tree[verb].dep != "xcomp":
            return False
        # "Works are scheduled to be completed": the planning is a passive above the deed.
        planned = above != verb and self._is_planned(above)
        return planned or tree[above].lemma in {"be", "due", "set", "plan"}

    def _is_planned(self, verb: int) -> bool:
        """Whether a verb is the passive of one of planning: "is scheduled"."""
        tree = self.reading.tree
        sense = Grading(self.reading, self.words).sense(verb)
        return sense is not None and sense.governs is Grade.INTENDED and tree.passive(verb)

    def _is_thing(self, verb: int) -> bool:
        """Whether the subject is a thing that is made or done, rather than a day or a person."""
        tree = self.reading.tree
        subject = tree.subject(verb)
        if subject is None or subject in self.reading.people or subject in self.reading.times:
            return False
        return tree[subject].tag in {"NN", "NNS"} or tree.lower(subject) in {"work", "it"}

    def _weakened(self, grade: Grade) -> Grade:
        """What nobody promises is merely intended."""
        return Grade.INTENDED if grade is Grade.PLEDGED else grade

    def _verb(self, head: int) -> int | None:
        """The verb of the deed above a time; below a verb of promising, what it governs."""
        tree = self.reading.tree
        verb = next((i for i in tree.ancestors(head) if self._tells(i)), None)
        while verb is not None:
            governed = [i for i in tree.children(verb, "xcomp", "ccomp") if tree.is_verb(i)]
            sense = Grading(self.reading, self.words).sense(verb)
            if not governed or sense is None or sense.governs is None:
                return verb
            verb = governed[0]
        return None

    def _tells(self, index: int) -> bool:
        """Whether it is a verb that tells more than when something begins: "beginning in 2031"."""
        tree = self.reading.tree
        return tree.is_verb(index) and not opens(tree, self.words.deadlines, index)

    def _kept(self, time: TimeMention, head: int | None) -> When | None:
        """Until when a state of things is kept: "will suspend the duty for two years"."""
        verb = None if head is None else self._verb(head)
        if head is None or verb is None:
            return None
        return self.drafting.deadlines.kept(time, verb)

    def _is_start_of_kept(self, time: TimeMention, verb: int) -> bool:
        """Whether the end of what begins then is told beside: "suspend for a year from May on"."""
        tree, deadlines = self.reading.tree, self.drafting.deadlines
        if not deadlines.is_start(time):
            return False
        times = deadlines.times(tree.clause(tree.clause_head(verb)))
        return any(deadlines.kept(other, verb) is not None for other in times)

    def _grade(self, verb: int) -> Grade | None:
        """How firm the deed of a verb is, if it lies ahead."""
        tree = self.reading.tree
        grading = Grading(self.reading, self.words)
        subject = tree.subject(verb)
        lays_down = subject is not None and tree[subject].lemma in self.words.texts.laid_down
        if lays_down and tree[verb].lemma in self.words.texts.provides and not tree.passive(verb):
            return Grade.AGREED
        sense = grading.sense(verb)
        if sense is not None and sense.governs is not None and not self._plans_noun(verb):
            return None
        planned = sense is not None and sense.governs is Grade.INTENDED and tree.passive(verb)
        if self._is_scheduled(verb):
            return Grade.PLEDGED
        if self._promises(verb):
            return sense.done if sense is not None else None
        if form_of(tree, verb) in {Form.DONE, Form.DOING} and not planned:
            return None
        grade = grading.verb(verb, sense or self.words.other, money=False)
        return grade if grade in _AHEAD else None

    def _promises(self, verb: int) -> bool:
        """Whether a verb tells that a thing was promised: "has promised a battalion from 2026".

        What is announced for a time may be anything; it is left to the verb of its own clause.
        """
        tree = self.reading.tree
        told = tree[verb].lemma in self.words.texts.promising and self._plans_noun(verb)
        return told and form_of(tree, verb) in {Form.DONE, Form.DOING}

    def _is_scheduled(self, verb: int) -> bool:
        """Whether the present tells what is to come: "work on the road starts in May".

        It is asked of deeds with a time ahead alone; "if it starts in May" tells nothing.
        """
        tree, starting = self.reading.tree, self.words.deadlines.starting
        if self._is_due(verb):
            return True
        if tree[verb].lemma not in starting or form_of(tree, verb) is not Form.DOING:
            return False
        opening = tree.lower(tree.extent(verb)[0])
        return opening not in _CONDITIONS and not tree.passive(verb)

    def _day_due(self, time: TimeMention, head: int | None) -> When | None:
        """The day on which a consignment or payment is due."""
        verb = None if head is None else self._verb(head)
        return as_when(time) if verb is not None and self._is_due(verb) else None

    def _is_due(self, verb: int) -> bool:
        """Whether a consignment or payment is due on a day: "another shipment is due on 20 May"."""
        tree = self.reading.tree
        subject = tree.subject(verb)
        due = any(tree.lower(i) == "due" for i in tree.children(verb, "acomp", "attr", "oprd"))
        if subject is None or not due or tree[verb].lemma != "be" or tree.negated(verb):
            return False
        return tree[subject].lemma in self.words.deliverables.consignments

    def _is_stay(self, verb: int) -> bool:
        """Whether somebody will only be somewhere, which is a trip: "will be in Lima in May"."""
        tree = self.reading.tree
        told = tree.children(verb, "attr", "acomp", "dobj", "oprd")
        return tree[verb].lemma == "be" and not told and self._is_somebody(tree.subject(verb))

    def _is_somebody(self, subject: int | None) -> bool:
        """Whether a subject is a person, or people by their post or a pronoun."""
        tree, referents = self.reading.tree, self.reading.knowledge.referents
        if subject is None:
            return False
        named = subject in self.reading.people or tree.lower(subject) in _PRONOUNS
        return named or tree[subject].lemma.lower() in referents.agents

    def _is_frame(self, time: TimeMention, deadline: When) -> bool:
        """Whether a time is the present one, which opens a sentence: "This month, we pledge to"."""
        published, tree = self.reading.document.published, self.reading.tree
        if published is None or deadline.first is None or deadline.last is None:
            return False
        now = deadline.first <= published <= deadline.last
        brief = (deadline.last - deadline.first).days <= _MONTH
        head = self.reading.head(time)
        start = None if head is None else tree[tree.sentence(head).first].start
        return now and brief and start == time.start

    def _plans_noun(self, verb: int) -> bool:
        """Whether a verb of promising has what it promises as a noun: "trials are planned"."""
        tree = self.reading.tree
        thing = tree.undergoer(verb)
        return thing is not None and tree[thing].tag in {"NN", "NNS"}

    def _is_gathering(self, verb: int) -> bool:
        """Whether it is a meeting, trip or signing, which other kinds of claim tell."""
        tree, gatherings = self.reading.tree, self.words.deliverables.gatherings
        thing = tree.undergoer(verb)
        moves = tree[verb].lemma in _MOVES and thing is not None
        if tree[verb].lemma in gatherings and not moves:
            return True
        if thing is not None and tree[verb].lemma in self.words.texts.signing | _ADOPTING:
            return tree[thing].lemma in self.words.texts.laid_down | gatherings
        if thing is not None and tree[thing].lemma in self.words.nouns.penalties:
            return True
        if tree[verb].lemma in _GROWING:
            return False
        if tree[verb].lemma in _FOUNDING and thing is not None and tree[thing].lemma in _STANDING:
            return False
        things = tree.children(verb, "dobj", "nsubj", "nsubjpass", "attr")
        if tree[verb].lemma in self.words.deadlines.keeping:
            # "Keep the waiver in place".
            return any(tree[i].lemma in gatherings for i in things)
        things += [i for p in tree.children(verb, "prep") for i in tree.children(p, "pobj")]
        return any(tree[i].lemma in gatherings for i in things)

    def _draft(self, number: Number, verb: int, grade: Grade, deadline: When, count: int) -> Draft:
        deed = Deed(verb, grade, (), Grading(self.reading, self.words).sense(verb))
        draft = self.drafting.own(number, deed, count)
        by = draft.claim.by or (self.reading.referents.authors if self.drafting.joint else ())
        return replace(draft, claim=replace(draft.claim, by=by, deadline=deadline))

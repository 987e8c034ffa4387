"""Fills the slots of a commitment from its number and its deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from communique.claims.attribution import attributed_to
from communique.claims.authors import publisher
from communique.claims.chronicle import day_of_entry
from communique.claims.kinds.commitment.deadlines import Deadlines, is_over, verb_above
from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.doubts import is_done_so_far
from communique.claims.kinds.commitment.genre import (
    in_a_list_of_money,
    is_about_a_deal,
    is_joint,
    laid_down,
)
from communique.claims.kinds.commitment.givers import Givers
from communique.claims.kinds.commitment.grading import Form, form_of
from communique.claims.kinds.commitment.leadin import LeadIns
from communique.claims.kinds.commitment.money import finance_of
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.kinds.commitment.parts import is_part, remains, sums_up, takes_up, whole_of
from communique.claims.kinds.commitment.receivers import Receivers
from communique.claims.kinds.commitment.remarks import by_the_way, is_appropriated, signed_beside
from communique.claims.kinds.commitment.settling import Settling
from communique.claims.kinds.commitment.shares import Part, Shares
from communique.claims.kinds.commitment.sizes import is_noted
from communique.claims.kinds.commitment.tallies import is_tally
from communique.claims.kinds.commitment.wording import Wording
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.claims.when import when_of
from communique.model.claim import When
from communique.model.mention import TimeMention
from communique.model.terms import Finance, Grade, Modality
from communique.vocab.claims.commitments import CommitmentWords

# Sentences over which who gives and who receives is not said again.
_NEAR = 3
# Sides of an agreement between two.
_BOTH = 2


@dataclass(frozen=True)
class Draft:
    """A commitment with the number and deed that it was made of."""

    number: Number
    deed: Deed
    claim: Commitment


@dataclass(frozen=True)
class Drafting:
    """Drafts the commitments of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
        numbers: All numbers that an undertaking may be about.
    """

    reading: Reading
    words: CommitmentWords
    numbers: Sequence[Number]

    @cached_property
    def shares(self) -> Shares:
        """Tells whose each of several sums is."""
        return Shares(self.reading, self.numbers)

    @cached_property
    def givers(self) -> Givers:
        """Finds who gives."""
        return Givers(self.reading, self.words)

    @cached_property
    def receivers(self) -> Receivers:
        """Finds who receives."""
        return Receivers(self.reading, self.words, self.givers)

    @cached_property
    def wording(self) -> Wording:
        """Cuts quotes."""
        return Wording(self.reading)

    @cached_property
    def lead_ins(self) -> LeadIns:
        """Finds what opens a list."""
        return LeadIns(self.reading, self.words, self.givers)

    @cached_property
    def deadlines(self) -> Deadlines:
        """Reads times."""
        return Deadlines(self.reading, self.words.deadlines)

    @cached_property
    def _agreed(self) -> bool:
        """Whether what the text says that parties will do is agreed."""
        return self.joint or is_about_a_deal(self.reading, self.words.texts)

    @cached_property
    def joint(self) -> bool:
        """Whether several parties speak together."""
        return is_joint(self.reading, self.words.texts)

    def draft(self, number: Number, deed: Deed, earlier: Sequence[Draft]) -> Draft | None:
        """A commitment for a number; None where nothing tells that it is undertaken."""
        before = self._before(number, earlier)
        if before is not None and self._goes_on(number, deed):
            return self._continued(number, deed, before, earlier)
        if deed.grade is None and not self._is_money_given(number, deed):
            return None
        draft = self._shared(self._led_in(self.own(number, deed, len(earlier))), earlier)
        tally = is_tally(self.reading, self.words.deliverables, draft.deed, draft.claim)
        return None if tally else self._as_part(draft, earlier)

    def _led_in(self, draft: Draft) -> Draft:
        """An entry of a list with what the line above the list says of all entries."""
        opening = self.lead_ins.of(draft.number, draft.deed)
        if opening is None or not opening.by:
            return self._as_agreed(draft)
        claim = draft.claim
        grade = self.grade(opening.grade, draft.deed.index) if opening.grade else claim.grade
        deadline = claim.deadline or self._due_in(opening.sentence)
        to = tuple(p for p in claim.to if p not in opening.by)
        told = replace(claim, by=opening.by, to=to, grade=grade, deadline=deadline)
        return replace(draft, claim=told)

    def _as_agreed(self, draft: Draft) -> Draft:
        """An entry with a subject of its own, in a list of what two sides agreed."""
        claim = draft.claim
        if claim.grade is not Grade.PLEDGED:
            return draft
        opening = self.lead_ins.agreed(draft.number, draft.deed)
        if opening is None:
            return draft
        others = tuple(p for p in opening.by if p not in claim.by)
        one_side = len(opening.by) == _BOTH and len(others) == 1
        to = claim.to or (others if one_side and self._is_given(draft) else ())
        return replace(draft, claim=replace(claim, grade=Grade.AGREED, to=to))

    def _is_given(self, draft: Draft) -> bool:
        """Whether the other side gets it, rather than that something is built or changed."""
        sense = draft.deed.sense
        return sense is not None and sense.done is not None and not sense.builds

    def _due_in(self, tokens: range) -> When | None:
        """The deadline told in some words."""
        published = self.reading.document.published
        times = self.deadlines.times(tokens)
        due = (self.deadlines.due(time, ahead=True, start=published) for time in times)
        return next((found for found in due if found is not None), None)

    def _goes_on(self, number: Number, deed: Deed) -> bool:
        """Whether what stands before tells the deed of a sum: "this includes 3 million"."""
        if deed.grade is None:
            return True
        if remains(self.reading, number):
            return True
        below = number.head in self.reading.tree.ancestors(deed.index)
        return below and takes_up(self.reading, self.words.texts, number)

    def _shared(self, draft: Draft, earlier: Sequence[Draft]) -> Draft:
        """The draft with the party beside its sum, else with those of the context."""
        share = self.shares.of(draft.number)
        if share is None:
            return self._in_context(draft, earlier)
        gets = share.part is Part.GETS or (
            share.part is Part.SAME and self._receives(draft, earlier)
        )
        claim = draft.claim
        if gets:
            by = tuple(p for p in claim.by if p != share.party)
            own = publisher(self.reading) if share.line else ()
            claim = replace(claim, to=(share.party,), by=by or own)
        else:
            claim = replace(
                claim, by=(share.party,), to=tuple(p for p in claim.to if p != share.party)
            )
        return self._in_context(replace(draft, claim=claim), earlier)

    def _receives(self, draft: Draft, earlier: Sequence[Draft]) -> bool:
        """Whether the subject of a list of sums is who gets them."""
        same = [draft, *reversed(earlier)][:2]
        return any(d.deed.sense is not None and d.deed.sense.receiver for d in same)

    def _in_context(self, draft: Draft, earlier: Sequence[Draft]) -> Draft:
        """The draft with the parties of the one just before, where its own words name none."""
        claim, tree = draft.claim, self.reading.tree
        if not earlier or draft.deed.signed or claim.amount is None:
            return draft
        if not claim.by and self.givers.has_doer(draft.number, draft.deed):
            return draft
        if sums_up(self.reading, draft.number):
            return draft
        last = earlier[-1]
        here, there = (tree.sentence_number(d.number.head) for d in (draft, last))
        if here - there > _NEAR or last.claim.amount is None:
            return draft
        by = claim.by or tuple(p for p in last.claim.by if p not in claim.to)
        to = claim.to or (
            tuple(p for p in last.claim.to if p not in by) if by == last.claim.by else ()
        )
        return replace(draft, claim=replace(claim, by=by, to=to))

    def _before(self, number: Number, earlier: Sequence[Draft]) -> Draft | None:
        """The undertaking of a sum that one without a verb of its own goes on from."""
        if number.amount is None:
            return None
        tree = self.reading.tree
        back = 2 if takes_up(self.reading, self.words.texts, number) else 0
        here = tree.sentence_number(number.head)
        for draft in reversed(earlier):
            distance = here - tree.sentence_number(draft.number.head)
            if distance > back:
                return None
            if draft.claim.amount is not None:
                return draft
        return None

    def _is_money_given(self, number: Number, deed: Deed) -> bool:
        """Whether a sum without a verb of giving is named as money that is given."""
        tree = self.reading.tree
        named = [i for p in tree.children(number.head, "prep") for i in tree.children(p, "pobj")]
        kinds = [tree[i].lemma for i in (*deed.nouns, *named)]
        share = self.shares.of(number)
        line = self.shares.opens_a_line(number) or (share is not None and share.line)
        finite = any(tree.is_verb(i) for i in tree.ancestors(deed.index))
        told = finite or self._is_verb(deed)
        entry = not told and self.shares.is_entry(number)
        if (line or entry) and in_a_list_of_money(self.reading, self.words, number):
            return True
        if finite:
            flows = (
                frozenset() if is_noted(tree, self.words, number.head, named) else self.words.flows
            )
            return any(k in self.words.money and k not in flows for k in kinds)
        purpose = any(tree.child(i, "aux") for i in tree.children(number.head, "acl", "relcl"))
        return purpose or any(kind in self.words.money for kind in kinds)

    def own(self, number: Number, deed: Deed, count: int) -> Draft:
        """A commitment by what its own clause says."""
        by = self.givers.by_document(deed) if deed.signed else self.givers.by(number, deed)
        grade = self.grade(deed.grade or by_the_way(self.reading, self.words, deed), deed.index)
        if number.amount is not None and is_appropriated(
            self.reading, self.words, number.head, deed, grade
        ):
            grade = Grade.CONTRACTED
        when, deadline = self._times(number, deed, grade)
        published = self.reading.document.published
        due = deadline.last if deadline is not None else None
        if (
            grade is Grade.DELIVERED
            and published is not None
            and due is not None
            and due > published
        ):
            grade = Grade.PLEDGED
        money = number.amount is not None
        finance = finance_of(self.reading, self.words, number, deed, money=money)
        lent = finance is Finance.LOAN and grade is Grade.PLEDGED
        if lent and signed_beside(self.reading, self.words, deed.index):
            grade = Grade.CONTRACTED
        claim = Commitment(
            id=f"commitment {count}",
            evidence=(self.wording.quote(number, deed),),
            attributed_to=attributed_to(self.reading, deed.index),
            modality=self._modality(deed),
            by=by,
            to=self.receivers.to(number, deed, by, self.shares.limit(number)),
            action=self.wording.action(number, deed),
            finance=finance,
            amount=number.amount,
            quantity=number.quantity,
            grade=grade,
            deadline=deadline,
            when=when,
        )
        return Draft(number, deed, claim)

    def _is_verb(self, deed: Deed) -> bool:
        return self.reading.tree.is_verb(deed.index)

    def grade(self, grade: Grade, index: int) -> Grade:
        """The grade with what the sort of text says: pledges of joint texts are agreed."""
        if grade is Grade.PLEDGED and is_done_so_far(self.reading, self.words.texts, index):
            return Grade.DELIVERED
        if grade is Grade.PLEDGED and self._agreed:
            return Grade.AGREED
        done = self.reading.tree.is_verb(index) and form_of(self.reading.tree, index) is Form.DONE
        if grade in {Grade.PLEDGED, Grade.CONSIDERED, Grade.INTENDED} and not done:
            return laid_down(self.reading, self.words, index) or grade
        return grade

    def _modality(self, deed: Deed) -> Modality:
        possible = self._is_verb(deed) and form_of(self.reading.tree, deed.index) is Form.POSSIBLE
        return Modality.POSSIBLE if possible else Modality.ASSERTED

    def _continued(
        self, number: Number, deed: Deed, before: Draft, earlier: Sequence[Draft]
    ) -> Draft:
        """A sum that goes on from one before: same giver, grade and times unless it has its own."""
        own = self.own(number, deed, len(earlier))
        inherited, claim = before.claim, own.claim
        to = tuple(p for p in claim.to if p not in inherited.by)
        claim = replace(
            claim,
            attributed_to=inherited.attributed_to,
            by=self.givers.by_nouns(deed) or inherited.by,
            to=to or inherited.to,
            grade=inherited.grade,
            modality=inherited.modality,
            deadline=claim.deadline or inherited.deadline,
            when=claim.when or inherited.when,
        )
        shared = self._shared(replace(own, claim=claim), [before])
        return self._as_part(shared, earlier)

    def _as_part(self, draft: Draft, earlier: Sequence[Draft]) -> Draft:
        """The draft with the id of the sum that contains its own, where the text says so."""
        if not is_part(self.reading, self.words.texts, draft.number):
            return draft
        whole = whole_of(draft.claim, [e.claim for e in earlier])
        if whole is None:
            return draft
        return replace(draft, claim=replace(draft.claim, part_of=whole.id))

    def _times(self, number: Number, deed: Deed, grade: Grade) -> tuple[When | None, When | None]:
        """When it was announced, and by when it is due."""
        when = when_of(self.reading, deed.index)
        if when is not None and not (self._past(when) and self._is_moment(when, number)):
            when = None
        entry = day_of_entry(self.reading, deed.index)
        if when is None and entry is not None and self._past(entry):
            when = entry
        start = (when.first if when else None) or self.reading.document.published
        ahead = grade is not Grade.DELIVERED
        segment = self.shares.segment(number) if number.amount is not None else None
        done = self._is_verb(deed) and form_of(self.reading.tree, deed.index) is Form.DONE
        due = [
            (segment is None or time.start in segment, found)
            for time in self._times_of(number, deed)
            if (found := self.deadlines.due(time, ahead=ahead, start=start, done=done)) is not None
            and (segment is None or time.start in segment or found.first is None)
        ]
        deadline = max(due, key=lambda told: told[0], default=(False, None))[1]
        if deadline is None and ahead:
            deadline = self._settled(number)
        if when is not None and deadline is not None and when.text == deadline.text:
            when = None
        return when, deadline

    def _settled(self, number: Number) -> When | None:
        """The day by which what was promised is said to be paid or done; "due on" it ends then."""
        settling = Settling(self.reading, self.deadlines.words, self.numbers)
        for time in settling.times(number):
            due = self.deadlines.due(time, ahead=True, start=None)
            if due is not None or time.last is not None:
                return due or When(None, time.last, time.text)
        return None

    def _times_of(self, number: Number, deed: Deed) -> list[TimeMention]:
        """The times that may be the deed's: in its clause, in front of it, or told of all."""
        tree = self.reading.tree
        clause = self.wording.clause(number.head, deed)
        sentence = tree.sentence(number.head)
        above = {deed.index, *tree.ancestors(deed.index)}
        found = []
        for time in self.deadlines.times(range(*sentence)):
            head = self.reading.head(time)
            if head is None:
                continue
            verb, apart = verb_above(tree, self.words.deadlines, head, deed.index)
            if verb is not None and verb != deed.index and is_over(tree, verb):
                continue
            in_front = verb in above and head < clause[0]
            of_all = any(tree.lower(i) == "all" for i in range(max(sentence.first, head - 4), head))
            if of_all or in_front or (head in clause and not apart):
                found.append(time)
        return found

    def _is_moment(self, when: When, number: Number) -> bool:
        """Whether a time is when it was done, rather than since when things are so."""
        said = self.reading.words(range(*self.reading.tree.sentence(number.head)))
        return f"since {when.text}" not in said.replace("Since", "since")

    def _past(self, when: When) -> bool:
        published = self.reading.document.published
        return published is None or (when.first or date.min) <= published

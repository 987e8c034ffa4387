"""Things that a list names as parts of what is given: "The package includes: - 40 boats"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.claims.attribution import attributed_to
from communique.claims.authors import publisher
from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.drafting import Draft, Drafting
from communique.claims.kinds.commitment.grading import Grading
from communique.claims.kinds.commitment.nouns import NounDeeds
from communique.claims.kinds.commitment.numbers import PERCENT, Number
from communique.claims.listing import held_by, is_thing, opening_line
from communique.claims.reading import Reading
from communique.claims.slots.commitment import Commitment
from communique.model.claim import Evidence, Party
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

# Sentences above the opening line in which the sum of the whole may be told.
_NEAR = 6
# Where an entry ends, and what is left of the list behind it.
_END = re.compile(r"[;\n]|\.(?:\s|$)")
_REST = re.compile(r"[\s,;–—-]*(?:\band\b)?[\s,;–—-]*$")


@dataclass(frozen=True)
class Goods:
    """Finds the things in lists of what is given.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
        drafting: Fills slots.
        numbers: All numbers that an undertaking may be about.
    """

    reading: Reading
    words: CommitmentWords
    drafting: Drafting
    numbers: Sequence[Number]

    def draft(self, number: Number, earlier: Sequence[Draft]) -> Draft | None:
        """What an entry of such a list promises; None for any other number."""
        if number.quantity is None or number.quantity.unit == PERCENT or number.alone:
            return None
        line = opening_line(self.reading, number.head)
        if line is None or not is_thing(self.reading, number.head):
            return None
        deed = self._given(line)
        if deed is None or deed.grade is None:
            return None
        by, to = self._sides(number, deed, earlier)
        claim = Commitment(
            id=f"commitment {len(earlier)}",
            evidence=(self._quote(number),),
            attributed_to=attributed_to(self.reading, line[0]),
            by=by,
            to=to,
            action=self._quote(number).exact,
            quantity=number.quantity,
            grade=self.drafting.grade(deed.grade, deed.index),
        )
        return Draft(number, deed, claim)

    def _given(self, line: range) -> Deed | None:
        """The deed whose things a list names: by what holds them, else by the verb of giving."""
        tree, grading = self.reading.tree, Grading(self.reading, self.words)
        wholes = self.words.given | self.words.deliverables.consignments
        whole = held_by(self.reading, line, wholes)
        if whole is not None:
            told = NounDeeds(self.reading, self.words, grading).participle(whole)
            return Deed(whole, Grade.PLEDGED if told is None else told.grade, (whole,))
        verb = next((i for i in reversed(line) if tree.is_verb(i)), None)
        sense = None if verb is None else grading.sense(verb)
        if verb is None or sense is None or sense.builds or sense.receiver or sense.flows:
            return None
        if sense.done is not Grade.DELIVERED or tree[verb].lemma not in self._handing:
            return None
        return Deed(verb, grading.verb(verb, sense, money=False), (), sense)

    @property
    def _handing(self) -> frozenset[str]:
        """Verbs of which a bare list of things is what is given."""
        return self.words.deliverables.handing | {"send", "dispatch", "ship", "airlift"}

    def _sides(
        self, number: Number, deed: Deed, earlier: Sequence[Draft]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Who gives and who gets: by the opening line, else by the sum of the whole above it."""
        tree, givers = self.reading.tree, self.drafting.givers
        whole = self._sum_above(deed, earlier)
        by = givers.by(number, deed) or (whole.by if whole is not None else ())
        if not by:
            by = tuple(p for p in publisher(self.reading) if self._stands_before(p, deed))
        told = [deed.index, *tree.children(deed.index, "acl", "dobj")]
        to = tuple(p for i in told for p in givers.after(i, ("to", "for")))
        if not to and tree.is_verb(deed.index):
            things = tree.children(deed.index, "dobj", "dative")
            to = tuple(p for i in things for p in self.reading.referents.parties(i))
        to = to or (whole.to if whole is not None else ())
        return by, tuple(p for p in dict.fromkeys(to) if p not in by)

    def _stands_before(self, party: Party, deed: Deed) -> bool:
        """Whether a party stands before the noun of what it gives: "the Peruvian package"."""
        before = self.reading.tree.children(deed.index, "compound", "amod", "poss", "nmod")
        return any(party in self.reading.referents.parties(i) for i in before)

    def _sum_above(self, deed: Deed, earlier: Sequence[Draft]) -> Commitment | None:
        """The undertaking whose sum is told shortly above the list."""
        tree = self.reading.tree
        here = tree.sentence_number(deed.index)
        for draft in reversed(earlier):
            near = here - tree.sentence_number(draft.number.head) <= _NEAR
            if near and draft.claim.amount is not None:
                return draft.claim
        return None

    def _quote(self, number: Number) -> Evidence:
        """The entry from its number up to its end, or to the next number."""
        text = self.reading.document.text
        last = self.reading.tree[self.reading.tree.sentence(number.head).last - 1].end
        found = _END.search(text, number.end, last)
        end = found.start() if found is not None else last
        following = (n.start for n in self.numbers if number.end <= n.start < end)
        end = min(following, default=end)
        rest = _REST.search(text, number.end, end)
        return Evidence.of(text, number.start, rest.start() if rest is not None else end)

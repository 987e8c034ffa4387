"""Who receives what is given, from the surest wording to the least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.givers import Givers
from communique.claims.kinds.commitment.grading import Grading
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.kinds.commitment.whereabouts import (
    destination,
    is_same_side,
    nationals,
    where,
)
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

_TO = ("to", "for", "towards", "toward", "into", "in", "across")
# Words between a receiver and the number: "lend Benin another 40 million".
_NEAR = 5
# Branches of a clause that tell other deeds.
_LOOSE = frozenset({"relcl", "parataxis"})
# After these somebody takes part who is no receiver: "with the bank", "under the EU plan".
_BESIDE = frozenset({"with", "by", "from", "under", "through", "at", "against", "alongside", "via"})


@dataclass(frozen=True)
class Receivers:
    """Finds who receives in the deeds of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
        givers: Finds who gives.
    """

    reading: Reading
    words: CommitmentWords
    givers: Givers

    def to(
        self, number: Number, deed: Deed, by: tuple[Party, ...], limit: int
    ) -> tuple[Party, ...]:
        """Who receives; empty if unsaid.

        Args:
            number: The sum or quantity.
            deed: What is done with it.
            by: Who gives.
            limit: Offset of the next sum in the sentence; what stands after it belongs to that.
        """
        tree = self.reading.tree
        winner = self._winner(deed)
        if winner is not None:
            return tuple(p for p in self.givers.named(winner) if p not in by)
        if self.givers.subject_gets(number, deed):
            subject = tree.subject(deed.index)
            return () if subject is None else self.givers.named(subject)
        for found in self._receivers(number, deed, limit):
            # What goes through its own fund or ministry somebody else gets.
            others = tuple(
                p for p in found if p not in by and not is_same_side(self.reading, p, by)
            )
            if others:
                return others
        if number.quantity is not None and deed.sense is not None and deed.sense.flows:
            arrived = tuple(p for p in destination(self.reading, deed.index) if p not in by)
            if arrived:
                return arrived
        there = tuple(p for p in where(self.reading, number, deed.index, limit) if p not in by)
        return there if by else ()

    def _winner(self, deed: Deed) -> int | None:
        """Who wins the deal that tells the deed: "Peru's shipyard secured a contract for"."""
        tree = self.reading.tree
        verb = tree[deed.index].head
        if tree.is_verb(deed.index) or tree[deed.index].dep != "dobj" or tree.passive(verb):
            return None
        sense = Grading(self.reading, self.words).sense(verb)
        return tree.subject(verb) if sense is not None and sense.receiver else None

    def _receivers(self, number: Number, deed: Deed, limit: int) -> Iterator[tuple[Party, ...]]:
        """Receivers from the surest wording to the least."""
        tree = self.reading.tree
        datives = [i for i in tree.children(deed.index, "dative") if tree[i].start < limit]
        yield distinct(p for i in datives for p in self._dative(i))
        yield nationals(self.reading, self.words.deliverables, number)
        if deed.sense is not None and deed.sense.doing is Grade.PLEDGED:
            things = [i for i in tree.children(deed.index, "dobj") if i != number.head]
            told = [i for i in things if tree[i].start < limit]
            yield distinct(p for i in told for p in self.reading.referents.parties(i))
            yield self._between(number, deed)
        sized = tree[number.head].head
        measures = [sized] if tree[sized].lemma in self.words.texts.measures else []
        near = (number.head, *measures, *deed.nouns, deed.index)
        if deed.signed:
            yield distinct(p for i in near for p in self.givers.after(i, ("with",), limit))
        for word in _TO:
            yield distinct(p for i in near for p in self.givers.after(i, (word,), limit))
        for word in _TO:
            yield self._inside(number, deed, word, limit)
        yield distinct(p for noun in deed.nouns for p in self._named_after(noun))
        yield self._anywhere(number, deed, limit)

    def _between(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        """The party between a verb of giving and the number: "lend Benin 40 million"."""
        tree = self.reading.tree
        own = tree.run(number.start, number.end)
        beside = deed.index + 1
        party = self.reading.parties.get(beside)
        if not tree.is_verb(deed.index) or party is None or not own:
            return ()
        last = self.reading.tokens(party)[-1]
        nearer = own[0] - last <= _NEAR and not any(
            tree[i].tag in {"IN", "TO"} and tree.lower(i) != "with" for i in range(last, own[0])
        )
        return (Party(party.name, party.code),) if nearer else ()

    def _anywhere(self, number: Number, deed: Deed, limit: int) -> tuple[Party, ...]:
        """The party that is named in what the money is for: "to equip Fijian schools"."""
        tree, parties = self.reading.tree, self.reading.parties
        below = sorted(i for i in tree.below(deed.index, without=_LOOSE) if self._serves(i, deed))
        bracket = next((i for i in below if i > number.head and tree.lower(i) == "("), len(tree))
        for index in (i for i in below if i < bracket):
            above = [index, *tree.ancestors(index)]
            beside = any(tree.lower(i) in _BESIDE for i in above[: above.index(deed.index)])
            inside = index > number.head and tree[index].start < limit
            inside = inside and not self._acts(index, deed)
            if inside and index in parties and not beside:
                return self.reading.referents.parties(index)
        return ()

    def _acts(self, index: int, deed: Deed) -> bool:
        """Whether a party is the subject of another deed: "while the Fund gives 3 million"."""
        tree = self.reading.tree
        for above in (index, *tree.ancestors(index)):
            head = tree[above].head
            if above == deed.index:
                return False
            if tree[above].dep in {"nsubj", "nsubjpass"} and head != deed.index:
                return tree[head].tag in {"VBZ", "VBD", "VBP"} or tree.passive(head)
        return False

    def _serves(self, index: int, deed: Deed) -> bool:
        """Whether a word belongs to the deed or to what it is for, rather than to a side clause."""
        tree = self.reading.tree
        above = [index, *tree.ancestors(index)]
        clauses = (i for i in above[: above.index(deed.index)] if tree[i].dep == "advcl")
        return all("to" in tree.auxiliaries(i) for i in clauses)

    def _dative(self, index: int) -> tuple[Party, ...]:
        """An indirect object, bare or after "to"."""
        tree = self.reading.tree
        if tree[index].tag in {"IN", "TO"}:
            return distinct(p for i in tree.children(index, "pobj") for p in self.givers.parties(i))
        return self.givers.parties(index)

    def _inside(self, number: Number, deed: Deed, word: str, limit: int) -> tuple[Party, ...]:
        """Parties after a preposition anywhere below the deed: "to help farmers in Chad"."""
        tree = self.reading.tree
        below = sorted(tree.below(deed.index, without=_LOOSE))
        inside = (i for i in below if i > number.head and tree[i].start < limit)
        after = (i for i in inside if tree.lower(i) == word)
        return distinct(
            p for i in after for head in tree.children(i, "pobj") for p in self.givers.parties(head)
        )

    def _named_after(self, noun: int) -> tuple[Party, ...]:
        """The party in the name of a facility: "the Ukraine Facility"."""
        tree = self.reading.tree
        before = [i for i in tree.children(noun, "compound", "nmod") if i in self.reading.parties]
        return distinct(p for i in before for p in self.reading.referents.parties(i))

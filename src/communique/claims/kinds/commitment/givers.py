"""Who gives and who receives. A wrong giver misleads more than none, so doubt leaves it empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.claims.authors import in_text, publisher
from communique.claims.kinds.commitment.deeds import Deed
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

_TO = ("to", "for", "towards", "toward", "into", "in", "across")
# Letters of a state's code.
_STATE = 2
# Branches of a clause that tell other deeds.
_APART = frozenset({"relcl", "parataxis", "advcl"})
# After these somebody takes part who is no receiver: "with the bank", "under the EU plan".
_BESIDE = frozenset({"with", "by", "from", "under", "through", "at", "against", "alongside", "via"})


@dataclass(frozen=True)
class Givers:
    """Finds the parties of the deeds of one document.

    Attributes:
        reading: The document.
        words: Wordings of undertakings.
    """

    reading: Reading
    words: CommitmentWords

    def by(self, deed: Deed) -> tuple[Party, ...]:
        """Who gives or does; empty if the text does not tie anybody to the deed."""
        tree = self.reading.tree
        told = self.by_nouns(deed)
        if told:
            return told
        if not tree.is_verb(deed.index):
            return self._of_clause(deed.index) or self._own_voice(deed.index)
        if deed.sense is not None and deed.sense.receiver:
            return self._after(deed.index, ("from",))
        return self._of_verb(deed.index) or self._own_voice(deed.index)

    def _own_voice(self, index: int) -> tuple[Party, ...]:
        """The publisher, where an entry of its own list leaves out who does it.

        "Handing over 12 patrol boats", "40 million euros in grants": nothing finite, no subject.
        """
        tree = self.reading.tree
        root = next((i for i in (index, *tree.ancestors(index)) if tree[i].head == i), index)
        finite = tree.is_verb(root) and tree[root].tag != "VBG"
        if finite or tree.child(root, "nsubj", "nsubjpass") is not None:
            return ()
        return publisher(self.reading)

    def by_nouns(self, deed: Deed) -> tuple[Party, ...]:
        """Whose the money is by its own phrase: "Japan's loan", "a grant from the EU"."""
        return distinct(p for noun in deed.nouns for p in self._of_noun(noun))

    def to(self, number: Number, deed: Deed, by: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who receives; empty if unsaid."""
        tree = self.reading.tree
        if deed.sense is not None and deed.sense.receiver:
            return self._parties(tree.subject(deed.index))
        for found in self._receivers(number, deed):
            others = tuple(p for p in found if p not in by)
            if others:
                return others
        named = in_text(self.reading, self.reading.document.title or "")
        others = tuple(p for p in named if p not in by and _is_place(p))
        return others if by and len(others) == 1 else ()

    def _receivers(self, number: Number, deed: Deed) -> Iterator[tuple[Party, ...]]:
        """Receivers from the surest wording to the least."""
        tree = self.reading.tree
        yield distinct(p for i in tree.children(deed.index, "dative") for p in self._dative(i))
        if deed.sense is not None and deed.sense.done is Grade.DELIVERED:
            things = [i for i in tree.children(deed.index, "dobj") if i != number.head]
            yield distinct(p for i in things for p in self.reading.referents.parties(i))
        near = (number.head, *deed.nouns, deed.index)
        for word in _TO:
            yield distinct(p for i in near for p in self._after(i, (word,)))
        for word in _TO:
            yield self._inside(number, deed, word)
        yield distinct(p for noun in deed.nouns for p in self._named_after(noun))
        yield self._anywhere(number, deed)

    def _anywhere(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        """The party that is named in what the money is for: "to equip Fijian schools"."""
        tree, parties = self.reading.tree, self.reading.parties
        below = sorted(tree.below(deed.index, without=_APART))
        for index in below:
            above = [index, *tree.ancestors(index)]
            beside = any(tree.lower(i) in _BESIDE for i in above[: above.index(deed.index)])
            if index > number.head and index in parties and not beside:
                return self.reading.referents.parties(index)[:1]
        return ()

    def _dative(self, index: int) -> tuple[Party, ...]:
        """An indirect object, bare or after "to"."""
        tree = self.reading.tree
        if tree[index].tag in {"IN", "TO"}:
            return distinct(p for i in tree.children(index, "pobj") for p in self._parties(i))
        return self._parties(index)

    def _inside(self, number: Number, deed: Deed, word: str) -> tuple[Party, ...]:
        """Parties after a preposition anywhere below the deed: "to help farmers in Chad"."""
        tree = self.reading.tree
        below = sorted(tree.below(deed.index, without=frozenset({"relcl", "parataxis"})))
        after = (i for i in below if i > number.head and tree.lower(i) == word)
        return distinct(
            p for i in after for head in tree.children(i, "pobj") for p in self._parties(head)
        )

    def _after(self, index: int, words: Iterable[str]) -> tuple[Party, ...]:
        """Parties after one of the prepositions right below a word."""
        tree = self.reading.tree
        preps = (i for i in tree.children(index, "prep", "dative") if tree.lower(i) in words)
        heads = (h for i in preps for h in tree.children(i, "pobj"))
        return distinct(p for head in heads for p in self._parties(head))

    def _parties(self, head: int | None) -> tuple[Party, ...]:
        """Parties that a phrase means, also through the place or group it is about."""
        if head is None:
            return ()
        found = self.reading.referents.parties(head)
        if found:
            return found
        tree = self.reading.tree
        members = (m for i in tree.conjuncts(head) for m in tree.children(i, "amod", "compound"))
        named = [i for i in members if i in self.reading.parties]
        return distinct(p for i in named for p in self.reading.referents.parties(i))

    def _named_after(self, noun: int) -> tuple[Party, ...]:
        """The party in the name of a facility: "the Ukraine Facility"."""
        tree = self.reading.tree
        before = [i for i in tree.children(noun, "compound", "nmod") if i in self.reading.parties]
        return distinct(p for i in before for p in self.reading.referents.parties(i))

    def _of_noun(self, noun: int) -> tuple[Party, ...]:
        """Who a noun of giving belongs to: "Japan's loan", "a pledge from Peru", "an EU grant"."""
        tree = self.reading.tree
        owners = tree.children(noun, "poss")
        found = distinct(p for i in owners for p in self.reading.referents.parties(i))
        return found or self._after(noun, ("from", "by")) or self._lending(noun)

    def _lending(self, noun: int) -> tuple[Party, ...]:
        """The party before a noun for money: "an EU grant", "the Japanese loan", "U.S. aid".

        The bare name of a state there is who gets it: "the Ukraine loan".
        """
        tree = self.reading.tree
        if tree[noun].lemma not in self.words.money and tree[noun].lemma not in self.words.graded:
            return ()
        before = [i for i in tree.children(noun, "amod", "compound", "nmod") if self._lends(i)]
        return distinct(p for i in before[:1] for p in self.reading.referents.parties(i))

    def _lends(self, index: int) -> bool:
        party = self.reading.parties.get(index)
        if party is None:
            return False
        state = party.code is not None and len(party.code) == _STATE
        short = party.text.replace(".", "").isupper()
        return not state or short or self.reading.tree[index].tag == "JJ"

    def _of_verb(self, verb: int) -> tuple[Party, ...]:
        """The doer of a verb; of an infinitive after a noun, whoever has the noun."""
        tree = self.reading.tree
        if tree.passive(verb):
            doer = tree.doers(verb)
            return self.reading.referents.parties(doer) if doer is not None else ()
        subject = tree.subject(verb)
        if subject is None:
            above = next((i for i in tree.ancestors(verb) if tree[i].lemma in self.words.graded), None)
            return () if above is None else self._of_noun(above) or self._of_clause(above)
        return self._of_subject(verb, subject)

    def _of_subject(self, verb: int, subject: int) -> tuple[Party, ...]:
        tree = self.reading.tree
        if tree[verb].dep in {"acl", "relcl"} and subject == tree[verb].head:
            return self._of_plan(verb, subject)
        if tree[subject].lemma in self.words.graded:
            return self._of_noun(subject)
        return self.reading.referents.parties(subject) or self._of_body(subject)

    def _of_body(self, subject: int) -> tuple[Party, ...]:
        """The institution that a body belongs to: "the bank's board"."""
        if self.reading.tree[subject].lemma not in self.words.texts.bodies:
            return ()
        return self._of_noun(subject) or self._after(subject, ("of",))

    def _of_plan(self, verb: int, noun: int) -> tuple[Party, ...]:
        """Who a plan or pledge belongs to whose content is a verb."""
        if self.reading.tree[verb].dep == "relcl":
            return self.reading.referents.parties(noun)
        owner = self._of_noun(noun)
        return owner or self.reading.referents.parties(noun) or self._of_clause(noun)

    def _of_clause(self, noun: int) -> tuple[Party, ...]:
        """The subject of the verb that a noun is the object of: "Peru announced a grant"."""
        tree = self.reading.tree
        for above in tree.ancestors(noun):
            if tree.is_verb(above):
                if tree.passive(above):
                    return ()
                subject = tree.subject(above)
                return self.reading.referents.parties(subject)
        return ()


def _is_place(party: Party) -> bool:
    """Whether a party is a state or a group of states, rather than an institution or club."""
    return party.code is None or len(party.code) == _STATE

"""Who gives and who receives. A wrong giver misleads more than none, so doubt leaves it empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.claims.authors import in_text, publisher
from communique.claims.kinds.commitment.deeds import Deed
from communique.claims.kinds.commitment.numbers import Number, singular
from communique.claims.kinds.commitment.whereabouts import (
    destination,
    nationals,
    state_at,
    where,
    whole,
)
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords

_TO = ("to", "for", "towards", "toward", "into", "in", "across")
# Letters of a state's code.
_STATE = 2
# Words between a receiver and the number: "lend Benin another 40 million".
_NEAR = 5
# Relations of what a verb's subject has, makes or tells.
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "acl", "xcomp"})
# Words of a name.
_LONGEST_NAME = 6
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

    def by(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        """Who gives or does; empty if the text does not tie anybody to the deed."""
        told = self._givers(number, deed)
        return distinct(whole(self.reading, self.words, party) for party in told)

    def _givers(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        tree = self.reading.tree
        told = self._from(number) or self._owners(number.head) or self.by_nouns(deed)
        if told:
            return told
        if deed.sense is not None and deed.sense.flows:
            return self._sender(number, deed) or self._lenders(deed)
        if not tree.is_verb(deed.index):
            doer = self._of_clause(deed.index) or self._lenders(deed)
            return doer or self._own_voice(deed.index)
        if deed.sense is not None and deed.sense.receiver:
            return self._after(deed.index, ("from",)) or self._lenders(deed)
        doer = self._of_verb(deed.index) or self._lenders(deed)
        return doer or self._own_voice(deed.index)

    def _sender(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        """Who sends what arrives: "from Peru", "a Peruvian aircraft landed with 40 tonnes"."""
        tree = self.reading.tree
        coming = self._after(deed.index, ("from",))
        if coming or number.quantity is None:
            return coming
        brought = (i for noun in (number.head, *deed.nouns) for i in tree.children(noun, "acl"))
        doers = (tree.doers(i) for i in brought if tree.passive(i))
        told = distinct(p for i in doers for p in self.reading.referents.parties(i))
        carrier = tree.subject(deed.index)
        if told or carrier is None or carrier in {number.head, *deed.nouns}:
            return told
        home = (
            i
            for p in tree.children(carrier, "prep")
            if tree.lower(p) == "from"
            for i in tree.children(p, "pobj")
        )
        return self.reading.referents.parties(carrier) or distinct(
            p for i in home for p in (*self._parties(i), *state_at(self.reading, i))
        )

    def _lenders(self, deed: Deed) -> tuple[Party, ...]:
        return distinct(p for noun in deed.nouns for p in self._lending(noun))

    def has_doer(self, deed: Deed) -> bool:
        """Whether the deed has a subject of its own, even one that nobody knows."""
        tree = self.reading.tree
        if not tree.is_verb(deed.index) or tree.passive(deed.index):
            return False
        if deed.sense is None or deed.sense.receiver or deed.sense.flows:
            return False
        subject = tree.subject(deed.index)
        return subject is not None and subject not in deed.nouns

    def _own_voice(self, index: int) -> tuple[Party, ...]:
        """The publisher, where an entry of its own list leaves out who does it.

        "Handing over 12 patrol boats", "40 million euros in grants": nothing finite, no subject.
        """
        tree = self.reading.tree
        root = next((i for i in (index, *tree.ancestors(index)) if tree[i].head == i), index)
        finite = tree.is_verb(root) and tree[root].tag != "VBG"
        if finite or tree.child(root, "nsubj", "nsubjpass") is not None:
            return ()
        published = publisher(self.reading)
        states = tuple(p for p in published if p.code is not None and len(p.code) == _STATE)
        return states or tuple(p for p in published if _is_place(p)) or published

    def _from(self, number: Number) -> tuple[Party, ...]:
        """Who the number itself is said to come from: "49 million from Benin", "given by Benin"."""
        tree = self.reading.tree
        told = [i for i in tree.children(number.head, "acl") if tree[i].lemma in self.words.verbs]
        doers = [tree.doers(i) for i in told if tree.passive(i)]
        found = distinct(p for i in doers for p in self.reading.referents.parties(i))
        if found or number.amount is None:
            return found
        coming = [i for i in told if tree[i].lemma == "come"]
        return distinct(p for i in (number.head, *coming) for p in self._after(i, ("from",)))

    def by_nouns(self, deed: Deed) -> tuple[Party, ...]:
        """Whose the money is by its own phrase: "Japan's loan", "a grant from the EU"."""
        owners = distinct(p for noun in deed.nouns for p in self._of_noun(noun))
        return owners or distinct(p for i in self._bought(deed) for p in self._of_noun(i))

    def _bought(self, deed: Deed) -> list[int]:
        """What a deal is about, if that is a purchase: "a deal on Peru's acquisition of ships"."""
        tree, buying = self.reading.tree, self.words.nouns.buying
        preps = [p for noun in deed.nouns for p in tree.children(noun, "prep")]
        things = [i for p in preps for i in tree.children(p, "pobj")]
        return [i for i in things if tree[i].lemma in buying]

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
        if deed.sense is not None and deed.sense.receiver:
            return self._parties(tree.subject(deed.index))
        for found in self._receivers(number, deed, limit):
            others = tuple(p for p in found if p not in by)
            if others:
                return others
        if number.quantity is not None and deed.sense is not None and deed.sense.flows:
            arrived = tuple(p for p in destination(self.reading, deed.index) if p not in by)
            if arrived:
                return arrived
        there = tuple(p for p in where(self.reading, number, deed.index, limit) if p not in by)
        if by and there:
            return there
        named = in_text(self.reading, self.reading.document.title or "")
        others = tuple(p for p in named if p not in by and self._receives_as_whole(p, by))
        return others if by and len(others) == 1 else ()

    def _receives_as_whole(self, party: Party, by: tuple[Party, ...]) -> bool:
        """Whether a text about a party is about what it gets: a state, or a region of others."""
        members = self.reading.named.context.knowledge.members.get(party.name, ())
        return _is_place(party) and not any(giver.code in members for giver in by)

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
        near = (number.head, *deed.nouns, deed.index)
        for word in _TO:
            yield distinct(p for i in near for p in self._after(i, (word,), limit))
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
        below = sorted(tree.below(deed.index, without=_APART))
        bracket = next((i for i in below if i > number.head and tree.lower(i) == "("), len(tree))
        for index in (i for i in below if i < bracket):
            above = [index, *tree.ancestors(index)]
            beside = any(tree.lower(i) in _BESIDE for i in above[: above.index(deed.index)])
            inside = index > number.head and tree[index].start < limit
            if inside and index in parties and not beside:
                return self.reading.referents.parties(index)[:1]
        return ()

    def _dative(self, index: int) -> tuple[Party, ...]:
        """An indirect object, bare or after "to"."""
        tree = self.reading.tree
        if tree[index].tag in {"IN", "TO"}:
            return distinct(p for i in tree.children(index, "pobj") for p in self._parties(i))
        return self._parties(index)

    def _inside(self, number: Number, deed: Deed, word: str, limit: int) -> tuple[Party, ...]:
        """Parties after a preposition anywhere below the deed: "to help farmers in Chad"."""
        tree = self.reading.tree
        below = sorted(tree.below(deed.index, without=frozenset({"relcl", "parataxis"})))
        inside = (i for i in below if i > number.head and tree[i].start < limit)
        after = (i for i in inside if tree.lower(i) == word)
        return distinct(
            p for i in after for head in tree.children(i, "pobj") for p in self._parties(head)
        )

    def _after(
        self, index: int, words: Iterable[str], limit: int | None = None
    ) -> tuple[Party, ...]:
        """Parties after one of the prepositions right below a word."""
        tree = self.reading.tree
        below = tree.children(index, "prep", "dative")
        below = [i for i in below if limit is None or tree[i].start < limit]
        preps = (i for i in below if tree.lower(i) in words)
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

    def _owners(self, head: int) -> tuple[Party, ...]:
        """Whose a sum is: "Norway's 50 million dollars"."""
        owners = self.reading.tree.children(head, "poss")
        return distinct(p for i in owners for p in self.reading.referents.parties(i))

    def _of_noun(self, noun: int) -> tuple[Party, ...]:
        """Who a noun of giving belongs to: "Japan's loan", "a pledge from Peru", "an EU grant"."""
        return self._owners(noun) or self._after(noun, ("from", "by"))

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
        if party is None or party.name.split()[-1].lower() in self.words.money:
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
        if subject is None and (beside := self._right_before(verb)) is not None:
            return self.reading.referents.parties(beside)
        if subject is None:
            above = next(
                (i for i in tree.ancestors(verb) if tree[i].lemma in self.words.graded), None
            )
            return () if above is None else self._of_noun(above) or self._of_clause(above)
        return self._of_subject(verb, subject)

    def _right_before(self, verb: int) -> int | None:
        """The party right before a verb, where the parser took its acronym for an adjective."""
        tree = self.reading.tree
        index = min([verb, *tree.children(verb, "aux", "auxpass", "neg")]) - 1
        named = index >= tree.sentence(verb).first and index in self.reading.parties
        return index if named and tree[index].head == verb else None

    def _of_subject(self, verb: int, subject: int) -> tuple[Party, ...]:
        tree = self.reading.tree
        if tree[verb].dep in {"acl", "relcl"} and subject == tree[verb].head:
            return self._of_plan(verb, subject)
        if tree[subject].lemma in self.words.graded:
            return self._of_noun(subject)
        known = self.reading.referents.parties(subject) or self._of_body(subject)
        if not known and tree[subject].lemma in self.words.money:
            known = self._owners(subject)
        return known or self._unknown(subject)

    def _unknown(self, subject: int) -> tuple[Party, ...]:
        """A company or the like that no vocabulary knows, by its name in the text."""
        tree, reading = self.reading.tree, self.reading
        named = tree[subject].tag in {"NNP", "NNPS"}
        if not named or subject in reading.people or subject in reading.places:
            return ()
        words = [i for i in tree.phrase(subject) if tree[i].tag in {"NNP", "NNPS", "HYPH", "POS"}]
        if not words or words[-1] - words[0] >= _LONGEST_NAME or self._is_document(words):
            return ()
        return (Party(reading.words(range(words[0], words[-1] + 1))),)

    def _is_document(self, words: list[int]) -> bool:
        """Whether a name in capitals is a plan, law or heading, or an office named by its noun."""
        tree, known = self.reading.tree, self.words
        last = singular(tree.lower(words[-1]))
        plans = known.money.keys() | known.graded.keys() | known.texts.laid_down | known.nouns.plans
        article = words[0] > 0 and tree.lower(words[0] - 1) == "the"
        office = article and len(words) == 1 and not tree[words[0]].text.isupper()
        heading = tree.lower(min(words[-1] + 1, len(tree) - 1)) == ":"
        return last in plans or office or heading

    def _of_body(self, subject: int) -> tuple[Party, ...]:
        """The institution that a body belongs to: "the bank's board"."""
        if self.reading.tree[subject].lemma not in self.words.texts.bodies:
            return ()
        owner = self._of_noun(subject) or self._after(subject, ("of",))
        parties = self.reading.parties
        below = (i for i in sorted(self.reading.tree.below(subject)) if i in parties)
        return owner or distinct(p for i in below for p in self.reading.referents.parties(i))[:1]

    def _of_plan(self, verb: int, noun: int) -> tuple[Party, ...]:
        """Who a plan or pledge belongs to whose content is a verb."""
        if self.reading.tree[verb].dep == "relcl":
            return self.reading.referents.parties(noun)
        owner = self._of_noun(noun)
        return owner or self.reading.referents.parties(noun) or self._of_clause(noun)

    def _of_clause(self, noun: int) -> tuple[Party, ...]:
        """The subject of the verb that a noun is the object of: "Peru announced a grant"."""
        tree = self.reading.tree
        below = noun
        for above in tree.ancestors(noun):
            if tree.is_verb(above):
                if tree.passive(above) or tree[below].dep not in _OBJECTS:
                    return ()
                subject = tree.subject(above)
                return self.reading.referents.parties(subject)
            below = above
        return ()


def _is_place(party: Party) -> bool:
    """Whether a party is a state or a group of states, rather than an institution or club."""
    return party.code is None or len(party.code) == _STATE

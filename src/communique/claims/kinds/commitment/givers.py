"""Who gives. A wrong giver misleads more than none, so doubt leaves it empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.claims.authors import publisher
from communique.claims.kinds.commitment.deed import Deed
from communique.claims.kinds.commitment.doubts import is_of_papers
from communique.claims.kinds.commitment.lenders import is_place, lenders, lending, lends_money
from communique.claims.kinds.commitment.names import named_in_text
from communique.claims.kinds.commitment.numbers import Number
from communique.claims.kinds.commitment.whereabouts import is_same_side, state_at, whole
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.mention import PartyMention
from communique.model.terms import Finance
from communique.vocab.claims.commitments import CommitmentWords

# Letters of a state's code.
_STATE = 2
# Relations of what a verb's subject has, makes or tells.
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "acl", "xcomp"})


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
        told = (self._union(party) for party in self._givers(number, deed))
        return distinct(whole(self.reading, self.words, party) for party in told)

    def _union(self, party: Party) -> Party:
        """The Union for "Europe", where the text speaks of it: a continent gives nothing."""
        if party.name != "Europe":
            return party
        told = (m for m in self.reading.mentions(PartyMention) if m.code == "EU")
        return next((Party(m.name, m.code) for m in told), party)

    def _givers(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        tree = self.reading.tree
        # Whose a counted thing is tells rather who has it now: "Chad's new boat was handed over".
        owners = self._owners(number.head) if number.amount is not None else ()
        told = self._from(number) or owners or self.by_nouns(deed)
        told = told or self._of_total(number)
        if told or is_of_papers(self.reading, self.words, number):
            return told
        if deed.sense is not None and deed.sense.flows:
            return self._sender(number, deed) or lenders(self.reading, self.words, number, deed)
        if not tree.is_verb(deed.index):
            doer = self._of_clause(deed.index) or lenders(self.reading, self.words, number, deed)
            return doer or self._own_voice(deed.index)
        asked = self._asked(deed)
        if asked or tree[deed.index].lemma == "thank":
            return asked
        if self.subject_gets(number, deed):
            near = (deed.index, *deed.nouns, number.head)
            told = distinct(p for i in near for p in self.after(i, ("from", "with")))
            return told or lenders(self.reading, self.words, number, deed)
        doer = self._of_verb(deed.index) or lenders(self.reading, self.words, number, deed)
        return doer or self._own_voice(deed.index)

    def _of_total(self, number: Number) -> tuple[Party, ...]:
        """Whose sum grows by another: "a further 3 million *brings our contribution* to 9"."""
        tree = self.reading.tree
        verb = tree[number.head].head
        if tree[number.head].dep != "nsubj" or tree[verb].lemma not in {"bring", "take", "raise"}:
            return ()
        return distinct(p for i in tree.children(verb, "dobj") for p in self._owners(i))

    def _sender(self, number: Number, deed: Deed) -> tuple[Party, ...]:
        """Who sends what arrives: "from Peru", "a Peruvian aircraft landed with 40 tonnes"."""
        tree = self.reading.tree
        coming = self.after(deed.index, ("from",))
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
            p for i in home for p in (*self.parties(i), *state_at(self.reading, i))
        )

    def has_doer(self, number: Number, deed: Deed) -> bool:
        """Whether the deed has a subject of its own, even one that nobody knows."""
        tree = self.reading.tree
        if not tree.is_verb(deed.index) or tree.passive(deed.index):
            return False
        sense = deed.sense
        if sense is None and tree[deed.index].lemma in self.words.texts.measures:
            return False
        if sense is not None and (sense.receiver or sense.flows):
            return False
        subject = tree.subject(deed.index)
        return subject is not None and subject not in {number.head, *deed.nouns}

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
        return states or tuple(p for p in published if is_place(p)) or published

    def _from(self, number: Number) -> tuple[Party, ...]:
        """Who the number itself is said to come from: "49 million from Benin", "given by Benin"."""
        tree = self.reading.tree
        told = [i for i in tree.children(number.head, "acl") if tree[i].lemma in self.words.verbs]
        doers = [tree.doers(i) for i in told if tree.passive(i)]
        found = distinct(p for i in doers for p in self.reading.referents.parties(i))
        if found or number.amount is None:
            return found
        coming = [number.head, *(i for i in told if tree[i].lemma == "come")]
        known = distinct(p for i in coming for p in self.after(i, ("from",)))
        return known or distinct(
            p
            for i in coming
            for name in tree.after(i, "from")
            for p in named_in_text(self.reading, self.words, name)
        )

    def by_document(self, deed: Deed) -> tuple[Party, ...]:
        """Who gives by a document that is signed; signing it makes nobody a giver but lenders.

        That are banks and funds by their names, and the publisher that tells of its own grants.
        """
        owners = self.by_nouns(deed)
        tree = self.reading.tree
        above = (i for i in (deed.index, *tree.ancestors(deed.index)) if tree.is_verb(i))
        verb = next(above, deed.index)
        signing = verb == deed.index or tree[verb].lemma in self.words.texts.signing
        subject = tree.subject(verb) if signing else None
        if owners or subject is None or tree.passive(verb):
            return owners
        signers = self.reading.referents.parties(subject)
        banks = tuple(p for p in signers if lends_money(p))
        if len(banks) == 1:
            return banks
        own = publisher(self.reading)
        return own if signers == own and self._is_granted(deed) else ()

    def _is_granted(self, deed: Deed) -> bool:
        """Whether what is signed is about a grant or loan: "grant contracts"."""
        tree, kinds = self.reading.tree, (Finance.GRANT, Finance.LOAN)
        below = (i for noun in deed.nouns for i in (noun, *tree.children(noun, "compound")))
        return any(self.words.money.get(tree[i].lemma) in kinds for i in below)

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

    def subject_gets(self, number: Number, deed: Deed) -> bool:
        """Whether the subject of a verb gets something: "receives", "negotiates a loan"."""
        if deed.sense is None:
            return False
        return deed.sense.receiver or self._borrows(number, deed) or bool(self._asked(deed))

    def _asked(self, deed: Deed) -> tuple[Party, ...]:
        """Whom a verb asks for a sum, who would give it: "asked Peru for 3 million"."""
        tree = self.reading.tree
        if not tree.is_verb(deed.index) or tree[deed.index].lemma not in self.words.nouns.asking:
            return ()
        if tree.passive(deed.index):
            doer = tree.subject(deed.index)
            known = () if doer is None else self._of_body(doer)
            return known or self.reading.referents.parties(doer)
        asked = [*tree.children(deed.index, "dobj"), *tree.after(deed.index, "to", "on")]
        told = distinct(p for i in asked for p in self.reading.referents.parties(i))
        subject = self.reading.referents.parties(tree.subject(deed.index))
        return tuple(p for p in told if not is_same_side(self.reading, p, subject))

    def _borrows(self, number: Number, deed: Deed) -> bool:
        """Whether a verb tells of seeking a loan, whose giver is "with" or "from" somebody."""
        tree, words = self.reading.tree, self.words
        if not tree.is_verb(deed.index) or tree[deed.index].lemma not in words.nouns.borrowing:
            return False
        sought = (number.head, *deed.nouns)
        kinds = {tree[i].lemma for i in sought}
        kinds |= {tree[b].lemma for i in sought for b in tree.children(i, "compound", "nmod")}
        lent = any(words.money.get(kind) is Finance.LOAN for kind in kinds)
        subject = tree.subject(deed.index)
        lender = None if subject is None else self.parties(subject)
        return lent and not any(lends_money(p) for p in lender or ())

    def after(
        self, index: int, words: Iterable[str], limit: int | None = None
    ) -> tuple[Party, ...]:
        """Parties after one of the prepositions right below a word."""
        tree = self.reading.tree
        below = tree.children(index, "prep", "dative")
        below = [i for i in below if limit is None or tree[i].start < limit]
        preps = (i for i in below if tree.lower(i) in words)
        heads = (h for i in preps for h in tree.children(i, "pobj"))
        return distinct(p for head in heads for p in self.parties(head))

    def named(self, head: int) -> tuple[Party, ...]:
        """Parties that a phrase means, companies and the like by their names in the text."""
        members = self.reading.tree.conjuncts(head)
        return self.parties(head) or distinct(
            p for i in members for p in named_in_text(self.reading, self.words, i)
        )

    def parties(self, head: int | None) -> tuple[Party, ...]:
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

    def _owners(self, head: int) -> tuple[Party, ...]:
        """Whose a sum is: "Norway's 50 million dollars"."""
        tree = self.reading.tree
        owners = (self._antecedent(i) for i in tree.children(head, "poss"))
        return distinct(p for i in owners for p in self.reading.referents.parties(i))

    def _antecedent(self, owner: int) -> int:
        """Whom "whose" takes up: "the bank, whose board approved a loan"."""
        tree = self.reading.tree
        if tree[owner].tag != "WP$":
            return owner
        clause = next((i for i in tree.ancestors(owner) if tree[i].dep == "relcl"), owner)
        return tree[clause].head

    def _of_noun(self, noun: int) -> tuple[Party, ...]:
        """Who a noun of giving belongs to: "Japan's loan", "a pledge from Peru", "an EU grant"."""
        if self.reading.tree[noun].lemma in self.words.nouns.talks:
            return self.after(noun, ("with",))
        return self._owners(noun) or self.after(noun, ("from", "by")) or self._whose_plan(noun)

    def _whose_plan(self, noun: int) -> tuple[Party, ...]:
        """Whose a plan is whose content follows: "the commitment of Peru to provide 3 million"."""
        content = any("to" in self.reading.tree.auxiliaries(i) for i in self._content(noun))
        return self.after(noun, ("of",)) if content else ()

    def _content(self, noun: int) -> list[int]:
        """The verbs that tell what a plan or pledge is."""
        graded = self.reading.tree[noun].lemma in self.words.graded
        return self.reading.tree.children(noun, "acl") if graded else []

    def _of_verb(self, verb: int) -> tuple[Party, ...]:
        """The doer of a verb; of an infinitive after a noun, whoever has the noun."""
        tree = self.reading.tree
        if tree.passive(verb):
            doer = tree.doers(verb)
            if doer is None:
                return self._with_money(verb)
            return self.reading.referents.parties(doer)
        held = self._held_plan(verb)
        if held:
            return held
        subject = tree.subject(verb)
        labelled = subject is not None and ":" in map(tree.lower, range(subject + 1, verb))
        if (subject is None or labelled) and (beside := self._right_before(verb)) is not None:
            return self.reading.referents.parties(beside)
        if subject is None:
            above = next(
                (i for i in tree.ancestors(verb) if tree[i].lemma in self.words.graded), None
            )
            return () if above is None else self._of_noun(above) or self._of_clause(above)
        return self._of_subject(verb, subject)

    def _with_money(self, verb: int) -> tuple[Party, ...]:
        """Whose money it is done with: "built with Japanese aid", "with a grant from Peru"."""
        given = [i for i in self.reading.tree.after(verb, "with") if self._is_money(i)]
        found = distinct(p for i in given for p in self._of_noun(i))
        return found or distinct(p for i in given for p in lending(self.reading, self.words, i))

    def _is_money(self, noun: int) -> bool:
        return self.reading.tree[noun].lemma in self.words.money

    def _held_plan(self, verb: int) -> tuple[Party, ...]:
        """Whose the plan is that a verb above has as its object, "praised the pledge of Peru to".

        The parser hangs what is pledged on the verb of praise as often as on the noun.
        """
        tree = self.reading.tree
        above = tree[verb].head
        if "to" not in tree.auxiliaries(verb) or not tree.is_verb(above) or above == verb:
            return ()
        plans = [i for i in tree.children(above, "dobj") if i < verb]
        told = [i for i in plans if tree[i].lemma in self.words.graded]
        return distinct(p for i in told for p in self._of_noun(i) or self.after(i, ("of",)))

    def _right_before(self, verb: int) -> int | None:
        """The party right before a verb, where the parser took its acronym for an adjective.

        Or the label of a line for the subject: "Clean water: UNICEF gave 5 million euros".
        """
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
        known = self._of_body(subject) or self._told_before(subject)
        known = known or self.reading.referents.parties(subject)
        owned = self.words.money.keys() | self.words.texts.proposals
        if not known and tree.lower(subject) in owned:
            known = self._owners(subject)
        return known or named_in_text(self.reading, self.words, subject)

    def _told_before(self, subject: int) -> tuple[Party, ...]:
        """The company that "it" or "they" takes up, where it opened the sentence before.

        No vocabulary knows it, and another party would be taken for the one that pays.
        """
        tree = self.reading.tree
        number = tree.sentence_number(subject)
        if tree.lower(subject) not in {"it", "they"} or not number:
            return ()
        before = range(*tree.analysis.sentences[number - 1])
        root = next((i for i in before if tree[i].head == i), before[0])
        opener = tree.subject(root) if tree.is_verb(root) else None
        if opener is None or self.parties(opener):
            return ()
        return self.named(opener)

    def _of_body(self, subject: int) -> tuple[Party, ...]:
        """The institution that a body belongs to: "the bank's board", "the IMF's Board"."""
        tree, parties = self.reading.tree, self.reading.parties
        if tree.lower(subject) not in self.words.texts.bodies or subject in parties:
            return ()
        owner = self._of_noun(subject) or self.after(subject, ("of",))
        below = (i for i in sorted(tree.below(subject)) if i in parties)
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
                with_plans = tree.lower(below) == "with" and tree[noun].lemma in self.words.graded
                if tree.passive(above) or not (tree[below].dep in _OBJECTS or with_plans):
                    return ()
                subject = tree.subject(above)
                known = self.reading.referents.parties(subject)
                if known or subject is None:
                    return known
                return named_in_text(self.reading, self.words, subject)
            below = above
        return ()

"""The steps that a text tells of documents: who did what to which, by verb, noun or state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from communique.claims.kinds.instrument.by_name import steps_of_name
from communique.claims.kinds.instrument.documents import FINITE, Documents
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.rules import Rules
from communique.claims.kinds.instrument.step import Step
from communique.claims.kinds.instrument.threads import Thread
from communique.claims.reading import Reading
from communique.model.terms import BINDING, InstrumentAction
from communique.vocab.claims.instruments import Instruments, StepWords

_BEFORE_DOCUMENT = frozenset({"of", "on", "for", "about", "over", "into", "under", "to", "towards"})
# What is only striven for, where verbs such as "conclude" and "reach" tell it.
_REACHED = frozenset({InstrumentAction.ADOPTED, InstrumentAction.SIGNED})
# Nouns that tell of a document "on" or "for" which they are, not only "of" it.
_ABOUT = frozenset(
    {"negotiation", "talk", "proposal", "discussion", "draft", "ceremony", "signatory"}
)
# Prepositions before a state: "in force", "under negotiation", "on the table".
_STATES = frozenset({"in", "under", "on"})
# Verbs that give their subject such a state.
_STANDING = frozenset({"be", "remain", "stay", "continue", "keep", "stand"})
_AWAITING = frozenset({"before", "until", "once", "if", "unless"})
_AHEAD = frozenset({"before", "pending", "advance", "ahead", "prior"})
# More words in capitals than these around one make a label of them.
_WORDS = 2


@dataclass(frozen=True)
class StepFinder:
    """Finds the steps of one document of the corpus."""

    reading: Reading
    words: Instruments
    threads: Sequence[Thread]

    @cached_property
    def documents(self) -> Documents:
        """What phrases mean."""
        return Documents(self.reading, self.threads, self.words.carriers)

    @cached_property
    def rules(self) -> Rules:
        """How steps are told."""
        return Rules(self.reading, self.words, self.documents)

    def steps(self) -> Iterator[Step]:
        """All steps, in text order."""
        tree = self.reading.tree
        for index in range(len(tree)) if self.threads else ():
            if self.reading.in_heading(index) or self._shouted(index):
                continue
            if tree.is_verb(index):
                yield from self._of_verb(index)
            elif tree[index].tag.startswith("NN"):
                yield from self._of_noun(index)
            elif tree.lower(index) in _STATES:
                yield from self._of_state(index)

    def _shouted(self, index: int) -> bool:
        """Whether a word stands in a label in capitals: "SECURING A TRADE DEAL: The ministers"."""
        tree = self.reading.tree
        first, last = tree.sentence(index)
        near = [tree[i].text for i in range(max(first, index - 2), min(index + 3, last))]
        return tree[index].text.isupper() and sum(w.isupper() and len(w) > 1 for w in near) > _WORDS

    # Verbs

    @cached_property
    def _verbs(self) -> frozenset[str]:
        """Verbs that any rule has: a cheap look before the parse is walked."""
        told = (
            word
            for rule in self.words.steps
            for words in (rule.done, rule.does, rule.through, rule.over, rule.alone)
            for word in words
        )
        return frozenset(word.split()[0] for word in told)

    def _of_verb(self, verb: int) -> Iterator[Step]:
        found = False
        if self.reading.tree[verb].lemma not in self._verbs or self._merely_awaited(verb):
            return
        for keys, field, head in self._arguments(verb):
            for thread, naming in self.documents.meant(head, verb):
                rule = self.rules.find(keys, field, thread, naming, verb)
                if rule is not None:
                    found = True
                    action = self._action(rule, verb)
                    yield Step(thread, naming, action, verb, self.rules.doers(verb))
        if not found:
            yield from self._alone(verb)

    def _action(self, rule: StepWords, verb: int) -> InstrumentAction:
        """The step that a rule tells; what is only striven for is still negotiated."""
        tree = self.reading.tree
        governor = tree[tree[self._first_of(verb)].head].lemma
        infinitive = "to" in tree.auxiliaries(self._first_of(verb)) and tree[verb].tag == "VB"
        reached = rule.action in _REACHED and not rule.named and not rule.plain
        striven = infinitive and governor in self.words.striving
        if reached and (striven or self._aim_of_talks(verb)):
            return InstrumentAction.NEGOTIATING
        return rule.action

    def _first_of(self, verb: int) -> int:
        """The first of several verbs that share what goes before: "efforts to meet and reach"."""
        tree = self.reading.tree
        while tree[verb].dep == "conj" and tree.is_verb(tree[verb].head):
            verb = tree[verb].head
        return verb

    def _aim_of_talks(self, verb: int) -> bool:
        """Whether talks are held for it: "talks aimed at concluding", "talks with the aim of"."""
        tree = self.reading.tree
        if tree[verb].tag not in {"VBG", "VB"} or tree[verb].dep not in {"pcomp", "acl", "xcomp"}:
            return False
        above = [tree[i].lemma for i in tree.ancestors(verb)]
        aimed = any(word in self.words.aims for word in above[:2])
        return aimed and any(
            tree[i].lemma in self.words.talks for i in range(tree.sentence(verb).first, verb)
        )

    def _merely_awaited(self, verb: int) -> bool:
        """Whether a clause only tells until when: "before it can take effect"."""
        tree = self.reading.tree
        marks = {tree.lower(i) for i in tree.children(verb, "mark", "advmod")}
        if tree[verb].dep in {"pcomp", "acl"} and tree[verb].tag == "VBG":
            # "In advance of the treaty entering into force".
            above = takewhile(lambda i: not tree.is_verb(i), tree.ancestors(verb))
            marks |= {tree.lower(i) for i in islice(above, _WORDS + 2)} & _AHEAD
        return bool(marks & (_AWAITING | _AHEAD)) and tree[verb].tag != "VBD"

    def _arguments(self, verb: int) -> Iterator[tuple[set[str], str, int]]:
        """Phrases that a verb may tell a step of: with the words to look up, and where."""
        tree = self.reading.tree
        undergoer = self.documents.undergoer(verb)
        if undergoer is not None:
            yield self._keys(verb), "done", undergoer
            if tree[verb].dep == "acl" and tree[verb].tag == "VBN":
                # "The accord, lapsed in March" is how the parse may read a verb without object.
                yield self._keys(verb), "does", undergoer
        subject = tree.subject(verb)
        if subject is not None and not tree.passive(verb):
            yield self._intransitive(verb), "does", subject
        for preposition in tree.children(verb, "prep", "prt", "dative", "agent"):
            yield from self._through(verb, preposition)
        for noun in tree.children(verb, "dobj", "nsubjpass", "attr"):
            keys = {f"{tree[verb].lemma} {tree[noun].lemma}"}
            for preposition in (*tree.children(noun, "prep"), *tree.children(verb, "prep")):
                for head in tree.children(preposition, "pobj"):
                    yield keys, "over", head
        yield from self._terms(verb)
        yield from self._close(verb)

    def _close(self, verb: int) -> Iterator[tuple[set[str], str, int]]:
        """The document after a word of the verb: "are close to a deal", "inched closer to it"."""
        tree = self.reading.tree
        for word in tree.children(verb, "acomp", "advmod"):
            for head in tree.after(word, "to"):
                yield {f"{tree[verb].lemma} {tree.lower(word)} to"}, "through", head

    def _terms(self, verb: int) -> Iterator[tuple[set[str], str, int]]:
        """The document on the noun of a verb: "agreed on the terms of a memorandum"."""
        tree = self.reading.tree
        for noun in tree.after(verb):
            keys = {f"{tree[verb].lemma} {tree[noun].lemma}"}
            for head in tree.after(noun, "of"):
                yield keys, "over", head

    def _through(self, verb: int, preposition: int) -> Iterator[tuple[set[str], str, int]]:
        tree = self.reading.tree
        plain = f"{tree[verb].lemma} {tree.lower(preposition)}"
        particles = [tree.lower(i) for i in tree.children(verb, "prt", "advmod")]
        keys = {plain, *(f"{tree[verb].lemma} {p} {tree.lower(preposition)}" for p in particles)}
        for head in tree.children(preposition, "pobj"):
            yield keys, "through", self.documents.antecedent(verb, head)
        for inner in tree.children(preposition, "prep"):
            for head in tree.children(inner, "pobj"):
                yield {f"{plain} {tree.lower(inner)}"}, "through", head

    def _keys(self, verb: int) -> set[str]:
        """The verb alone and with each word that may complete it."""
        tree = self.reading.tree
        keys = {tree[verb].lemma}
        for child in tree.children(verb, "prt", "acomp", "dobj", "attr", "oprd", "advmod"):
            keys |= {f"{tree[verb].lemma} {w}" for w in (tree.lower(child), tree[child].lemma)}
        for head in tree.after(verb):
            keys.add(f"{tree[verb].lemma} {tree[head].lemma}")
        for preposition in tree.children(verb, "prep"):
            keys.add(f"{tree[verb].lemma} {tree.lower(preposition)}")
            for word in tree.children(preposition, "amod"):
                keys.add(f"{tree[verb].lemma} {tree.lower(word)}")
        return keys

    def _intransitive(self, verb: int) -> set[str]:
        """The same without what the verb is by itself, where it has an object.

        "The agreement will break down trade barriers", "the deal ended years of dispute".
        """
        tree, keys = self.reading.tree, self._keys(verb)
        objects = [i for i in tree.children(verb, "dobj") if i not in self.reading.times]
        if not objects:
            return keys
        alone = {tree[verb].lemma} | {
            f"{tree[verb].lemma} {tree.lower(i)}" for i in tree.children(verb, "prt")
        }
        return keys - alone

    # Nouns and states

    def _of_noun(self, noun: int) -> Iterator[Step]:
        tree = self.reading.tree
        lemma = tree[noun].lemma
        if lemma == "ceremony" and tree.lower(noun - 1) == "signing":
            lemma = "signing"
        rules = [r for r in self.words.steps if lemma in r.nouns or lemma in r.alone]
        if tree[noun].text.istitle() and noun != tree.sentence(noun).first:
            # "The Exchange of Seeds Agreement": part of a name.
            rules = []
        if noun in self.documents.of_head:
            yield from steps_of_name(self.reading, *self.documents.of_head[noun], self.words)
        if not rules or noun in self.documents.of_head:
            return
        if lemma in _ABOUT and self._ends(noun):
            yield from self._brought_home(noun)
            return
        if lemma == "entry" and tree.lower(noun + 2) not in {"force", "effect"}:
            return
        found = False
        for thread, naming in self._noun_documents(noun):
            rule = self.rules.find({lemma}, "nouns", thread, naming, noun)
            if rule is not None:
                found = True
                yield Step(thread, naming, rule.action, noun, self._noun_doers(noun))
        if not found:
            yield from self._alone(noun)

    def _ends(self, talks: int) -> bool:
        """Whether talks came to an end, and not merely a round of them."""
        tree = self.reading.tree
        above = self._above(talks)
        ended = tree[tree.clause_head(talks)].lemma in self.words.ending
        return tree[above].lemma in self.words.closing or (ended and tree[above].lemma != "round")

    def _above(self, noun: int) -> int:
        """The noun or verb that a phrase hangs on, past its preposition."""
        tree = self.reading.tree
        return tree[tree[noun].head].head if tree[noun].dep == "pobj" else noun

    def _brought_home(self, talks: int) -> Iterator[Step]:
        """What talks came to: "they welcomed the completion of negotiations on the Reef Treaty"."""
        tree = self.reading.tree
        above = self._above(talks)
        closed = tree[above].lemma in self.words.closing
        for thread, naming in self._noun_documents(talks) if closed else ():
            if thread.type in BINDING and not thread.fullest.plain:
                yield Step(thread, naming, InstrumentAction.ADOPTED, above, self._holder(talks))

    def _noun_documents(self, noun: int) -> Iterator[tuple[Thread, Naming | None]]:
        tree = self.reading.tree
        for child in tree.children(noun, "compound", "nmod"):
            if child in self.documents.of_head:
                yield self.documents.of_head[child]
        heads = tree.after(noun, *self._before_document(tree[noun].lemma))
        if not heads and noun + 1 in self.reading.times and tree.lower(noun + 2) == "of":
            # "The signing today of the treaty": the parse hangs the treaty on the day.
            heads = tree.children(noun + 2, "pobj")
        # "Talks on the Protocol to the Treaty": the parse may hang the treaty on the talks, too.
        heads = [h for n, h in enumerate(heads) if not n or tree.lower(tree[h].head) != "to"]
        for inner in tree.after(noun, "into"):
            heads.extend(tree.after(inner, "of"))
        for head in heads:
            yield from self.documents.meant(head, noun)

    def _before_document(self, lemma: str) -> frozenset[str]:
        """Prepositions between a noun and the document whose step it tells."""
        if lemma in {"work", "progress"}:
            return frozenset({"on", "toward", "towards"})
        if lemma in {"withdrawal", "exit"}:
            return frozenset({"from"})
        return _BEFORE_DOCUMENT if lemma in _ABOUT else frozenset({"of"})

    def _noun_doers(self, noun: int) -> int | None:
        tree = self.reading.tree
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        by = tree.after(noun, "by", "between")
        return by[0] if by else self._holder(noun)

    def _holder(self, noun: int) -> int | None:
        """Who holds talks or deposits a ratification: the subject of the verb above the noun."""
        tree = self.reading.tree
        verb = tree.clause_head(noun)
        if not tree.is_verb(verb) or tree[noun].dep not in {"dobj", "pobj", "nsubjpass"}:
            return None
        subject = tree.doers(verb) if tree.passive(verb) else tree.subject(verb)
        return None if subject is None or subject in self.documents.of_head else subject

    def _alone(self, index: int) -> Iterator[Step]:
        """A step without its document: "the signing took place", "parliament has yet to ratify"."""
        tree = self.reading.tree
        lemma = tree[index].lemma
        rule = next((r for r in self.words.steps if lemma in r.alone), None)
        if rule is None and tree.is_verb(index):
            rule = self._blessing(index)
        elif rule is not None and tree.is_verb(index):
            objects = tree.children(index, "dobj", "ccomp", "prt", "nsubjpass", "auxpass", "xcomp")
            if objects or self.documents.undergoer(index) is not None:
                return
        elif rule is not None:
            words = {tree.lower(i) for i in tree.children(index, "det", "poss")}
            if not words & {"the", "its", "their"} or tree.after(index, "of"):
                yield from self._awaited(rule, index)
                return
        thread = self.documents.last_before(index) if rule is not None else None
        if rule is not None and thread is not None and self.rules.fits(rule, thread, index):
            yield Step(
                thread, None, rule.action, index, tree.doers(index) if tree.is_verb(index) else None
            )

    def _blessing(self, verb: int) -> StepWords | None:
        """A step whose document went before: "The senate gave its consent"."""
        tree = self.reading.tree
        keys = {f"{tree[verb].lemma} {tree[i].lemma}" for i in tree.children(verb, "dobj")}
        for rule in self.words.steps:
            if rule.by and not keys.isdisjoint(rule.over) and self.rules.acted_by(verb, rule.by):
                return rule
        return None

    def _awaited(self, rule: StepWords, noun: int) -> Iterator[Step]:
        """What is yet to be done: "The treaty is subject to ratification"."""
        tree = self.reading.tree
        verb = tree.clause_head(noun)
        if not tree.is_verb(verb) or tree.children(noun, "det", "poss"):
            return
        subject = tree.undergoer(verb) if tree.passive(verb) else tree.subject(verb)
        if subject is None or subject > noun:
            return
        for thread, naming in self.documents.meant(subject, verb):
            if self.rules.fits(rule, thread, noun):
                yield Step(thread, naming, rule.action, noun, awaited=True)

    def _of_state(self, preposition: int) -> Iterator[Step]:
        """A state after the document, without a verb: "in force since May"."""
        tree = self.reading.tree
        noun = tree.child(preposition, "pobj")
        if noun is None:
            return
        before = tree.lower(preposition)
        keys = {f"{before} {tree[noun].lemma}", f"{before} {tree.lower(noun)}"}
        rule = next((r for r in self.words.steps if not keys.isdisjoint(r.states)), None)
        governor = tree[preposition].head
        if rule is None or (tree.is_verb(governor) and self._told_by_verb(governor)):
            return
        if tree.is_verb(governor) and tree[governor].lemma in _STANDING:
            # "A deal is in the works"; of "the emergency is to continue in effect" it is no state.
            yield from self._predicated(rule, governor)
            return
        first = tree.sentence(preposition).first
        heads = [h for h in self.documents.of_head if first <= h < preposition]
        if rule.action is not InstrumentAction.IN_FORCE:
            heads = [h for h in heads if h == governor]
        if heads:
            thread, naming = self.documents.of_head[max(heads)]
            yield Step(thread, naming, rule.action, noun)
        elif rule.action is InstrumentAction.IN_FORCE:
            yield from self._item_in_force(preposition, noun)

    def _item_in_force(self, preposition: int, noun: int) -> Iterator[Step]:
        """The state of the document named last, in a line without a verb: "In force since May"."""
        tree = self.reading.tree
        if not any(tree[i].tag in FINITE for i in range(*tree.sentence(preposition))):
            last = self.documents.last_before(preposition)
            if last is not None:
                yield Step(last, None, InstrumentAction.IN_FORCE, noun)

    def _predicated(self, rule: StepWords, verb: int) -> Iterator[Step]:
        """A state that a verb gives its subject: "a wheeling agreement is in the works"."""
        subject = self.reading.tree.subject(verb)
        if subject is None or self._merely_awaited(verb):
            return
        for thread, naming in self.documents.meant(subject, verb):
            if self.rules.fits(rule, thread, verb):
                yield Step(thread, naming, rule.action, verb)

    def _told_by_verb(self, verb: int) -> bool:
        keys = self._keys(verb)
        return any(not keys.isdisjoint(r.does | r.done) for r in self.words.steps)

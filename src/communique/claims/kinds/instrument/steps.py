"""The steps that a text tells of documents: who did what to which, by verb, noun or state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.kinds.instrument.names import Naming
from communique.claims.kinds.instrument.threads import BINDING, Thread
from communique.claims.reading import Reading
from communique.model.mention import TimeMention
from communique.model.terms import InstrumentAction, InstrumentType
from communique.vocab.claims.instruments import Instruments, StepWords

_PRONOUNS = frozenset({"it", "which", "this", "that", "latter"})
# Only these steps are told of nothing but documents, so that "it" must be one.
_TELLING = frozenset(
    {
        InstrumentAction.SIGNED,
        InstrumentAction.INITIALLED,
        InstrumentAction.RATIFIED,
        InstrumentAction.IN_FORCE,
        InstrumentAction.NEGOTIATING,
    }
)
_BEFORE_DOCUMENT = frozenset({"of", "on", "for", "about", "over", "into", "under", "to", "towards"})
# Nouns that tell of a document "on" or "for" which they are, not only "of" it.
_ABOUT = frozenset({"negotiation", "talk", "proposal", "discussion", "draft"})
_AWAITING = frozenset({"before", "until", "once", "if", "unless"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 9
# Words between two members of a list of documents.
_BETWEEN = frozenset({",", "and", "as", "well", "also", "the", "a", "an", "or", "plus", ";"})
# Sentences that "it" and "the signing" look back.
_NEAR = 2
# Items of a list look back further: "- Islandia: in force since May".
_LISTED = 9


def _lasting(thread: Thread) -> bool:
    """Whether a document is one that is signed, ratified and enters into force."""
    return thread.type in BINDING and not thread.fullest.plural


def _is_day(time: TimeMention) -> bool:
    return time.type == "DATE" and time.first is not None and time.first == time.last


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one document, told in one place.

    Attributes:
        thread: The document.
        naming: The place that names it here; None where a pronoun or nothing does.
        action: The step.
        anchor: The verb or noun that tells it.
        doers: Head of the phrase for who takes it; None where it is not told.
    """

    thread: Thread
    naming: Naming | None
    action: InstrumentAction
    anchor: int
    doers: int | None = None


@dataclass(frozen=True)
class StepFinder:
    """Finds the steps of one document of the corpus."""

    reading: Reading
    words: Instruments
    threads: Sequence[Thread]

    @cached_property
    def _of_head(self) -> Mapping[int, tuple[Thread, Naming]]:
        return {n.head: (t, n) for t in self.threads for n in t.namings}

    @cached_property
    def _covering(self) -> Mapping[int, int]:
        """For each word of a name, its noun; the longest name where several share the word."""
        found: dict[int, int] = {}
        by_length = sorted(self._of_head.items(), key=lambda item: len(item[1][1].tokens))
        for head, (_, naming) in by_length:
            found.update(dict.fromkeys(naming.tokens, head))
        return found

    def steps(self) -> Iterator[Step]:
        """All steps, in text order."""
        tree = self.reading.tree
        for index in range(len(tree)):
            if self.reading.in_heading(index):
                continue
            if tree.is_verb(index):
                yield from self._of_verb(index)
            elif tree[index].tag.startswith("NN"):
                yield from self._of_noun(index)
            elif tree.lower(index) in {"in", "under"}:
                yield from self._of_state(index)

    # Verbs

    def _of_verb(self, verb: int) -> Iterator[Step]:
        found = False
        if self._merely_awaited(verb):
            return
        for keys, field, head in self._arguments(verb):
            for thread, naming in self._documents(head, verb):
                rule = self._rule(keys, field, thread, naming, verb)
                if rule is not None:
                    found = True
                    action = self._action(rule, verb)
                    yield Step(thread, naming, action, verb, self._doers(verb))
        if not found:
            yield from self._alone(verb)

    def _action(self, rule: StepWords, verb: int) -> InstrumentAction:
        """The step that a rule tells; what is only striven for is still negotiated."""
        tree = self.reading.tree
        governor = tree[tree[verb].head].lemma
        infinitive = tree[verb].tag == "VB" and "to" in tree.auxiliaries(verb)
        reached = rule.action is InstrumentAction.ADOPTED and not rule.named
        if infinitive and reached and governor in self.words.striving:
            return InstrumentAction.NEGOTIATING
        return rule.action

    def _merely_awaited(self, verb: int) -> bool:
        """Whether a clause only tells until when: "before it can take effect"."""
        tree = self.reading.tree
        marks = {tree.lower(i) for i in tree.children(verb, "mark", "advmod")}
        return bool(marks & _AWAITING) and tree[verb].tag != "VBD"

    def _arguments(self, verb: int) -> Iterator[tuple[set[str], str, int]]:
        """Phrases that a verb may tell a step of: with the words to look up, and where."""
        tree = self.reading.tree
        undergoer = self._undergoer(verb)
        if undergoer is not None:
            yield self._keys(verb), "done", undergoer
        subject = tree.subject(verb)
        if subject is not None and not tree.passive(verb):
            yield self._keys(verb), "does", subject
        for preposition in tree.children(verb, "prep", "prt", "dative", "agent"):
            yield from self._through(verb, preposition)
        for noun in tree.children(verb, "dobj", "nsubjpass"):
            keys = {f"{tree[verb].lemma} {tree[noun].lemma}"}
            for preposition in (*tree.children(noun, "prep"), *tree.children(verb, "prep")):
                for head in tree.children(preposition, "pobj"):
                    yield keys, "over", head
        yield from self._terms(verb)

    def _terms(self, verb: int) -> Iterator[tuple[set[str], str, int]]:
        """"Agreed on the terms of a memorandum": the document hangs on the noun."""
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
            yield keys, "through", head
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
            for word in tree.children(preposition, "amod"):
                keys.add(f"{tree[verb].lemma} {tree.lower(word)}")
        return keys

    def _undergoer(self, verb: int) -> int | None:
        """What a verb is done to; the document before the comma for a participle after it."""
        tree = self.reading.tree
        found = self._antecedent(verb, tree.undergoer(verb))
        if tree[verb].tag in {"VBN", "VBD"} and tree.child(verb, "nsubj", "dobj") is None:
            before = self._ending_at(verb - 1) or self._ending_at(verb - 2)
            if before is not None and (found is None or found not in self._of_head):
                return before
        if found is None or (found < verb and found not in self._covering):
            nearby = self._nearby(verb)
            if nearby is not None and (found is None or nearby not in tree.extent(found)):
                return nearby
        return found

    def _nearby(self, verb: int) -> int | None:
        """The document next to a verb that the parser gave no fitting object.

        Before it: "a roadmap comprising 79 points, was adopted", "the treaty, which the ministers
        signed"; after it: "signed in Paris the treaty on rivers".
        """
        tree = self.reading.tree
        first, last = tree.sentence(verb)
        if tree.passive(verb) or tree[verb].dep == "relcl":
            for index in range(verb - 1, first - 1, -1):
                if index in self._of_head and index in self._closing:
                    return index
                if tree[index].tag in _FINITE and tree[index].dep not in {"aux", "auxpass"}:
                    return None
            return None
        if tree.child(verb, "dobj", "ccomp", "xcomp") is not None:
            return None
        for index in range(verb + 1, min(verb + _REACH, last)):
            if index in self._starting:
                before = index - 1 - (tree.lower(index - 1) in {"the", "a", "an"})
                return None if tree[before].tag in {"IN", "TO"} else self._starting[index]
            if tree.is_verb(index) or tree.lower(index) in {",", "and", "with", "under", "of"}:
                return None
        return None

    @cached_property
    def _closing(self) -> frozenset[int]:
        """Nouns of documents that no verb has as object or subject already."""
        tree = self.reading.tree
        return frozenset(h for h in self._of_head if tree[h].dep not in {"dobj", "nsubj"})

    def _antecedent(self, verb: int, found: int | None) -> int | None:
        """The noun before a clause whose "which" is the object: "a code which they hope to adopt"."""
        tree = self.reading.tree
        if found is None or tree.lower(found) not in {"which", "that"}:
            return found
        for above in (verb, *tree.ancestors(verb)):
            if tree[above].dep == "relcl":
                return tree[above].head
        return self._ending_at(found - 1) or found

    def _ending_at(self, last: int) -> int | None:
        """The head of the naming whose last word is at `last`."""
        tree = self.reading.tree
        if tree.lower(last) == ",":
            last -= 1
        for head, (_, naming) in self._of_head.items():
            if naming.tokens[-1] == last and tree.sentence_number(head) == (
                tree.sentence_number(last)
            ):
                return head
        return None

    def _doers(self, verb: int) -> int | None:
        tree = self.reading.tree
        doers = tree.doers(verb)
        if doers is None and not tree.passive(verb):
            return tree.subject(verb)
        return None if doers in self._of_head else doers

    # What is meant

    def _documents(self, head: int, verb: int) -> Iterator[tuple[Thread, Naming | None]]:
        """The documents that a phrase means, all members of a list."""
        tree = self.reading.tree
        if tree.lower(head) in _PRONOUNS:
            last = self._last_before(verb)
            if last is not None:
                yield last, None
            return
        if head not in self._of_head and head < verb and tree[verb].dep in {"relcl", "acl"}:
            head = self._covering.get(head, head)
        seen: set[int] = set()
        for member in self._members(head):
            if member in self._of_head and member not in seen:
                seen.add(member)
                yield self._of_head[member]
            elif tree[member].lemma in self.words.carriers:
                for below in tree.after(member, "of", "on", "for"):
                    for part in tree.conjuncts(below):
                        if part in self._of_head:
                            yield self._of_head[part]
            for apposed in tree.children(member, "appos"):
                if member not in self._of_head or self._of_head[member][1].plain:
                    yield from (
                        self._of_head[i] for i in tree.conjuncts(apposed) if i in self._of_head
                    )

    def _members(self, head: int) -> list[int]:
        """The members of a list, also those that the parser took for something else."""
        members = self.reading.tree.conjuncts(head)
        for member in members:
            follower = self._follower(member)
            if follower is not None and follower not in members:
                members.append(follower)
        return members

    def _follower(self, head: int) -> int | None:
        """The document that is named next with nothing but "and the" between."""
        if head not in self._of_head:
            return None
        tree, last = self.reading.tree, self._of_head[head][1].tokens[-1]
        for index in range(last + 1, tree.sentence(head).last):
            if index in self._starting:
                return self._starting[index] if index > last + 1 else None
            if tree.lower(index) not in _BETWEEN:
                return None
        return None

    @cached_property
    def _starting(self) -> Mapping[int, int]:
        return {naming.tokens[0]: head for head, (_, naming) in self._of_head.items()}

    def _last_before(self, index: int) -> Thread | None:
        """The document named last before a token, not too far."""
        tree = self.reading.tree
        number = tree.sentence_number(index)
        sentence = range(*tree.sentence(index))
        reach = _NEAR if any(tree[i].tag in _FINITE for i in sentence) else _LISTED
        heads = [h for h, (t, _) in self._of_head.items() if h < index and _lasting(t)]
        if not heads:
            return None
        last = max(heads)
        near = number - tree.sentence_number(last) <= reach
        return self._of_head[last][0] if near else None

    # Rules

    def _rule(
        self, keys: set[str], field: str, thread: Thread, naming: Naming | None, anchor: int
    ) -> StepWords | None:
        for rule in self.words.steps:
            if keys.isdisjoint(getattr(rule, field)) or not self._fits(rule, thread, anchor):
                continue
            if naming is None and rule.action not in _TELLING:
                continue
            if rule.finished and self.reading.tree[anchor].tag not in {"VBD", "VBN"}:
                continue
            if rule.named and not self._has_name(thread):
                continue
            if not rule.plain and thread.fullest.plain:
                continue
            return rule
        return None

    def _has_name(self, thread: Thread) -> bool:
        """Whether a document can be told from all others: by a name, or by its sides."""
        if thread.fullest.named:
            return True
        after = {self.reading.tree.lower(i) for n in thread.namings for i in n.tokens}
        return thread.type in BINDING and bool(after & {"between", "with"})

    def _fits(self, rule: StepWords, thread: Thread, anchor: int) -> bool:
        kind = thread.type or InstrumentType.AGREEMENT
        if kind is InstrumentType.FRAMEWORK and thread.fullest.noun in self.words.signed_as:
            kind = InstrumentType.AGREEMENT if not rule.named else kind
        if kind not in rule.types:
            return False
        return not rule.by or self._acted_by(anchor, rule.by)

    def _acted_by(self, anchor: int, bodies: frozenset[str]) -> bool:
        tree = self.reading.tree
        doers = self._doers(anchor) if tree.is_verb(anchor) else None
        if doers is None:
            heads = tree.after(anchor, "by", "of")
        else:
            heads = [doers]
        words = {tree.lower(i) for h in heads for i in tree.below(h)}
        words |= {tree[i].lemma for h in heads for i in tree.below(h)}
        return not words.isdisjoint(bodies)

    # Nouns and states

    def _of_noun(self, noun: int) -> Iterator[Step]:
        tree = self.reading.tree
        lemma = tree[noun].lemma
        rules = [r for r in self.words.steps if lemma in r.nouns or lemma in r.alone]
        if noun in self._of_head:
            yield from self._dated(noun)
        if not rules or noun in self._of_head:
            return
        if lemma in _ABOUT and tree[tree.clause_head(noun)].lemma in self.words.ending:
            return
        if lemma == "entry" and tree.lower(noun + 2) not in {"force", "effect"}:
            return
        found = False
        for thread, naming in self._noun_documents(noun):
            rule = self._rule({lemma}, "nouns", thread, naming, noun)
            if rule is not None:
                found = True
                yield Step(thread, naming, rule.action, noun, self._noun_doers(noun))
        if not found:
            yield from self._alone(noun)

    def _noun_documents(self, noun: int) -> Iterator[tuple[Thread, Naming | None]]:
        tree = self.reading.tree
        for child in tree.children(noun, "compound", "nmod"):
            if child in self._of_head:
                yield self._of_head[child]
        loose = tree[noun].lemma in _ABOUT
        heads = tree.after(noun, *(_BEFORE_DOCUMENT if loose else ("of",)))
        for inner in tree.after(noun, "into"):
            heads.extend(tree.after(inner, "of"))
        for head in heads:
            yield from self._documents(head, noun)

    def _dated(self, head: int) -> Iterator[Step]:
        """A date in the name is that of the signing or adoption: "the treaty of 5 November"."""
        reading, tree = self.reading, self.reading.tree
        thread, naming = self._of_head[head]
        last = naming.tokens[-1]
        time = reading.times.get(last + 2)
        if tree.lower(last + 1) in {"of", "dated"} and time is not None and _is_day(time):
            signed = thread.type in BINDING
            action = InstrumentAction.SIGNED if signed else InstrumentAction.ADOPTED
            yield Step(thread, naming, action, head)

    def _noun_doers(self, noun: int) -> int | None:
        tree = self.reading.tree
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        by = tree.after(noun, "by", "between")
        return by[0] if by else None

    def _alone(self, index: int) -> Iterator[Step]:
        """A step without its document: "the signing took place", "parliament has yet to ratify"."""
        tree = self.reading.tree
        lemma = tree[index].lemma
        rule = next((r for r in self.words.steps if lemma in r.alone), None)
        if rule is None and tree.is_verb(index):
            rule = self._blessing(index)
        elif rule is not None and tree.is_verb(index):
            objects = tree.children(index, "dobj", "ccomp", "prt", "nsubjpass", "auxpass", "xcomp")
            if objects or self._undergoer(index) is not None:
                return
        elif rule is not None:
            words = {tree.lower(i) for i in tree.children(index, "det", "poss")}
            if not words & {"the", "its", "their"} or tree.after(index, "of"):
                yield from self._awaited(rule, index)
                return
        thread = self._last_before(index) if rule is not None else None
        if rule is not None and thread is not None and self._fits(rule, thread, index):
            yield Step(thread, None, rule.action, index, self._alone_doers(index))

    def _blessing(self, verb: int) -> StepWords | None:
        """ "The senate gave its consent": a step whose document went before."""
        tree = self.reading.tree
        keys = {f"{tree[verb].lemma} {tree[i].lemma}" for i in tree.children(verb, "dobj")}
        for rule in self.words.steps:
            if rule.by and not keys.isdisjoint(rule.over) and self._acted_by(verb, rule.by):
                return rule
        return None

    def _awaited(self, rule: StepWords, noun: int) -> Iterator[Step]:
        """ "The treaty is subject to ratification", "will be submitted for ratification"."""
        tree = self.reading.tree
        verb = tree.clause_head(noun)
        if not tree.is_verb(verb) or tree.children(noun, "det", "poss"):
            return
        subject = tree.undergoer(verb) if tree.passive(verb) else tree.subject(verb)
        if subject is None or subject > noun:
            return
        for thread, naming in self._documents(subject, verb):
            if self._fits(rule, thread, noun):
                yield Step(thread, naming, rule.action, noun)

    def _alone_doers(self, index: int) -> int | None:
        tree = self.reading.tree
        return tree.doers(index) if tree.is_verb(index) else None

    def _of_state(self, preposition: int) -> Iterator[Step]:
        """"In force since May" after the document, without a verb."""
        tree = self.reading.tree
        noun = tree.child(preposition, "pobj")
        if noun is None:
            return
        key = f"{tree.lower(preposition)} {tree[noun].lemma}"
        rule = next((r for r in self.words.steps if key in r.states), None)
        governor = tree[preposition].head
        if rule is None or (tree.is_verb(governor) and self._told_by_verb(governor)):
            return
        first = tree.sentence(preposition).first
        heads = [h for h in self._of_head if first <= h < preposition]
        if heads:
            thread, naming = self._of_head[max(heads)]
            yield Step(thread, naming, rule.action, noun)
        elif not any(tree[i].tag in _FINITE for i in range(*tree.sentence(preposition))):
            last = self._last_before(preposition)
            if last is not None:
                yield Step(last, None, rule.action, noun)

    def _told_by_verb(self, verb: int) -> bool:
        keys = self._keys(verb)
        return any(not keys.isdisjoint(r.does | r.done) for r in self.words.steps)



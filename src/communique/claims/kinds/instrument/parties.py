"""Whose a document is: its signatories, and the parties that its name tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from communique.claims.authors import in_text, posted, publisher, titled
from communique.claims.kinds.instrument.documents import FINITE
from communique.claims.kinds.instrument.naming import Naming
from communique.claims.kinds.instrument.step import Step
from communique.claims.kinds.instrument.threads import Thread
from communique.claims.reading import Reading
from communique.claims.referents import distinct
from communique.model.claim import Party
from communique.model.mention import PartyMention
from communique.model.terms import BINDING, InstrumentAction, InstrumentType
from communique.vocab.claims.instruments import Instruments
from communique.vocab.words import words_of

_SIDES = frozenset({"between", "with", "among"})
# Types that one body makes by itself.
_OWN = frozenset(
    {
        InstrumentType.STRATEGY,
        InstrumentType.PROGRAMME,
        InstrumentType.FRAMEWORK,
        InstrumentType.RESOLUTION,
        InstrumentType.REPORT,
        InstrumentType.STATEMENT,
        InstrumentType.DECLARATION,
        InstrumentType.CONVENTION,
    }
)
# What is made by a body, not by the sides that a text has named before.
_OF_A_BODY = frozenset({InstrumentType.RESOLUTION, InstrumentType.REPORT})
_WITH = frozenset({"with", "between", "alongside"})
_OTHER_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "conj"})
# A programme for a continent is not the continent's.
_WIDE = frozenset(
    {"Africa", "Americas", "Asia", "Europe", "Pacific", "Latin America", "Indo-Pacific"}
    | {"Asia-Pacific", "Middle East", "Sub-Saharan Africa", "Sahel", "Arctic", "Horn of Africa"}
)
# What is done by persons for their sides.
_BY_HAND = frozenset({InstrumentAction.SIGNED, InstrumentAction.INITIALLED})
# Who brokers a deal is no party to it, nor is who greets that of others.
_BROKERING = frozenset({"broker", "mediate"})
_HELPING = re.compile(r"[-‐‑–](?:brokered|mediated|backed|facilitated|sponsored|supported)\b")
_JOINING = frozenset({"join", "joining"})
_GREETING = frozenset(
    {"welcome", "hail", "applaud", "discuss", "review", "address", "note", "support", "urge"}
)
# More parties than this in one sentence are hardly those of one document.
_MOST = 3
# Namings that make two parties the pair that a text is about.
_OFTEN = 3
_PAIR = 2
# What two sides make for themselves.
_OF_TWO = BINDING | {
    InstrumentType.FRAMEWORK,
    InstrumentType.DECLARATION,
    InstrumentType.STATEMENT,
    InstrumentType.ROADMAP,
}
_BOTH = frozenset({"our", "bilateral", "their", "mutual"})
_FOR = frozenset({"for", "of", "toward", "towards", "in"})


def _contains(longer: PartyMention, shorter: PartyMention) -> bool:
    if longer.end - longer.start <= shorter.end - shorter.start:
        return False
    return longer.start <= shorter.start and shorter.end <= longer.end


def _is_side(mention: PartyMention) -> bool:
    """Whether a party in a name is one of the document's: not the town, not the continent of it.

    The Geneva Convention is not Switzerland's, an African Plan not that of all Africa.
    """
    return not mention.metonym and (mention.code is not None or mention.text == mention.name)


@dataclass(frozen=True)
class PartyFinder:
    """Tells the parties of the documents that one text names."""

    reading: Reading
    words: Instruments

    @cached_property
    def _mentions(self) -> tuple[PartyMention, ...]:
        """Those that are no part of a longer name."""
        found = self.reading.mentions(PartyMention)
        return tuple(m for m in found if not any(_contains(o, m) for o in found))

    def of(self, thread: Thread, steps: Sequence[Step], step: Step | None) -> tuple[Party, ...]:
        """The parties of a document, from the place that tells of it before all other places.

        Args:
            thread: The document.
            steps: All that is told of it.
            step: The step in question; None where the document is only named.
        """
        here = step.naming if step is not None else None
        named = distinct(self._named(here)) if here is not None else ()
        ratifies = step is not None and step.action is InstrumentAction.RATIFIED
        acting = distinct(self._acting(step)) if step is not None and not ratifies else ()
        whole = len(named) > 1 and not (here is not None and self._other_sides_only(here))
        found = named if whole else distinct((*named, *acting))
        if len(found) < 2:
            told = self._named if step is None else self._in_name
            elsewhere = (p for naming in thread.namings for p in told(naming))
            found = distinct((*found, *elsewhere))
        if len(found) < 2 and not acting:
            others = (s for s in steps if s.action is not InstrumentAction.RATIFIED)
            found = distinct((*found, *(p for s in others for p in self._acting(s))))
        if len(found) < 2 and ratifies and step is not None:
            found = distinct((*found, *self._acting(step)))
        if len(found) < 2 and step is not None and not self._joins(step):
            found = distinct((*found, *self._joint(thread, step, found)))
        elif set(found) <= set(shared := self._shared(thread)):
            found = shared or found
        return tuple(party for party in found if party.name not in self._itself(thread))

    def _joins(self, step: Step) -> bool:
        """Whether one more party comes to a document of others."""
        return self.reading.tree[step.anchor].lemma in _JOINING

    def _itself(self, thread: Thread) -> set[str]:
        """The document's own name, where it is also known as a party."""
        starts = [self.reading.tree[naming.head].start for naming in thread.namings]
        return {m.name for m in self._mentions if any(m.start <= s < m.end for s in starts)}

    def _named(self, naming: Naming) -> Iterator[Party]:
        """The parties of the name and of its owner: "its agreement with Peru"."""
        owner = self.reading.tree.child(naming.head, "poss")
        if owner is not None:
            whose = self.reading.referents.parties(owner)
            yield from (party for party in whose if party.name not in _WIDE)
        yield from self._in_name(naming)

    def _in_name(self, naming: Naming) -> Iterator[Party]:
        """Parties before the noun ("the EU-Georgia agreement") and those it is "between"."""
        tree = self.reading.tree
        low = tree[min(tree.phrase(naming.head).start, naming.tokens.start)].start
        if naming.lead is not None:
            low = tree[naming.lead[0]].start
        for party in self._within(low, tree[naming.head].start):
            if not self._is_host(naming, party):
                yield party
        itself = self.reading.parties.get(naming.head)
        for head in self._sides(naming):
            for party in self.reading.referents.parties(head):
                if (itself is None or party.name != itself.name) and party.name not in _WIDE:
                    yield party

    def _is_host(self, naming: Naming, party: Party) -> bool:
        """Whether a body only lends its name to what states conclude: "the UN Convention on"."""
        return naming.noun == "convention" and party.code not in self._states

    def _sides(self, naming: Naming) -> Iterator[int]:
        """Heads of the phrases in a name that tell whose the document is."""
        tree = self.reading.tree
        own = naming.named and naming.type in _OWN
        joint = naming.type in {InstrumentType.STATEMENT, InstrumentType.DECLARATION}
        for index in range(naming.head + 1, min(naming.tokens[-1] + 2, len(tree))):
            direct, word = tree[index].head == naming.head, tree.lower(index)
            if word in _SIDES or (direct and word == "by") or (joint and direct and word == "of"):
                yield from tree.children(index, "pobj")
            elif own and direct and word in _FOR:
                # "The Framework for Safe Communities" is not theirs: only a party may be meant.
                found = tree.children(index, "pobj")
                yield from (i for i in found if i not in self.reading.organizations)

    def _within(self, start: int, end: int) -> Iterator[Party]:
        for mention in self._mentions:
            inside = start <= mention.start and mention.end <= end and mention.name not in _WIDE
            if _HELPING.match(self.reading.document.text, mention.end):
                continue
            if inside and (mention.start, mention.end) != (start, end) and _is_side(mention):
                yield Party(mention.name, mention.code)

    def _acting(self, step: Step) -> Iterator[Party]:
        referents, tree = self.reading.referents, self.reading.tree
        if tree[step.anchor].lemma not in _BROKERING and not self._greets_others(step):
            told = tuple(referents.parties(step.doers))
            yield from told
            if len(told) < 2 and step.action in _BY_HAND:
                yield from self._signatories(step)
                yield from self._firms(step)
        for index in tree.below(step.anchor, without=_OTHER_CLAUSES):
            if tree.lower(index) in _WITH and tree[index].dep == "prep":
                for head in tree.children(index, "pobj"):
                    yield from referents.parties(head)

    def _greets_others(self, step: Step) -> bool:
        """Whether who acts only speaks of what others have made."""
        tree = self.reading.tree
        verb = step.anchor if tree.is_verb(step.anchor) else tree.clause_head(step.anchor)
        return tree[verb].lemma in _GREETING and self._of_others(step.thread)

    def _firms(self, step: Step) -> Iterator[Party]:
        """Signatories that are neither states nor bodies of any, by the names that the text gives.

        "Harrow Mills and the University of Oruro signed a memorandum."
        """
        tree, reading = self.reading.tree, self.reading
        if step.doers is None or not tree.is_verb(step.anchor):
            return
        known = (reading.people, reading.parties, reading.organizations, reading.times)
        for head in tree.conjuncts(step.doers):
            if tree[head].tag not in {"NNP", "NNPS"} or any(head in m for m in known):
                continue
            name = [i for i in tree.phrase(head) if tree[i].text[:1].isalnum()]
            if name and tree[name[0]].tag == "DT":
                # "The Embassy" alone is no name.
                name = name[1:] if len(name) > _PAIR else []
            capitals = all(tree[i].text[:1].isupper() or tree[i].text[:1].isdigit() for i in name)
            if name and capitals and not any(i in m for i in name for m in known):
                yield Party(reading.words(range(name[0], name[-1] + 1)), None)

    def _signatories(self, step: Step) -> Iterator[Party]:
        """Whom the persons next to the verb act for, also where the parse tears their list.

        "Signed by the Foreign Minister, Ana Lima, and the Trade Minister of Peru, Juan Paz."
        """
        tree, anchor = self.reading.tree, step.anchor
        if step.doers is None or not tree.is_verb(anchor):
            return
        sentence = tree.sentence(anchor)
        if step.doers > anchor:
            ahead = range(step.doers, sentence.last)
            verbs = (i for i in ahead if tree[i].tag in FINITE or tree.lower(i) == ";")
            span = range(step.doers, next(verbs, sentence.last))
        else:
            verbs = (i for i in range(sentence.first, step.doers) if tree.is_verb(i))
            span = range(max(verbs, default=sentence.first - 1) + 1, anchor)
        for index in span:
            if index in self.reading.people:
                party = self.reading.referents.person(self.reading.people[index].name).party
                if party is not None:
                    yield party

    def _shared(self, thread: Thread) -> tuple[Party, ...]:
        """The two sides of a text, where it only names a document of theirs by what it is.

        "They spoke of the Defense Cooperation Agreement": no other states are told of.
        """
        authors = self._two
        if len(authors) != _PAIR or thread.type not in _OF_TWO or self._of_others(thread):
            return ()
        naming = thread.fullest
        return (
            authors
            if any(self._of_both(n) for n in thread.namings)
            or (naming.definite and naming.distinct and self._plainly_named(naming))
            else ()
        )

    def _of_both(self, naming: Naming) -> bool:
        """Whether the words of a name make it one of the two sides: "our bilateral agreement"."""
        tree = self.reading.tree
        near = range(max(tree.sentence(naming.head).first, naming.tokens[0] - 2), naming.head)
        between = any(tree.lower(i) == "between" for i in naming.tokens)
        return between or any(tree.lower(i) in _BOTH for i in near)

    def _plainly_named(self, naming: Naming) -> bool:
        """Whether a name has no word but those of agreements between two states."""
        words = {word for word in naming.distinct if word.isalpha()}
        return bool(words) and words <= self.words.bilateral

    def _of_others(self, thread: Thread) -> bool:
        """Whether a document ends a fight or frees captives: hardly of the two who speak of it."""
        words = {word for naming in thread.namings for word in (*naming.distinct, naming.noun)}
        return not words.isdisjoint(self.words.truces)

    def _joint(self, thread: Thread, step: Step, found: tuple[Party, ...]) -> tuple[Party, ...]:
        """The parties that the text is about, where nothing tells whose a joint document is."""
        if thread.type in _OWN and found:
            return ()
        others = self._of_others(thread) and bool(publisher(self.reading))
        authors = () if others else self._authors
        with_whom = any(self._only_with(naming) for naming in thread.namings)
        if (len(found) == 1 and len(authors) == 1 and with_whom) or (
            len(authors) == 2 and set(found) <= set(authors)
        ):
            return authors
        if len(found) == 1 and with_whom and authors:
            return self._home
        if found:
            return ()
        together = self.reading.referents.together(step.anchor)
        if 1 < len(together) <= _MOST and thread.type not in _OF_A_BODY:
            return self._fighting(together) if others else together
        if thread.type not in BINDING:
            return ()
        return self._fighting(self._pair) if others else posted(self.reading) or self._pair

    def _fighting(self, sides: tuple[Party, ...]) -> tuple[Party, ...]:
        """Two states that may have fought each other, of which none publishes the text."""
        speaking = {*publisher(self.reading), *self._two}
        states = len(sides) == _PAIR and all(p.code in self._states for p in sides)
        return sides if states and speaking.isdisjoint(sides) else ()

    @cached_property
    def _pair(self) -> tuple[Party, ...]:
        """The two parties that a text names far more than any other, if it has such a pair."""
        named = Counter(Party(m.name, m.code) for m in self._mentions)
        most = named.most_common(3)
        if len(most) < 2 or most[1][1] < _OFTEN:
            return ()
        third = most[2][1] if len(most) > 2 else 0
        return (most[0][0], most[1][0]) if most[1][1] >= 2 * third else ()

    @cached_property
    def _authors(self) -> tuple[Party, ...]:
        """Whose the text is; of a ministry's, its state, with the other side of the title."""
        authors = self._sides_alone(self.reading.referents.authors)
        published = publisher(self.reading)
        if not published or len(set(authors) - set(published)) > 0:
            return authors
        state = tuple(p for p in published if p.code is not None)[:1] or published[:1]
        told = self._sides_alone((*state, *titled(self.reading)))
        others = tuple(p for p in told if p not in published)
        return distinct((*state, *others)) if len(others) == 1 else state

    def _sides_alone(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Parties without the bodies of a state among them: a council is no other side."""
        lexicon = self.reading.named.context.knowledge.parties
        codes = {party.code for party in parties}

        def is_body(party: Party) -> bool:
            found = lexicon.longest(words_of(party.name), 0)
            sense = None if found is None else found[1][0]
            return sense is not None and not sense.is_state and sense.country in codes - {None}

        return tuple(party for party in parties if not is_body(party))

    @property
    def _states(self) -> Mapping[str, str]:
        return self.reading.named.context.knowledge.states

    @cached_property
    def _two(self) -> tuple[Party, ...]:
        """The two sides of a text: its authors, or its state with the one state of its title."""
        authors = self._authors
        if len(authors) == _PAIR and all(p.code is not None for p in authors):
            return authors
        home = [p for p in publisher(self.reading) if p.code is not None][:1]
        title = in_text(self.reading, self.reading.document.title or "")
        others = [p for p in title if p.code in self._states and p not in home]
        return (*home, *others) if home and len(others) == 1 else ()

    @cached_property
    def _home(self) -> tuple[Party, ...]:
        """The state that the text is mostly about."""
        code = self.reading.named.context.home
        of_home = (m for m in self._mentions if m.code == code and code is not None)
        return tuple(Party(m.name, m.code) for m in of_home)[:1]

    def _other_sides_only(self, naming: Naming) -> bool:
        """Whether a name tells several other sides: "agreements with Malaysia and Cambodia"."""
        tree = self.reading.tree
        if not self._only_with(naming) or tree.child(naming.head, "poss") is not None:
            return False
        return not distinct(self._within(tree[naming.tokens[0]].start, tree[naming.head].start))

    def _only_with(self, naming: Naming) -> bool:
        """Whether a name tells the other side alone: "a trade agreement with Peru"."""
        return any(self.reading.tree.lower(i) == "with" for i in naming.tokens)

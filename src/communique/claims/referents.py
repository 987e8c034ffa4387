"""Whom a noun phrase means: parties and persons, named, described or taken up by a pronoun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from communique.claims.authors import authors, in_text, publisher, titled, titled_people
from communique.claims.context import ClaimContext
from communique.claims.holders import Holder, holders
from communique.model.claim import Actor, Party, Person
from communique.model.mention import PartyMention
from communique.model.terms import ActorRole
from communique.vocab.words import words_of

# Sentences that a pronoun looks back.
_LOOK_BACK = 4
# Phrases inside phrases that are followed: "the foreign ministers of the countries of the region".
_DEPTH = 4
_TWO = frozenset({"two", "both"})
_PAIR = 2
_PARTY_DEPS = frozenset({"poss", "compound", "amod", "nmod", "appos", "npadvmod"})


# A party that a sentence is about, rather than one that modifies a noun.
_IN_SENTENCE = frozenset({"nsubj", "nsubjpass", "conj", "pobj", "dobj"})
T = TypeVar("T")


class Referent(NamedTuple):
    """Somebody meant: a party, a person, or a person for a party."""

    party: Party | None
    person: Person | None = None

    def actor(self, role: ActorRole) -> Actor:
        """Its part in an event."""
        return Actor(role, self.party, self.person)


@dataclass(frozen=True)
class Referents:
    """Answers whom the phrases of one document mean."""

    context: ClaimContext

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        """Persons with their posts."""
        return holders(self.context.named, self.context.knowledge)

    @cached_property
    def _party_of(self) -> dict[str, Party]:
        found: dict[str, Party] = {}
        for holder in self.holders:
            if holder.party is not None:
                found.setdefault(holder.person, holder.party)
        return found

    def of(self, head: int | None) -> tuple[Referent, ...]:
        """Whom the phrase with that head means, all members of a list; empty if nobody known.

        Args:
            head: Index of the head noun, name or pronoun in the tree; None gives nobody.
        """
        if head is None:
            return ()
        members = (r for i in self._members(head) for r in self._one(i, 0))
        return distinct(members)

    def _members(self, head: int) -> list[int]:
        """The members of a list; a name in two pieces ("Biden, Jr.") may carry it on either."""
        tree, people = self.context.tree, self.context.people
        members = tree.conjuncts(head)
        for member in members:
            if member in people:
                pieces = self.context.tokens(people[member])
                joined = (j for i in pieces for j in tree.conjuncts(i))
                members.extend(i for i in joined if i not in pieces and i not in members)
        return sorted(members)

    def parties(self, head: int | None) -> tuple[Party, ...]:
        """The parties that a phrase means, through their persons too."""
        return distinct(r.party for r in self.of(head) if r.party is not None)

    def together(self, index: int) -> tuple[Party, ...]:
        """The parties last named together before a token, else those of the document."""
        return distinct(r.party for r in self._group(index) if r.party is not None)

    def person(self, name: str) -> Referent:
        """A person by the full name, with the party that the text ties to the name."""
        return Referent(self._party_of.get(name), Person(name))

    def _one(self, index: int, depth: int) -> Iterator[Referent]:
        """Whom one member of a list means."""
        context, tree = self.context, self.context.tree
        word = tree.lower(index)
        words = context.knowledge.referents
        if index in context.people:
            yield self._named_person(index)
        elif index in context.parties:
            yield Referent(_party(context.parties[index]))
        elif index in context.organizations:
            name = context.organizations[index].name
            yield Referent(self._of_administration(name) or Party(name))
        elif word in words.speakers:
            yield from (Referent(party) for party in self.authors)
        elif word in words.several:
            yield from self._group(index)
        elif word in words.one_person:
            yield from self._last_person(index)
        elif word in words.one_party:
            yield from self._last_party(index)
        elif depth < _DEPTH and tree[index].tag.startswith("NN"):
            yield from self._described(index, depth)

    def _of_administration(self, name: str) -> Party | None:
        """The state whose government is named by its head: "the Biden-Harris Administration"."""
        *heads, noun = words_of(name)
        if noun.lower() not in self.context.knowledge.referents.administrations:
            return None
        named = [h for h in self.holders if words_of(h.person)[-1:] and h.party is not None]
        ruling = (h.party for h in named if words_of(h.person)[-1] in heads)
        return next(ruling, next(iter(publisher(self.context)), None))

    def _named_person(self, index: int) -> Referent:
        name = self.context.people[index].name
        known = self.person(name)
        if known.party is not None:
            return known
        parties = list(self._modifying(index, 0))
        return Referent(parties[0] if parties else None, known.person)

    def _described(self, index: int, depth: int) -> Iterator[Referent]:
        """Whom a common noun means: by its apposition, its party, its post or what went before."""
        context, tree = self.context, self.context.tree
        apposed = [i for i in tree.children(index, "appos") if i in context.people]
        apposed = apposed or self._name_after(index)
        if apposed:
            yield from (self._named_person(i) for i in apposed)
            return
        if not self._acts(index):
            return
        parties = list(self._modifying(index, depth))
        if parties:
            yield from (Referent(party) for party in parties)
            return
        holder = self._holder_meant(index)
        if holder is not None:
            yield self.person(holder.person)
        elif self._takes_up(index):
            yield from self._group(index)
        elif self._institution(index):
            yield from self._last_party(index)

    def _name_after(self, index: int) -> list[int]:
        """The holder behind post and party: "President of Chile Ana Rojas" parsed as one name."""
        tree, people = self.context.tree, self.context.people
        for head in tree.after(index, "of"):
            joined = any(i in self.context.parties for i in tree.children(head, "compound"))
            if head in people and joined:
                return [head]
        return []

    def _acts(self, index: int) -> bool:
        """Whether a noun stands for its party; as part of a title it keeps its plural."""
        return bool(self._forms(index) & self.context.knowledge.referents.agents)

    def _forms(self, index: int) -> set[str]:
        """A noun in the singular; as a name ("the Parties") the parser leaves it in the plural."""
        token = self.context.tree[index]
        lower = token.text.lower()
        plural = lower.removesuffix("ies") + "y" if lower.endswith("ies") else lower
        return {token.lemma, plural, lower.removesuffix("s")}

    def _modifying(self, index: int, depth: int) -> Iterator[Party]:
        """Parties inside a noun phrase: "the Kazakh side", "the leaders of Italy and Malta"."""
        context, tree = self.context, self.context.tree
        for child in tree.children(index):
            token = tree[child]
            if token.dep in _PARTY_DEPS and child in context.parties:
                for member in tree.conjuncts(child):
                    if member in context.parties:
                        yield _party(context.parties[member])
            elif token.dep == "prep" and tree.lower(child) in {"of", "from"}:
                for below in tree.children(child, "pobj"):
                    yield from (
                        r.party
                        for i in tree.conjuncts(below)
                        for r in self._one(i, depth + 1)
                        if r.party is not None
                    )
            elif token.dep == "poss" and tree.lower(child) in context.knowledge.referents.speakers:
                yield from self.authors[:1]
            elif token.dep == "poss" and child in context.people:
                yield from (r.party for r in self._one(child, depth) if r.party is not None)

    def _holder_meant(self, index: int) -> Holder | None:
        """The person meant by a bare "the President": who was last named with that post."""
        tree = self.context.tree
        determined = any(tree.lower(i) == "the" for i in tree.children(index, "det"))
        if not determined or tree[index].tag == "NNS":
            return None
        said = words_of(self.context.words(tree.phrase(index)).lower())[1:]
        start = tree[index].start
        before = [h for h in self.holders if h.start < start and words_of(h.post.lower()) == said]
        if not before:
            last = said[-1:]
            before = [
                h for h in self.holders if h.start < start and words_of(h.post.lower())[-1:] == last
            ]
        return before[-1] if before else None

    def _institution(self, index: int) -> bool:
        """Whether a noun is "the ministry" or "the government" of the party told before."""
        tree = self.context.tree
        the = any(tree.lower(i) in {"the", "its"} for i in tree.children(index, "det", "poss"))
        known = self._forms(index) & self.context.knowledge.referents.institutions
        return the and bool(known) and not tree[index].tag.endswith("S")

    def _takes_up(self, index: int) -> bool:
        """Whether a plural noun takes up what was named before: "the sides", "both leaders"."""
        tree, words = self.context.tree, self.context.knowledge.referents
        plural = tree[index].tag in {"NNS", "NNPS"}
        return plural and bool(self._forms(index) & words.taking_up)

    def before(self, index: int) -> tuple[Referent, ...]:
        """Those last named together before a token, else the parties of the document."""
        return distinct(self._group(index))

    def _group(self, index: int) -> Iterator[Referent]:
        """Those last named together before a token, else of the title, else the authors."""
        tree = self.context.tree
        marks = {tree.lower(i) for i in (index, *tree.children(index))}
        number = tree.sentence_number(index)
        loose: tuple[Referent, ...] = ()
        for earlier in range(number, max(-1, number - _LOOK_BACK), -1):
            sentence = tree.analysis.sentences[earlier]
            before = range(sentence.first, index if earlier == number else sentence.last)
            found = self._together(before)
            if len(found) > 1 and (not marks & _TWO or len(found) == _PAIR):
                yield from found
                return
            plain = distinct(self._plainly(before))
            loose = loose or (plain if len({r.party for r in plain}) > 1 else ())
        authors = tuple(Referent(party) for party in self.authors)
        yield from self._titled if len(self._titled) > 1 else loose or authors

    def _together(self, tokens: range) -> tuple[Referent, ...]:
        """Persons for different parties in a sentence, else the parties that its subject lists."""
        found = distinct(self._plainly(tokens))
        people = [r for r in found if r.person is not None]
        if len({r.party for r in people}) > 1:
            return tuple(people)
        tree = self.context.tree
        listed = [i for i in tokens if tree[i].dep in {"nsubj", "nsubjpass"}]
        for subject in listed:
            members = distinct(r for i in tree.conjuncts(subject) for r in self._one(i, _DEPTH))
            if len({r.party for r in members}) > 1:
                return members
        return ()

    def _plainly(self, tokens: Iterable[int]) -> Iterator[Referent]:
        """Persons and parties that tokens name, in order; a party only where it has no person."""
        context = self.context
        tokens = list(tokens)
        people = distinct(
            self.person(context.people[i].name) for i in tokens if i in context.people
        )
        people = tuple(p for p in people if p.party is not None)
        yield from people
        taken = {p.party for p in people}
        for index in tokens:
            party = context.parties.get(index)
            if party is None or index in context.people or _party(party) in taken:
                continue
            if context.tree[index].dep in _IN_SENTENCE:
                yield Referent(_party(party))

    def _last_person(self, index: int) -> Iterator[Referent]:
        """The person named last before "he", subjects first."""
        tree, context = self.context.tree, self.context
        number = tree.sentence_number(index)
        for earlier in range(number, max(-1, number - _LOOK_BACK), -1):
            sentence = tree.analysis.sentences[earlier]
            last = index if earlier == number else sentence.last
            named = [i for i in range(sentence.first, last) if i in context.people]
            subjects = [i for i in named if tree[i].dep in {"nsubj", "nsubjpass"}]
            for found in subjects or named[-1:]:
                yield self.person(context.people[found].name)
                return

    def _last_party(self, index: int) -> Iterator[Referent]:
        """The party that was the subject before "it", else the last one named in the sentence."""
        tree, parties = self.context.tree, self.context.parties
        number = tree.sentence_number(index)
        for earlier in range(number, max(-1, number - _LOOK_BACK), -1):
            sentence = tree.analysis.sentences[earlier]
            last = index if earlier == number else sentence.last
            named = [i for i in range(sentence.first, last) if i in parties]
            subjects = [i for i in named if tree[i].dep in {"nsubj", "nsubjpass"}]
            for found in subjects[-1:] or (named[-1:] if earlier == number else []):
                yield Referent(_party(parties[found]))
                return

    def other(self, side: Iterable[Referent], index: int) -> tuple[Referent, ...]:
        """The party named last before a token, in its sentence or the one before, on no such side.

        It is whom "rejected the claim" or "condemned the attack" is directed at.
        """
        tree, parties = self.context.tree, self.context.parties
        ours = {r.party for r in side}
        number = tree.sentence_number(index)
        first = tree.analysis.sentences[max(0, number - 1)].first
        for token in range(index - 1, first - 1, -1):
            if token in parties and _party(parties[token]) not in ours:
                return (Referent(_party(parties[token])),)
        return ()

    @cached_property
    def authors(self) -> tuple[Party, ...]:
        """The parties that speak as "we"."""
        return authors(self.context)

    def opposite(self, side: Iterable[Referent]) -> tuple[Referent, ...]:
        """The party that the title names last, if it is on no side of those given."""
        ours = {r.party for r in side} | set(self.authors) | set(titled(self.context))
        named = in_text(self.context, self.context.document.title or "")
        return tuple(Referent(party) for party in named if party not in ours)[-1:]

    @cached_property
    def _titled(self) -> tuple[Referent, ...]:
        """Whom the title names: its persons, then parties that none of them acts for."""
        people = [self.person(name) for name in titled_people(self.context)]
        people = [p for p in people if p.party is not None]
        taken = {p.party for p in people}
        parties = [Referent(p) for p in titled(self.context) if p not in taken]
        if len(people) == 1 and not parties:
            parties = [Referent(p) for p in self.authors if p not in taken]
        return distinct([*people, *parties])


def distinct(found: Iterable[T]) -> tuple[T, ...]:
    """Without repetitions, in the order of first appearance."""
    return tuple(dict.fromkeys(found))


def _party(mention: PartyMention) -> Party:
    return Party(mention.name, mention.code)

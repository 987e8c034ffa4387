"""Whom a noun phrase means: parties and persons, named, described or taken up by a pronoun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from communique.claims.antecedents import Antecedents
from communique.claims.authors import authors, in_text, publisher, titled
from communique.claims.context import ClaimContext
from communique.claims.definite import hyphened, is_body, located, seat_of, stands_alone
from communique.claims.holders import Holder, holders
from communique.claims.referent import Referent, distinct, party_of
from communique.claims.title_posts import named_post, speaker, titled_holders
from communique.claims.told_by_post import ToldByPost
from communique.model.claim import Party, Person
from communique.model.mention import PartyMention
from communique.vocab.words import words_of

__all__ = ["Referent", "Referents", "distinct"]

# Phrases inside phrases that are followed: "the foreign ministers of the countries of the region".
_DEPTH = 4
_GOVERNMENT = "government"
_UNION = Party("European Union", "EU")
# Nouns that take up one state before what it has: "the country's leaders".
_ONE_STATE = frozenset({"country", "state", "nation"})
# Nouns by which nobody means the own government.
_OTHERS = frozenset({"regime", "junta"})
# Which of those named together a word takes up.
_OF_TWO = {"former": 0, "latter": -1}
_BEFORE = frozenset({"compound", "nmod", "amod"})
_PARTY_DEPS = frozenset({"poss", "compound", "amod", "nmod", "appos", "npadvmod"})


@dataclass(frozen=True)
class Referents:
    """Answers whom the phrases of one document mean."""

    context: ClaimContext
    _acting: dict[str, Referent] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _meant: dict[int, tuple[Referent, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

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
        if head not in self._meant:
            members = (r for i in self._members(head) for r in self._one(i, 0))
            self._meant[head] = distinct(members)
        return self._meant[head]

    def _members(self, head: int) -> list[int]:
        """The members of a list; a name in two pieces ("Biden, Jr.") may carry it on either."""
        tree, people = self.context.tree, self.context.people
        members = tree.conjuncts(head)
        for member in members:
            if member in people:
                pieces = self.context.tokens(people[member])
                joined = (j for i in pieces for j in tree.conjuncts(i))
                members.extend(i for i in joined if i not in pieces and i not in members)
            members.extend(i for i in self._loosely(member) if i not in members)
        return sorted(members)

    def _loosely(self, member: int) -> Iterator[int]:
        """Members that the parse has hung on another: a party as its apposition, a name before it.

        In "Chad, the African Union (AU), Mali and Niger" the Union is no apposition of Chad's.
        """
        tree, parties, people = self.context.tree, self.context.parties, self.context.people
        if member in parties:
            for below in tree.children(member, "appos"):
                if below in parties and tree.child(below, "conj") is not None:
                    yield from tree.conjuncts(below)
        elif member in people:
            for below in tree.children(member, "nmod"):
                if below in people and people[below] != people[member]:
                    yield below

    def parties(self, head: int | None) -> tuple[Party, ...]:
        """The parties that a phrase means, through their persons too."""
        return distinct(r.party for r in self.of(head) if r.party is not None)

    def together(self, index: int) -> tuple[Party, ...]:
        """The parties last named together before a token, else those of the document."""
        return distinct(r.party for r in self._antecedents.group(index) if r.party is not None)

    def person(self, name: str) -> Referent:
        """A person by the full name, with the party that the person acts for.

        It is the party of the post that the text names; of one in an institution of the European
        Union it is the Union, for which the institution acts.
        """
        if name not in self._acting:
            self._acting[name] = Referent(self._for(name), Person(name))
        return self._acting[name]

    def _for(self, name: str) -> Party | None:
        party = self._party_of.get(name)
        if party is None:
            return self._known(name)
        found = self.context.named.context.knowledge.parties.longest(words_of(party.name), 0)
        parent = found[1][0].parent if found is not None else None
        if party.name in self.context.named.context.knowledge.members:
            # Nobody presides over a format or a region: "the G20 leader Biden".
            return self._known(name) or party
        return _UNION if parent == _UNION.name else party

    def _known(self, name: str) -> Party | None:
        """The state or institution of a leader whom the text names without a post."""
        told = self.context.knowledge.leaders.party(name, "President")
        knowledge = self.context.named.context.knowledge
        if told is None or told in knowledge.states:
            return None if told is None else Party(knowledge.states[told], told)
        sense = knowledge.parties.longest(words_of(told), 0)[1][0]  # type: ignore[index]
        return _UNION if sense.parent == _UNION.name else Party(sense.name, sense.code)

    def _one(self, index: int, depth: int) -> Iterator[Referent]:
        """Whom one member of a list means."""
        context, tree = self.context, self.context.tree
        word = tree.lower(index)
        words = context.knowledge.referents
        if index in context.people:
            yield self._named_person(index)
        elif index in context.parties:
            yield Referent(party_of(context.parties[index]))
        elif index in context.organizations:
            name = context.organizations[index].name
            yield Referent(self._of_administration(name) or Party(name))
        elif word in words.speakers:
            yield from self._speaking(word)
        elif word in _OF_TWO or word in words.several | words.one_person | words.one_party:
            yield from self._taken_up(index, word)
        elif (courtesy := self._by_post.courtesy(index)) is not None:
            yield self.person(courtesy)
        elif stands_alone(self.context, index):
            yield from self._antecedents.group(index)
        elif depth < _DEPTH and tree[index].tag.startswith("NN"):
            yield from self._described(index, depth)

    def _speaking(self, word: str) -> Iterator[Referent]:
        """Who says "we", or "I" where the title tells whose words the text is."""
        if word == "i" and self._speaker is not None:
            yield self._speaker
            return
        yield from (Referent(party) for party in self.authors)

    def _taken_up(self, index: int, word: str) -> Iterator[Referent]:
        """Whom a pronoun takes up: "they", "he", "it", "the latter"."""
        words = self.context.knowledge.referents
        if word in _OF_TWO:
            yield from list(self._antecedents.group(index))[_OF_TWO[word] :][:1]
        elif word in words.several:
            yield from self._antecedents.group(index)
        elif word in words.one_person:
            yield from self._antecedents.last_person(index)
        else:
            yield from self._antecedents.last_party(index)

    def _of_administration(self, name: str) -> Party | None:
        """The state of a government: "the Biden-Harris Administration", "Government of Peru"."""
        *heads, noun = words_of(name)
        states = in_text(self.context, name)
        if _GOVERNMENT in {w.lower() for w in (*heads, noun)} and len(states) == 1:
            return states[0]
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
        tree, people = self.context.tree, self.context.people
        apposed = [i for i in tree.children(index, "appos") if i in people]
        apposed = apposed or self._name_after(index)
        if apposed:
            yield from (self._named_person(i) for i in apposed)
            return
        holder = self._by_post.bare(index)
        meant = () if holder is not None else self._meant_by_name(index)
        if meant:
            yield from meant
        elif self._acts(index) or self._takes_up(index):
            yield from self._agents(index, depth, holder)
        elif holder is not None:
            yield self.person(holder.person)

    def _agents(self, index: int, depth: int, holder: Holder | None) -> Iterator[Referent]:
        """Whom a noun means that stands for its party: "the Kazakh side", "the two leaders"."""
        parties = self._european(index) or list(self._modifying(index, depth))
        parties = parties or located(self.context, index, self._forms(index))
        if parties and (told := self._by_post.persons(index, parties)):
            yield from (self.person(name) for name in told)
        elif parties:
            yield from (Referent(party) for party in parties)
        elif holder is not None:
            yield self.person(holder.person)
        elif self._takes_up(index):
            states = self._forms(index) & self.context.knowledge.referents.for_states
            for referent in self._antecedents.group(index):
                yield Referent(referent.party) if states else referent
        elif self._institution(index):
            named = list(self._antecedents.last_party(index))
            ours = () if self._forms(index) & _OTHERS else self.publisher
            yield from named or (Referent(party) for party in ours)

    def _meant_by_name(self, index: int) -> tuple[Referent, ...]:
        """Who is told by a title, a post of several, or the name of a body: "the bloc"."""
        titled = self._of_title(index)
        if titled is not None:
            return (titled,)
        several = self._by_post.several(index)
        if several:
            return tuple(self.person(name) for name in several)
        body = is_body(self.context, index, self._forms(index))
        return tuple(self._antecedents.last_body(index)) if body else ()

    def _name_after(self, index: int) -> list[int]:
        """The holder behind post and party: "President of Chile Ana Rojas" parsed as one name."""
        tree, people = self.context.tree, self.context.people
        for head in tree.after(index, "of"):
            joined = any(i in self.context.parties for i in tree.children(head, "compound"))
            if head in people and (joined or self._by_post.one_phrase(index, head)):
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
                for member in (*hyphened(tree, child), *tree.conjuncts(child)):
                    if member in context.parties:
                        yield party_of(context.parties[member])
            elif token.dep == "prep" and tree.lower(child) in {"of", "from"}:
                for below in tree.children(child, "pobj"):
                    yield from (
                        r.party
                        for i in self._members(below)
                        for r in self._one(i, depth + 1)
                        if r.party is not None
                    )
            elif token.dep == "poss" and tree.lower(child) in context.knowledge.referents.speakers:
                ours = context.tree[index].tag == "NNS" and self._takes_up_all(index)
                yield from self.authors if ours else self.authors[:1]
            elif token.dep == "poss" and (seat := seat_of(context, child)) is not None:
                yield seat
            elif self._whose(index, child, depth):
                yield from (r.party for r in self._one(child, depth + 1) if r.party is not None)

    def _whose(self, index: int, child: int, depth: int) -> bool:
        """Whether a word tells whose a noun is: "Diaz's aides", "the Rojas regime"."""
        dep, person = self.context.tree[child].dep, child in self.context.people
        if dep == "poss":
            return person or self._owns(child, depth)
        governing = self._forms(index) & self.context.knowledge.referents.administrations
        return person and dep in _BEFORE and bool(governing)

    def _takes_up_all(self, index: int) -> bool:
        """Whether "our" countries or governments are those of all who speak."""
        return bool(self._forms(index) & self.context.knowledge.referents.for_states)

    def _owns(self, index: int, depth: int) -> bool:
        """Whether a possessive stands for parties: "their leaders", "the country's ministers"."""
        several = self.context.tree.lower(index) in self.context.knowledge.referents.several
        one = self._forms(index) & _ONE_STATE and self._institution(index)
        return depth < _DEPTH and bool(several or one or self._takes_up(index))

    def _european(self, index: int) -> list[Party]:
        """The Union in "the European side" of a text that names it."""
        tree = self.context.tree
        european = any(tree.lower(i) == "european" for i in tree.children(index, "amod"))
        told = any(m.name == _UNION.name for m in self.context.mentions(PartyMention))
        return [_UNION] if european and told else []

    def _of_title(self, index: int) -> Referent | None:
        """Who is meant by "the President" before any name: whom the title tells, or its own.

        A title names its own side first: "Readout of the President's Call with President Diop".
        """
        tree = self.context.tree
        phrase = [i for i in tree.phrase(index) if tree[i].dep != "case"]
        the, *post = (w for i in phrase for w in words_of(tree.lower(i))) if phrase else ("",)
        named = named_post(tuple(post)) if the == "the" else None
        if named is None or not self.publisher:
            return None
        told = titled_holders(self.context.document.title or "")
        name = next((name for held, name in told if held == named), None)
        if name is None or name == told[0][1]:
            return self._own(name)
        return self.person(name)

    def _own(self, name: str | None) -> Referent:
        """A person of the publisher by the name that the title gives, if any."""
        party = next(iter(self.publisher), None)
        return Referent(party, None if name is None else Person(name))

    @cached_property
    def _speaker(self) -> Referent | None:
        """Who says "I": the person whose statement the title tells the text to be."""
        name = speaker(self.context.document.title or "")
        return None if name is None or not self.publisher else self._own(name)

    def _institution(self, index: int) -> bool:
        """Whether a noun is "the ministry" or "the government" of the party told before."""
        tree = self.context.tree
        the = any(tree.lower(i) in {"the", "its"} for i in tree.children(index, "det", "poss"))
        known = self._forms(index) & self.context.knowledge.referents.institutions
        return the and bool(known) and not tree[index].tag.endswith("S")

    def _takes_up(self, index: int) -> bool:
        """Whether a plural noun takes up what was named before: "the sides", "both leaders".

        "Opposition parties" and "interested parties" are others.
        """
        tree, words = self.context.tree, self.context.knowledge.referents
        if tree[index].tag not in {"NNS", "NNPS"} or not self._forms(index) & words.taking_up:
            return False
        beside = tree.children(index, "amod", "compound", "prep", "acl")
        return all(tree.lower(i) in words.taking_up_with for i in beside)

    def before(self, index: int) -> tuple[Referent, ...]:
        """Those last named together before a token, else the parties of the document."""
        return distinct(self._antecedents.group(index))

    def other(self, side: Iterable[Referent], index: int) -> tuple[Referent, ...]:
        """The party named last before a token that is on no such side."""
        return self._antecedents.other(side, index)

    @cached_property
    def _antecedents(self) -> Antecedents:
        return Antecedents(
            self.context, self.person, lambda index: self._one(index, _DEPTH), self._by_post
        )

    @cached_property
    def _by_post(self) -> ToldByPost:
        return ToldByPost(self.context, self.holders)

    @cached_property
    def authors(self) -> tuple[Party, ...]:
        """The parties that speak as "we"."""
        return authors(self.context)

    @cached_property
    def publisher(self) -> tuple[Party, ...]:
        """The party that published the document; none where it is no party, as with news."""
        return publisher(self.context)

    def opposite(self, side: Iterable[Referent]) -> tuple[Referent, ...]:
        """The party that the title names last, if it is on no side of those given."""
        ours = {r.party for r in side} | set(self.authors) | set(titled(self.context))
        named = in_text(self.context, self.context.document.title or "")
        return tuple(Referent(party) for party in named if party not in ours)[-1:]

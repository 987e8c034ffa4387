"""What was named before a pronoun or a plural noun that takes it up: "he", "it", "both sides"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.claims.authors import authors, titled, titled_people
from communique.claims.context import ClaimContext
from communique.claims.referent import Referent, distinct, party_of
from communique.model.claim import Party

# Sentences that a pronoun looks back, and a plural with a number: "the six leaders".
_LOOK_BACK = 4
_LOOK_FURTHER = 10
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# A party that a sentence is about, rather than one that modifies a noun.
_IN_SENTENCE = frozenset({"nsubj", "nsubjpass", "conj", "pobj", "dobj"})
_NUMBERS = {
    "both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
}  # fmt: skip


@dataclass(frozen=True)
class Antecedents:
    """Looks back in one document.

    Attributes:
        context: The document.
        person: A person by full name, with the party that the text ties to the name.
        members: Whom the member of a list with an index means by itself.
    """

    context: ClaimContext
    person: Callable[[str], Referent]
    members: Callable[[int], Iterable[Referent]]

    def last_person(self, index: int) -> Iterator[Referent]:
        """The person named last before "he", subjects first; an earlier "he" hands on its own."""
        tree = self.context.tree
        number = tree.sentence_number(index)
        for earlier in range(number, max(-1, number - _LOOK_BACK), -1):
            before = self._before(earlier, index)
            subjects = [i for i in before if tree[i].dep in _SUBJECTS and self._personal(i)]
            named = [i for i in before if i in self.context.people]
            for found in subjects[:1] or named[-1:]:
                if found in self.context.people:
                    yield self.person(self.context.people[found].name)
                else:
                    yield from self.last_person(found)
                return

    def _personal(self, index: int) -> bool:
        """Whether a word names a person or stands for one."""
        pronouns = self.context.knowledge.referents.one_person
        return index in self.context.people or self.context.tree.lower(index) in pronouns

    def last_party(self, index: int) -> Iterator[Referent]:
        """The party that was the subject before "it", else the last one named in the sentence."""
        tree, parties = self.context.tree, self.context.parties
        number = tree.sentence_number(index)
        for earlier in range(number, max(-1, number - _LOOK_BACK), -1):
            named = [i for i in self._before(earlier, index) if i in parties]
            subjects = [i for i in named if tree[i].dep in _SUBJECTS]
            for found in subjects[-1:] or (named[-1:] if earlier == number else []):
                yield Referent(party_of(parties[found]))
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
            if token in parties and party_of(parties[token]) not in ours:
                return (Referent(party_of(parties[token])),)
        return ()

    def group(self, index: int) -> Iterator[Referent]:
        """Those last named together before a token, else of the title, else the authors.

        A number counts them: "the six leaders" are not the two of the sentence before.
        """
        count = self._count(index)
        number = self.context.tree.sentence_number(index)
        reach = _LOOK_BACK if count is None else _LOOK_FURTHER
        loose: tuple[Referent, ...] = ()
        for earlier in range(number, max(-1, number - reach), -1):
            before = self._before(earlier, index)
            found = self._together(before)
            if len(found) > 1 and count in {None, len(found)}:
                yield from found
                return
            plain = distinct(self._plainly(before))
            several = len({r.party for r in plain}) > 1 and count in {None, len(plain)}
            loose = loose or (plain if several else ())
        yield from self._of_document(count, loose)

    def _of_document(self, count: int | None, loose: tuple[Referent, ...]) -> tuple[Referent, ...]:
        """The parties of the title, or the authors, in the number asked for."""
        whole = tuple(Referent(party) for party in authors(self.context))
        told = [self._titled, whole, self._members_of(self._titled), self._members_of(whole)]
        if count is not None:
            fitting = [group for group in (*told[:2], loose, *told[2:]) if len(group) == count]
            if fitting:
                return fitting[0]
        return self._titled if len(self._titled) > 1 else loose or whole

    def _members_of(self, group: Iterable[Referent]) -> tuple[Referent, ...]:
        """A group with its regions and formats spelled out: China and five of Central Asia."""
        knowledge = self.context.named.context.knowledge
        found: list[Referent] = []
        for referent in group:
            codes = knowledge.members.get(referent.party.name, ()) if referent.party else ()
            states = [Referent(Party(knowledge.states[c], c)) for c in codes]
            found.extend(states or [referent])
        return distinct(found)

    def _count(self, index: int) -> int | None:
        """The number of those whom a plural means, where it is told."""
        tree = self.context.tree
        words = (tree.lower(i) for i in (index, *tree.children(index)))
        return next((_NUMBERS[word] for word in words if word in _NUMBERS), None)

    def _before(self, number: int, index: int) -> range:
        """The tokens of a sentence, up to a token that may be in it."""
        sentence = self.context.tree.analysis.sentences[number]
        return range(sentence.first, max(sentence.first, min(sentence.last, index)))

    def _together(self, tokens: range) -> tuple[Referent, ...]:
        """Persons for different parties in a sentence, else the parties that its subject lists."""
        people = [r for r in distinct(self._plainly(tokens)) if r.person is not None]
        if len({r.party for r in people}) > 1:
            return tuple(people)
        tree = self.context.tree
        for subject in (i for i in tokens if tree[i].dep in _SUBJECTS):
            members = distinct(r for i in tree.conjuncts(subject) for r in self.members(i))
            if len({r.party for r in members}) > 1:
                return members
        return ()

    def _plainly(self, tokens: range) -> Iterator[Referent]:
        """Persons and parties that tokens name, in order; a party only where it has no person."""
        context = self.context
        named = (self.person(context.people[i].name) for i in tokens if i in context.people)
        people = tuple(p for p in distinct(named) if p.party is not None)
        yield from people
        taken = {p.party for p in people}
        for index in tokens:
            party = context.parties.get(index)
            if party is None or index in context.people or party_of(party) in taken:
                continue
            if context.tree[index].dep in _IN_SENTENCE:
                yield Referent(party_of(party))

    @cached_property
    def _titled(self) -> tuple[Referent, ...]:
        """Whom the title names: its persons, then parties that none of them acts for."""
        people = [self.person(name) for name in titled_people(self.context)]
        people = [p for p in people if p.party is not None]
        taken = {p.party for p in people}
        parties = [Referent(p) for p in titled(self.context) if p not in taken]
        if len(people) == 1 and not parties:
            parties = [Referent(p) for p in authors(self.context) if p not in taken]
        return distinct([*people, *parties])

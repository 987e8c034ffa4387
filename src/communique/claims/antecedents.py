"""What was named before a pronoun or a plural noun that takes it up: "he", "it", "both sides"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.claims.authors import authors, titled, titled_people
from communique.claims.context import ClaimContext
from communique.claims.definite import is_body
from communique.claims.referent import Referent, distinct, party_of
from communique.claims.told_by_post import ToldByPost
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
        posts: Whom posts mean, for "the leaders" who are no ministers.
    """

    context: ClaimContext
    person: Callable[[str], Referent]
    members: Callable[[int], Iterable[Referent]]
    posts: ToldByPost

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
            before = self._before(earlier, index)
            named = [i for i in before if i in parties]
            subjects = [i for i in before if tree[i].dep in _SUBJECTS]
            told = next((p for i in reversed(subjects) if (p := self._alone(i))), None)
            if told is not None:
                yield Referent(told)
                return
            if named and earlier == number:
                yield Referent(party_of(parties[named[-1]]))
                return

    def _alone(self, index: int) -> Party | None:
        """The party that a subject names or stands for, as "the bloc"; None if several."""
        if index in self.context.parties:
            return party_of(self.context.parties[index])
        if not self.context.tree[index].tag.startswith("NN") or index in self.context.people:
            return None
        if is_body(self.context, index, {self.context.tree[index].lemma.lower()}):
            return next((r.party for r in self.last_body(index)), None)
        return None

    def last_body(self, index: int) -> Iterator[Referent]:
        """The body named last before "the bloc" or "the fund": no state, and so called if it tells.

        "The bank" is one with a bank in its name; "the bloc" and "the alliance" are any.
        """
        context = self.context
        number = context.tree.sentence_number(index)
        first = context.tree.analysis.sentences[max(0, number - _LOOK_FURTHER)].first
        word = context.tree[index].lemma.lower()
        for token in range(index - 1, first - 1, -1):
            body = self._body(token)
            if body is not None and (
                word in context.knowledge.referents.any_body or word in body.name.lower().split()
            ):
                yield Referent(body)
                return

    def _body(self, token: int) -> Party | None:
        """The party or organisation, other than a state, that a token is of."""
        context = self.context
        if token in context.parties:
            party = party_of(context.parties[token])
            states = context.named.context.knowledge.states
            return None if party.code in states else party
        if token in context.organizations:
            return Party(context.organizations[token].name)
        return None

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
            if token in self.context.people:
                party = self.person(self.context.people[token].name).party
                if party is not None and party not in ours:
                    return (Referent(party),)
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
            if not self._fits(index, found):
                continue
            if len(found) > 1 and count in {None, len(found)}:
                yield from self._ranked(index, found)
                return
            named = self._all_named(before) if earlier == number else ()
            if count is not None and len(named) == count:
                yield from named
                return
            plain = distinct(self._plainly(before))
            several = len({r.party for r in plain}) > 1 and count in {None, len(plain)}
            loose = loose or (plain if several else ())
        yield from self._of_document(count, loose)

    def _fits(self, index: int, found: tuple[Referent, ...]) -> bool:
        """Whether persons named together are of the rank that a noun tells: "both leaders".

        Where nobody else is named with a post of that rank, whoever was named is meant.
        """
        kinds = self.posts.rank(self.context.tree[index].lemma)
        people = [r.person.name for r in found if r.person is not None]
        if not kinds or not people or any(self.posts.of_rank(name, kinds) for name in people):
            return True
        ranked = {h.party for h in self.posts.holders if self.posts.of_rank(h.person, kinds)}
        return not {r.party for r in found} <= ranked

    def _ranked(self, index: int, found: tuple[Referent, ...]) -> Iterator[Referent]:
        """The same without persons of another rank: "the foreign ministers" are no presidents."""
        kinds = self.posts.rank(self.context.tree[index].lemma)
        for referent in found:
            person = referent.person.name if referent.person is not None else ""
            other = kinds and self.posts.ranked(person) and not self.posts.of_rank(person, kinds)
            yield Referent(referent.party) if other else referent

    def _all_named(self, tokens: range) -> tuple[Referent, ...]:
        """All parties that tokens name, by adjectives too: "Oman freed two Omani … and Qatari"."""
        parties = self.context.parties
        return distinct(Referent(party_of(parties[i])) for i in tokens if i in parties)

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
            # Only what stands before: "Chad and their ministers" would ask for itself without end.
            listed = [i for i in tree.conjuncts(subject) if i in tokens]
            members = distinct(r for i in listed for r in self.members(i))
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

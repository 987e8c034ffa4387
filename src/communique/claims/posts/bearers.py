"""Which person a post belongs to: the one beside it, listed after it, or said to hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from communique.claims.posts.affiliation import Entry, affiliation, entry, line_end, opens_line
from communique.claims.posts.owned import is_body
from communique.claims.posts.people import Bearer, bearer, is_person, owner_of, past_degrees
from communique.claims.posts.phrases import PostPhrase, phrases
from communique.claims.posts.study import Study
from communique.mentions.person_names import after_honorifics
from communique.mentions.words import Run
from communique.model.claim import Party

# A person and a post said to be held are no further apart: "was re-appointed last week as".
_FARTHEST = 8
_CHAIN = frozenset({"and", ",", "/", "&", ", and", "as well as"})
_SON_OF = frozenset({"bin", "ibn", "bint"})
_TIGHT_CHAIN = frozenset({"and", "/", "&"})
_APPOSED_BEFORE = frozenset({",", "(", "-", ":"})
_APPOSED_AFTER = frozenset({",", "(", "-"})


class Bond(NamedTuple):
    """A person with a post.

    Attributes:
        bearer: The person.
        phrase: The post.
        party: Whose post it is, as the words themselves tell.
        run: All words, from the first of the two to the last of the other.
        title: Whether the post stands right before the name.
        place: Place among the holders of one plural post, and their number.
    """

    bearer: Bearer
    phrase: PostPhrase
    party: Party | None
    run: Run
    title: bool
    place: tuple[int, int] = (0, 1)


def bonds(study: Study) -> tuple[Bond, ...]:
    """Every person with a post, in the order of the posts."""
    return tuple(_Row(study).bonds())


@dataclass(frozen=True)
class _Row:
    """The persons and posts of a document in a row."""

    study: Study

    @cached_property
    def items(self) -> Sequence[Bearer | PostPhrase]:
        """Persons and posts, in text order."""
        found = (p for p in self.study.people.values() if is_person(self.study, p[0]))
        people = (bearer(self.study, *placed) for placed in found)
        return sorted([*people, *phrases(self.study)], key=lambda item: item.run)

    def bonds(self) -> Iterator[Bond]:
        """Go over the posts from left to right; a name that follows a post is that post's."""
        taken: set[int] = set()
        number = 0
        while number < len(self.items):
            if isinstance(self.items[number], Bearer):
                number += 1
                continue
            chain = self._chain(number)
            found = self._bonds_of(chain, taken)
            number += len(chain) if found and len({b.phrase for b in found}) > 1 else 1
            yield from found

    def _bonds_of(self, chain: list[int], taken: set[int]) -> list[Bond]:
        """The bonds of the first post of a chain, or of all its posts together."""
        first = chain[0]
        direct = self._direct(chain)
        if direct is not None:
            posts, people = direct
            return self._bind(posts, people, title=True)
        people = self._before(first, taken)
        if people:
            own = [p for p in chain if p == first or not (self._titles(p) or self._owning(p))]
            return self._bind(own, people)
        people = self._after(chain[-1]) or self._after(first)
        if people:
            taken.update(people)
            return self._bind(chain if self._after(chain[-1]) else chain[:1], people)
        return []

    def _direct(self, chain: list[int]) -> tuple[list[int], list[int]] | None:
        """Posts right before a name, with the names that follow."""
        for length in range(len(chain), 0, -1):
            posts = chain[:length]
            following = self._past_rank(posts[-1])
            if not self._person(following) or self._gap(following - 1, following) != "":
                continue
            if self._mere_word(posts[-1]):
                continue
            if length > 1 and not self._shared(posts):
                continue
            return posts, self._list(following) if self._post(posts[-1]).plural else [following]
        return None

    def _titles(self, number: int) -> bool:
        """Whether a post stands right before a name."""
        return self._person(number + 1) and self._gap(number, number + 1) == ""

    def _owning(self, number: int) -> bool:
        """Whether a post is but the owner of a body: "Chairman, President's Export Council"."""
        words, post = self.study.context.words, self._post(number)
        return post.bare and words.at(post.run.last) in {"'", "’"}

    def _past_rank(self, number: int) -> int:
        """What follows a post, a rank before the name passed over: "Chairman … Gen. Milley"."""
        following = number + 1
        if following < len(self.items) and not self._person(following):
            rank = self._post(following).canonical.lower() in self.study.holding.courtesies
            if rank and self._gap(number, following) == "":
                return following + 1
        return following

    def _mere_word(self, number: int) -> bool:
        """Whether a noun alone before a name is no title: "Head Start"."""
        post, words = self._post(number), self.study.context.words
        if words.at(post.run.last) in _SON_OF:
            # "Sultan bin Hamad": a given name.
            return True
        acronym = words.text[post.run.last - 1].isupper()
        title = post.canonical.lower() in self.study.holding.no_titles
        # "Chamber head Ek".
        led = is_body(self.study, words.at(post.run.first - 1).lower())
        return post.bare and title and not acronym and not led

    def _shared(self, posts: list[int]) -> bool:
        """Whether joined posts before one name are all its: "Acting President and Premier Han".

        "The President and Prime Minister Modi" are two persons.
        """
        tight = all(self._gap(a, b) in _TIGHT_CHAIN for a, b in pairwise(posts))
        first = self._post(posts[0])
        apart = bool(first.determiner) and (bool(first.parties) or self._held_apart(posts))
        return tight and not apart and not any(self._post(p).plural for p in posts)

    def _held_apart(self, posts: list[int]) -> bool:
        """Whether the first of some posts stands right before other names elsewhere."""
        canonical = self._post(posts[0]).canonical
        return any(
            not self._person(i)
            and self._post(i).canonical == canonical
            and i not in posts
            and self._person(i + 1)
            and self._gap(i, i + 1) == ""
            for i in range(len(self.items))
        )

    def _before(self, number: int, taken: set[int]) -> list[int]:
        """The persons before a post that is in apposition to them or said to be theirs."""
        post, previous = self._post(number), number - 1
        if not self._person(previous) or previous in taken:
            return []
        gap = self._gap(previous, number)
        if post.plural:
            return self._list_before(previous) if gap == "," else []
        if gap in _APPOSED_BEFORE and not post.peer and not self._better_after(number):
            return [previous] if self._apposition(post) else []
        return [previous] if self._predicated(gap) or self._signed(previous, number) else []

    def _signed(self, person: int, number: int) -> bool:
        """Whether a post stands in the line below a name, as under a letter."""
        name, post = self._bearer(person).name, self._post(number)
        above = self.study.between(name.last, post.run.first)
        alone = above.strip(" \t,") == "\n" and opens_line(self.study, name)
        no_sentence = line_end(self.study, post.run.first) is not None
        return alone and no_sentence and not post.plural

    def _apposition(self, post: PostPhrase) -> bool:
        """Whether what follows lets a post after a comma be in apposition to what was before.

        It is not in "Besides Mr Costa, the Prime Minister met …", where it is the subject.
        """
        words = self.study.context.words
        if words.at(post.run.last) == "'":
            return False
        ends = not words.same_sentence(post.run.first, post.run.last)
        return ends or not post.bare or not words.tag(post.run.last).startswith(("VB", "MD"))

    def _better_after(self, number: int) -> bool:
        """Whether a post after a comma is the next person's, the person before having one."""
        titled = number >= 2 and not self._person(number - 2)
        titled = titled and self._gap(number - 2, number - 1) == ""
        return titled and bool(self._after(number))

    def _predicated(self, gap: str) -> bool:
        """Whether the words between say that the person holds the post: "was elected"."""
        said = _past_aside(gap).replace(",", " ").split()
        holding = self.study.holding
        return (
            0 < len(said) <= _FARTHEST
            and all(word in holding.being for word in said)
            and any(word in holding.predicating for word in said)
        )

    def _after(self, number: int) -> list[int]:
        """The persons in apposition after a post: "the President of Latvia, Edgars Rinkēvičs"."""
        following, post = number + 1, self._post(number)
        if self._rank_before(number):
            following += 1
        elif not self._person(following) or not self._apposed(number, following):
            return []
        if "\n" in self.study.between(post.run.last, self.items[following].run.first):
            return []
        if post.plural:
            people = self._list(following)
            generic = post.canonical.lower() in self.study.holding.generic_plurals
            return [] if generic or len(people) < 2 else people
        known = not post.bare or bool(post.determiner or post.owner)
        name = self._bearer(following).name
        long = name.last - name.first > 1 or self._honoured(name)
        mine = not self._named_with_post(following)
        return [following] if known and long and mine else []

    def _apposed(self, number: int, following: int) -> bool:
        """Whether a mark between a post and a name gives the post to the person."""
        post, gap = self._post(number), self._gap(number, following)
        opens = not self.study.context.words.same_sentence(post.run.first - 1, post.run.first)
        labelled = gap == ":" and not post.bare and (opens or post.run.first == 0)
        return gap in _APPOSED_AFTER or labelled  # "Ambassador of India: Eva Roe."

    def _rank_before(self, number: int) -> bool:
        """Whether a rank leads to the name after a post: "our attaché, Colonel Ek"."""
        rank = number + 1
        if rank + 1 >= len(self.items) or self._person(rank) or not self._person(rank + 1):
            return False
        honours = self._post(rank).canonical.lower() in self.study.holding.honours
        apposed = self._gap(number, rank) in _APPOSED_AFTER
        return honours and apposed and self._gap(rank, rank + 1) == ""

    def _honoured(self, name: Run) -> bool:
        return any(
            after_honorifics(self.study.context, i) == name.first
            for i in range(max(0, name.first - 4), name.first)
        )

    def _named_with_post(self, number: int) -> bool:
        """Whether the next post is in apposition to a person: "X, the Minister of Trade"."""
        following = number + 1
        if following >= len(self.items) or self._person(following):
            return False
        return (
            self._gap(number, following) == ","
            and not self._direct(self._chain(following))
            and (not self._after(following))
        )

    def _bind(self, posts: list[int], people: list[int], *, title: bool = False) -> list[Bond]:
        found = []
        for post in posts:
            phrase = self._post(post)
            if (
                phrase.plural
                and phrase.canonical.lower() in self.study.holding.generic_plurals
                and (len(people) < 2)
            ):
                continue
            for place, number in enumerate(people):
                bearer = self._bearer(number)
                party = bearer.party or _share(phrase.parties, place, len(people))
                if party is None and bearer.run.last <= phrase.run.first:
                    end = self._post(posts[-1]).run.last
                    listed = entry(self.study, bearer.name, end)
                    owned = any(map(phrase.wording.lower().startswith, self.study.holding.owners))
                    if listed is not None and not owned:
                        party, phrase = listed.party, _worded(self.study, phrase, end, listed)
                    else:
                        party = affiliation(self.study, end)
                run = Run(
                    min(phrase.run.first, bearer.run.first), max(phrase.run.last, bearer.run.last)
                )
                found.append(Bond(bearer, phrase, party, run, title, (place, len(people))))
        return found

    def _chain(self, number: int) -> list[int]:
        """Posts joined to one another: "Crown Prince and Prime Minister"."""
        chain = [number]
        while (
            chain[-1] + 1 < len(self.items)
            and not self._person(chain[-1] + 1)
            and self._gap(chain[-1], chain[-1] + 1) in _CHAIN
            and not self._post(chain[-1]).plural
            and not self._post(chain[-1] + 1).plural
            and not self._post(chain[-1] + 1).determiner
        ):
            chain.append(chain[-1] + 1)
        return chain

    def _list(self, number: int) -> list[int]:
        """Persons listed from one on: "Milei of Argentina, Lula of Brazil and the host, Peña"."""
        members = [number]
        while self._person(members[-1] + 1):
            gap = self._gap(members[-1], members[-1] + 1).replace(",", " ").split()
            separated = self._gap(members[-1], members[-1] + 1) != ""
            if not separated or any(word not in self.study.holding.list_words for word in gap):
                break
            members.append(members[-1] + 1)
        return members

    def _list_before(self, number: int) -> list[int]:
        members = [number]
        while members[0] > 0 and self._person(members[0] - 1):
            gap = self._gap(members[0] - 1, members[0]).replace(",", " ").split()
            if any(word not in self.study.holding.list_words for word in gap):
                break
            members.insert(0, members[0] - 1)
        return members

    def _person(self, number: int) -> bool:
        return 0 <= number < len(self.items) and isinstance(self.items[number], Bearer)

    def _bearer(self, number: int) -> Bearer:
        item = self.items[number]
        assert isinstance(item, Bearer)
        return item

    def _post(self, number: int) -> PostPhrase:
        item = self.items[number]
        assert isinstance(item, PostPhrase)
        return item

    def _gap(self, one: int, other: int) -> str:
        """The words between two neighbours, in lower case, titles and articles left out.

        Words in another sentence are marked by a full stop, unless nothing lies between.
        """
        words = self.study.context.words
        start, end = self.items[one].run.last, self.items[other].run.first
        start = past_degrees(self.study, start) if self._person(one) else start
        if end - start > 2 * _FARTHEST:
            return "."
        first = next(
            (i for i in range(start, end) if after_honorifics(self.study.context, i) == end), end
        )
        owner = owner_of(self.study, first) if self._person(other) else None
        last = owner.first if owner is not None else first
        said = [words.text[i].lower() for i in range(start, last)]
        if self._person(other) and said and said[-1] == "the":
            said.pop()
        if not words.same_sentence(start - 1, end) and "\n\n" in self.study.between(start, end):
            return "."
        if said and not words.same_sentence(start - 1, min(first, end)):
            said.append(".")
        return " ".join(said)


def _past_aside(gap: str) -> str:
    """What goes on after an aside on a person: "Ek, a national of Togo, as Director"."""
    aside, comma, rest = gap.removeprefix(", ").partition(" , ")
    first = aside.split(" ", 1)[0]
    told = gap.startswith(", ") and (first in {"a", "an"} or first.isdigit())
    return rest if told and comma else gap


def _worded(study: Study, phrase: PostPhrase, end: int, listed: Entry) -> PostPhrase:
    """A post with the region or field that its line tells after it, if it is the last one."""
    if listed.field is None or phrase.run.last != end:
        return phrase
    run = Run(phrase.run.first, listed.field.last)
    wording = f"{phrase.wording}, {study.context.text(listed.field)}"
    return phrase._replace(run=run, wording=wording)


def _share(parties: Sequence[Party], place: int, people: int) -> Party | None:
    """The party of one of several holders: "the Presidents of Türkiye and Azerbaijan, A and B"."""
    if len(parties) == 1:
        return parties[0]
    return parties[place] if len(parties) == people else None

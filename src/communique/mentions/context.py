"""What every finder of names gets: the words, and where the vocabulary's names and posts stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from communique.mentions.knowledge import Knowledge
from communique.mentions.phrases import Definition, definitions, organization_phrases
from communique.mentions.words import Run, Words, cut, is_name
from communique.model.analysis import Analysis
from communique.model.document import Document
from communique.model.mention import Mention
from communique.vocab.lexicon import Form, Lexicon, PartySense, is_plural
from communique.vocab.schema import Post
from communique.vocab.words import words_of

# A sentence with a larger share of capitalised words is a heading.
_TITLE_CASE = 0.8


class PartyName(NamedTuple):
    """A name of the vocabulary in the text, with what it may stand for."""

    run: Run
    senses: tuple[PartySense, ...]


class PostName(NamedTuple):
    """The wording of a post in the text."""

    run: Run
    post: Post
    plural: bool


class Strength(IntEnum):
    """How much speaks for a proposal; of two that exclude one another the stronger stands."""

    GUESS = 1
    SEEN = 2
    KNOWN = 3
    RULE = 4
    FULL_NAME = 5


class Proposal(NamedTuple):
    """A mention that one kind proposes.

    Attributes:
        run: The words it covers.
        strength: How much speaks for it.
        mention: The finished mention.
        closed: Whether names inside it are parts of it only ("American" in "American Airlines").
        beside: Whether it may stand on the very words of a proposal of another kind that may, too
            (a state as a party and as a place).
    """

    run: Run
    strength: Strength
    mention: Mention
    closed: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Context:
    """A document under study.

    Attributes:
        document: The document.
        words: Its article, cut into words.
        knowledge: The vocabulary.
    """

    document: Document
    words: Words
    knowledge: Knowledge

    @classmethod
    def of(cls, document: Document, analysis: Analysis, knowledge: Knowledge) -> Context:
        """Prepare a document for the finders."""
        return cls(document, cut(document, analysis), knowledge)

    @cached_property
    def party_names(self) -> tuple[PartyName, ...]:
        """Names of the vocabulary, the longest at each place, in text order."""
        found = [PartyName(*name) for name in _scan(self.words, self.knowledge.parties)]
        states = {
            i: name.senses[0].country
            for name in found
            if name.senses[0].is_state
            for i in range(*name.run)
        }
        return tuple(name for name in found if not _belongs_elsewhere(self.words, name, states))

    @cached_property
    def party_at(self) -> dict[int, PartyName]:
        """The vocabulary's name that covers a word, by the word's index."""
        return {i: name for name in self.party_names for i in range(*name.run)}

    @cached_property
    def posts(self) -> tuple[PostName, ...]:
        """Wordings of posts, in text order."""
        return tuple(
            PostName(run, posts[0], is_plural(posts[0], self.words.text[run.first : run.last]))
            for run, posts in _scan(self.words, self.knowledge.posts)
        )

    @cached_property
    def post_at(self) -> dict[int, PostName]:
        """The post that covers a word, by the word's index."""
        return {i: name for name in self.posts for i in range(*name.run)}

    @cached_property
    def organizations(self) -> tuple[Run, ...]:
        """Capitalised phrases around a noun like "Ministry" that the vocabulary does not hold."""
        sure = (n for n in self.party_names if n.senses[0].form is not Form.AMBIGUOUS)
        covered = {i for name in sure for i in range(*name.run)}
        return organization_phrases(self.words, self.knowledge, covered, frozenset(self.post_at))

    @cached_property
    def definitions(self) -> dict[str, Definition]:
        """Acronyms that the text itself explains, with the words they stand for."""
        return definitions(self.words)

    @cached_property
    def entity_at(self) -> dict[int, tuple[Run, str]]:
        """The recogniser's name (words and label) that covers a word, by the word's index."""
        first_word = self._first_word
        covering: dict[int, tuple[Run, str]] = {}
        for entity in self.words.analysis.entities:
            run = Run(first_word[entity.first], first_word[entity.last])
            covering.update(dict.fromkeys(range(*run), (run, entity.label)))
        return covering

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Words that the article also writes in lower case: they are no names by themselves."""
        return frozenset(word for word in self.words.text if word.islower())

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.words.text):
            found.setdefault(word, []).append(index)
        return found

    @cached_property
    def named_in_full(self) -> frozenset[str]:
        """Canonical names of the parties that the text names by a name of one party only."""
        return frozenset(
            name.senses[0].name
            for name in self.party_names
            if len(name.senses) == 1 and name.senses[0].form is Form.NAME
        )

    @cached_property
    def home(self) -> str | None:
        """Code of the document's own state: its publisher's, else the one it names most."""
        publisher = words_of(self.document.publisher or "")
        for index in range(len(publisher)):
            found = self.knowledge.parties.longest(publisher, index)
            if found is not None and found[1][0].country is not None:
                return str(found[1][0].country)
        named = Counter(
            name.senses[0].country for name in self.party_names if name.senses[0].is_state
        )
        return max(named, key=lambda code: (named[code], code or ""), default=None)

    @cached_property
    def names_us_divisions(self) -> bool:
        """Whether the text names a division of the United States that is no state's name."""
        find = self.knowledge.gazetteer.find
        return any(
            is_name(word) and any(place.latitude is None for place in find(word))
            for word, indices in self.positions.items()
            if indices[0] not in self.party_at
        )

    @cached_property
    def _in_organization(self) -> frozenset[int]:
        return frozenset(i for run in self.organizations for i in range(*run))

    @cached_property
    def _first_word(self) -> list[int]:
        """For each token, and for the end, the index of its first word."""
        firsts = [len(self.words)] * (len(self.words.analysis.tokens) + 1)
        for index in range(len(self.words) - 1, -1, -1):
            firsts[self.words.token[index]] = index
        return firsts

    def first_word(self, token: int) -> int:
        """Index of the first word of a token."""
        return self._first_word[token]

    def span(self, run: Run) -> tuple[int, int]:
        """Offsets of a run in the document's text."""
        return self.words.starts[run.first], self.words.ends[run.last - 1]

    def text(self, run: Run) -> str:
        """The document's own text under a run."""
        start, end = self.span(run)
        return self.document.text[start:end]

    def name(self, run: Run) -> str:
        """A run as a name: the document's text with single blanks and no invisible signs."""
        words = self.words
        pieces = [words.text[run.first]]
        for index in range(run.first + 1, run.last):
            apart = words.starts[index] > words.ends[index - 1]
            pieces.append(" " + words.text[index] if apart else words.text[index])
        return "".join(pieces)

    def stands_alone(self, index: int) -> bool:
        """Whether a head noun in capitals, after "the", is a whole name: "the Commission"."""
        words = self.words
        article = words.at(index - 1) in {"the", "The"}
        after = words.at(index + 1)
        goes_on = is_name(after) or after in {"of", "for", "on", "-"}
        return article and not goes_on and index not in self._in_organization

    @cached_property
    def common_acronyms(self) -> frozenset[str]:
        """Acronyms of no name: of words in lower case, as "liquefied gas (LG)", or of units."""
        words = self.words
        found = set()
        for index, word in enumerate(words.text):
            if len(word) > 1 and word.isupper():
                before = words.at(index - 1)
                explained = before == "(" and words.at(index - 2).islower()
                measured = before[:1].isdigit() or words.at(index + 1)[:1].isdigit()
                if explained or (measured and not words.joined(index)):
                    found.add(word)
        return frozenset(found)

    def in_title_case(self, index: int) -> bool:
        """Whether a word stands in a sentence of capitalised words, where capitals tell nothing."""
        first, last = self._sentence_bounds[self.words.sentence[index]]
        long = [word for word in self.words.text[first:last] if word.isalpha() and len(word) > 3]
        return len(long) > 3 and sum(map(is_name, long)) > _TITLE_CASE * len(long)

    @cached_property
    def _sentence_bounds(self) -> dict[int, tuple[int, int]]:
        """The first word and one past the last of each sentence, by its number."""
        bounds: dict[int, tuple[int, int]] = {}
        for index, number in enumerate(self.words.sentence):
            bounds[number] = (bounds.get(number, (index, 0))[0], index + 1)
        return bounds

    def shouted(self, index: int) -> bool:
        """Whether a word stands among words in capitals, where capitals tell nothing."""
        near = [
            self.words.text[i]
            for i in range(max(0, index - 3), min(len(self.words), index + 4))
            if i != index and self.words.same_sentence(i, index) and len(self.words.text[i]) > 3
        ]
        return bool(near) and all(word.isupper() for word in near)


def _scan(words: Words, lexicon: Lexicon) -> Iterator[tuple[Run, tuple]]:  # type: ignore[type-arg]
    """The longest names of a lexicon from left to right, never across a sentence's end."""
    index = 0
    while index < len(words):
        found = lexicon.longest(words.text, index)
        if found is not None and words.same_sentence(index, found[0] - 1):
            yield Run(index, found[0]), found[1]
            index = found[0]
        else:
            index += 1


def _belongs_elsewhere(words: Words, name: PartyName, states: Mapping[int, str | None]) -> bool:
    """Whether the name of a national body is here that of another state's body.

    As in "National Security Council of Kazakhstan", or "the Libyan House of Representatives", where
    the vocabulary has the body of one state only.
    """
    sense = name.senses[0]
    if sense.is_state or sense.country is None:
        return False
    after = name.run.last
    if words.at(after) in {"of", "for"}:
        after += 2 if words.at(after + 1) == "the" else 1
        if after in states:
            return states[after] != sense.country
    before = name.run.first - 1
    if words.at(before) == "s" and words.at(before - 1) == "'":
        before -= 2
    return before in states and states[before] != sense.country


def form_of(name: PartyName, form: Form) -> PartySense | None:
    """The first sense of that form, if there is one."""
    return next((sense for sense in name.senses if sense.form is form), None)

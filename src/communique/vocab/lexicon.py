"""All names of the vocabulary in one tree, to find the longest that begins at a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from communique.vocab.loader import Vocabulary
from communique.vocab.places import Gazetteer
from communique.vocab.schema import Grouping, Institution, Post, State
from communique.vocab.words import without_accents, words_of


class Form(StrEnum):
    """What kind of word a name is."""

    NAME = "name"
    ADJECTIVE = "adjective"
    METONYM = "metonym"
    AMBIGUOUS = "ambiguous"


class PartySense(NamedTuple):
    """One reading of a name as a party.

    Attributes:
        name: Canonical name of the party.
        code: ISO 3166-1 code or acronym.
        form: How the party is named.
        country: For a state its code, for a national institution its state's; else None.
        is_state: Whether the party is a state or territory.
        seat: Whether a metonym is (also) a city: a capital rather than a building or a figure.
        parent: Name of the institution that it is part of.
    """

    name: str
    code: str | None
    form: Form
    country: str | None
    is_state: bool
    seat: bool = False
    parent: str | None = None


# A node maps the next word to a node; under the empty word it holds what ends here.
_Node = dict[str, Any]

# British and American spellings of words in names; either side is tried for the other.
_SPELLINGS = (
    ("Organisation", "Organization"),
    ("Defence", "Defense"),
    ("Centre", "Center"),
    ("Programme", "Program"),
    ("Labour", "Labor"),
    ("Cooperation", "Co-operation"),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A tree of names. `T` is what a name stands for.

    Attributes:
        folded: Whether look-up ignores case.
    """

    folded: bool
    _root: Mapping[str, Any]

    def longest(self, words: Sequence[str], start: int) -> tuple[int, tuple[Any, ...]] | None:
        """The longest name that begins at a word.

        Args:
            words: Words as `words_of` cuts them.
            start: Index of the first word.

        Returns:
            One past the index of the name's last word, and what the name may stand for; None
            where no name begins.
        """
        node: Mapping[str, Any] = self._root
        found: tuple[int, tuple[Any, ...]] | None = None
        folded = self.folded
        for index in range(start, len(words)):
            word = words[index]
            following = node.get(word.lower() if folded else word)
            if following is None:
                break
            node = following
            if "" in node:
                found = index + 1, node[""]
        return found


def party_lexicon(vocabulary: Vocabulary, gazetteer: Gazetteer) -> Lexicon:
    """Names, adjectives and metonyms of all states, institutions and groupings.

    Args:
        vocabulary: The entries.
        gazetteer: Tells which metonyms are cities ("Astana") and which are not ("the Kremlin").
    """
    root: _Node = {}
    for state in vocabulary.states:
        _add_all(root, _state_names(state, gazetteer))
    for institution in vocabulary.institutions:
        _add_all(root, _institution_names(institution, gazetteer))
    for grouping in vocabulary.groupings:
        _add_all(root, _grouping_names(grouping))
    return Lexicon(folded=False, _root=MappingProxyType(root))


def post_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """Wordings of all posts, in any case; each stands for its `Post`."""
    root: _Node = {}
    for post in vocabulary.posts:
        for wording in {post.name, *post.names, *post.plurals}:
            for variant in _spellings(wording):
                _put(root, words_of(variant.lower()), post)
    return Lexicon(folded=True, _root=MappingProxyType(root))


def phrase_lexicon(phrases: Iterable[str]) -> Lexicon:
    """A plain set of phrases, in any case; each stands for itself."""
    root: _Node = {}
    for phrase in phrases:
        _put(root, words_of(phrase.lower()), phrase)
    return Lexicon(folded=True, _root=MappingProxyType(root))


def is_plural(post: Post, wording: Sequence[str]) -> bool:
    """Whether the words are a plural form of the post."""
    said = tuple(word.lower() for word in wording)
    return any(words_of(plural.lower()) == said for plural in post.plurals)


def _state_names(state: State, gazetteer: Gazetteer) -> Iterator[tuple[str, PartySense]]:
    def sense(form: Form, seat: bool = False) -> PartySense:
        return PartySense(state.name, state.code, form, state.code, True, seat)

    official = (state.official,) if state.official else ()
    names = {state.name, *official, *state.names, *(f.name for f in state.former)}
    yield from ((name, sense(Form.NAME)) for name in names)
    for word in (*state.adjectives, *state.demonyms):
        yield word, sense(Form.ADJECTIVE)
    for name in {*state.metonyms} - names:
        city = any(place.country == state.code for place in gazetteer.find(name))
        yield name, sense(Form.METONYM, seat=city or name == state.capital)


def _institution_names(
    institution: Institution, gazetteer: Gazetteer
) -> Iterator[tuple[str, PartySense]]:
    def sense(form: Form, seat: bool = False) -> PartySense:
        return PartySense(
            institution.name,
            institution.code,
            form,
            institution.country,
            False,
            seat,
            institution.part_of,
        )

    code = (institution.code,) if institution.code else ()
    names = {institution.name, *code, *institution.names, *(f.name for f in institution.former)}
    ambiguous = set(institution.ambiguous)
    yield from ((name, sense(Form.NAME)) for name in names - ambiguous)
    yield from ((name, sense(Form.AMBIGUOUS)) for name in ambiguous)
    for name in {*institution.metonyms} - names:
        yield name, sense(Form.METONYM, seat=name in gazetteer)


def _grouping_names(grouping: Grouping) -> Iterator[tuple[str, PartySense]]:
    def sense(form: Form) -> PartySense:
        return PartySense(grouping.name, grouping.code, form, None, False)

    code = (grouping.code,) if grouping.code else ()
    names = {grouping.name, *code, *grouping.names, *(f.name for f in grouping.former)}
    yield from ((name, sense(Form.NAME)) for name in names)
    yield from ((word, sense(Form.ADJECTIVE)) for word in grouping.adjectives)


def _add_all(root: _Node, names: Iterable[tuple[str, PartySense]]) -> None:
    for name, sense in names:
        for variant in _variants(name):
            _put(root, words_of(variant), sense)


def _variants(name: str) -> set[str]:
    """A name as written, in plain letters, in both spellings, and as headlines print it."""
    written = set(_spellings(name))
    written |= {w.replace("&", "and") for w in written}
    written |= {without_accents(w) for w in written}
    # Below four letters capitals would read as an acronym.
    written |= {w.upper() for w in written if len(w) >= 4}
    return written


def _spellings(name: str) -> Iterator[str]:
    yield name
    words = name.split(" ")
    for pair in _SPELLINGS:
        for said, also in (pair, pair[::-1]):
            for one, other in ((said, also), (said.lower(), also.lower())):
                if one in words:
                    yield " ".join(other if word == one else word for word in words)


def _put(root: _Node, words: Sequence[str], sense: object) -> None:
    if not words:
        return
    node = root
    for word in words:
        node = node.setdefault(word, {})
    if sense not in node.setdefault("", ()):
        node[""] = (*node[""], sense)

"""What post a wording names: "Foreign Minister" and "Minister of Foreign Affairs" are one.

A post is known by a key: its name in the vocabulary in lower case, with what the wording adds to it
in brackets: "director (council gender policy)", "minister of foreign affairs (acting)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from communique.records.comparing.labels import stem
from communique.vocab.loader import Vocabulary
from communique.vocab.post_wording import PostWording
from communique.vocab.words import without_accents, words_of

_JOINT = re.compile(r"\s*(?:,|/|&|\band\b|\s[-–—]\s)\s*")
_SMALL = frozenset({"the", "of", "for", "to", "and", "a", "an", "in", "at", "on", "with", "s"})
# Bounds of a field: "Secretary of State" has its noun before "of", "Foreign Secretary" at its end.
_LINK = re.compile(r" (?:of|for|to|at|in|on)\b")


class Agreement(Enum):
    """How two keys of posts stand to each other."""

    SAME = "same"
    SHORT = "short"


class Post(NamedTuple):
    """A post of the vocabulary.

    Attributes:
        name: Canonical name, in lower case.
        single: Whether a state or body has one holder at a time.
        kind: Kind of post, as in the vocabulary.
    """

    name: str
    single: bool
    kind: str


@dataclass(frozen=True)
class Posts:
    """Knows posts by their wordings."""

    _by_wording: Mapping[str, Post]
    _single: tuple[Post, ...]
    _wording: PostWording
    _longest: int

    @classmethod
    def of(cls, vocabulary: Vocabulary, wording: PostWording) -> Posts:
        """From the vocabulary."""
        found: dict[str, Post] = {}
        for entry in vocabulary.posts:
            post = Post(_plain(entry.name), entry.single_holder, entry.kind)
            for name in (entry.name, *entry.names, *entry.plurals):
                found.setdefault(_plain(name), post)
        for name in wording.own:
            former = found.get(name)
            found[name] = Post(name, single=True, kind=former.kind if former else "other")
        longest = max(len(name.split()) for name in found)
        single = sorted({post for post in found.values() if post.single and " " in post.name})
        return cls(MappingProxyType(found), tuple(single), wording, longest)

    def keys(self, wording: str) -> tuple[str, ...]:
        """Keys of the posts that a wording names, sorted; mostly one.

        "Deputy Prime Minister – Minister of Foreign Affairs" names two.
        """
        text = _plain(wording)
        parts = [part for part in _JOINT.split(_spaced(wording)) if part]
        several = len(parts) > 1 and text not in self._by_wording
        if several and all(self._noun(_plain(part)) for part in parts):
            return tuple(sorted({self._key(_plain(part)) for part in parts}))
        return (self._key(text),)

    def kind(self, key: str) -> str:
        """The kind of a post by its key; "other" where the vocabulary lacks it."""
        post = self._by_wording.get(_base(key))
        return post.kind if post else "other"

    def single(self, key: str) -> bool:
        """Whether a state or body has one holder of the post at a time."""
        post = self._by_wording.get(_base(key))
        return post is not None and post.single and "(" not in key

    def agreement(self, one: str, other: str) -> Agreement | None:
        """Whether two keys are of one post, or one may be short for the other; symmetric.

        "Secretary" may be short for "Secretary of State", but no deputy secretary is called so.
        """
        if one == other:
            return Agreement.SAME
        (base, added), (above, more) = (_cut(key) for key in sorted((one, other), key=_length))
        ranks = self._wording.ranks
        if base == above:
            short = set(added) <= set(more) and not (set(more) - set(added)) & ranks
            return Agreement.SHORT if short else None
        if base in self._short_for(above):
            return None if added or {*more} & ranks else Agreement.SHORT
        noun = head(above)
        before = {*above.split()[: above.split().index(noun)], *more}
        bare = base == noun and not added and not before & ranks
        return Agreement.SHORT if bare else None

    def heads(self, key: str) -> frozenset[str]:
        """The nouns of a post and of those that it may be short for: two that agree share one.

        A "Cabinet Secretary" may be a minister.
        """
        base = _base(key)
        fields = (field for field in self._wording.fields if base in field.nouns)
        return frozenset((head(key), *(head(field.post) for field in fields)))

    def _short_for(self, base: str) -> frozenset[str]:
        """What a post of a field of government is called in short."""
        fields = (field for field in self._wording.fields if field.post == base)
        return frozenset(noun for field in fields for noun in field.nouns)

    def _key(self, text: str) -> str:
        found = self._of_field(text) or self._noun(text)
        if found is None:
            return text
        post, noun = found
        added = self._added_ranks(post, text) | self._field(post, noun, text)
        return f"{post.name} ({' '.join(sorted(added))})" if added else post.name

    def _added_ranks(self, post: Post, text: str) -> set[str]:
        named = {*post.name.split()}
        if named & self._wording.same:
            named |= self._wording.same
        return ({*text.split()} & (self._wording.ranks | self._wording.degrees)) - named

    @property
    def _empty(self) -> frozenset[str]:
        return _SMALL | self._wording.ranks | self._wording.degrees

    def _of_field(self, text: str) -> tuple[Post, str] | None:
        """The post of a field of government that states name differently."""
        if text in self._by_wording or {*text.split()} & self._wording.ranks:
            return None
        for field in self._wording.fields:
            begun = any(text.startswith(noun) or text.endswith(noun) for noun in field.nouns)
            if begun and any(f" {word} " in f" {text} " for word in field.words):
                return self._by_wording[field.post], text
        return None

    def _field(self, post: Post, noun: str, text: str) -> set[str]:
        """Stems of what the text tells besides the post's name and ranks."""
        words = [w for w in text.split() if len(w) > 1 and w not in self._empty]
        # A post of one holder is known by its name, whatever words are used for it.
        if len(words) < 2 or (post.single and noun == text):
            return set()
        told = {*post.name.split(), *(noun.split() if noun != text else ())}
        return {stem(word) for word in words} - {stem(word) for word in told}

    def _noun(self, text: str) -> tuple[Post, str] | None:
        """The longest wording of a post that begins or ends the text, ranks aside."""
        whole = self._by_wording.get(text)
        if whole is not None:
            return whole, text
        nouns = [noun for noun in self._candidates(text.split()) if noun in self._by_wording]
        noun = max(nouns, key=lambda found: found.count(" "), default=None)
        if noun is None:
            return None
        post = self._by_wording[noun]
        return (post if post.single else self._within(text, post)), noun

    def _within(self, text: str, post: Post) -> Post:
        """A post of one holder whose words the text has: trade, in "internal and foreign trade"."""
        words = {*text.split()}
        if words & self._wording.ranks:
            return post
        found = (
            p for p in self._single if {*p.name.split()} - _SMALL <= words and post.name in p.name
        )
        return max(found, key=lambda p: p.name.count(" "), default=post)

    def _candidates(self, words: list[str]) -> Iterator[str]:
        first = next((i for i, word in enumerate(words) if word not in self._empty), 0)
        for length in range(min(len(words), self._longest), 0, -1):
            yield " ".join(words[first : first + length])
            yield " ".join(words[:length])
            yield " ".join(words[-length:])


def head(key: str) -> str:
    """The noun of a post: "secretary" of "secretary of state"."""
    return _LINK.split(_base(key), maxsplit=1)[0].split()[-1]


def _base(key: str) -> str:
    return key.partition(" (")[0]


def _cut(key: str) -> tuple[str, list[str]]:
    """The name of a post, and what is added to it."""
    base, _, added = key.partition(" (")
    return base, added.rstrip(")").split()


def _length(key: str) -> tuple[int, str]:
    return len(key), key


def _spaced(wording: str) -> str:
    return " ".join(wording.split())


def _plain(wording: str) -> str:
    """In lower case, without accents, articles and dots; a minister "for" is one "of"."""
    words = words_of(without_accents(wording).casefold().replace("-", " "))
    kept = (word for word in words if word[0].isalnum() and word != "the")
    return " ".join("of" if word == "for" else word for word in kept)

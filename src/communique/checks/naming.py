"""Names of series, bodies and documents, told in varying words, and which of them are of one thing.

A name is taken apart into the parties, what sort of thing it is, and the words that tell it from
others; order, number, synonyms and words of form ("joint", "annual") do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from communique.records.comparing.parties import Sides, tokens_of
from communique.vocab.naming import NamingWords, naming_words
from communique.vocab.words import without_accents

_PAIR = 2
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![sui])s$")
# Consultations "between the foreign ministries of" two states are those of the two states.
_MINISTRIES = re.compile(
    r"\b(?:between|of) (?:the )?(?:foreign ministries|ministries of foreign affairs|MFAs)"
    r" of(?: the)?\b",
    re.I,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Name:
    """A name, taken apart.

    Attributes:
        parties: Sides that it names.
        kinds: What sort of thing it is: "forum", "commission".
        words: What else tells it from others.
        proper: Its own words with a capital that are no subject: "Caspian"; in text order.
        titled: Whether what it is, or its subject, stands with a capital, as in titles.
    """

    parties: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]
    proper: tuple[str, ...]
    titled: bool

    @property
    def label(self) -> str:
        """All that tells it from others, in one line."""
        return " ".join(sorted(self.parties | self.kinds | self.words))

    @property
    def keys(self) -> frozenset[str]:
        """Keys of which two names of one thing share one."""
        of_parties = {" ".join(sorted(self.parties))} if len(self.parties) >= _PAIR else set()
        return frozenset(of_parties | {f"named {word}" for word in self.proper[:1]})

    @property
    def known(self) -> bool:
        """Whether it is a name that one thing has, without a look at what stands around it."""
        if len(self.parties) >= _PAIR or (self.parties and self.proper):
            return True
        return len(self.proper) >= _PAIR or (bool(self.proper) and self.titled)

    def with_parties(self, parties: Iterable[str]) -> Name:
        """The same of some more parties."""
        return replace(self, parties=self.parties | frozenset(parties))


class Namer:
    """Takes names apart.

    Args:
        sides: Knows parties.
        kinds: Nouns of what things are, singular, with the one that stands for all of a line.
        empty: Kinds that say nothing more where another one is named: the "meeting" of a forum.
        dropped: Further words that leave a name the same.
    """

    def __init__(
        self,
        sides: Sides,
        kinds: Mapping[str, str],
        empty: Iterable[str] = (),
        dropped: Iterable[str] = (),
    ) -> None:
        self._sides = sides
        self._kinds = kinds
        self._empty = frozenset(empty)
        self._words: NamingWords = naming_words()
        self._dropped = self._words.dropped | {plain_word(word) for word in dropped}

    def name(self, text: str) -> Name:
        """A name, taken apart."""
        parties, kinds, words, titled = set(), set(), set(), False
        proper: list[str] = []
        for token in self._sides.folded(tokens_of(_MINISTRIES.sub(" between ", text))):
            if token[0] == "@":
                parties.add(token)
                continue
            word = self.word(token)
            kind = self._kinds.get(word)
            if kind is not None:
                kinds.add(kind)
                titled = titled or token[0].isupper()
            elif word not in self._dropped and not _YEAR.fullmatch(word):
                words.add(word)
                if word in self._words.topics:
                    titled = titled or token[0].isupper()
                elif token[0].isupper():
                    proper.append(word)
        if kinds - self._empty:
            kinds -= self._empty
        return Name(frozenset(parties), frozenset(kinds), frozenset(words), tuple(proper), titled)

    def word(self, token: str) -> str:
        """A word as it is compared: singular, without accents, one for all of its synonyms."""
        word = plain_word(token)
        return self._words.synonyms.get(word, word)

    def parties(self, text: str) -> frozenset[str]:
        """The sides that some words name."""
        return frozenset(w for w in self._sides.folded(tokens_of(text)) if w[0] == "@")

    def same(self, one: Name, other: Name) -> bool:
        """Whether two names are of one thing: the same sort, of the same parties, on the same."""
        if one.kinds != other.kinds:
            return False
        if one.parties != other.parties:
            # "The Golden Anchor exercise", and the same "with Brazil".
            within = one.parties <= other.parties or other.parties <= one.parties
            return within and bool(one.proper) and one.words == other.words
        return one.words == other.words or (
            len(one.parties) >= _PAIR and self._is_short_for(*_by_length(one.words, other.words))
        )

    def _is_short_for(self, short: frozenset[str], full: frozenset[str]) -> bool:
        """Whether a full name only adds what such bodies are for in general."""
        added = full - short
        general = self._words.general
        if not short <= full or "cooperation" not in added:
            return False
        return added == {"cooperation"} or (added <= general and short <= general)


def plain_word(token: str) -> str:
    """A word in lower case and singular, without accents and hyphens."""
    word = without_accents(token).lower().replace("-", "")
    word = word.removesuffix("’s").removesuffix("'s")
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    return _PLURAL.sub("", word)


def _by_length(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return (one, other) if len(one) <= len(other) else (other, one)

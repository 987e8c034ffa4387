"""From words to classes: each class is one character, so that rules are patterns over strings.

The classes of the vocabulary are joined by those of figures and signs, which each grammar's
tokeniser tells apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from communique.vocab.grammar import WordClass

Value = int | str | None

# The characters of word classes start here, clear of ASCII and of everything special in patterns.
_FIRST = 0x4E00


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What each word is.

    Attributes:
        words: Each spelling that may occur, with the character of its class and its value.
        classes: Character of each class by name, those of `Sign` included.
        verbs: Characters of the classes that a verb is taken out of.
        triggers: Characters of the classes that can make an expression.
        inert: Characters of the classes that no rule reads.
    """

    words: dict[str, tuple[str, Value]]
    classes: dict[str, str]
    verbs: frozenset[str]
    triggers: frozenset[str]
    inert: frozenset[str]


def build_lexicon(
    entries: Sequence[WordClass],
    signs: type[Enum],
    *,
    triggers: Iterable[Enum],
    outside: Iterable[Enum],
) -> Lexicon:
    """The lexicon of a vocabulary; the first class that claims a spelling keeps it.

    Args:
        entries: The classes of the vocabulary.
        signs: The classes that the tokeniser tells apart; the values are their characters.
        triggers: Those of them that can make an expression without a word.
        outside: Those of them that no rule reads.
    """
    classes: dict[str, str] = {sign.name: sign.value for sign in signs}
    words: dict[str, tuple[str, Value]] = {}
    for number, entry in enumerate(entries):
        classes[entry.name] = chr(_FIRST + number)
        for word, value in entry.words.items():
            for spelling in _spellings(word, entry):
                words.setdefault(spelling, (classes[entry.name], value))
    return Lexicon(
        words=words,
        classes=classes,
        verbs=frozenset(classes[entry.name] for entry in entries if entry.verb),
        triggers=frozenset(classes[entry.name] for entry in entries if entry.trigger)
        | {sign.value for sign in triggers},
        inert=frozenset(classes[entry.name] for entry in entries if entry.inert)
        | {sign.value for sign in outside},
    )


def _spellings(word: str, entry: WordClass) -> tuple[str, ...]:
    if entry.case == "exact":
        return (word,)
    capitals = (word[:1].upper() + word[1:], word.upper())
    return capitals if entry.case == "capital" else (word.lower(), *capitals)

"""Whether two short descriptions name one thing: the words they share, down to their stems.

A word that stands in capitals inside a description is a name, or part of one ("the Good Jobs
Challenge"), and counts double. Names of parties are compared as sides, not as words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from communique.records.comparing.parties import Sides
from communique.vocab.descriptions import description_words
from communique.vocab.words import without_accents, words_of

_SHORTEST_STEM = 4
_NAME_WEIGHT = 2
# Words in capitals with the small words between them: "Child Care and Development Fund".
_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:and|of|for|the) )*[A-Z][\w’'-]+)+")


class Purpose(NamedTuple):
    """What an undertaking is for, each field sorted.

    Attributes:
        words: Stems of what tells it; parties as "@" and their side.
        names: Those of them that stand in capitals, the first word left out.
        sources: Stems of the law, plan or budget that the money comes from.
    """

    words: tuple[str, ...]
    names: tuple[str, ...]
    sources: tuple[str, ...]


class Likeness(NamedTuple):
    """What two descriptions have in common.

    Attributes:
        cover: Weight of what they share over that of the shorter.
        share: The same over that of the longer.
        common: What they share, sorted.
        told: Its weight.
    """

    cover: float
    share: float
    common: tuple[str, ...]
    told: int


def stems(text: str) -> tuple[str, ...]:
    """The stems of the telling words of a description, sorted, each once."""
    return tuple(sorted({stem(w) for w in words_of(text) if _tells(w, undertaking=False)}))


def purpose_of(text: str, sides: Sides, known: Collection[str] = ()) -> Purpose:
    """What the words of an undertaking tell of its purpose.

    Args:
        text: The undertaking.
        sides: Tells names of parties.
        known: Sides that tell nothing new: who gives and who receives.
    """
    sources = tuple(_sources(text))
    for run in sources:
        text = text.replace(run, " ")
    words: set[str] = set()
    names: set[str] = set()
    folded = tuple(sides.folded(words_of(text)))
    for place, (word, owner) in enumerate(_with_owners(folded)):
        if word.startswith("@"):
            if _of_money(folded[place + 1 : place + 2]):
                continue
            words |= {word} - {f"@{side}" for side in known}
        elif not owner and _tells(word, undertaking=True):
            words.add(stem(word))
            names |= {stem(word)} if place and word[0].isupper() else set()
    given = {stem(w) for run in sources for w in words_of(run) if _tells(w, undertaking=True)}
    return Purpose(tuple(sorted(words)), tuple(sorted(names)), tuple(sorted(given - words)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What forms and spellings of one word share: "transportation" and "transports"."""
    known = description_words()
    word = without_accents(word).lower()
    for british, other in known.spellings:
        word = word.replace(british, other)
    for ending in known.endings:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM and not word.endswith("ss"):
            word = rest
            break
    # "planned" and "plan", "classes" and "class".
    return word[:-1] if word[-1:] == word[-2:-1] and len(word) > 3 else word


def likeness(one: Collection[str], other: Collection[str], names: Collection[str] = ()) -> Likeness:
    """What two descriptions have in common; symmetric.

    Args:
        one: Stems of a description.
        other: Stems of another.
        names: Stems among them that are of names.
    """
    common = tuple(sorted(set(one) & set(other)))
    told = weight(common, names)
    shorter, longer = sorted((weight(one, names), weight(other, names)))
    return Likeness(told / shorter, told / longer, common, told) if told else _NOTHING


_NOTHING = Likeness(0.0, 0.0, (), 0)


def weight(words: Iterable[str], names: Collection[str] = ()) -> int:
    """How much words tell: one each, and two if they are of names."""
    return sum(_NAME_WEIGHT if word in names else 1 for word in words)


def _with_owners(words: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Each word, and whether it is an owner: "Kenya's" and "the ministers'" tell whose."""
    for place, word in enumerate(words):
        yield word, words[place + 1 : place + 2] == ("'",) and word[0].isalpha()


def _of_money(following: tuple[str, ...]) -> bool:
    """Whether the next word is a currency: "5 million US dollars" is not for the United States."""
    return any(word.lower() in description_words().currencies for word in following)


def _sources(text: str) -> Iterator[str]:
    """Capitalised names up to a word for a law, plan or budget."""
    heads = description_words().sources
    for run in _NAME.findall(text):
        words = run.split()
        last = max((i for i, word in enumerate(words) if word.lower() in heads), default=0)
        if last:
            yield " ".join(words[: last + 1])


@lru_cache(maxsize=65536)
def _tells(word: str, undertaking: bool) -> bool:
    """Whether a word tells anything.

    Args:
        word: A word, or a sign.
        undertaking: Whether words of giving and promising tell nothing either.
    """
    known, lower = description_words(), word.lower()
    if len(word) < 2 or not word[0].isalpha() or lower in known.grammar:
        return False
    return not (undertaking and (lower in known.undertaking or lower in known.currencies))

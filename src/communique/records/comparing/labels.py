"""Whether two short descriptions name one thing: the words they share, down to their stems.

A word that stands in capitals inside a description is a name, or part of one ("the Good Jobs
Challenge"), and counts double.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from communique.vocab.comparing_words import comparing_words
from communique.vocab.words import without_accents

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OWNER = re.compile(r"['’]\w*$")
# Words in capitals with the small words between them: "Child Care and Development Fund".
_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:and|of|for|the) )*[A-Z][\w’'-]+)+")
_SHORTEST_STEM = 4
_NAME_WEIGHT = 2


def stems(text: str) -> tuple[str, ...]:
    """The stems of the telling words of a description, sorted, each once."""
    telling = (w for w in _WORD.findall(text) if _tells(w, comparing_words().grammar))
    return tuple(sorted({stem(word) for word in telling}))


class Purpose(NamedTuple):
    """What an undertaking is for, as stems, each field sorted.

    Attributes:
        words: All that tell what it is for.
        names: Those of them that stand in capitals, the first word left out.
        sources: Those of the law, plan or budget that the money comes from.
    """

    words: tuple[str, ...]
    names: tuple[str, ...]
    sources: tuple[str, ...]


def purpose_of(text: str, known: Collection[str] = ()) -> Purpose:
    """What the words of an undertaking tell of its purpose.

    Args:
        text: The undertaking.
        known: Stems that tell nothing new, those of its parties.
    """
    empty = comparing_words().grammar | comparing_words().undertaking
    runs = tuple(_sources(text))
    sources = {stem(w) for run in runs for w in _WORD.findall(run) if _tells(w, empty)}
    for run in runs:
        text = text.replace(run, " ")
    words: set[str] = set()
    names: set[str] = set()
    for place, word in enumerate(_WORD.findall(text)):
        # "Kenya's", "the President's" tell whose, not what for.
        if not _tells(word, empty) or _OWNER.search(word) or stem(word) in known:
            continue
        words.add(stem(word))
        if place and word[0].isupper():
            names.add(stem(word))
    return Purpose(tuple(sorted(words)), tuple(sorted(names)), tuple(sorted(sources - words)))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What forms and spellings of one word share: "transportation" and "transports"."""
    known = comparing_words()
    word = _OWNER.sub("", without_accents(word).lower())
    for british, other in known.spellings:
        word = word.replace(british, other)
    for ending in known.endings:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM and not word.endswith("ss"):
            word = rest
            break
    # "planned" and "plan", "classes" and "class".
    return word[:-1] if word[-1:] == word[-2:-1] and len(word) > 3 else word


def likeness(
    one: Collection[str], other: Collection[str], names: Collection[str] = ()
) -> tuple[float, float, tuple[str, ...]]:
    """How much of each other two descriptions have.

    Args:
        one: Stems of a description.
        other: Stems of another.
        names: Stems among them that are of names.

    Returns:
        The share of the shorter description that the longer one has, that of the longer one that
        the shorter has, and the stems they have in common, sorted.
    """
    common = tuple(sorted(set(one) & set(other)))
    shorter, longer = sorted((weight(one, names), weight(other, names)))
    told = weight(common, names)
    return (told / shorter, told / longer, common) if shorter else (0.0, 0.0, ())


def weight(words: Iterable[str], names: Collection[str] = ()) -> int:
    """How much words tell: one each, and two if they are of names."""
    return sum(_NAME_WEIGHT if word in names else 1 for word in words)


def _sources(text: str) -> Iterator[str]:
    """Capitalised names that end in a word for a law, plan or budget."""
    heads = comparing_words().sources
    for run in _NAME.findall(text):
        words = run.split()
        last = max((i for i, w in enumerate(words) if w.lower() in heads), default=0)
        if last:
            yield " ".join(words[: last + 1])


def _tells(word: str, empty: Collection[str]) -> bool:
    lower = _OWNER.sub("", word.lower())
    return len(lower) > 1 and lower not in empty

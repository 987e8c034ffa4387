"""What keeping, settling and checking need to know of the world; loaded when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock

from communique.records.comparing.lore import Lore
from communique.records.comparing.parties import Sides
from communique.records.matching import Matcher
from communique.records.registry import matchers_with
from communique.vocab.facts import FactWords, load_fact_words
from communique.vocab.kinship import Kinship
from communique.vocab.loader import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What keeping, settling and checking need to know of the world.

    Attributes:
        vocabulary: Parties, posts and their names.
        lore: What comparing claims needs.
        matchers: How claims of each kind of record are compared.
        kin: Who belongs to whom, and who speaks for whom.
        sides: Tells parties in comparisons.
        facts: Words that stand for numbers and dates.
    """

    vocabulary: Vocabulary
    lore: Lore
    matchers: Sequence[Matcher]
    kin: Kinship
    sides: Sides
    facts: FactWords

    @classmethod
    def load(cls) -> Knowledge:
        """Read the vocabulary that ships with the package.

        Raises:
            BadVocabulary: A file of the vocabulary breaks its schema.
        """
        vocabulary = load_vocabulary()
        lore, kin = Lore.of(vocabulary), Kinship.over(vocabulary)
        matchers = matchers_with(lore)
        return cls(vocabulary, lore, matchers, kin, lore.sides, load_fact_words())


#: Gives the knowledge, which takes a second to load: a run that finds nothing new needs none.
Known = Callable[[], Knowledge]


def lazily() -> Known:
    """The knowledge that ships with the package, read when it is first asked for, and once only."""
    load, lock = cache(Knowledge.load), Lock()

    def known() -> Knowledge:
        # Who asks while it is being read waits for it, instead of reading it as well.
        with lock:
            return load()

    return known

"""What keeping and settling need to know of the world; loaded when something is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from communique.records.comparing.lore import Lore
from communique.records.comparing.parties import Sides
from communique.records.matching import Matcher
from communique.records.registry import matchers_with
from communique.vocab.facts import FactWords, load_fact_words
from communique.vocab.kinship import Kinship
from communique.vocab.loader import load_vocabulary


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What keeping and settling need to know of the world.

    Attributes:
        matchers: How claims of each kind of record are compared.
        kin: Who belongs to whom, and who speaks for whom.
        sides: Tells parties in comparisons.
        facts: Words that stand for numbers and dates.
    """

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
        return cls(matchers_with(lore), kin, lore.sides, load_fact_words())


#: Gives the knowledge, which takes a second to load: a run that finds nothing new needs none.
Known = Callable[[], Knowledge]


def lazily() -> Known:
    """The knowledge that ships with the package, read when it is first asked for."""
    return cache(Knowledge.load)

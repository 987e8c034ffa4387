"""What a statistic measures, besides its indicator: the words of its label that tell it apart.

"The total volume of mutual trade" is trade turnover and nothing else; "exports of wheat" are not
all exports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from communique.model.terms import Indicator
from communique.records.comparing.labels import stem, stems
from communique.records.comparing.parties import Sides
from communique.vocab.claims.figures import FigureWords
from communique.vocab.descriptions import description_words
from communique.vocab.words import words_of

#: Indicators that say of which sort a number is, but not what it counts.
VAGUE = frozenset({
    Indicator.OTHER, Indicator.PEOPLE, Indicator.COMPANIES, Indicator.PROJECTS, Indicator.FUNDING,
})  # fmt: skip
_TRADE = frozenset({Indicator.EXPORTS, Indicator.IMPORTS})
_BETWEEN = frozenset({"between", "mutual", "bilateral", "two", "way"})
_FROM, _TO = frozenset({"from", "of", "by"}), frozenset({"to", "into"})


@dataclass(frozen=True)
class Measures:
    """Reads the labels of statistics.

    Attributes:
        sides: Tells names of parties.
    """

    sides: Sides
    _naming: Mapping[Indicator, frozenset[str]]
    _heads: Mapping[str, Indicator]
    _empty: frozenset[str]

    @classmethod
    def of(cls, words: FigureWords, sides: Sides) -> Measures:
        """From the words of statistics."""
        naming = {
            entry.indicator: frozenset(
                stem(word) for name in (*entry.phrases, *entry.heads) for word in words_of(name)
            )
            for entry in words.indicators
        }
        heads = {
            stem(head): entry.indicator
            for entry in reversed(words.indicators)
            for head in entry.heads
            if entry.indicator not in VAGUE
        }
        empty = frozenset(stem(word) for word in description_words().measuring)
        return cls(sides, MappingProxyType(naming), MappingProxyType(heads), empty)

    def meant(self, label: str, sentence: str) -> Indicator | None:
        """What a number measures whose label does not tell, if its sentence tells one thing.

        "Trade fell to 7 billion; the earlier count had been 8 billion": trade.
        """
        if {*stems(label)} - self._empty:
            return None
        words = (word for word in words_of(sentence) if word[0].isalpha())
        found = {self._heads[stem(word)] for word in words if stem(word) in self._heads}
        return found.pop() if len(found) == 1 else None

    def subject(self, indicator: Indicator, label: str) -> tuple[str, ...]:
        """Stems of the label that tell what is measured, parties and the indicator's words aside.

        Of an indicator that does not say what is counted, all words but those of measuring.
        """
        folded = " ".join(w for w in self.sides.folded(words_of(label)) if not w.startswith("@"))
        told = {*stems(folded)} - self._empty
        if indicator not in VAGUE:
            told -= self._naming.get(indicator, frozenset())
        return tuple(sorted(told))

    def between(self, indicator: Indicator, label: str) -> bool:
        """Whether a label is of two parties: "trade between the two", "exports to Kazakhstan"."""
        words = [word for word in self.sides.folded(words_of(label)) if word.lower() != "the"]
        told = {word.lower() for word in words}
        if indicator in _TRADE:
            links = (a.lower() for a, b in pairwise(words) if b.startswith("@"))
            return any(link in _TO | {"from"} for link in links)
        return bool(told & _BETWEEN)

    def exporter(self, indicator: Indicator, label: str) -> str:
        """Whose exports or imports a label tells; empty where it does not.

        "Kazakhstan's exports to the EU", "exports from Kazakhstan": Kazakhstan.
        """
        if indicator not in _TRADE:
            return ""
        words = [word for word in self.sides.folded(words_of(label)) if word.lower() != "the"]
        before = ""
        for place, word in enumerate(words):
            link = words[place - 1].lower() if place else ""
            if word.startswith("@"):
                if link in (_FROM if indicator is Indicator.EXPORTS else _TO | {"of", "by"}):
                    return word[1:]
                before = before or ("" if link in _FROM | _TO else word[1:])
        return before

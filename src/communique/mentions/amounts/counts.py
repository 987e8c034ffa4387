"""What a bare number counts: the plural that the words after it lead to, by tags and heads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from communique.model.analysis import Analysis, Token

# Between a number and the noun that it counts ("24 used F-16 fighter jets").
_REACH = 8
_MODIFIERS = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "POS", "HYPH", "AFX"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_COORDINATED = frozenset({"JJ", "JJR", "VBN", "VBG"})
_PARTITIVE = frozenset({"DT", "PRP$", "CD"})


class Counted(NamedTuple):
    """The noun that a number counts.

    Attributes:
        end: One past its last code point.
        unit: The plural, with the nouns that are part of it ("fighter jets").
        head: Its last word in lower case.
    """

    end: int
    unit: str
    head: str


@dataclass(frozen=True, slots=True)
class Counts:
    """The words of one document, by offset.

    Attributes:
        tokens: All of them.
        starts: Their starts.
        ends: For each sentence one past its last token.
        collective: Nouns that are counted without a plural ending.
    """

    tokens: Sequence[Token]
    starts: Sequence[int]
    ends: Sequence[int]
    collective: frozenset[str]

    @classmethod
    def of(cls, analysis: Analysis, collective: frozenset[str]) -> Counts:
        """Those of an analysis."""
        return cls(
            analysis.tokens,
            [token.start for token in analysis.tokens],
            [sentence.last for sentence in analysis.sentences],
            collective,
        )

    def counted(self, start: int, end: int) -> Counted | None:
        """The noun that the number in a stretch of text counts, None where it counts none."""
        first = bisect_left(self.starts, start)
        after = bisect_left(self.starts, end)
        if first >= after or self._is_label(first):
            return None
        last = self.ends[bisect_right(self.ends, after - 1)] if self.ends else after
        at = self._into_partitive(after, last)
        found = self._plural(at, min(last, at + _REACH))
        return None if found is None else self._named(at, found)

    def tag_before(self, start: int) -> str:
        """Tag of the word before an offset, empty at the beginning."""
        at = bisect_left(self.starts, start)
        return self.tokens[at - 1].tag if at else ""

    def _is_label(self, first: int) -> bool:
        """Whether a number names what stands before it ("Phase 2 trials", "Euro 5 standards")."""
        if not first:
            return False
        number, before = self.tokens[first], self.tokens[first - 1]
        if before.tag not in ("NNP", "NNPS", "NN") or not number.text.isdigit():
            return False
        return number.head == first - 1 and number.dep in ("nummod", "appos", "npadvmod")

    def _into_partitive(self, at: int, last: int) -> int:
        """Past "of the" and "of its 30"; elsewhere the same place."""
        if at + 1 >= last or self.tokens[at].text.lower() != "of":
            return at
        inner = at + 1
        while inner < last and self.tokens[inner].tag in _PARTITIVE:
            inner += 1
        return inner if inner > at + 1 else last

    def _plural(self, at: int, last: int) -> int | None:
        """The last noun of the phrase that begins here, if it can be counted."""
        found: int | None = None
        while at < last:
            token = self.tokens[at]
            if self._can_be_counted(token):
                found = at
            elif token.tag in _NOUNS:
                found = None
            elif found is not None or not self._goes_on(at, last):
                break
            at += 1
        return found

    def _can_be_counted(self, token: Token) -> bool:
        return token.tag in _PLURALS or token.text.lower() in self.collective

    def _goes_on(self, at: int, last: int) -> bool:
        """Whether a word may stand between a number and its noun."""
        token = self.tokens[at]
        if token.tag in _MODIFIERS or (token.tag == "CD" and not token.text.isdigit()):
            return True
        if token.tag in ("CC", ",", "RB", "RBR", "RBS") and at + 1 < last:
            # "Small and medium companies", "new, larger ships", "newly built ships"
            return self.tokens[at + 1].tag in _COORDINATED
        return False

    def _named(self, first: int, at: int) -> Counted:
        """The noun with the nouns in small letters that are part of it."""
        begin = at
        while begin > first and self._is_part(self.tokens[begin - 1]):
            begin -= 1
        words = [token.text for token in self.tokens[begin : at + 1]]
        return Counted(self.tokens[at].end, " ".join(words), words[-1].lower())

    def _is_part(self, token: Token) -> bool:
        return token.tag in ("NN", "NNS") and token.text.islower() and token.text.isalpha()

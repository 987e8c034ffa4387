"""What a bare number counts: the plural that the words after it lead to, by tags and heads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from communique.model.analysis import Analysis, Token

# Between a number and the noun that it counts ("24 used F-16 fighter jets").
_REACH = 9
_MODIFIERS = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "NNPS", "POS", "HYPH", "AFX", "FW"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_CLASSIFIED = _NOUNS | {"JJ", "HYPH", "DT"}
_PLURALS = frozenset({"NNS", "NNPS"})
_COORDINATED = frozenset({"JJ", "JJR", "VBN", "VBG"})
_NO_PLURAL_ENDS = ("ss", "us", "is", "'s")
# Peoples in the plural whose names end so: "Bangladeshis", "Iraqis", "Emiratis".
_PEOPLES_ENDS = ("shis", "anis", "aqis", "elis", "udis", "atis", "taris", "menis", "alis", "aitis")
_PARTITIVE = frozenset({"DT", "PRP$", "CD"})
# Before a number that "the number of …" has reached.
_ARRIVING = frozenset({"from", "to", "at", "by", "reached", "than", "about", "over", "nearly"})


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
        classifiers: Plurals that count what follows after "of".
    """

    tokens: Sequence[Token]
    starts: Sequence[int]
    ends: Sequence[int]
    collective: frozenset[str]
    classifiers: frozenset[str]

    @classmethod
    def of(
        cls, analysis: Analysis, collective: frozenset[str], classifiers: frozenset[str]
    ) -> Counts:
        """Those of an analysis."""
        return cls(
            analysis.tokens,
            [token.start for token in analysis.tokens],
            [sentence.last for sentence in analysis.sentences],
            collective,
            classifiers,
        )

    def counted(self, start: int, end: int) -> Counted | None:
        """The noun that the number in a stretch of text counts, None where it counts none."""
        first = bisect_left(self.starts, start)
        after = bisect_left(self.starts, end)
        if first >= after or self._is_label(first):
            return None
        last = self.ends[bisect_right(self.ends, after - 1)] if self.ends else after
        at = self._into_partitive(after, last)
        if at > after and self.tokens[first].text.lower() == "one":
            # "One of the ministers" counts nobody.
            return None
        found = self._plural(at, min(last, at + _REACH), self.tokens[after - 1].head)
        if found is not None:
            return self._named(at, found, last)
        told = self._told_before(first)
        return None if told is None else told._replace(end=end)

    def _told_before(self, first: int) -> Counted | None:
        """What "the number of …" earlier in the sentence counts ("… rises from 19 to 20")."""
        if not first or self.tokens[first - 1].text.lower() not in _ARRIVING:
            return None
        begin = self._start_of_sentence(first)
        for at in range(first - 2, begin, -1):
            if self.tokens[at].text == "of" and self.tokens[at - 1].text.lower() == "number":
                inner = self._into_partitive(at, first)
                inner = at + 1 if inner == first else inner
                found = self._plural(inner, min(first, inner + _REACH))
                return None if found is None else self._named(inner, found, first)
        return None

    def _start_of_sentence(self, at: int) -> int:
        sentence = bisect_right(self.ends, at)
        return self.ends[sentence - 1] if sentence else 0

    def are_in_one_sentence(self, start: int, other: int) -> bool:
        """Whether the words at two offsets stand in one sentence."""
        one, two = (bisect_left(self.starts, at) for at in (start, other))
        return bisect_right(self.ends, one) == bisect_right(self.ends, two)

    def tag_before(self, start: int) -> str:
        """Tag of the word before an offset, empty at the beginning."""
        at = bisect_left(self.starts, start)
        return self.tokens[at - 1].tag if at else ""

    def _is_label(self, first: int) -> bool:
        """Whether a number names what stands before it ("Phase 2 trials", "Leopard 2 tanks")."""
        if not first:
            return False
        number, before = self.tokens[first], self.tokens[first - 1]
        if before.tag not in ("NNP", "NNPS", "NN") or not number.text.isdigit():
            return False
        # The name is part of the same noun phrase, or has the number itself.
        return (number.head in (first - 1, before.head) and before.dep in ("compound", "nmod")) or (
            number.head == first - 1
        )

    def _into_partitive(self, at: int, last: int) -> int:
        """Past "of the" and "of its 30"; elsewhere the same place."""
        if at + 1 >= last or self.tokens[at].text.lower() != "of":
            return at
        inner = at + 1
        while inner < last and self.tokens[inner].tag in _PARTITIVE:
            inner += 1
        return inner if inner > at + 1 else last

    def _plural(self, at: int, last: int, above: int = -1) -> int | None:
        """The last noun of the phrase that begins here, if it can be counted.

        Args:
            at: First word of the phrase.
            last: One past the last word that may belong to it.
            above: The word on which the number hangs, as far as the phrase surely reaches.
        """
        found: int | None = None
        while at < last:
            token = self.tokens[at]
            if self._can_be_counted(token):
                found = at
            elif token.tag in _NOUNS:
                found = None
            elif found is not None or not (self._goes_on(at, last) or self._joins(at, above)):
                break
            at += 1
        return found

    def _can_be_counted(self, token: Token) -> bool:
        if token.tag in _PLURALS or token.text.lower() in self.collective:
            return True
        # "MiG-31s", "Joint Force Commands"
        name = token.tag in ("NNP", "CD") and len(token.text) > 2
        if name and token.text.endswith(_PEOPLES_ENDS):
            return True
        return name and token.text.endswith("s") and not token.text.endswith(_NO_PLURAL_ENDS)

    def _goes_on(self, at: int, last: int) -> bool:
        """Whether a word may stand between a number and its noun."""
        token = self.tokens[at]
        if token.tag in _MODIFIERS or self._is_glued(at):
            return True
        if token.tag == "CD":
            # "Leopard 2 tanks", but not "by 13 votes to 9"
            return not token.text.isdigit() or self.tokens[at - 1].tag == "NNP"
        if token.tag in ("CC", ",", "RB", "RBR", "RBS") and at + 1 < last:
            # "Small and medium companies", "new, larger ships", "newly built ships"
            return self.tokens[at + 1].tag in _COORDINATED
        return False

    def _joins(self, at: int, above: int) -> bool:
        """Whether a word joins nouns before the counted one ("50 oil and gas companies")."""
        joining = self.tokens[at].tag in ("CC", ",") and self.tokens[at - 1].tag in _MODIFIERS
        return joining and at + 1 < above and self.tokens[at + 1].tag in _MODIFIERS

    def _is_glued(self, at: int) -> bool:
        """Whether a word hangs on a hyphen ("state-of-the-art")."""
        before = self.tokens[at - 1]
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else before
        token = self.tokens[at]
        return (before.tag == "HYPH" and before.end == token.start) or (
            after.tag == "HYPH" and token.end == after.start
        )

    def _named(self, first: int, at: int, last: int) -> Counted:
        """The noun with the nouns in small letters that are part of it."""
        begin = at
        while begin > first and self._is_part(self.tokens[begin - 1]):
            begin = self._start_of_glued(first, begin - 1)
        if begin < at and self.tokens[begin - 1].tag == "CC":
            begin = at  # Of "oil and gas companies" neither is part of the unit alone.
        head = self.tokens[at].text.lower()
        if head in self.classifiers:
            at = self._classified(at, last)
        return Counted(self.tokens[at].end, self._words(begin, at + 1), head)

    def _words(self, first: int, last: int) -> str:
        """Some words, a blank where the text has one."""
        said = self.tokens[first].text
        for before, token in pairwise(self.tokens[first:last]):
            said += f" {token.text}" if before.end < token.start else token.text
        return said

    def _start_of_glued(self, first: int, at: int) -> int:
        """The first part of a compound with hyphens, not before a token: "*anti*-armour"."""
        tokens = self.tokens
        while at - 2 >= first and tokens[at - 1].text == "-" and tokens[at - 2].tag != "CD":
            if tokens[at - 1].end != tokens[at].start or tokens[at - 2].end != tokens[at - 1].start:
                break
            at -= 2
        return at

    def _classified(self, at: int, last: int) -> int:
        """The last noun of what a classifier counts ("sets of health cubes")."""
        if at + 2 >= last or self.tokens[at + 1].text.lower() != "of":
            return at
        inner = at + 2
        while inner < last and self._is_classified(self.tokens[inner]):
            inner += 1
        return inner - 1 if self.tokens[inner - 1].tag in _NOUNS else at

    def _is_classified(self, token: Token) -> bool:
        return token.tag in _CLASSIFIED or (token.tag == "CD" and not token.text.isdigit())

    def _is_part(self, token: Token) -> bool:
        return token.tag in ("NN", "NNS") and token.text.islower() and token.text.isalpha()

"""The analysed text as a row of words and signs, the form in which names are looked up.

The pipeline's tokens are cut further where a name could begin inside one ("C5+1", "U.S.").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from communique.model.analysis import Analysis, Token
from communique.model.document import Document
from communique.vocab.words import word_spans


class Run(NamedTuple):
    """Words `first` up to `last`, exclusive."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Words:
    """Words and signs of the article, in order; the attributes are parallel.

    Attributes:
        text: As normalised for the analysis, dashes and quotes in their plain form.
        starts: First code point of each in the document's text.
        ends: One past its last code point.
        token: Index of the token it is part of.
        sentence: Number of its sentence.
        analysis: What it was cut from.
    """

    text: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    token: tuple[int, ...]
    sentence: tuple[int, ...]
    analysis: Analysis

    def __len__(self) -> int:
        return len(self.text)

    def tag(self, index: int) -> str:
        """Penn tag of the token that a word is part of; empty beyond either end."""
        return self.token_of(index).tag if 0 <= index < len(self.text) else ""

    def token_of(self, index: int) -> Token:
        """The token that a word is part of."""
        return self.analysis.tokens[self.token[index]]

    def at(self, index: int) -> str:
        """The word at an index; empty beyond either end."""
        return self.text[index] if 0 <= index < len(self.text) else ""

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether two indices exist and lie in one sentence."""
        inside = 0 <= one < len(self.text) and 0 <= other < len(self.text)
        return inside and self.sentence[one] == self.sentence[other]

    def joined(self, left: int) -> bool:
        """Whether a word touches the next one, as around a hyphen inside a name."""
        return left + 1 < len(self.text) and self.ends[left] == self.starts[left + 1]

    def opens_sentence(self, index: int) -> bool:
        """Whether a word is the first of its sentence, quotation marks aside."""
        before = index - 1
        while before >= 0 and self.text[before] in "\"'([-" and self.same_sentence(before, index):
            before -= 1
        return not self.same_sentence(before, index)


def cut(document: Document, analysis: Analysis) -> Words:
    """Cut the tokens of an analysis into words."""
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    owners: list[int] = []
    numbers: list[int] = []
    sentence_of = _sentence_numbers(analysis)
    for index, token in enumerate(analysis.tokens):
        # Within a token whose normalised form has another length, offsets can't be told apart.
        aligned = token.end - token.start == len(token.text)
        for word, start, end in word_spans(token.text):
            text.append(word)
            starts.append(token.start + start if aligned else token.start)
            ends.append(token.start + end if aligned else token.end)
            owners.append(index)
            numbers.append(sentence_of[index])
    return Words(tuple(text), tuple(starts), tuple(ends), tuple(owners), tuple(numbers), analysis)


def is_name(word: str) -> bool:
    """Whether a word is written like part of a name: a capital first."""
    return word[:1].isupper()


def _sentence_numbers(analysis: Analysis) -> list[int]:
    """The number of its sentence for each token; tokens outside any keep the one before."""
    numbers = [0] * len(analysis.tokens)
    for number, sentence in enumerate(analysis.sentences):
        for index in range(sentence.first, sentence.last):
            numbers[index] = number
    return numbers

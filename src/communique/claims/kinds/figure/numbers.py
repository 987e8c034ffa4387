"""The numbers of a document that might be figures: sums, shares, measures and counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from communique.claims.reading import Reading
from communique.model.mention import Bound, MoneyMention, PercentMention, QuantityMention
from communique.vocab.claims.figures import FigureWords

# Adjectives that say nothing about what is counted.
_VAGUE = frozenset({
    "other", "additional", "new", "first", "further", "more", "last", "next", "estimated", "such",
    "total", "various", "different", "same", "extra",
})  # fmt: skip

# A unit takes along this many words before the noun.
_MODIFIERS = 1
_FRACTIONS = frozenset({"thirds", "quarters", "fifths", "tenths", "halves"})

Amount = MoneyMention | PercentMention | QuantityMention


class Sort(Enum):
    """What sort of number."""

    MONEY = auto()
    SHARE = auto()
    MEASURE = auto()
    COUNT = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit.

    Attributes:
        value: Scale applied; of a range the lower end.
        unit: ISO 4217 code, "percent", a symbol or a plural noun.
        bound: How it is hedged.
        sort: Money, share, measure or count.
        tokens: Its tokens in the tree.
        head: The token on which the others hang.
        noun: The counted noun; the head for all other sorts.
    """

    value: int | float
    unit: str
    bound: Bound | None
    sort: Sort
    tokens: range
    head: int
    noun: int


def mentioned(reading: Reading, words: FigureWords) -> Iterator[Number]:
    """The numbers that the mentions give, outside headings, in text order."""
    for mention in reading.named.mentions:
        if not isinstance(mention, MoneyMention | PercentMention | QuantityMention):
            continue
        if is_fraction(mention):
            continue
        tokens, head = reading.tokens(mention), reading.head(mention)
        unit = _unit(mention)
        if not tokens or head is None or unit is None or reading.in_heading(head):
            continue
        noun = _noun(reading, mention, tokens, head)
        sort = _sort(reading, words, mention, noun)
        if sort is Sort.COUNT:
            unit = counted_as(reading, words, noun, unit)
        yield Number(mention.value, unit, _bound(mention), sort, tokens, head, noun)


def is_fraction(mention: Amount) -> bool:
    """Whether a mention is a share in words ("two thirds"), which is read as such."""
    return isinstance(mention, QuantityMention) and mention.unit in _FRACTIONS


def _unit(mention: Amount) -> str | None:
    if isinstance(mention, MoneyMention):
        return mention.currency
    return mention.unit if isinstance(mention, QuantityMention) else "percent"


def _bound(mention: Amount) -> Bound | None:
    """A range is its lower end: at least that."""
    ranged = isinstance(mention, MoneyMention) and mention.high is not None
    return Bound.AT_LEAST if ranged else mention.bound


def _noun(reading: Reading, mention: Amount, tokens: range, head: int) -> int:
    """The counted noun, also behind "of": "6,200 of its products"."""
    if not isinstance(mention, QuantityMention):
        return head
    last = mention.unit.partition(" of ")[0].split()[-1].lower()
    return next((i for i in reversed(tokens) if reading.tree.lower(i) == last), head)


def _sort(reading: Reading, words: FigureWords, mention: Amount, noun: int) -> Sort:
    if isinstance(mention, MoneyMention):
        return Sort.MONEY
    if isinstance(mention, PercentMention):
        return Sort.SHARE
    measures = words.counts.measures
    known = mention.unit.lower() in measures or reading.tree[noun].lemma in measures
    return Sort.MEASURE if known else Sort.COUNT


def counted_as(reading: Reading, words: FigureWords, noun: int, unit: str) -> str:
    """The plural noun that a count is published with.

    Names of peoples and words for nationals count people; words for companies count companies;
    any other noun takes along the adjectives and nouns before it.
    """
    tree, lemma = reading.tree, reading.tree[noun].lemma
    named = tree[noun].tag == "NNPS" or (tree[noun].tag == "NNP" and noun in reading.parties)
    if named and is_people_name(reading, noun):
        return "people"
    if lemma in words.counts.nationals:
        return "people"
    if lemma in words.counts.firms:
        return "companies"
    first = noun
    while first > noun - _MODIFIERS and _describes(reading, first - 1, noun):
        first -= 1
    first = reading.tree.start_of_glued(first)
    return reading.words(range(first, noun + 1)) if first < noun else unit


def _describes(reading: Reading, index: int, noun: int) -> bool:
    """Whether a word is an adjective or noun that belongs to the counted noun."""
    token = reading.tree[index]
    modifies = token.dep in {"amod", "compound"} and token.head == noun
    named = index in reading.parties or token.text.lower() in _VAGUE
    return modifies and token.tag in {"JJ", "NN", "NNP"} and not named


def is_people_name(reading: Reading, noun: int) -> bool:
    """Whether a plural name is one for people: "Syrians", "Karabakh Armenians"."""
    word = reading.tree[noun].text
    if "-" in word:
        return False
    return noun in reading.parties or word.endswith(("ians", "eans", "ans", "ese", "ish", "is"))

"""The numbers of a document that an undertaking may be about: sums and counted things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.claims.reading import Reading
from communique.model.claim import Amount, Quantity
from communique.model.mention import Bound, MoneyMention, PercentMention, QuantityMention
from communique.vocab.claims.commitments import CommitmentWords, Deliverables

# Between a sum and the same sum in another currency: "1 billion euros (about $1.05 billion)".
_CONVERSION = re.compile(r"\s*[(\[/]\s*(?:about|around|approximately|some|nearly|or|i\.e\.)?\s*")


# Nobody announces less; smaller sums are prices, fees and thresholds.
_SMALLEST = 1000


# Words before a counted noun that are taken to its unit, and such as tell no kind of thing.
_KIND_WORDS = 4
_NAMES = frozenset({"NNP", "NNPS"})
_NO_KIND = frozenset(
    {"more", "other", "another", "further", "additional", "such", "many", "several", "first",
     "last", "next", "new", "total", "extra", "same", "thousand", "million", "billion", "mln",
     "bln", "bn", "mn", "lakh", "crore"}
)  # fmt: skip

#: Unit of percentages.
PERCENT = "percent"


class Number(NamedTuple):
    """A sum or a counted quantity.

    Attributes:
        start: First code point in the text.
        end: One past the last code point.
        head: Token on which its other words hang.
        amount: The sum, None for other quantities.
        quantity: The quantity, None for sums.
        alone: Whether it is one thing that the text does not count ("opened a hospital").
    """

    start: int
    end: int
    head: int
    amount: Amount | None = None
    quantity: Quantity | None = None
    alone: bool = False


def numbers(reading: Reading, words: CommitmentWords) -> Iterator[Number]:
    """All sums, and the quantities that can be a deliverable, in text order."""
    found = [*_sums(reading), *_quantities(reading, words.deliverables)]
    found += _shares(reading)
    found += _single(reading, words, {number.head for number in found})
    for number in sorted(found, key=lambda n: n.start):
        if not reading.in_heading(number.head) or _in_a_line(reading, number):
            yield number


def _in_a_line(reading: Reading, number: Number) -> bool:
    """Whether what looks like a heading is a line of a list: "Chad: 20 million euros"."""
    return reading.document.text[: number.start].rstrip().endswith((":", " –", " -"))


def _sums(reading: Reading) -> Iterator[Number]:
    last: MoneyMention | None = None
    for money in reading.mentions(MoneyMention):
        if last is not None and _CONVERSION.fullmatch(reading.document.text, last.end, money.start):
            continue
        last = money
        head = reading.head(money)
        if head is not None and not _trifle(reading, money, head):
            bound = Bound.AT_LEAST if money.high is not None else money.bound
            amount = Amount(money.value, money.currency, bound)
            yield Number(money.start, money.end, head, amount=amount)


def _shares(reading: Reading) -> Iterator[Number]:
    for mention in reading.mentions(PercentMention):
        head = reading.head(mention)
        if head is not None:
            quantity = Quantity(mention.value, PERCENT, mention.bound)
            yield Number(mention.start, mention.end, head, quantity=quantity)


def _trifle(reading: Reading, money: MoneyMention, head: int) -> bool:
    """Whether a sum is a price or a threshold: "19 dollars per kilowatt", "under 800 dollars"."""
    tree = reading.tree
    denied = any(tree.lower(i) in {"not", "no"} for i in range(max(0, head - 3), head))
    return money.value < _SMALLEST or denied


def _quantities(reading: Reading, deliverables: Deliverables) -> Iterator[Number]:
    for mention in reading.mentions(QuantityMention):
        head = reading.head(mention)
        if head is None or mention.value == 0 or _uncounted(reading, head, mention, deliverables):
            continue
        quantity = Quantity(mention.value, _unit(reading, head, mention.unit), mention.bound)
        yield Number(mention.start, mention.end, head, quantity=quantity)


def _unit(reading: Reading, head: int, unit: str) -> str:
    """The counted noun with the words before it that tell its kind: "Kestrel anti-ship missiles".

    A unit of measure, and one of several nouns ("sets of tools"), stays as it is.
    """
    tree = reading.tree
    if unit.split()[-1].lower() != tree.lower(head):
        return unit
    first, name = head, tree[head].tag in _NAMES
    while first > head - _KIND_WORDS and (
        _tells_kind(reading, first - 1, head) or (name and tree[first - 1].tag in _NAMES)
    ):
        first -= 1
    first = tree.start_of_glued(first)
    words = reading.words(range(first, head + 1))
    return words if len(words) > len(unit) else unit


def _tells_kind(reading: Reading, index: int, head: int) -> bool:
    """Whether a word before a counted noun tells its kind, rather than whose or how many."""
    tree = reading.tree
    modifies = tree[index].head == head and tree[index].dep in {"amod", "compound", "nmod"}
    named = index in reading.parties or tree.lower(index) in _NO_KIND
    return modifies and tree[index].tag in {"JJ", "NN", "NNP"} and not named


def _single(reading: Reading, words: CommitmentWords, counted: set[int]) -> Iterator[Number]:
    """Sites and the like that are built or opened one alone: "opened a hospital"."""
    tree = reading.tree
    for index in range(len(tree)):
        token = tree[index]
        vehicle = token.lemma in words.deliverables.vehicles
        single = vehicle or token.lemma in words.deliverables.single
        if not single or token.tag not in {"NN", "NNP"}:
            continue
        if index in counted or tree.child(index, "nummod") is not None:
            continue
        built = token.lemma in words.deliverables.single and _is_built(reading, words, index)
        if built or (vehicle and _is_handed(reading, words, index)):
            unit = plural(" ".join([*_kind(reading, index), token.text.lower()]))
            yield Number(token.start, token.end, index, quantity=Quantity(1, unit), alone=True)


def _kind(reading: Reading, index: int) -> list[str]:
    """The common nouns right before a thing that tell its kind: "a *patrol* boat"."""
    tree, first = reading.tree, index
    while first > 0 and tree[first - 1].tag == "NN" and tree[first - 1].head == index:
        first -= 1
    return [tree.lower(i) for i in range(first, index)]


def _is_handed(reading: Reading, words: CommitmentWords, index: int) -> bool:
    """Whether one vehicle is given: "gifted a patrol boat", "the ferry was handed over".

    So is one at the end of a list of what is given: "eleven detectors and a drone".
    """
    tree, listed = reading.tree, index
    while tree[listed].dep == "conj" and tree[listed].head < listed:
        listed = tree[listed].head
    told = tree[tree[listed].head].lemma in words.deliverables.handing
    # "The vessel was handed over" takes up what was told before.
    known = tree.child(index, "amod", "compound", "poss") is None and any(
        tree.lower(i) in {"the", "this", "that"} for i in tree.children(index, "det")
    )
    return told and not known and tree[listed].dep in {"dobj", "nsubjpass"}


def _is_built(reading: Reading, words: CommitmentWords, index: int) -> bool:
    """Whether a thing is the object of a verb of building or opening, or named by its opening."""
    tree = reading.tree
    head = tree[index].head
    if tree[index].dep in {"dobj", "nsubjpass"}:
        senses = words.verbs.get(tree[head].lemma, ())
        clause = {tree.lower(i) for i in tree.extent(head)}
        return any(sense.builds and clause.issuperset(rest) for rest, sense in senses)
    if tree[index].dep != "pobj" or tree.lower(head) != "of":
        return False
    opening = tree[head].head
    waits = tree[opening].dep == "pobj" and tree.lower(tree[opening].head) in words.texts.awaiting
    return tree[opening].lemma in words.deliverables.openings and not waits


def _uncounted(
    reading: Reading, head: int, mention: QuantityMention, deliverables: Deliverables
) -> bool:
    """Whether a quantity counts what is no deliverable: votes, years, countries."""
    if mention.value == 1 and (reading.tree.lower(head + 1) == "of" or _is_glued(reading, mention)):
        return True
    unit = mention.unit.split()[-1:] or [""]
    counted = {reading.tree[head].lemma, unit[0].lower(), singular(unit[0].lower())}
    if counted & deliverables.never:
        return not _is_shot(reading, head, deliverables)
    return False


def _is_glued(reading: Reading, mention: QuantityMention) -> bool:
    """Whether a number is part of a word: "one-on-one lessons"."""
    number = mention.text.split()[0] if mention.text.strip() else ""
    text = reading.document.text
    around = text[: mention.start][-1:] + number + text[mention.start + len(number) :][:1]
    return "-" in around


def _is_shot(reading: Reading, head: int, deliverables: Deliverables) -> bool:
    """Whether rounds are counted that are fired: "rounds of ammunition", "mortar rounds"."""
    tree = reading.tree
    beside = [*tree.after(head, "of"), *tree.children(head, "compound", "nmod", "amod")]
    beside += [i for part in beside for i in tree.conjuncts(part)]
    kinds = {word for i in beside for word in (tree[i].lemma, tree.lower(i))}
    return tree[head].lemma == "round" and bool(kinds & deliverables.shot)


def plural(noun: str) -> str:
    """A regular plural: "embassies", "bridges"."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def singular(noun: str) -> str:
    """A regular plural's singular: "cities" to "city", "votes" to "vote"."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun

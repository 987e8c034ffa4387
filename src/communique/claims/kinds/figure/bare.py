"""Counts without a noun of their own: votes, "30,000 of them", "the number of members reached 20".

What they count is told elsewhere in the sentence, or by the count before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.claims.kinds.figure.numbers import Number, Sort, counted_as, is_fraction
from communique.claims.reading import Reading
from communique.claims.tree import Tree
from communique.mentions.grammar.numbers import figure, plain
from communique.model.mention import Bound, MoneyMention, PercentMention, QuantityMention
from communique.vocab.claims.figures import FigureWords

_TAKEN = MoneyMention | PercentMention | QuantityMention
_THEM = frozenset({"them", "these", "those", "which", "whom"})
# What stands before and behind a number that goes on with a list of counts.
_OPENING = frozenset({"(", ",", "and", ":", ";", "including", "with", "over", "about", "some"})
_GOING_ON = frozenset({"VBD", "VBG", "VBN", "VBP", "IN"})
_SIDES = frozenset({"against", "opposed", "abstaining"})
_DASHES = frozenset({"-", "–", "to"})
_VOTE_REACH = 8
# Below this, a count says too little of what is counted in the sentence after it.
_MANY = 9
_MULTIPLES = {"thousand": 1_000, "million": 1_000_000, "mln": 1_000_000, "billion": 1_000_000_000}
_BOUNDS = {
    "over": Bound.MORE_THAN, "than": Bound.MORE_THAN, "about": Bound.ABOUT, "some": Bound.ABOUT,
    "nearly": Bound.ABOUT, "around": Bound.ABOUT, "almost": Bound.ABOUT, "least": Bound.AT_LEAST,
    "approximately": Bound.ABOUT, "roughly": Bound.ABOUT, "exceeded": Bound.MORE_THAN,
    "exceeds": Bound.MORE_THAN, "surpassed": Bound.MORE_THAN,
}  # fmt: skip


def bare_counts(reading: Reading, words: FigureWords, known: Sequence[Number]) -> Iterator[Number]:
    """Counts that no mention has, with the unit that the sentence or the last count gives them.

    Args:
        reading: The document.
        words: The vocabulary.
        known: The numbers of the mentions, in text order.
    """
    tree = reading.tree
    covered = covered_tokens(reading)
    for index in range(len(tree)):
        if tree[index].tag != "CD" or index in covered or reading.in_heading(index):
            continue
        tokens = _numeral(reading, index)
        value = _value(reading, words, tokens)
        unit = None if value is None else _unit(reading, words, known, tokens)
        if value is not None and unit is not None and (value > 1 or unit == "votes"):
            bound = _BOUNDS.get(tree.lower(index - 1)) if index else None
            yield Number(value, unit, bound, Sort.COUNT, tokens, tokens[-1], tokens[-1])


def covered_tokens(reading: Reading) -> set[int]:
    """Tokens that are part of an amount or a time."""
    taken = {
        i
        for m in reading.named.mentions
        if isinstance(m, _TAKEN) and not is_fraction(m)
        for i in reading.tokens(m)
    }
    return taken | set(reading.times)


def _numeral(reading: Reading, index: int) -> range:
    """A figure with the multiplier after it: "38 million"."""
    multiplied = reading.tree.lower(index + 1) in _MULTIPLES
    return range(index, index + 2 if multiplied else index + 1)


def _value(reading: Reading, words: FigureWords, tokens: range) -> int | float | None:
    text = reading.tree[tokens[0]].text
    factor = _MULTIPLES.get(reading.tree.lower(tokens[-1]), 1) if len(tokens) > 1 else 1
    if text[0].isdigit():
        plainly = text.replace(",", "").replace(".", "", 1).isdigit()
        return plain(figure(text).value * factor) if plainly else None
    small = words.movements.numerals.get(text.lower())
    return None if small is None else small * factor


def _unit(
    reading: Reading, words: FigureWords, known: Sequence[Number], tokens: range
) -> str | None:
    index, head = tokens[0], tokens[-1]
    if _votes(reading, index):
        return "votes"
    if _of_people(reading, words, index, head):
        return "people"
    if _of_them(reading, head) or _there_are(reading, head):
        return _last_unit(known, index)
    beside = _beside_party(reading, index, head)
    whose = _those_of(reading, index - 2) if beside else None
    if whose is not None:
        return counted_as(reading, words, whose, reading.tree.lower(whose))
    if _compared(reading, index) or beside:
        return _last_unit(known, index, near=reading.tree.sentence(index).first)
    if _listed(reading, known, index, head):
        return _last_unit(known, index)
    return _sized(reading, words, head)


def _votes(reading: Reading, index: int) -> bool:
    """As in "Voted 368-7", "by 29 votes to one", "531 votes in favour and 69 against"."""
    tree = reading.tree
    near = range(max(tree.sentence(index).first, index - _VOTE_REACH), index)
    if not any(tree[i].lemma in {"vote", "ballot", "motion"} for i in near):
        return False
    first = tree.lower(index + 1) in _DASHES and _is_number(reading, index + 2)
    counted = _is_number(reading, index - 2) or tree[index - 2].lemma == "vote"
    second = tree.lower(index - 1) in _DASHES and counted
    favour = tree.lower(index + 1) == "in" and tree.lower(index + 2) in {"favour", "favor"}
    return first or second or favour or tree.lower(index + 1) in _SIDES


def _is_number(reading: Reading, index: int) -> bool:
    return 0 <= index < len(reading.tree) and reading.tree[index].tag == "CD"


def _of_people(reading: Reading, words: FigureWords, index: int, head: int) -> bool:
    """As in "the 744 who fell", "more than 300 were wounded", "left 25 million in need".

    So are those of a mission "209 strong" and of a "20-strong" delegation.
    """
    tree = reading.tree
    if tree.lower(head + 1) == "who":
        return True
    glued = tree.lower(head + 1) == "-"
    if tree.lower(head + 2 if glued else head + 1) == "strong":
        return True
    if tree.lower(head + 1) == "in" and tree.lower(head + 2) == "need":
        return True
    verb = tree[head].head
    harmed = tree[verb].lemma in words.counts.people_harmed and tree.is_verb(verb)
    return harmed and tree[head].dep in {"nsubj", "nsubjpass"} and tree[head].tag == "CD"


def _of_them(reading: Reading, index: int) -> bool:
    tree = reading.tree
    definite = tree.lower(index - 1) in {"the", "all"}  # "The two of them" are known.
    return tree.lower(index + 1) == "of" and tree.lower(index + 2) in _THEM and not definite


def _there_are(reading: Reading, index: int) -> bool:
    """As in "There were 924"."""
    tree = reading.tree
    return tree[index].dep == "attr" and tree.child(tree[index].head, "expl") is not None


def _listed(reading: Reading, known: Sequence[Number], index: int, head: int) -> bool:
    """As in "17 groups (nine dealing with trade, eight with aid)", "of these, 300 were women"."""
    tree = reading.tree
    sentence = tree.sentence(index)
    before, after = tree.lower(index - 1), tree[min(head + 1, len(tree) - 1)]
    follows = after.tag in _GOING_ON and after.dep != "amod" and head + 1 < sentence.last
    if index <= sentence.first or before not in _OPENING or not follows:
        return False
    counted = any(n.sort is Sort.COUNT and sentence.first <= n.head < index for n in known)
    taken_up = tree.lower(sentence.first) == "of" and tree.lower(sentence.first + 1) in _THEM
    return counted or taken_up


def _compared(reading: Reading, index: int) -> bool:
    """As in "25 people died, against 31 in 2023", "up from 38 in 2016"."""
    tree = reading.tree
    word = tree.lower(index - 1)
    if word == "from":
        return tree.lower(index - 2) in {"up", "down"}
    if word in {"with", "to"}:
        return tree.lower(index - 2) in {"compared", "contrast"}
    return word in {"against", "versus", "vs"}


def _beside_party(reading: Reading, index: int, head: int) -> bool:
    """As in "from Russia (24,000), India (18,959)"."""
    tree = reading.tree
    bracketed = tree.lower(index - 1) == "(" and tree.lower(head + 1) == ")"
    return bracketed and index - 2 in reading.parties


def _those_of(reading: Reading, party: int) -> int | None:
    """Who is counted in a bracket behind a party: "veterans in the U.S. (4.4 million)"."""
    tree = reading.tree
    if tree[party].dep != "pobj":
        return None
    above = tree[tree[party].head].head
    return above if tree[above].tag == "NNS" and above < party else None


def _last_unit(known: Sequence[Number], index: int, near: int | None = None) -> str | None:
    """What was counted last before a token.

    Args:
        known: The numbers of the mentions.
        index: The token.
        near: The first token of its sentence, where a small count in it is enough, too.
    """
    counts = [
        n
        for n in known
        if n.head < index
        and n.sort is Sort.COUNT
        and (n.value > _MANY or (near is not None and n.head >= near))
    ]
    return counts[-1].unit if counts else None


def sized_subject(reading: Reading, words: FigureWords, head: int) -> int | None:
    """What a bare number is the size of: "the number of members" in "will rise from 19 to 20"."""
    tree, moves = reading.tree, words.movements
    token = tree[head]
    if token.dep not in {"dobj", "attr", "pobj", "quantmod", "npadvmod", "oprd", "nummod"}:
        return None
    above = tree[token.head]
    if token.dep == "pobj" and above.text.lower() == "of" and tree[above.head].tag[:2] == "NN":
        return above.head
    if token.dep == "pobj" and tree.lower(above.head) == "close":
        closing = tree[above.head].head
        return tree.subject(closing) if tree[closing].lemma in moves.sizes else None
    verb = next((i for i in tree.ancestors(head) if tree.is_verb(i)), None)
    known = moves.sizes | moves.rise | moves.fall | moves.ways | {"be"}
    return tree.subject(verb) if verb is not None and tree[verb].lemma in known else None


def _numbered(reading: Reading, words: FigureWords, subject: int) -> bool:
    """As in "The security forces number close to 300,000"."""
    tree = reading.tree
    verb = tree[subject].head
    people = words.counts.people | words.counts.populations
    numbers = tree[verb].lemma == "number" and tree.is_verb(verb)
    return numbers and _singular(tree, subject) in people


def _singular(tree: Tree, index: int) -> str:
    """A noun's dictionary form; a plural name keeps its "s" in the parse."""
    token = tree[index]
    return token.lemma.removesuffix("s") if token.tag == "NNPS" else token.lemma


def _of_moved(reading: Reading, words: FigureWords, subject: int, head: int) -> bool:
    """As in "Visitors rose by 20,000", "manufacturing jobs are up by 800,000"."""
    tree = reading.tree
    told = words.counts.people | words.counts.results
    by = tree[head].dep == "pobj" and tree.lower(tree[head].head) == "by"
    return by and tree[subject].tag == "NNS" and tree[subject].lemma in told


def _sized(reading: Reading, words: FigureWords, head: int) -> str | None:
    """The unit of a bare number, from the noun whose size it is."""
    tree = reading.tree
    subject = sized_subject(reading, words, head)
    if subject is None:
        return None
    if tree[subject].lemma in words.counts.populations or _numbered(reading, words, subject):
        return "people"
    if _of_moved(reading, words, subject, head):
        return counted_as(reading, words, subject, tree.lower(subject))
    if tree[subject].lemma not in words.counts.tallies:
        return None
    for thing in tree.after(subject, "of"):
        if tree[thing].tag in {"NNS", "NNPS"}:
            return counted_as(reading, words, thing, tree.lower(thing))
    part = tree.child(subject, "compound")
    return None if part is None else tree.lower(part).removesuffix("s") + "s"

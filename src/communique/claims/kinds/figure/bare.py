"""Numbers without a noun of their own: votes, "30,000 of them", "from 19 to 20", "half of".

What they count is told elsewhere in the sentence, or by the count before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.claims.kinds.figure.movements import direction_of
from communique.claims.kinds.figure.numbers import Number, Sort, counted_as
from communique.claims.reading import Reading
from communique.mentions.grammar.numbers import figure, plain
from communique.model.mention import Bound, MoneyMention, PercentMention, QuantityMention
from communique.vocab.claims.figures import FigureWords

_TAKEN = MoneyMention | PercentMention | QuantityMention
_THEM = frozenset({"them", "these", "those", "which", "whom"})
_SIDES = frozenset({"against", "opposed", "abstaining"})
_VOTE_REACH = 8
_BOUNDS = {
    "over": Bound.MORE_THAN, "than": Bound.MORE_THAN, "about": Bound.ABOUT, "some": Bound.ABOUT,
    "nearly": Bound.ABOUT, "around": Bound.ABOUT, "almost": Bound.ABOUT, "least": Bound.AT_LEAST,
}  # fmt: skip


def unmentioned(
    reading: Reading, words: FigureWords, known: Sequence[Number]
) -> Iterator[Number]:
    """Numbers that no mention has, with the unit that the sentence or the last count gives them.

    Args:
        reading: The document.
        words: The vocabulary.
        known: The numbers of the mentions, in text order.
    """
    tree = reading.tree
    covered = _covered(reading)
    for index in range(len(tree)):
        token = tree[index]
        if index in covered or reading.in_heading(index):
            continue
        if token.tag == "CD":
            value = _value(words, token.text)
            unit = None if value is None else _unit(reading, words, known, index)
            if value is not None and unit is not None:
                yield _number(reading, value, unit, Sort.COUNT, index)
        elif token.lemma in words.movements.fractions and token.tag in {"NN", "NNS"}:
            yield from _fraction(reading, words, index)


def _covered(reading: Reading) -> set[int]:
    """Tokens that are part of an amount or a time."""
    taken = {i for m in reading.named.mentions if isinstance(m, _TAKEN) for i in reading.tokens(m)}
    return taken | set(reading.times)


def _value(words: FigureWords, text: str) -> int | float | None:
    if text[0].isdigit():
        plainly = text.replace(",", "").replace(".", "", 1).isdigit()
        return plain(figure(text).value) if plainly else None
    return words.movements.numerals.get(text.lower())


def _number(reading: Reading, value: int | float, unit: str, sort: Sort, index: int) -> Number:
    bound = _BOUNDS.get(reading.tree.lower(index - 1)) if index else None
    return Number(value, unit, bound, sort, range(index, index + 1), index, index)


def _unit(
    reading: Reading, words: FigureWords, known: Sequence[Number], index: int
) -> str | None:
    if _votes(reading, index):
        return "votes"
    if _of_them(reading, index) or _there_are(reading, index):
        return _last_unit(known, index)
    return _moving(reading, words, index)


def _votes(reading: Reading, index: int) -> bool:
    """ "Voted 368-7", "by 29 votes to one", "531 votes in favour and 69 against"."""
    tree = reading.tree
    sentence = tree.sentence(index)
    near = range(max(sentence.first, index - _VOTE_REACH), index)
    if not any(tree[i].lemma == "vote" for i in near):
        return False
    before, after = tree.lower(index - 1), tree.lower(index + 1)
    paired = after in {"-", "–", "to"} and tree[index + 2].tag == "CD" if index + 2 < len(tree) else False
    second = before in {"-", "–", "to"} and (tree[index - 2].tag == "CD" or tree[index - 2].lemma == "vote")
    favour = after == "in" and tree.lower(index + 2) in {"favour", "favor"}
    return paired or second or favour or after in _SIDES


def _of_them(reading: Reading, index: int) -> bool:
    tree = reading.tree
    return tree.lower(index + 1) == "of" and tree.lower(index + 2) in _THEM


def _there_are(reading: Reading, index: int) -> bool:
    """ "There were 924"."""
    tree = reading.tree
    verb = tree[index].head
    return tree[index].dep == "attr" and tree.child(verb, "expl") is not None


def _last_unit(known: Sequence[Number], index: int) -> str | None:
    """What was counted last before a token."""
    before = [n for n in known if n.head < index and n.sort is Sort.COUNT and n.value > 9]
    return before[-1].unit if before else None


def _moving(reading: Reading, words: FigureWords, index: int) -> str | None:
    """What "the number of members will rise from 19 to 20" counts: members."""
    tree = reading.tree
    verb = next((i for i in tree.ancestors(index) if tree.is_verb(i)), None)
    between = tree.lower(index - 1) in {"from", "to"} or tree.lower(index + 1) == "to"
    if verb is None or not between or direction_of(tree, words.movements, verb) is None:
        return None
    subject = tree.subject(verb)
    for thing in tree.after(subject, "of") if subject is not None else []:
        if tree[thing].tag in {"NNS", "NNPS"}:
            return counted_as(reading, words, thing, tree.lower(thing))
    return None


def _fraction(reading: Reading, words: FigureWords, index: int) -> Iterator[Number]:
    """A share in words: "half of the exports", "two thirds of them"."""
    tree = reading.tree
    if tree.lower(index + 1) != "of" or index in reading.times:
        return
    share = words.movements.fractions[tree[index].lemma]
    times = words.movements.numerals.get(tree.lower(index - 1), 1)
    if tree[index].tag == "NNS" and times == 1 or tree[index - 1].tag in {"JJ", "JJS", "JJR"}:
        return
    yield _number(reading, plain_share(share * times), "percent", Sort.SHARE, index)


def plain_share(value: float) -> int | float:
    """A percentage as JSON has it."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded
